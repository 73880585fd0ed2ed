#include "rows.h"

#include <string.h>

#include "bytes.h"
#include "encoding.h"
#include "plain.h"

struct row_reading {
    const struct table_format *format;
    struct extra_columns *extra;
    header_fn *odd_header;
    struct faults *faults;
    row_fn *take;
    void *context;
    size_t grave; /* faults before the file */
    bool has_header, is_usable;
    bool has_told_short_row; /* once a file is enough */
    size_t width;            /* cells of the header */
    size_t needed;           /* cells of a row that has all known columns */
    size_t cell_of[COLUMNS_MOST];
    const char *end; /* of the file's text */
};

/* ---- the shape of a row ---- */

/* Cells beyond the header would be lost without a word. */
static bool has_cells_beyond(const struct row_reading *reading, const struct record *record)
{
    for (size_t i = reading->width; i < record->count; i++)
        if (record->cells[i].length > 0) {
            faults_add(reading->faults, SEVERITY_ERROR, record_place(record, i),
                       MESSAGE("“{1}” stands beyond the last column", SHOWN(record->cells[i])),
                       MESSAGE("is there a comma within a cell? Put such a cell in quotes"));
            return true;
        }
    return false;
}

/* Whether the file ends within this row: no line end follows it. */
static bool is_cut_off(const struct row_reading *reading, const struct record *record)
{
    return record->raw.bytes + record->raw.length == reading->end;
}

/* Spreadsheets leave out the separators of empty cells at a row's end, so a row may lack columns that need not be
 * filled; it is told once. Not where the file may be cut off, nor where the cell says whether points are added or taken. */
static bool ends_early(struct row_reading *reading, const struct record *record)
{
    if (record->count >= reading->needed)
        return false;
    for (size_t i = 0; i < reading->format->count; i++) {
        const struct column *column = &reading->format->columns[i];
        if (reading->cell_of[i] == INDEX_NONE || reading->cell_of[i] < record->count)
            continue;
        struct place end = record_place(record, record->count);
        if (column->required || reading->format == &adjustments_format || is_cut_off(reading, record)) {
            faults_add(reading->faults, SEVERITY_ERROR, end,
                       MESSAGE("this row ends before the column {1}", column->name),
                       MESSAGE("is the file cut off, or a separator missing? An empty cell here needs its separator"));
            return true;
        }
        if (!reading->has_told_short_row)
            faults_add(
                reading->faults, SEVERITY_WARNING, end,
                MESSAGE("this row, and perhaps others, ends before the column {1}: what is not there is taken as empty",
                        column->name),
                MESSAGE("spreadsheets leave out separators at a row's end; look whether anything is missing"));
        reading->has_told_short_row = true;
        return false;
    }
    return false;
}

static void take_header(struct row_reading *reading, const struct record *header, struct arena scratch)
{
    reading->has_header = true;
    reading->width = header->count;
    /* A line before this one was left out: this is not the header. */
    if (faults_grave(reading->faults) > reading->grave)
        return;
    if (reading->odd_header && reading->odd_header(header, scratch, reading->faults))
        return;
    reading->is_usable =
        columns_match(reading->format, header, reading->extra, scratch, reading->faults, reading->cell_of);
    for (size_t i = 0; i < reading->format->count; i++) {
        size_t cell = reading->cell_of[i];
        if (cell != INDEX_NONE && cell >= reading->needed)
            reading->needed = cell + 1;
    }
}

static void take_record(void *context, const struct record *record, struct arena scratch)
{
    struct row_reading *reading = context;
    if (!reading->has_header) {
        take_header(reading, record, scratch);
        return;
    }
    if (!reading->is_usable || has_cells_beyond(reading, record) || ends_early(reading, record))
        return;
    struct row row = {reading->format, reading->cell_of, reading->extra, record,
                      reading->faults, scratch,          reading->end};
    reading->take(reading->context, &row);
}

void rows_read_with(const char *path, const struct table_format *format, struct extra_columns *extra,
                    header_fn *odd_header, struct arena scratch, struct faults *faults, row_fn *take, void *context)
{
    struct text file = text_from_c(path), raw, utf8;
    struct row_reading reading = {.format = format,
                                  .extra = extra,
                                  .odd_header = odd_header,
                                  .faults = faults,
                                  .grave = faults_grave(faults),
                                  .take = take,
                                  .context = context};

    if (!bytes_read(path, BYTES_MOST_TABLE, &scratch, faults, &raw))
        return;
    if (!encoding_as_utf8(raw, file, faults, &utf8))
        return;
    reading.end = utf8.bytes + utf8.length;
    csv_records_read(utf8, file, scratch, faults, take_record, &reading);
    if (!reading.has_header && faults_grave(faults) == reading.grave)
        faults_add(faults, SEVERITY_ERROR, (struct place){.file = file}, MESSAGE("this file is empty"),
                   MESSAGE("its first line names the columns"));
}

void rows_read(const char *path, const struct table_format *format, header_fn *odd_header, struct arena scratch,
               struct faults *faults, row_fn *take, void *context)
{
    rows_read_with(path, format, NULL, odd_header, scratch, faults, take, context);
}

size_t rows_ahead(const struct row *row)
{
    struct text rest = {row->record->raw.bytes, (size_t)(row->file_end - row->record->raw.bytes)}, line;
    static const struct text empty = TEXT_INIT(",;\t\r");
    size_t count = 0;
    while (text_next_part(&rest, '\n', &line))
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

bool row_needs(const struct row *row, size_t column, struct text *cell)
{
    *cell = row_cell(row, column);
    if (cell->length > 0)
        return true;
    faults_add(row->faults, SEVERITY_ERROR, row_place(row, column),
               MESSAGE("the cell {1} is empty", row->format->columns[column].name), NO_HINT);
    return false;
}

struct text row_extra_cell(const struct row *row, size_t extra, struct place *place)
{
    size_t cell = row->extra->cell_of[extra];
    *place = record_place(row->record, cell);
    return cell < row->record->count ? row->record->cells[cell] : TEXT("");
}
