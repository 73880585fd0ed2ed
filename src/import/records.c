#include "records.h"

#include "places.h"

static bool is_line_end(char c)
{
    return c == '\n' || c == '\r';
}

struct place record_place(const struct record *record, size_t cell)
{
    struct place place = record->start;
    place.cell = (uint32_t)cell + 1;
    if (!record->starts) {
        place.column = cell + 1;
        return place;
    }
    size_t at = cell < record->count ? record->starts[cell] : record->raw.length;
    if (record->is_one_line)
        place.column += text_characters((struct text){record->raw.bytes, at});
    else
        place = place_of_byte(place, record->raw, at);
    return place;
}

struct place record_place_behind(const struct record *record, size_t known, struct place place, size_t cell)
{
    if (!record->is_one_line || known > cell || cell >= record->count)
        return record_place(record, cell);
    size_t from = record->starts[known];
    place.column += text_characters((struct text){record->raw.bytes + from, record->starts[cell] - from});
    return place;
}

/* The first line that is not blank, without its end. Within quotes no line ends. */
static struct text first_line(struct text utf8)
{
    bool is_quoted = false;
    size_t start = 0;
    while (start < utf8.length && (is_line_end(utf8.bytes[start]) || utf8.bytes[start] == ' '))
        start++;
    size_t end = start;
    for (; end < utf8.length && (is_quoted || !is_line_end(utf8.bytes[end])); end++)
        is_quoted ^= utf8.bytes[end] == '"';
    return (struct text){utf8.bytes + start, end - start};
}

char records_separator(struct text utf8)
{
    static const char separators[] = {',', ';', '\t'};
    size_t counts[sizeof separators] = {0}, best = 0;
    struct text line = first_line(utf8);
    bool is_quoted = false;

    for (size_t at = 0; at < line.length; at++) {
        is_quoted ^= line.bytes[at] == '"';
        for (size_t i = 0; !is_quoted && i < sizeof separators; i++)
            counts[i] += line.bytes[at] == separators[i];
    }
    for (size_t i = 1; i < sizeof separators; i++)
        if (counts[i] > counts[best])
            best = i;
    return separators[best];
}

bool records_first_line_ends(struct text utf8)
{
    struct text line = first_line(utf8);
    return line.bytes + line.length < utf8.bytes + utf8.length;
}
