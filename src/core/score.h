/* From marks to the final score of one contestant (rules.md 3). Knows nothing of other contestants. */
#ifndef BIWU_SCORE_H
#define BIWU_SCORE_H

#include "derivation.h"
#include "sheets.h"

struct round_result {
    bool is_scored;
    struct message why_not;          /* where it is not */
    struct exact panel;              /* after panel-digits, before adjustments */
    struct exact scaled;             /* the same times the round's scale and the contestant's factor */
    struct exact score;              /* the round score, after its digits */
    bool kept_all;                   /* too few sheets, and nothing was dropped: too-few: keep-all */
    size_t expected, counted;        /* sheets; counted are those left after dropping */
    size_t pending, absent, recused; /* sheets; partly filled ones are pending */
    size_t *dropped;                 /* judges of whole sheets set aside, in the order of judges.csv */
    bool *dropped_high;              /* beside it: set aside as a highest one */
    size_t dropped_count;
    bool is_adjusted;   /* an adjustment or overtime applied, even if they add to 0 */
    points adjustments; /* their sum, with overtime */
    points overtime;    /* of them, 0 or negative */
};

/* What a tie key compares, where it is no score. */
struct tie_value {
    bool is_there;
    struct exact value;
};

struct result {
    struct round_result *rounds; /* one a round of the contest */
    bool has_final;
    struct message why_not;       /* where it has none */
    struct exact exact;           /* the final before score.digits */
    struct exact final;           /* the published final */
    bool is_adjusted;             /* an adjustment of the final applied */
    points adjustments;           /* those that name no round */
    struct tie_value *tie_values; /* one a tie key, NULL where all of them are scores */
};

/* Scores all rounds of a contestant and combines them. What it keeps lives in `arena`; `derivation` may be NULL. */
void score_contestant(const struct sheets *sheets, size_t contestant, struct arena *arena, struct arena scratch,
                      struct derivation *derivation, struct result *result);

#endif
