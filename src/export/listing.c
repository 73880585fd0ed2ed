#include "listing.h"

#include "json_page.h"
#include "text_table.h"

static struct text cell_at(const struct listing *listing, size_t row, size_t column)
{
    return listing->cells[row * listing->column_count + column];
}

/* ---- for a terminal ---- */

static bool is_filled(const struct listing *listing, size_t column)
{
    for (size_t row = 0; row < listing->row_count; row++)
        if (cell_at(listing, row, column).length > 0)
            return true;
    return false;
}

struct text listing_table(const struct listing *listing, const struct style *style, struct arena *arena,
                          struct arena scratch)
{
    struct table_column *columns = ARENA_ARRAY(&scratch, struct table_column, listing->column_count);
    struct table_cell *cells = ARENA_ARRAY(&scratch, struct table_cell, listing->column_count * listing->row_count);
    struct text_table table = {.columns = columns, .cells = cells, .row_count = listing->row_count};
    size_t *shown = ARENA_ARRAY(&scratch, size_t, listing->column_count);
    for (size_t c = 0; c < listing->column_count; c++) {
        const struct listing_column *column = &listing->columns[c];
        if (!is_filled(listing, c))
            continue;
        columns[table.column_count] =
            (struct table_column){.heading = text_from_c(style->translate(column->heading)),
                                  .is_number = column->kind == LISTED_SCORE || column->kind == LISTED_COUNT,
                                  .may_wrap = column->kind == LISTED_LONG};
        shown[table.column_count++] = c;
    }
    for (size_t row = 0, at = 0; row < listing->row_count; row++)
        for (size_t i = 0; i < table.column_count; i++)
            cells[at++].text = cell_at(listing, row, shown[i]);
    return text_table(&table, style, arena, scratch);
}

/* ---- for programs ---- */

struct text listing_csv(const struct listing *listing, enum csv_reader reader, struct arena *arena)
{
    struct csv_page page = csv_page_for(reader, arena);
    for (size_t c = 0; c < listing->column_count; c++)
        csv_page_cell(&page, listing->columns[c].key);
    csv_page_end_row(&page);
    for (size_t row = 0; row < listing->row_count; row++) {
        for (size_t c = 0; c < listing->column_count; c++)
            if (listing->columns[c].kind == LISTED_COUNT)
                csv_page_cell(&page, cell_at(listing, row, c));
            else
                csv_page_words(&page, cell_at(listing, row, c));
        csv_page_end_row(&page);
    }
    return csv_page_written(&page);
}

static size_t count_of(struct text digits)
{
    enum { TEN = 10 };
    size_t count = 0;
    for (size_t i = 0; i < digits.length; i++)
        count = count * TEN + (size_t)(digits.bytes[i] - '0');
    return count;
}

struct text listing_json(const struct listing *listing, struct arena *arena, struct arena scratch)
{
    struct json_page page = json_page_in(arena, false);
    json_page_open(&page, TEXT(""), '[');
    for (size_t row = 0; row < listing->row_count; row++) {
        struct arena own = scratch;
        json_page_open(&page, TEXT(""), '{');
        for (size_t c = 0; c < listing->column_count; c++) {
            struct text cell = cell_at(listing, row, c);
            if (cell.length > 0)
                json_page_put(&page, listing->columns[c].key,
                              listing->columns[c].kind == LISTED_COUNT ? json_piece_count(&own, count_of(cell))
                                                                       : json_piece_text(&own, cell));
        }
        json_page_close(&page);
    }
    json_page_close(&page);
    sink_byte(&page.sink, '\n');
    return sink_written(&page.sink);
}
