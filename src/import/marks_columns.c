#include "marks_columns.h"

#include "marks_shape.h"
#include "plain.h"

static void report(const struct header_reading *reading, struct place place, struct message what, struct message hint)
{
    faults_add(reading->intake->faults, SEVERITY_ERROR, place, what, hint);
}

/* ---- people ---- */

/* The cell that names a person best by `rank`, the first of equals; INDEX_NONE where none does. */
static size_t best_of(const struct header_reading *reading, int rank(const struct meaning *, struct text))
{
    size_t best = INDEX_NONE;
    int best_rank = 0;
    for (size_t i = 0; i < reading->header->count; i++) {
        int cell_rank = rank(&reading->meanings[i], reading->header->cells[i]);
        if (cell_rank > best_rank) {
            best = i;
            best_rank = cell_rank;
        }
    }
    return best;
}

static void warn_not_compared(const struct header_reading *reading, size_t cell)
{
    faults_add(reading->intake->faults, SEVERITY_WARNING, record_place(reading->header, cell),
               MESSAGE("column “{1}” is not read: contestants.csv has no such column to compare it with",
                       SHOWN(reading->header->cells[cell])),
               NO_HINT);
}

/* A cell that says more about the contestant than who it is; false where another says the same. */
static bool set_beside(const struct header_reading *reading, size_t column, size_t cell)
{
    size_t *known = &reading->marks->beside.contestant_cells[column];
    if (*known != INDEX_NONE) {
        columns_report_doubled(&contestants_format, column, reading->header, *known, cell, reading->intake->faults);
        return false;
    }
    *known = cell;
    reading->marks->beside.has_contestant_cells = true;
    if (reading->intake->knows_contestants && !beside_is_kept(reading->intake->contest, column))
        warn_not_compared(reading, cell);
    return true;
}

/* ---- columns that say where the marks of a row go ---- */

static bool set_column(const struct header_reading *reading, size_t column, size_t cell)
{
    size_t *known = &reading->cell_of[column];
    if (*known != INDEX_NONE) {
        columns_report_doubled(&marks_format, column, reading->header, *known, cell, reading->intake->faults);
        return false;
    }
    *known = cell;
    return true;
}

/* Sets what a cell says of the contestant or the judge of a row. */
static bool set_person(const struct header_reading *reading, size_t cell, size_t contestant, size_t judge)
{
    const struct meaning *meaning = &reading->meanings[cell];
    struct text header = reading->header->cells[cell];
    if (cell == contestant || cell == judge)
        return set_column(reading, cell == judge ? MARKS_JUDGE : MARKS_CONTESTANT, cell);
    if (meaning->column == MARKS_JUDGE) {
        bool is_beside = reading->marks->beside.judge_name_cell == INDEX_NONE &&
                         meaning_judge_rank(meaning, header) <
                             meaning_judge_rank(&reading->meanings[judge], reading->header->cells[judge]);
        if (!is_beside)
            return set_column(reading, MARKS_JUDGE, cell);
        reading->marks->beside.judge_name_cell = cell;
        return true;
    }
    int rank = meaning_contestant_rank(meaning, header);
    bool is_name = meaning->person == CONTESTANTS_NAME || (rank == 1 && meaning->column == MARKS_CONTESTANT);
    bool is_best = rank > 0 && contestant != INDEX_NONE &&
                   rank == meaning_contestant_rank(&reading->meanings[contestant], reading->header->cells[contestant]);
    if (rank > 0 && (is_best || !is_name))
        return set_column(reading, MARKS_CONTESTANT, cell);
    return set_beside(reading, is_name ? CONTESTANTS_NAME : meaning->person, cell);
}

static bool is_of_person(const struct meaning *meaning)
{
    return meaning->person != INDEX_NONE || meaning->column == MARKS_CONTESTANT || meaning->column == MARKS_JUDGE;
}

/* ---- a column a judge, or a criterion ---- */

static void add_column(const struct header_reading *reading, size_t cell, struct text name, size_t judge)
{
    struct marks_header *marks = reading->marks;
    size_t at = marks->columns.count++;
    ((struct text *)marks->columns.names)[at] = name;
    marks->columns.cell_of[at] = cell;
    marks->judges[at] = judge;
}

static bool report_same(const struct header_reading *reading, struct message what, size_t cell)
{
    report(reading, record_place(reading->header, cell), what, MESSAGE("keep one of them"));
    return false;
}

static bool set_judge(const struct header_reading *reading, size_t cell)
{
    const struct contest *contest = reading->intake->contest;
    const struct text *cells = reading->header->cells;
    size_t judge = reading->meanings[cell].judge;
    if (judge == INDEX_AMBIGUOUS) {
        report(reading, record_place(reading->header, cell),
               MESSAGE("several judges are called “{1}”", SHOWN(cells[cell])), MESSAGE("write the id instead"));
        return false;
    }
    for (size_t i = 0; i < reading->marks->columns.count; i++)
        if (reading->marks->judges[i] == judge)
            return report_same(reading,
                               MESSAGE("judge {1} has two columns: “{2}” and “{3}”", contest->judges[judge].id,
                                       SHOWN(cells[reading->marks->columns.cell_of[i]]), SHOWN(cells[cell])),
                               cell);
    add_column(reading, cell, contest->judges[judge].id, judge);
    return true;
}

/* Whether two names are those of one criterion in some round; they may be its id and its name. */
static bool are_one_criterion(const struct rules *rules, struct text one, struct text other)
{
    for (size_t r = 0; r < rules->round_count; r++) {
        size_t number = round_find_criterion(&rules->rounds[r], one);
        if (number != INDEX_NONE && number == round_find_criterion(&rules->rounds[r], other))
            return true;
    }
    return false;
}

static bool set_criterion(const struct header_reading *reading, size_t cell)
{
    const struct extra_columns *columns = &reading->marks->columns;
    const struct text *cells = reading->header->cells;
    struct text criterion = reading->meanings[cell].criterion;
    for (size_t i = 0; i < columns->count; i++)
        if (are_one_criterion(reading->rules, columns->names[i], criterion))
            return report_same(reading,
                               MESSAGE("criterion {1} has two columns: “{2}” and “{3}”", criterion,
                                       SHOWN(cells[columns->cell_of[i]]), SHOWN(cells[cell])),
                               cell);
    add_column(reading, cell, criterion, INDEX_NONE);
    return true;
}

static struct text nearest_criterion(const struct rules *rules, struct text written, struct arena scratch)
{
    struct index known = index_in(&scratch);
    for (size_t r = 0; r < rules->round_count; r++)
        for (size_t c = 0; c < rules->rounds[r].criterion_count; c++) {
            index_add(&known, rules->rounds[r].criteria[c].id, 0);
            index_add(&known, rules->rounds[r].criteria[c].name, 0);
        }
    return index_nearest(&known, written, scratch);
}

/* A column that is nobody's: misspelt, or not of this contest. Where the judges are not known for certain, it may be that
 * of one who is missing there; so with criteria. */
static bool report_unknown(const struct header_reading *reading, size_t cell)
{
    bool is_by_judge = reading->marks->shape == MARKS_BY_JUDGE;
    struct text header = reading->header->cells[cell], nearest = TEXT("");
    if (!(is_by_judge ? reading->intake->knows_judges : reading->intake->knows_rounds))
        return true;
    if (header.length <= PLAIN_MOST_BYTES)
        nearest = is_by_judge ? contest_nearest_judge(reading->intake->contest, header, reading->scratch)
                              : nearest_criterion(reading->rules, header, reading->scratch);
    report(reading, record_place(reading->header, cell),
           is_by_judge ? MESSAGE("column “{1}” is no judge of judges.csv", SHOWN(header))
                       : MESSAGE("column “{1}” is no criterion of contest.yaml", SHOWN(header)),
           nearest.length > 0 ? MESSAGE("is “{1}” meant?", nearest)
                              : MESSAGE("of other columns 总分, 平均分, 名次, 备注 and 序号 may stand here"));
    return false;
}

static void warn_of_total(const struct header_reading *reading, size_t cell)
{
    faults_add(reading->intake->faults, SEVERITY_WARNING, record_place(reading->header, cell),
               MESSAGE("column “{1}” is not read", SHOWN(reading->header->cells[cell])), NO_HINT);
}

/* ---- the header, cell by cell ---- */

static bool is_named(const struct header_reading *reading, size_t cell)
{
    const struct meaning *meaning = &reading->meanings[cell];
    return reading->marks->shape == MARKS_BY_JUDGE ? meaning->judge != INDEX_NONE : meaning->criterion.length > 0;
}

/* Whether the cell is one of the shape's own columns. */
static bool is_own_column(const struct header_reading *reading, size_t cell)
{
    const struct meaning *meaning = &reading->meanings[cell];
    size_t other = reading->marks->shape == MARKS_BY_JUDGE ? MARKS_CRITERION : MARKS_JUDGE;
    return meaning_is_column(meaning) || meaning->column == other;
}

static bool match_wide_cell(const struct header_reading *reading, size_t cell, size_t contestant, size_t judge)
{
    const struct meaning *meaning = &reading->meanings[cell];
    if (reading->header->cells[cell].length == 0)
        return true;
    if (is_named(reading, cell) && is_own_column(reading, cell)) {
        marks_shape_report_two_meanings(reading->intake, reading->header, cell);
        return false;
    }
    if (is_named(reading, cell))
        return reading->marks->shape == MARKS_BY_JUDGE ? set_judge(reading, cell) : set_criterion(reading, cell);
    if (meaning->is_total) {
        warn_of_total(reading, cell);
        return true;
    }
    if (!is_own_column(reading, cell))
        return report_unknown(reading, cell);
    if (is_of_person(meaning))
        return set_person(reading, cell, contestant, judge);
    return set_column(reading, meaning->column, cell);
}

static bool report_no_contestant(const struct header_reading *reading)
{
    columns_report_missing(&marks_format, MARKS_CONTESTANT, reading->header, reading->scratch, reading->intake->faults);
    return false;
}

static bool report_no_judge(const struct header_reading *reading)
{
    const struct column *judge = &marks_format.columns[MARKS_JUDGE];
    struct text nearest = SHOWN(columns_nearest_header(&marks_format, judge, reading->header, reading->scratch));
    report(reading, reading->header->start, MESSAGE("the column {1} ({2}) is missing", judge->name, TEXT("评委")),
           nearest.length > 0 ? MESSAGE("is “{1}” meant to be it?", nearest)
                              : MESSAGE("marks that no judge gave stand in a column score (得分), one a row"));
    return false;
}

static bool match_wide(const struct header_reading *reading)
{
    bool is_sound = true, is_by_sheet = reading->marks->shape == MARKS_BY_SHEET;
    size_t contestant = best_of(reading, meaning_contestant_rank);
    size_t judge = is_by_sheet ? best_of(reading, meaning_judge_rank) : INDEX_NONE;
    for (size_t i = 0; i < reading->header->count; i++)
        is_sound &= match_wide_cell(reading, i, contestant, judge);
    if (contestant == INDEX_NONE)
        is_sound = report_no_contestant(reading);
    if (is_by_sheet && judge == INDEX_NONE)
        is_sound = report_no_judge(reading);
    return is_sound;
}

/* The long shape's columns are matched as those of all tables are, once what stands beside them is taken out. */
static bool match_long(const struct header_reading *reading)
{
    struct arena scratch = reading->scratch;
    struct record rest = *reading->header;
    struct text *cells = ARENA_ARRAY(&scratch, struct text, rest.count);
    size_t contestant = best_of(reading, meaning_contestant_rank), judge = best_of(reading, meaning_judge_rank);
    bool is_sound = true;
    rest.cells = cells;
    for (size_t i = 0; i < rest.count; i++)
        cells[i] = reading->header->cells[i];
    for (size_t i = 0; i < rest.count; i++) {
        if (!is_of_person(&reading->meanings[i]))
            continue;
        is_sound &= set_person(reading, i, contestant, judge);
        cells[i] = TEXT("");
    }
    if (contestant != INDEX_NONE)
        cells[contestant] = marks_format.columns[MARKS_CONTESTANT].name;
    if (judge != INDEX_NONE)
        cells[judge] = marks_format.columns[MARKS_JUDGE].name;
    return columns_match(&marks_format, &rest, NULL, scratch, reading->intake->faults, reading->cell_of) && is_sound;
}

bool marks_columns_match(const struct header_reading *reading)
{
    return reading->marks->shape == MARKS_LONG ? match_long(reading) : match_wide(reading);
}
