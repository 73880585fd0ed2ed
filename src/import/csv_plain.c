#include "csv_plain.h"

#include <string.h>

/* Where `byte` stands first from `start` to before `end`, or `end`. */
static size_t find(struct text text, size_t start, size_t end, char byte)
{
    const char *found = start < end ? memchr(text.bytes + start, byte, end - start) : NULL;
    return found ? (size_t)(found - text.bytes) : end;
}

/* The cells of the present record. False where they are too many. */
static bool split(struct csv_reading *reading, size_t row_end)
{
    struct text line = {reading->utf8.bytes, row_end};
    size_t start = csv_behind_blanks(line, reading->separator, reading->row_start);
    if (start == row_end)
        return true;
    for (;;) {
        size_t end = find(line, start, row_end, reading->separator);
        if (reading->cell_count == RECORDS_MOST_CELLS)
            return false;
        csv_row_add(reading, (struct text){line.bytes + start, end - start}, start);
        if (end == row_end)
            return true;
        start = csv_behind_blanks(line, reading->separator, end + 1);
    }
}

/* Where the line that ends with the LF at `line_feed` ends for its reader: before CRLF, too. False where a CR stands
 * alone. */
static bool row_ends(const struct csv_reading *reading, size_t line_feed, size_t *row_end)
{
    *row_end = find(reading->utf8, reading->row_start, line_feed, '\r');
    return *row_end == line_feed || *row_end + 1 == line_feed;
}

/* Takes the present record where it is a plain line that ends before byte `end`. */
static bool take_line(struct csv_reading *reading, size_t end, bool has_cr)
{
    size_t start = reading->row_start, line_feed = find(reading->utf8, start, end, '\n'), row_end = line_feed;
    if (line_feed == end || line_feed - start > RECORDS_MOST_CELL_BYTES ||
        (has_cr && !row_ends(reading, line_feed, &row_end)))
        return false;
    if (!split(reading, row_end)) {
        csv_row_begin(reading, start);
        return false;
    }
    csv_row_take(reading, row_end);
    reading->row_place.line++;
    reading->row_place.row++;
    csv_row_begin(reading, line_feed + 1);
    return true;
}

void csv_plain_take(struct csv_reading *reading)
{
    struct text utf8 = reading->utf8;
    size_t end = find(utf8, reading->row_start, utf8.length, '"');
    bool has_cr = find(utf8, reading->row_start, end, '\r') < end;
    while (take_line(reading, end, has_cr))
        continue;
}
