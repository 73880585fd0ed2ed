#include "csv_row.h"

#include <string.h>

enum { LEAST_COPIES = 1 << 16 };

struct text csv_row_onwards(const struct csv_reading *reading)
{
    return (struct text){reading->utf8.bytes + reading->row_start, reading->utf8.length - reading->row_start};
}

void csv_row_begin(struct csv_reading *reading, size_t start)
{
    reading->row_start = reading->cursor = start;
    reading->has_inner_line_end = reading->has_content = reading->is_too_big = false;
    reading->copies_used = 0;
    reading->cell_count = 0;
}

/* What has no room goes into another, larger block. */
struct text csv_row_copy(struct csv_reading *reading, struct text cell)
{
    if (cell.length > reading->copies_capacity - reading->copies_used) {
        size_t doubled = 2 * reading->copies_capacity;
        reading->copies_capacity = doubled > LEAST_COPIES ? doubled : LEAST_COPIES;
        reading->copies = arena_take(&reading->arena, 1, reading->copies_capacity);
        reading->copies_used = 0;
    }
    char *copy = reading->copies + reading->copies_used;
    memcpy(copy, cell.bytes, cell.length);
    reading->copies_used += cell.length;
    return (struct text){copy, cell.length};
}

/* Without the apostrophe that biwu's own CSV files have before what a spreadsheet would take for a formula, so that they
 * read as they were. */
static struct text unguarded(struct text cell)
{
    static const char signs[] = {'=', '+', '-', '@'};
    bool is_guarded = cell.length > 1 && cell.bytes[0] == '\'' && memchr(signs, cell.bytes[1], sizeof signs);
    return is_guarded ? (struct text){cell.bytes + 1, cell.length - 1} : cell;
}

void csv_row_add(struct csv_reading *reading, struct text cell, size_t start)
{
    cell = unguarded(text_trimmed(cell));
    if (reading->cell_count == reading->cell_capacity) {
        size_t capacity = reading->cell_capacity;
        ARENA_RESERVE_ONE(&reading->arena, reading->starts, reading->cell_count, capacity);
        ARENA_RESERVE_ONE(&reading->arena, reading->cells, reading->cell_count, reading->cell_capacity);
    }
    reading->starts[reading->cell_count] = (uint32_t)(start - reading->row_start);
    reading->cells[reading->cell_count++] = cell;
    reading->has_content |= cell.length > 0;
}

void csv_row_take(struct csv_reading *reading, size_t row_end)
{
    if (reading->has_content && !reading->is_too_big) {
        struct record record = {
            .cells = reading->cells,
            .starts = reading->starts,
            .count = reading->cell_count,
            .start = reading->row_place,
            .raw = {reading->utf8.bytes + reading->row_start, row_end - reading->row_start},
            .behind = {reading->utf8.bytes + row_end, reading->utf8.length - row_end},
            .is_one_line = !reading->has_inner_line_end,
            .is_cut_short = row_end == reading->utf8.length,
        };
        reading->take(reading->context, &record, reading->arena);
    }
}
