#include "csv_quotes.h"

size_t csv_closing_quote(struct text csv, size_t opening)
{
    size_t at = opening + 1;
    while (at < csv.length) {
        bool is_quote = csv.bytes[at] == '"';
        bool is_doubled = is_quote && at + 1 < csv.length && csv.bytes[at + 1] == '"';
        if (is_quote && !is_doubled)
            return at;
        at += is_doubled ? 2 : 1;
    }
    return csv.length;
}

size_t csv_opening_quote(struct text row, char separator, size_t at)
{
    size_t opened = at;
    bool is_quoted = false;
    for (size_t i = 0; i < at; i++) {
        char c = row.bytes[i];
        if (c == '"') {
            is_quoted = !is_quoted;
            /* A doubled quote goes on with the cell that is open. */
            if (is_quoted && opened == at)
                opened = i;
        } else if (c == separator && !is_quoted) {
            opened = at;
        }
    }
    return opened;
}
