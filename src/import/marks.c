/* The files of the scores folder in long form: one mark a row. */
#include "lookups.h"
#include "numbers.h"
#include "plain.h"
#include "states.h"

/* A number or a state; an empty cell is a pending mark. */
static bool read_score(const struct row *row, struct mark *mark)
{
    struct text written = row_cell(row, MARKS_SCORE);
    int status;
    if (written.length == 0) {
        mark->state = CELL_PENDING;
        return true;
    }
    bool may_be_number = (written.bytes[0] >= '0' && written.bytes[0] <= '9');
    if (!may_be_number && state_find(&cell_state_words, written, &mark->state))
        return true;
    if (!may_be_number && state_find(&contestant_status_words, written, &status)) {
        mark->word = status;
        if (status == STATUS_WITHDRAWN || status == STATUS_ABSENT || status == STATUS_DISQUALIFIED)
            return true;
        faults_add(row->faults, SEVERITY_ERROR, mark->place,
                   MESSAGE("“{1}” is the status of a contestant, not a mark", SHOWN(written)),
                   MESSAGE("write it in the column status of contestants.csv and leave this cell empty"));
        return false;
    }
    mark->state = CELL_GIVEN;
    return number_read_points(written, mark->place, row->faults, &mark->value);
}

/* The judge, who may be left out where the round has none (method given). */
static bool find_judge(struct intake *intake, const struct row *row, struct mark *mark)
{
    bool is_named = row_cell(row, MARKS_JUDGE).length > 0;
    bool needs_none = mark->round == INDEX_NONE || !round_is_judged(&intake->contest->rules.rounds[mark->round]);
    mark->judge = INDEX_NONE;
    if (!is_named && needs_none)
        return true;
    struct text judge;
    struct message hint = mark->word == STATUS_COMPETING
                              ? NO_HINT
                              : MESSAGE("one judge's row is enough for all of the round: write any of them here");
    if (!row_needs_with(row, MARKS_JUDGE, hint, &judge))
        return false;
    mark->judge = lookup_judge(intake, row, MARKS_JUDGE);
    return mark->judge != INDEX_NONE;
}

/* Whether the mark has a place to go. Where no panel is expected, that was reported for the contestant or the round, and
 * is no fault of every mark. */
static bool has_seats(const struct intake *intake, const struct mark *mark)
{
    return intake->sheets && mark->contestant != INDEX_NONE &&
           sheets_expected(intake->sheets, mark->round, mark->contestant) > 0;
}

static void take_mark(void *context, const struct row *row)
{
    struct intake *intake = context;
    struct mark mark = {.place = row_place(row, MARKS_SCORE)};
    struct arena scratch = row->scratch;
    bool is_score = read_score(row, &mark);
    mark.round = lookup_round(intake, row, MARKS_ROUND);
    mark.contestant = lookup_contestant(intake, row, MARKS_CONTESTANT);
    bool is_judge = find_judge(intake, row, &mark);
    if (mark.round == INDEX_NONE)
        return;
    mark.criterion = lookup_criterion(intake, row, MARKS_CRITERION, mark.round);
    if (mark.criterion == INDEX_NONE || !is_score)
        return;
    if (is_judge && has_seats(intake, &mark))
        sheets_accept(intake->sheets, &mark, intake->faults);
    else if (mark.state == CELL_GIVEN)
        mark_is_allowed(&intake->contest->rules.rounds[mark.round].criteria[mark.criterion], &mark, &scratch,
                        intake->faults);
}

/* A table of another shape would give a fault a column; one that says it all is better. */
static bool is_other_shape(const struct record *header, struct arena scratch, struct faults *faults)
{
    const struct column *score = &marks_format.columns[MARKS_SCORE];
    bool has_score = false, has_contestant = false;
    for (size_t i = 0; i < header->count; i++) {
        size_t column = columns_find(&marks_format, header->cells[i]);
        has_score |= column == MARKS_SCORE;
        has_contestant |= column == MARKS_CONTESTANT;
    }
    bool is_mistyped = columns_nearest_header(&marks_format, score, header, scratch).length > 0;
    if (has_score || !has_contestant || is_mistyped)
        return false;
    faults_add(faults, SEVERITY_ERROR, header->start,
               MESSAGE("this table has no column score (得分): marks are read one a row"),
               MESSAGE("its columns are round, contestant, judge, criterion, score"));
    return true;
}

void marks_read(struct intake *intake, const char *path, struct arena scratch)
{
    rows_read(path, &marks_format, is_other_shape, scratch, intake->faults, take_mark, intake);
}
