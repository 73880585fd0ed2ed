#include "csv_page.h"

struct csv_page csv_page_for(enum csv_reader reader, struct arena *arena)
{
    struct csv_page page = {reader, sink_in(arena), false};
    if (reader == CSV_FOR_SPREADSHEET)
        sink_character(&page.sink, 0xFEFF);
    return page;
}

static bool needs_quotes(struct text text)
{
    if (text.length == 0)
        return false;
    bool is_found = text.bytes[0] == ' ' || text.bytes[text.length - 1] == ' ';
    for (size_t i = 0; i < text.length; i++) {
        char c = text.bytes[i];
        is_found |= c == ',' || c == '"' || c == '\r' || c == '\n';
    }
    return is_found;
}

/* The cell as `guard` and `text` together; a guard needs no quotes. */
static void write_cell(struct csv_page *page, struct text guard, struct text text)
{
    struct sink *sink = &page->sink;
    bool is_quoted = needs_quotes(text);
    if (page->is_row_begun)
        sink_byte(sink, ',');
    page->is_row_begun = true;
    if (is_quoted)
        sink_byte(sink, '"');
    sink_text(sink, guard);
    for (size_t i = 0; is_quoted && i < text.length; i++) {
        if (text.bytes[i] == '"')
            sink_byte(sink, '"');
        sink_byte(sink, text.bytes[i]);
    }
    sink_text(sink, is_quoted ? TEXT("\"") : text);
}

void csv_page_cell(struct csv_page *page, struct text cell)
{
    write_cell(page, TEXT(""), cell);
}

/* What a spreadsheet would take for one. */
static bool is_like_formula(struct text cell)
{
    if (cell.length == 0)
        return false;
    char first = cell.bytes[0];
    return first == '=' || first == '+' || first == '-' || first == '@';
}

void csv_page_words(struct csv_page *page, struct text cell)
{
    bool is_guarded = page->reader == CSV_FOR_SPREADSHEET && is_like_formula(cell);
    write_cell(page, is_guarded ? TEXT("'") : TEXT(""), cell);
}

void csv_page_end_row(struct csv_page *page)
{
    sink_byte(&page->sink, '\n');
    page->is_row_begun = false;
}

struct text csv_page_written(const struct csv_page *page)
{
    return sink_written(&page->sink);
}
