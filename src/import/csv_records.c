/* CSV through libcsv, the only place that includes it. libcsv tells no places: line ends are counted in its callbacks,
 * so that each record is known as a slice of the file, and a column is found in that slice when somebody asks. */
#include <assert.h>
#include <csv.h>
#include <string.h>

#include "places.h"
#include "records.h"

enum { CHUNK = 1 << 16, CELLS_AT_ONCE = 64 };

struct csv_reading {
    struct text utf8;
    struct arena arena; /* scratch: the row's buffers */
    struct faults *faults;
    record_fn *take;
    void *context;
    char separator;

    size_t row_start;       /* byte at which the present record begins */
    struct place row_place; /* of that byte */
    size_t inner_line_ends; /* bytes of line ends within the record's quoted cells so far */
    bool is_too_big;        /* the record goes beyond a limit: it was reported and is left out */

    char *buffer; /* the record's cells, one behind the other */
    size_t buffer_used, buffer_capacity;
    struct text *cells; /* until the record is whole only their lengths hold */
    size_t cell_count, cell_capacity;
};

/* ---- cells ---- */

static size_t line_ends_in(const char *bytes, size_t length)
{
    size_t count = 0;
    for (size_t i = 0; i < length; i++)
        count += bytes[i] == '\n' || bytes[i] == '\r';
    return count;
}

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

static void make_room(struct csv_reading *reading, size_t length)
{
    while (reading->buffer_used + length > reading->buffer_capacity) {
        size_t wider = reading->buffer_capacity > 0 ? reading->buffer_capacity * 2 : CHUNK;
        reading->buffer = arena_grow(&reading->arena, reading->buffer, reading->buffer_capacity, wider);
        reading->buffer_capacity = wider;
    }
}

static void take_cell(void *bytes, size_t length, void *context)
{
    struct csv_reading *reading = context;
    reading->inner_line_ends += line_ends_in(bytes, length);
    if (length > RECORDS_MOST_CELL_BYTES)
        report_long_cell(reading, reading->row_place);
    if (reading->cell_count == RECORDS_MOST_CELLS)
        report_wide_row(reading);
    if (reading->is_too_big)
        return;

    make_room(reading, length);
    if (length > 0)
        memcpy(reading->buffer + reading->buffer_used, bytes, length);
    reading->buffer_used += length;
    ARENA_RESERVE_ONE(&reading->arena, reading->cells, reading->cell_count, reading->cell_capacity);
    reading->cells[reading->cell_count++].length = length;
}

/* ---- records ---- */

/* Gives the cells their bytes, which stay where they are from now on. False where all of them are empty. */
static bool lay_out_cells(struct csv_reading *reading)
{
    bool has_content = false;
    const char *bytes = reading->buffer;
    for (size_t i = 0; i < reading->cell_count; i++) {
        size_t length = reading->cells[i].length;
        reading->cells[i] = text_trimmed((struct text){bytes, length});
        has_content |= reading->cells[i].length > 0;
        bytes += length;
    }
    return has_content;
}

/* Byte at which the line end of the present record stands, or the file's end. */
static size_t find_row_end(const struct csv_reading *reading)
{
    size_t at = reading->row_start;
    for (size_t left = reading->inner_line_ends + 1; at < reading->utf8.length; at++) {
        char c = reading->utf8.bytes[at];
        if ((c == '\n' || c == '\r') && --left == 0)
            break;
    }
    return at;
}

static void begin_row(struct csv_reading *reading, size_t start, struct place place)
{
    reading->row_start = start;
    reading->row_place = place;
    reading->inner_line_ends = 0;
    reading->is_too_big = false;
    reading->buffer_used = 0;
    reading->cell_count = 0;
}

/* Moves on to the record behind the line end at `row_end`, or to the file's end. */
static void begin_row_after(struct csv_reading *reading, size_t row_end)
{
    struct text utf8 = reading->utf8;
    size_t next = row_end < utf8.length ? row_end + 1 : row_end;
    struct text passed = {utf8.bytes + reading->row_start, utf8.length - reading->row_start};
    struct place place = reading->row_place;
    bool is_lf_of_crlf = reading->row_start == row_end && row_end > 0 && row_end < utf8.length &&
                         utf8.bytes[row_end] == '\n' && utf8.bytes[row_end - 1] == '\r';
    if (reading->inner_line_ends > 0) {
        place = place_of_byte(place, passed, row_end - reading->row_start);
        place.column = 1;
    }
    /* The LF behind a CR comes as an empty row of its own, on the line that the CR has begun. */
    place.line += row_end < utf8.length && !is_lf_of_crlf;
    begin_row(reading, next, place);
}

static void take_row(int line_end, void *context)
{
    struct csv_reading *reading = context;
    (void)line_end;
    size_t row_end = find_row_end(reading);
    if (reading->cell_count > 0 && !reading->is_too_big && lay_out_cells(reading)) {
        struct record record = {
            .cells = reading->cells,
            .count = reading->cell_count,
            .start = reading->row_place,
            .raw = {reading->utf8.bytes + reading->row_start, row_end - reading->row_start},
            .separator = reading->separator,
        };
        reading->take(reading->context, &record, reading->arena);
    }
    begin_row_after(reading, row_end);
}

/* ---- what is not well-formed ---- */

/* The byte of the quote that opened the cell in which `at` lies, or `at` where it is in none. */
static size_t opening_quote(const struct csv_reading *reading, size_t at)
{
    size_t opened = at;
    bool is_quoted = false;
    for (size_t i = reading->row_start; i < at; i++) {
        char c = reading->utf8.bytes[i];
        if (c == '"') {
            is_quoted = !is_quoted;
            /* A doubled quote goes on with the cell that is open. */
            if (is_quoted && opened == at)
                opened = i;
        } else if (c == reading->separator && !is_quoted) {
            opened = at;
        }
    }
    return opened;
}

static struct place place_in_row(const struct csv_reading *reading, size_t at)
{
    struct text raw = {reading->utf8.bytes + reading->row_start, reading->utf8.length - reading->row_start};
    return place_of_byte(reading->row_place, raw, at - reading->row_start);
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
    place.column = 1;
    at += is_pair ? 2 : 1;
    begin_row(reading, at < utf8.length ? at : utf8.length, place);
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
 * is out. */
static bool feed(struct csv_reading *reading, struct csv_parser *parser)
{
    struct text utf8 = reading->utf8;
    for (size_t at = reading->row_start; at < utf8.length;) {
        size_t length = utf8.length - at < CHUNK ? utf8.length - at : CHUNK;
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

void csv_records_read(struct text utf8, struct text file, struct arena scratch, struct faults *faults, record_fn *take,
                      void *context)
{
    struct csv_reading reading = {
        .utf8 = utf8,
        .arena = scratch,
        .faults = faults,
        .take = take,
        .context = context,
        .separator = records_separator(utf8),
        .row_place = {file, 1, 1},
    };
    make_room(&reading, CHUNK);
    while (reading.row_start < utf8.length)
        if (!read_stretch(&reading)) {
            faults_add(faults, SEVERITY_FAILURE, reading.row_place, MESSAGE("there is not enough memory to read on"),
                       NO_HINT);
            return;
        }
}
