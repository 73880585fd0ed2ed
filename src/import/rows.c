#include "rows.h"

#include <string.h>

#include "defects.h"
#include "plain.h"
#include "table_file.h"

struct row_reading {
    const struct table_format *format;
    struct extra_columns *extra;
    header_fn *read_header;
    const struct row_piecework *work; /* or NULL */
    struct faults *faults;
    row_fn *take;
    void *context;
    size_t grave; /* faults before the file */
    bool has_header, is_usable;
    bool has_told_short_row; /* once a file is enough */
    size_t width;            /* cells of the header */
    size_t needed;           /* cells of a row that has all known columns */
    size_t cell_of[COLUMNS_MOST];
    struct text headings[COLUMNS_MOST];
    struct row row;      /* the present one: of them all but for its record */
    char *heading_bytes; /* room for so many, PLAIN_MOST_BYTES each: a header that means a column is no longer */
};

/* ---- the shape of a row ---- */

/* Cells beyond the header would be lost without a word. */
static bool has_cells_beyond(const struct row_reading *reading, const struct record *record)
{
    for (size_t i = reading->width; i < record->count; i++)
        if (record->cells[i].length > 0) {
            faults_add(reading->faults, SEVERITY_ERROR, record_place(record, i),
                       MESSAGE("“{1}” stands beyond the last column", SHOWN(record->cells[i])),
                       record->starts ? MESSAGE("is there a comma within a cell? Put such a cell in quotes")
                                      : MESSAGE("name its column in the first row, or take it out of the table"));
            return true;
        }
    return false;
}

/* The first known column of which a short row has no cell; empty where it has all. */
static struct text column_beyond(const struct row_reading *reading, const struct record *record, bool *is_required)
{
    *is_required = false;
    for (size_t i = 0; i < reading->format->count; i++) {
        const struct column *column = &reading->format->columns[i];
        if (reading->cell_of[i] == INDEX_NONE || reading->cell_of[i] < record->count)
            continue;
        *is_required = column->required || reading->format == &adjustments_format;
        return reading->headings[i];
    }
    for (size_t i = 0; reading->extra && i < reading->extra->count; i++)
        if (reading->extra->cell_of[i] != INDEX_NONE && reading->extra->cell_of[i] >= record->count)
            return reading->extra->names[i];
    return TEXT("");
}

/* Spreadsheets leave out the separators of empty cells at a row's end, so a row may lack columns that need not be
 * filled; it is told once. Not where the file may be cut off, nor where the cell says whether points are added or taken. */
static bool ends_early(struct row_reading *reading, const struct record *record)
{
    bool is_required;
    if (record->count >= reading->needed)
        return false;
    struct text column = column_beyond(reading, record, &is_required);
    struct place end = record_place(record, record->count);
    if (is_required || record->is_cut_short) {
        faults_add(reading->faults, SEVERITY_ERROR, end, MESSAGE("this row ends before the column {1}", column),
                   MESSAGE("is the file cut off, or a separator missing? An empty cell here needs its separator"));
        return true;
    }
    if (!reading->has_told_short_row)
        faults_add(
            reading->faults, SEVERITY_WARNING, end,
            MESSAGE("this row, and perhaps others, ends before the column {1}: what is not there is taken as empty",
                    column),
            MESSAGE("spreadsheets leave out separators at a row's end; look whether anything is missing"));
    reading->has_told_short_row = true;
    return false;
}

/* Whether all cells of the columns that are read can be read; only those of workbooks may not. */
static bool is_sound(const struct row_reading *reading, const struct record *record)
{
    bool are_sound = true;
    for (size_t i = 0; record->defects && i < reading->format->count; i++)
        if (reading->cell_of[i] != INDEX_NONE)
            are_sound &= record_cell_is_sound(record, reading->cell_of[i], reading->faults);
    for (size_t i = 0; record->defects && reading->extra && i < reading->extra->count; i++)
        if (reading->extra->cell_of[i] != INDEX_NONE)
            are_sound &= record_cell_is_sound(record, reading->extra->cell_of[i], reading->faults);
    return are_sound;
}

static bool is_sound_header(const struct record *header, struct faults *faults)
{
    bool are_sound = true;
    for (size_t i = 0; i < header->count; i++)
        are_sound &= record_cell_is_sound(header, i, faults);
    return are_sound;
}

/* The header itself does not outlive its record. */
static void keep_headings(struct row_reading *reading, const struct record *header)
{
    for (size_t i = 0; i < reading->format->count; i++) {
        size_t cell = reading->cell_of[i];
        reading->headings[i] = reading->format->columns[i].name;
        if (cell == INDEX_NONE)
            continue;
        struct text written = header->cells[cell];
        char *kept = reading->heading_bytes + i * PLAIN_MOST_BYTES;
        memcpy(kept, written.bytes, written.length);
        reading->headings[i] = (struct text){kept, written.length};
    }
}

static void need_cell(struct row_reading *reading, size_t cell)
{
    if (cell != INDEX_NONE && cell >= reading->needed)
        reading->needed = cell + 1;
}

static void take_header(struct row_reading *reading, const struct record *header, struct arena scratch)
{
    reading->has_header = true;
    reading->width = header->count;
    /* A line before this one was left out: this is not the header. */
    if (faults_grave(reading->faults) > reading->grave || !is_sound_header(header, reading->faults))
        return;
    reading->is_usable =
        reading->read_header
            ? reading->read_header(reading->context, header, scratch, reading->cell_of)
            : columns_match(reading->format, header, reading->extra, scratch, reading->faults, reading->cell_of);
    if (!reading->is_usable)
        return;
    keep_headings(reading, header);
    reading->row = (struct row){.format = reading->format,
                                .cell_of = reading->cell_of,
                                .headings = reading->headings,
                                .extra = reading->extra,
                                .faults = reading->faults};
    for (size_t i = 0; i < reading->format->count; i++)
        need_cell(reading, reading->cell_of[i]);
    for (size_t i = 0; reading->extra && i < reading->extra->count; i++)
        need_cell(reading, reading->extra->cell_of[i]);
}

static void take_record(void *context, const struct record *record, struct arena scratch)
{
    struct row_reading *reading = context;
    if (!reading->has_header) {
        take_header(reading, record, scratch);
        return;
    }
    if (!reading->is_usable || has_cells_beyond(reading, record) || ends_early(reading, record) ||
        !is_sound(reading, record))
        return;
    reading->row.record = record;
    reading->row.scratch = scratch;
    reading->take(reading->context, &reading->row);
}

/* ---- piecework: a copy of the reading for each thread ---- */

static void *begin_work(void *context, size_t room, struct faults *faults, struct arena *arena)
{
    struct row_reading *reading = context;
    if (!reading->is_usable)
        return NULL;
    struct row_reading *own = arena_take(arena, 1, sizeof *own);
    *own = *reading;
    own->faults = own->row.faults = faults;
    own->grave = 0;
    own->take = reading->work->take;
    own->context = reading->work->begin(reading->context, room, faults, arena);
    return own;
}

static void clear_work(void *context)
{
    struct row_reading *own = context;
    own->work->clear(own->context);
}

static void join_work(void *context, void *work, struct place start, struct arena scratch)
{
    struct row_reading *reading = context, *own = work;
    reading->work->join(reading->context, own->context, start, scratch);
}

static const struct piecework record_piecework = {begin_work, clear_work, take_record, join_work};

/* ---- the file ---- */

void rows_read_with(const char *path, enum encoding encoding, const struct table_format *format,
                    struct extra_columns *extra, header_fn *read_header, const struct row_piecework *work,
                    struct arena scratch, struct faults *faults, row_fn *take, void *context)
{
    struct row_reading reading = {.format = format,
                                  .extra = extra,
                                  .read_header = read_header,
                                  .work = work,
                                  .faults = faults,
                                  .grave = faults_grave(faults),
                                  .take = take,
                                  .context = context};

    reading.heading_bytes = ARENA_ARRAY(&scratch, char, (size_t)COLUMNS_MOST *PLAIN_MOST_BYTES);
    table_file_read(path, encoding, work ? &record_piecework : NULL, scratch, faults, take_record, &reading);
    if (!reading.has_header && faults_grave(faults) == reading.grave)
        faults_add(faults, SEVERITY_ERROR, (struct place){.file = text_from_c(path)}, MESSAGE("this file is empty"),
                   MESSAGE("its first line names the columns"));
}

void rows_read(const char *path, enum encoding encoding, const struct table_format *format, struct arena scratch,
               struct faults *faults, row_fn *take, void *context)
{
    rows_read_with(path, encoding, format, NULL, NULL, NULL, scratch, faults, take, context);
}

size_t rows_ahead(const struct row *row)
{
    static const struct text empty = TEXT_INIT(",;\t\r");
    struct text behind = row->record->behind, line;
    size_t count = 1;
    while (text_next_part(&behind, '\n', &line))
        count += line.length > 0 && !memchr(empty.bytes, line.bytes[0], empty.length);
    return count;
}

/* ---- cells ---- */

/* Whether the file has the column at all. */
static bool row_has_column(const struct row *row, size_t column)
{
    return row->cell_of[column] != INDEX_NONE;
}

struct text row_cell(const struct row *row, size_t column)
{
    size_t cell = row->cell_of[column];
    if (cell == INDEX_NONE || cell >= row->record->count)
        return TEXT("");
    return row->record->cells[cell];
}

struct place row_place(const struct row *row, size_t column)
{
    if (!row_has_column(row, column))
        return row->record->start;
    return record_place(row->record, row->cell_of[column]);
}

bool row_needs_with(const struct row *row, size_t column, struct message hint, struct text *cell)
{
    *cell = row_cell(row, column);
    if (cell->length > 0)
        return true;
    faults_add(row->faults, SEVERITY_ERROR, row_place(row, column),
               MESSAGE("the cell {1} is empty", row->headings[column]), hint);
    return false;
}

bool row_needs(const struct row *row, size_t column, struct text *cell)
{
    /* The usual way is short: this is asked of every cell. */
    *cell = row_cell(row, column);
    return cell->length > 0 || row_needs_with(row, column, NO_HINT, cell);
}

struct text row_extra_cell(const struct row *row, size_t extra, struct place *place)
{
    size_t cell = row->extra->cell_of[extra];
    *place = cell != INDEX_NONE ? record_place(row->record, cell) : row->record->start;
    return cell < row->record->count ? row->record->cells[cell] : TEXT("");
}
