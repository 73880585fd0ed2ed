/* What the score sheet of one round and sector has to show, before its cells are written. */
#ifndef BIWU_SCORESHEET_PLAN_H
#define BIWU_SCORESHEET_PLAN_H

#include "scoresheet_table.h"

struct scoresheet_plan {
    size_t *contestants; /* in the order of rows: by draw number, then as in contestants.csv */
    size_t count;
    size_t seats;                /* of judges: the most that any contestant has */
    size_t first_seat, end_seat; /* those in this block */
    bool is_last;                /* block: it has the columns behind the judges' */
    bool has_draw, has_judges, has_sum, has_scale, has_time, has_adjustments;
    int mark_digits, mean_digits; /* the same in a whole column */
    size_t columns;
};

struct scoresheet_plan scoresheet_plan_of(const struct scoresheet *sheet, struct arena *arena);

/* Whether a contestant's sheets are shown: of all who compete, and of the others where there are any. */
bool scoresheet_shows(const struct scoresheet *sheet, size_t contestant);

const struct rules *scoresheet_rules(const struct scoresheet *sheet);
/* NULL where the contestant does not compete. */
const struct round_result *scoresheet_result(const struct scoresheet *sheet, size_t contestant);
/* A given sheet's total: weight × mark, added up. */
struct exact scoresheet_total(const struct scoresheet *sheet, const struct sheet *marks, struct arena *arena);

#endif
