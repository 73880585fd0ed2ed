/* CSV through libcsv, the only place that includes it. libcsv tells no places: a cursor follows its cells through the
 * file, so that each is known as a slice of it. Only cells with doubled quotes are copied. Lines before the first quote do
 * not need it. */
#include <assert.h>
#include <csv.h>
#include <string.h>

#include "csv_plain.h"
#include "csv_quotes.h"
#include "places.h"

enum { CHUNK = 1 << 16 };

/* ---- cells ---- */

static void report_too_big(struct csv_reading *reading, struct place place, struct message what, struct message hint)
{
    if (!reading->is_too_big)
        faults_add(reading->faults, SEVERITY_ERROR, place, what, hint);
    reading->is_too_big = true;
}

static void report_long_cell(struct csv_reading *reading, struct place place)
{
    static_assert(RECORDS_MOST_CELL_BYTES == 65536, "the message names it");
    report_too_big(reading, place, MESSAGE("a cell of this row is longer than 65536 bytes"),
                   MESSAGE("is a quote left open?"));
}

static void report_wide_row(struct csv_reading *reading)
{
    static_assert(RECORDS_MOST_CELLS == 20000, "the message names it");
    report_too_big(reading, reading->row_place, MESSAGE("this row has more than 20000 cells"), NO_HINT);
}

/* The cell whose opening quote is at `opening`, and moves the cursor behind its closing one. `unquoted` is what libcsv
 * makes of it, in its own buffer. */
static struct text quoted_cell(struct csv_reading *reading, struct text unquoted, size_t opening)
{
    size_t start = opening + 1, end = csv_closing_quote(reading->utf8, opening);
    struct text cell = {reading->utf8.bytes + start, end - start};
    reading->cursor = end + 1;
    for (size_t i = 0; i < cell.length; i++)
        reading->has_inner_line_end |= cell.bytes[i] == '\n' || cell.bytes[i] == '\r';
    if (cell.length == unquoted.length || unquoted.length > RECORDS_MOST_CELL_BYTES)
        return cell;
    return csv_row_copy(reading, unquoted);
}

static bool is_within_limits(struct csv_reading *reading, size_t length)
{
    if (length > RECORDS_MOST_CELL_BYTES)
        report_long_cell(reading, reading->row_place);
    if (reading->cell_count == RECORDS_MOST_CELLS)
        report_wide_row(reading);
    return !reading->is_too_big;
}

static void take_cell(void *bytes, size_t length, void *context)
{
    struct csv_reading *reading = context;
    struct text utf8 = reading->utf8;
    size_t start = csv_behind_blanks(utf8, reading->separator, reading->cursor), end = start + length;
    struct text cell = {utf8.bytes + start, length};
    if (start < utf8.length && utf8.bytes[start] == '"') {
        cell = quoted_cell(reading, (struct text){bytes, length}, start);
        end = reading->cursor;
    }
    end = csv_behind_blanks(utf8, reading->separator, end);
    reading->cursor = end + (end < utf8.length && utf8.bytes[end] == reading->separator);
    if (is_within_limits(reading, length))
        csv_row_add(reading, cell, start);
}

/* ---- records ---- */

/* Moves on to the record behind the line end at `row_end`, or to the file's end. */
static void begin_row_after(struct csv_reading *reading, size_t row_end)
{
    struct text utf8 = reading->utf8;
    bool is_lf_of_crlf = reading->row_start == row_end && row_end > 0 && row_end < utf8.length &&
                         utf8.bytes[row_end] == '\n' && utf8.bytes[row_end - 1] == '\r';
    if (reading->has_inner_line_end) {
        reading->row_place = place_of_byte(reading->row_place, csv_row_onwards(reading), row_end - reading->row_start);
        reading->row_place.column = 1;
    }
    /* The LF behind a CR comes as an empty row of its own, on the line that the CR has begun. */
    bool is_counted = row_end < utf8.length && !is_lf_of_crlf;
    reading->row_place.line += is_counted;
    reading->row_place.row += is_counted;
    csv_row_begin(reading, row_end < utf8.length ? row_end + 1 : row_end);
}

static void take_row(int line_end, void *context)
{
    struct csv_reading *reading = context;
    (void)line_end;
    size_t row_end = csv_behind_blanks(reading->utf8, reading->separator, reading->cursor);
    csv_row_take(reading, row_end);
    begin_row_after(reading, row_end);
}

/* ---- what is not well-formed ---- */

/* The byte of the quote that opened the cell in which `at` lies, or `at` where it is in none. */
static size_t opening_quote(const struct csv_reading *reading, size_t at)
{
    return reading->row_start +
           csv_opening_quote(csv_row_onwards(reading), reading->separator, at - reading->row_start);
}

static struct place place_in_row(const struct csv_reading *reading, size_t at)
{
    return place_of_byte(reading->row_place, csv_row_onwards(reading), at - reading->row_start);
}

/* Leaves the record out and goes on with the line after the one of byte `at`. */
static void skip_line_of(struct csv_reading *reading, size_t at)
{
    struct place place = place_in_row(reading, at);
    struct text utf8 = reading->utf8;
    while (at < utf8.length && utf8.bytes[at] != '\n' && utf8.bytes[at] != '\r')
        at++;
    bool is_pair = at + 1 < utf8.length && utf8.bytes[at] == '\r' && utf8.bytes[at + 1] == '\n';
    place.line++;
    place.row++;
    place.column = 1;
    at += is_pair ? 2 : 1;
    reading->row_place = place;
    csv_row_begin(reading, at < utf8.length ? at : utf8.length);
}

static void report_open_quote(struct csv_reading *reading, size_t opened)
{
    faults_add(reading->faults, SEVERITY_ERROR, place_in_row(reading, opened),
               MESSAGE("the quote that opens here is never closed"),
               MESSAGE("close it, or write a quote within a cell twice: \"\""));
    skip_line_of(reading, opened);
}

/* `at` is the byte that libcsv refused: a quote within a cell that has none around it, or a character behind a closing
 * quote. Where that cell began on an earlier line, its quote was most likely left open there. */
static void report_refused(struct csv_reading *reading, size_t at)
{
    size_t opened = opening_quote(reading, at);
    struct place place = place_in_row(reading, at);
    if (opened != at && place_in_row(reading, opened).line != place.line) {
        report_open_quote(reading, opened);
        return;
    }
    bool is_quote = reading->utf8.bytes[at] == '"';
    faults_add(reading->faults, SEVERITY_ERROR, place,
               is_quote ? MESSAGE("there is a quote within this cell, which does not begin with one")
                        : MESSAGE("this cell goes on behind its closing quote"),
               MESSAGE("put the whole cell in quotes, and write a quote within it twice: \"\""));
    skip_line_of(reading, at);
}

/* ---- the file ---- */

/* An open quote must not fill the memory with the rest of the file. */
static bool is_cell_endless(struct csv_reading *reading, const struct csv_parser *parser, size_t at)
{
    if (parser->entry_pos <= RECORDS_MOST_CELL_BYTES)
        return false;
    size_t opened = opening_quote(reading, at);
    report_long_cell(reading, opened < at ? place_in_row(reading, opened) : reading->row_place);
    skip_line_of(reading, opened);
    return true;
}

/* Feeds libcsv from the present record on until the end or a fault, which leaves row_start behind it. False when memory
 * is out. Chunks end at the same bytes of a text however it is cut into pieces: so an endless cell is told at the same
 * one. */
static bool feed(struct csv_reading *reading, struct csv_parser *parser)
{
    struct text utf8 = reading->utf8;
    for (size_t at = reading->row_start; at < utf8.length;) {
        size_t length = CHUNK - (reading->offset + at) % CHUNK;
        if (length > utf8.length - at)
            length = utf8.length - at;
        size_t done = csv_parse(parser, utf8.bytes + at, length, take_cell, take_row, reading);
        at += done;
        if (csv_error(parser) == CSV_ENOMEM)
            return false;
        if (done < length) {
            report_refused(reading, at);
            return true;
        }
        if (is_cell_endless(reading, parser, at))
            return true;
    }
    if (csv_fini(parser, take_cell, take_row, reading) != 0)
        report_open_quote(reading, opening_quote(reading, utf8.length));
    else
        reading->row_start = utf8.length;
    return true;
}

/* A parser a stretch between faults: after a strict error libcsv would go on with half a row. */
static bool read_stretch(struct csv_reading *reading)
{
    struct csv_parser parser;
    if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL) != 0)
        return false;
    csv_set_delim(&parser, (unsigned char)reading->separator);
    csv_set_blk_size(&parser, CHUNK);
    bool has_memory = feed(reading, &parser);
    csv_free(&parser);
    return has_memory;
}

struct place csv_piece_read(const struct csv_piece *piece, struct arena scratch, struct faults *faults, record_fn *take,
                            void *context)
{
    struct csv_reading reading = {
        .utf8 = piece->utf8,
        .offset = piece->offset,
        .arena = scratch,
        .faults = faults,
        .take = take,
        .context = context,
        .separator = piece->separator,
        .row_place = piece->start,
    };
    csv_plain_take(&reading);
    while (reading.row_start < piece->utf8.length)
        if (!read_stretch(&reading)) {
            faults_add(faults, SEVERITY_FAILURE, reading.row_place, MESSAGE("there is not enough memory to read on"),
                       NO_HINT);
            break;
        }
    return reading.row_place;
}

void csv_records_read(struct text utf8, struct text file, struct arena scratch, struct faults *faults, record_fn *take,
                      void *context)
{
    struct csv_piece whole = {
        .utf8 = utf8,
        .start = {.file = file, .line = 1, .column = 1, .row = 1},
        .separator = records_separator(utf8),
    };
    csv_piece_read(&whole, scratch, faults, take, context);
}
