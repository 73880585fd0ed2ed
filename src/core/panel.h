/* What a panel's sheets make of one contestant in one round: dropping, means, criteria. The inner half of score.h. */
#ifndef BIWU_PANEL_H
#define BIWU_PANEL_H

#include "score.h"

/* A given sheet that takes part. */
struct given_sheet {
    size_t judge, seat;
    const struct cell *cells;
    points weight; /* the judge's */
    wide total;    /* sum of criterion weight × mark, in 1/10^8 */
};

struct given_sheets {
    struct given_sheet *items; /* in the order of judges.csv */
    size_t count;
};

/* The panel score after panel-digits (by criterion: after criterion-digits, added up), from the given sheets, less
 * `low` of the lowest and `high` of the highest. Needs low + high < count. Whole sheets that are set aside are written
 * to result->dropped, and result->counted is set. What it keeps lives in `arena`; `derivation` may be NULL. */
struct exact panel_score(const struct rules *rules, const struct round *round, const struct given_sheets *given,
                         size_t low, size_t high, struct arena *arena, struct arena scratch,
                         struct derivation *derivation, struct round_result *result);

#endif
