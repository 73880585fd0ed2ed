#include "roster_file.h"

#include <string.h>

#include "people.h"
#include "plain.h"
#include "table_file.h"

/* What rosters of one kind of people may leave out. */
struct roster_kind {
    const struct table_format *format;
    row_fn *take;
    const char *id_start;
    size_t id_column, sector_column; /* sector_column INDEX_NONE: they have none */
    int id_digits_least;
};

struct roster_reading {
    const struct roster_kind *kind;
    struct intake *intake;
    struct extra_columns extra;
    struct table_format format; /* the kind's own with nothing required but the name */
    struct column columns[COLUMNS_MOST];
    size_t people, taken; /* rows below the header; those so far */
    bool has_warned_of_ids;
};

/* ---- how many there are ---- */

static void count_record(void *context, const struct record *record, struct arena scratch)
{
    size_t *records = context;
    (void)record, (void)scratch;
    ++*records;
}

/* Rows below the header, for ids of one width. */
static size_t count_people(const char *path, enum encoding encoding, struct arena scratch)
{
    struct faults told_later = faults_in(&scratch);
    struct arena below = scratch;
    size_t records = 0;
    table_file_read(path, encoding, NULL, below, &told_later, count_record, &records);
    return records > 0 ? records - 1 : 0;
}

static int digits_of(size_t number)
{
    int digits = 1;
    for (; number >= 10; number /= 10)
        digits++;
    return digits;
}

/* ---- the header ---- */

static void warn_of_missing_sectors(const struct roster_reading *reading, const struct record *header,
                                    struct arena scratch)
{
    const struct column *column = &reading->columns[CONTESTANTS_SECTOR];
    struct text nearest = SHOWN(columns_nearest_header(&reading->format, column, header, scratch));
    faults_add(reading->intake->faults, SEVERITY_WARNING, header->start,
               MESSAGE("there is no column sector (领域): all contestants are in one, “{1}”", contest_no_sector),
               nearest.length > 0
                   ? MESSAGE("is “{1}” meant to be it?", nearest)
                   : MESSAGE("where they are ranked in several, add the column, or fill it in in contestants.csv"));
}

static bool read_header(void *context, const struct record *header, struct arena scratch, size_t cell_of[COLUMNS_MOST])
{
    struct roster_reading *reading = context;
    const struct roster_kind *kind = reading->kind;
    struct faults *faults = reading->intake->faults;
    if (!columns_match(&reading->format, header, &reading->extra, scratch, faults, cell_of))
        return false;
    if (cell_of[kind->id_column] == INDEX_NONE)
        faults_add(faults, SEVERITY_WARNING, header->start,
                   MESSAGE("there is no column id (编号): the people are numbered in the order of this list"), NO_HINT);
    if (kind->sector_column != INDEX_NONE && cell_of[kind->sector_column] == INDEX_NONE)
        warn_of_missing_sectors(reading, header, scratch);
    return true;
}

/* ---- rows ---- */

/* A row with room for what the roster leaves out. */
struct completed_row {
    struct record record;
    struct row row;
    size_t cell_of[COLUMNS_MOST];
    struct text *cells;
    uint32_t *starts;
};

static void complete_row(struct completed_row *completed, const struct row *row, struct arena *scratch)
{
    enum { LEFT_OUT = 2 };
    const struct record *record = row->record;
    completed->record = *record;
    completed->row = *row;
    completed->cells = ARENA_ARRAY(scratch, struct text, record->count + LEFT_OUT);
    completed->starts = ARENA_ARRAY(scratch, uint32_t, record->count + LEFT_OUT);
    memcpy(completed->cells, record->cells, record->count * sizeof *record->cells);
    if (record->starts)
        memcpy(completed->starts, record->starts, record->count * sizeof *record->starts);
    memcpy(completed->cell_of, row->cell_of, sizeof completed->cell_of);
    completed->record.cells = completed->cells;
    completed->record.starts = record->starts ? completed->starts : NULL;
    completed->record.defects = NULL; /* looked at already */
    completed->row.cell_of = completed->cell_of;
    completed->row.record = &completed->record;
}

/* Its place is that of the row. */
static void add_cell(struct completed_row *completed, size_t column, struct text cell)
{
    size_t number = completed->record.count++;
    completed->cells[number] = cell;
    completed->cell_of[column] = number;
}

static struct text id_of(const struct roster_reading *reading, struct arena *arena)
{
    int digits = digits_of(reading->people), least = reading->kind->id_digits_least;
    struct sink id = sink_in(arena);
    sink_c(&id, reading->kind->id_start);
    sink_padded(&id, reading->taken, digits > least ? digits : least);
    return sink_written(&id);
}

/* Opened as CSV, 007 becomes 7, and a number of more than eleven digits 2.02E+11; so they are then saved. */
static bool is_changed_by_spreadsheets(struct text id)
{
    enum { MOST_DIGITS = 11 };
    for (size_t i = 0; i < id.length; i++)
        if (id.bytes[i] < '0' || id.bytes[i] > '9')
            return false;
    return id.length > MOST_DIGITS || (id.length > 1 && id.bytes[0] == '0');
}

static void look_at_id(struct roster_reading *reading, const struct row *row)
{
    struct text id = row_cell(row, reading->kind->id_column);
    if (reading->has_warned_of_ids || !is_changed_by_spreadsheets(id))
        return;
    reading->has_warned_of_ids = true;
    faults_add(row->faults, SEVERITY_WARNING, row_place(row, reading->kind->id_column),
               MESSAGE("spreadsheets change ids such as {1} when they open a CSV file and save it", SHOWN(id)),
               MESSAGE("save the filled-in tables as workbooks with the column as text, or use ids such as C01"));
}

static void take(void *context, const struct row *row)
{
    struct roster_reading *reading = context;
    const struct roster_kind *kind = reading->kind;
    struct arena scratch = row->scratch;
    struct completed_row completed;
    reading->taken++;
    look_at_id(reading, row);
    complete_row(&completed, row, &scratch);
    if (row->cell_of[kind->id_column] == INDEX_NONE)
        add_cell(&completed, kind->id_column, id_of(reading, &scratch));
    if (kind->sector_column != INDEX_NONE && row->cell_of[kind->sector_column] == INDEX_NONE)
        add_cell(&completed, kind->sector_column, contest_no_sector);
    completed.row.scratch = scratch;
    kind->take(reading->intake, &completed.row);
}

/* ---- the file ---- */

static void relax_columns(struct roster_reading *reading)
{
    const struct table_format *format = reading->kind->format;
    reading->format = *format;
    reading->format.columns = reading->columns;
    memcpy(reading->columns, format->columns, format->count * sizeof *format->columns);
    reading->columns[reading->kind->id_column].required = false;
    if (reading->kind->sector_column != INDEX_NONE)
        reading->columns[reading->kind->sector_column].required = false;
}

static void read_roster(const struct roster_kind *kind, struct intake *intake, const char *path,
                        const struct texts *extra, struct arena scratch)
{
    size_t grave = faults_grave(intake->faults);
    struct roster_reading reading = {.kind = kind, .intake = intake};
    reading.extra =
        (struct extra_columns){extra->items, extra->count, ARENA_ARRAY(&scratch, size_t, extra->count), true};
    reading.people = count_people(path, intake->encoding, scratch);
    relax_columns(&reading);
    rows_read_with(path, intake->encoding, &reading.format, &reading.extra, read_header, NULL, scratch, intake->faults,
                   take, &reading);
    if (faults_grave(intake->faults) == grave && reading.taken == 0)
        faults_add(intake->faults, SEVERITY_ERROR, (struct place){.file = text_from_c(path)},
                   MESSAGE("this list names nobody"), MESSAGE("write one a line, below the header"));
}

void roster_judges_read(struct intake *intake, const char *path, struct arena scratch)
{
    static const struct roster_kind kind = {&judges_format, judge_take, "J", JUDGES_ID, INDEX_NONE, 1};
    read_roster(&kind, intake, path, &(struct texts){NULL, 0}, scratch);
}

void roster_contestants_read(struct intake *intake, const char *path, struct arena scratch)
{
    static const struct roster_kind kind = {&contestants_format, contestant_take,    "C",
                                            CONTESTANTS_ID,      CONTESTANTS_SECTOR, 2};
    read_roster(&kind, intake, path, &intake->contest->rules.columns, scratch);
}
