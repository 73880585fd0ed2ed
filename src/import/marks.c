/* The files of the scores folder, in any of their three shapes. */
#include "kept_marks.h"
#include "lookups.h"
#include "marks_cell.h"
#include "marks_header.h"

struct marks_reading {
    struct intake *intake;
    const char *path;
    struct marks_header header;
    size_t *criteria;      /* by sheet, one a column: its number in the round below */
    size_t criteria_round; /* INDEX_NONE: not set yet */
};

/* ---- who and what a row is about ---- */

/* Whether the judge may be left out, since the round has none (method given); reports where not. */
static bool needs_no_judge(const struct intake *intake, const struct row *row, const struct mark *mark)
{
    struct text judge;
    struct message hint = mark->word == STATUS_COMPETING
                              ? NO_HINT
                              : MESSAGE("one judge's row is enough for all of the round: write any of them here");
    return mark->round == INDEX_NONE || !round_is_judged(&intake->contest->rules.rounds[mark->round]) ||
           row_needs_with(row, MARKS_JUDGE, hint, &judge);
}

static bool find_judge(struct intake *intake, const struct row *row, struct mark *mark)
{
    mark->judge = INDEX_NONE;
    if (row_cell(row, MARKS_JUDGE).length == 0)
        return needs_no_judge(intake, row, mark);
    mark->judge = lookup_judge(intake, row, MARKS_JUDGE);
    return mark->judge != INDEX_NONE;
}

/* The contestant; INDEX_NONE, too, where the row says something else of the one it names. */
static size_t find_contestant(const struct marks_reading *reading, const struct row *row)
{
    struct intake *intake = reading->intake;
    size_t found = lookup_contestant(intake, row, MARKS_CONTESTANT);
    bool is_about = found == INDEX_NONE ||
                    beside_agrees_with_contestant(&reading->header.beside, row->record,
                                                  &intake->contest->contestants[found], row->scratch, row->faults);
    return is_about ? found : INDEX_NONE;
}

/* Whether what stands beside the judge agrees. */
static bool agrees_with_judge(const struct marks_reading *reading, const struct row *row, size_t judge)
{
    return judge == INDEX_NONE || beside_agrees_with_judge(&reading->header.beside, row->record,
                                                           &reading->intake->contest->judges[judge], row->faults);
}

static bool has_column(const struct row *row, size_t column)
{
    return row->cell_of[column] != INDEX_NONE;
}

static size_t find_round(const struct marks_reading *reading, const struct row *row)
{
    bool is_told = !has_column(row, MARKS_ROUND) && reading->header.round != INDEX_NONE;
    return is_told ? reading->header.round : lookup_round(reading->intake, row, MARKS_ROUND);
}

/* The criterion of a row, or of all marks of a row by judge. */
static size_t find_criterion(const struct marks_reading *reading, const struct row *row, size_t round_number)
{
    const struct round *round = &reading->intake->contest->rules.rounds[round_number];
    struct text named = reading->header.name.criterion;
    if (has_column(row, MARKS_CRITERION) || named.length == 0)
        return lookup_criterion(reading->intake, row, MARKS_CRITERION, round_number);
    size_t found = round_find_criterion(round, named);
    if (found == INDEX_NONE)
        report_unknown_criterion(round, named, row->record->start, row->scratch, row->faults);
    return found;
}

/* ---- long ---- */

static void take_mark(struct marks_reading *reading, const struct row *row)
{
    struct intake *intake = reading->intake;
    struct mark mark = {.place = row_place(row, MARKS_SCORE)};
    bool is_score = mark_read(row_cell(row, MARKS_SCORE), &mark, row->faults);
    mark.round = find_round(reading, row);
    mark.contestant = find_contestant(reading, row);
    bool is_judge = find_judge(intake, row, &mark);
    is_judge &= agrees_with_judge(reading, row, mark.judge);
    if (mark.round == INDEX_NONE)
        return;
    mark.criterion = find_criterion(reading, row, mark.round);
    if (mark.criterion != INDEX_NONE && is_score)
        mark_take_in(intake, &mark, is_judge, row->scratch);
}

/* ---- by judge and by sheet ---- */

/* By sheet the columns' criteria, numbered anew where the round is another than that of the row before. */
static void number_criteria(struct marks_reading *reading, size_t round)
{
    const struct extra_columns *columns = &reading->header.columns;
    if (round == reading->criteria_round)
        return;
    for (size_t i = 0; i < columns->count; i++)
        reading->criteria[i] = round_find_criterion(&reading->intake->contest->rules.rounds[round], columns->names[i]);
    reading->criteria_round = round;
}

/* Takes the mark in column `number`, whose cell is not empty, for what the row says in `mark`. */
static void take_cell(const struct marks_reading *reading, const struct row *row, size_t number, struct mark mark,
                      bool has_judge)
{
    const struct intake *intake = reading->intake;
    bool is_by_judge = reading->header.shape == MARKS_BY_JUDGE;
    struct text written = row->record->cells[reading->header.columns.cell_of[number]];
    bool is_score = mark_read(written, &mark, row->faults);
    if (mark.round == INDEX_NONE)
        return;
    if (is_by_judge)
        mark.judge = reading->header.judges[number];
    else
        mark.criterion = reading->criteria[number];
    if (!is_by_judge && mark.criterion == INDEX_NONE)
        report_unknown_criterion(&intake->contest->rules.rounds[mark.round], reading->header.columns.names[number],
                                 mark.place, row->scratch, row->faults);
    if (mark.criterion != INDEX_NONE && is_score)
        mark_take_in(reading->intake, &mark, has_judge, row->scratch);
}

static void take_row(struct marks_reading *reading, const struct row *row)
{
    struct intake *intake = reading->intake;
    const struct record *record = row->record;
    bool is_by_judge = reading->header.shape == MARKS_BY_JUDGE, has_judge = true;
    struct mark mark = {.round = find_round(reading, row), .judge = INDEX_NONE, .criterion = INDEX_NONE};
    mark.contestant = find_contestant(reading, row);
    if (!is_by_judge)
        has_judge = find_judge(intake, row, &mark) && agrees_with_judge(reading, row, mark.judge);
    if (mark.round != INDEX_NONE && is_by_judge)
        mark.criterion = find_criterion(reading, row, mark.round);
    if (mark.round != INDEX_NONE && !is_by_judge)
        number_criteria(reading, mark.round);

    size_t behind = INDEX_NONE;
    for (size_t i = 0; i < reading->header.columns.count; i++) {
        size_t cell = reading->header.columns.cell_of[i];
        if (cell >= record->count || record->cells[cell].length == 0)
            continue;
        mark.place = record_place_behind(record, behind, mark.place, cell);
        behind = cell;
        take_cell(reading, row, i, mark, has_judge);
    }
}

/* ---- the file ---- */

static bool read_header(void *context, const struct record *header, struct arena scratch, size_t cell_of[COLUMNS_MOST])
{
    struct marks_reading *reading = context;
    return marks_header_read(&reading->header, reading->intake, reading->path, header, scratch, cell_of);
}

static void take(void *context, const struct row *row)
{
    struct marks_reading *reading = context;
    if (reading->header.shape == MARKS_LONG)
        take_mark(reading, row);
    else
        take_row(reading, row);
}

/* ---- ahead of their turn ---- */

/* A reading of its own for each thread, which keeps the marks. */
struct marks_ahead {
    struct marks_reading reading;
    struct intake intake;
    struct kept_marks kept;
};

static void *begin_ahead(void *context, size_t room, struct faults *faults, struct arena *arena)
{
    const struct marks_reading *reading = context;
    struct marks_ahead *ahead = arena_take(arena, 1, sizeof *ahead);
    ahead->reading = *reading;
    ahead->reading.intake = &ahead->intake;
    ahead->reading.criteria = ARENA_ARRAY(arena, size_t, reading->header.columns_most);
    ahead->reading.criteria_round = INDEX_NONE;
    ahead->intake = *reading->intake;
    ahead->intake.faults = faults;
    ahead->intake.kept = &ahead->kept;
    ahead->intake.hints_given = INTAKE_MOST_HINTS;     /* whoever reports it looks for one */
    ahead->kept = kept_marks_for(room / 2 + 1, arena); /* a mark has a character and a separator */
    return ahead;
}

static void clear_ahead(void *own)
{
    kept_marks_clear(&((struct marks_ahead *)own)->kept);
}

static void take_ahead(void *own, const struct row *row)
{
    take(&((struct marks_ahead *)own)->reading, row);
}

struct joining {
    struct intake *intake;
    struct arena scratch;
};

static void take_kept(void *context, const struct mark *mark, bool has_judge)
{
    const struct joining *joining = context;
    mark_take_in(joining->intake, mark, has_judge, joining->scratch);
}

static void join_ahead(void *context, void *own, struct place start, struct arena scratch)
{
    const struct marks_reading *reading = context;
    const struct marks_ahead *ahead = own;
    struct joining joining = {reading->intake, scratch};
    kept_marks_take(&ahead->kept, start, take_kept, &joining);
}

static const struct row_piecework marks_piecework = {begin_ahead, clear_ahead, take_ahead, join_ahead};

/* ---- all ---- */

void marks_read(struct intake *intake, const char *path, struct arena scratch)
{
    struct marks_reading reading = {.intake = intake, .path = path, .criteria_round = INDEX_NONE};
    reading.header = marks_header_for(intake->contest, &scratch);
    reading.criteria = ARENA_ARRAY(&scratch, size_t, reading.header.columns_most);
    rows_read_with(path, intake->encoding, &marks_format, &reading.header.columns, read_header, &marks_piecework,
                   scratch, intake->faults, take, &reading);
}
