#include "marks_cell.h"

#include "kept_marks.h"
#include "numbers.h"
#include "plain.h"
#include "states.h"

bool mark_read(struct text written, struct mark *mark, struct faults *faults)
{
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
        faults_add(faults, SEVERITY_ERROR, mark->place,
                   MESSAGE("“{1}” is the status of a contestant, not a mark", SHOWN(written)),
                   MESSAGE("write it in the column status of contestants.csv and leave this cell empty"));
        return false;
    }
    mark->state = CELL_GIVEN;
    return number_read_points(written, mark->place, faults, &mark->value);
}

/* Whether the mark has a place to go. Where no panel is expected, that was reported for the contestant or the round, and
 * is no fault of every mark. */
static bool has_seats(const struct intake *intake, const struct mark *mark)
{
    return intake->sheets && mark->contestant != INDEX_NONE &&
           sheets_expected(intake->sheets, mark->round, mark->contestant) > 0;
}

void mark_take_in(struct intake *intake, const struct mark *mark, bool has_judge, struct arena scratch)
{
    const struct round *round = &intake->contest->rules.rounds[mark->round];
    if (intake->kept)
        kept_marks_add(intake->kept, mark, has_judge);
    else if (has_judge && has_seats(intake, mark))
        sheets_accept(intake->sheets, mark, intake->faults);
    else if (mark->state == CELL_GIVEN)
        mark_is_allowed(&round->criteria[mark->criterion], mark, &scratch, intake->faults);
}
