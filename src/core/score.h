/* From marks to the final score of one contestant, step by step (rules.md 3). What a step needs of the others of the
 * sector stands in field.h; sector_score.h puts all of it in order. */
#ifndef BIWU_SCORE_H
#define BIWU_SCORE_H

#include "derivation.h"
#include "sheets.h"

/* A sheet far from the mean of its panel. */
struct outlier {
    size_t judge;
    bool is_clamped; /* moved to the limit; otherwise it counts as it is */
};

struct round_result {
    bool is_entered; /* false: did not advance to it; all else is zero then */
    bool is_scored;
    bool has_panel; /* enough sheets: `panel` is there */
    bool is_corrected;
    bool kept_all;                   /* too few sheets, and nothing was dropped: too-few: keep-all */
    bool is_spread;                  /* the panel's ends lie too far apart */
    bool is_adjusted;                /* an adjustment or overtime applied, even if they add to 0 */
    struct exact score;              /* the round score, after its digits */
    const struct message *why_not;   /* where it is not scored, else NULL */
    struct exact panel;              /* after panel-digits; of several panels their weighted sum */
    struct exact *panels;            /* one a panel of the round where it has several, else NULL */
    struct exact scaled;             /* the same (of place-points: the points earned) times scale and factor */
    struct exact coefficient;        /* of the panel correction */
    struct exact corrected;          /* scaled × coefficient, where it is corrected */
    size_t expected, counted;        /* sheets; counted are those left after dropping */
    size_t pending, absent, recused; /* sheets; partly filled ones are pending */
    size_t dropped_count, outlier_count;
    size_t *dropped;          /* judges of whole sheets set aside, in the order of judges.csv */
    bool *dropped_high;       /* beside it: set aside as a highest one */
    struct outlier *outliers; /* sheets that lie too far off */
    int64_t
        *twice_ranks;   /* under rank-sum: twice the rank of each given sheet, in the order of judges.csv; else NULL */
    points adjustments; /* their sum, with overtime */
    points overtime;    /* of them, 0 or negative */
};

/* What a tie key compares; a missing one stands last. */
struct tie_value {
    bool is_there;
    struct exact value;
};

/* One key's values, compared one after the other: the next best round, then the one after it … */
struct tie_values {
    struct tie_value *items;
    size_t count;
};

struct result {
    struct round_result *rounds; /* one a round of the contest */
    size_t stage;                /* the last one entered, in rules.stages */
    bool has_final;
    const struct message *why_not; /* where it has none, else NULL */
    struct exact exact;            /* the final before score.digits */
    struct exact final;            /* the published final */
    bool is_adjusted;              /* an adjustment of the final applied */
    points adjustments;            /* those that name no round */
    struct tie_values *tie_values; /* one a tie key, or NULL where all of them are scores */
};

/* The sheets of a round and what its panels make of them (steps 1 to 3); sets result->has_panel, or why not. */
void score_panels(const struct sheets *sheets, size_t round, size_t contestant, struct arena *arena,
                  struct arena scratch, struct derivation *derivation, struct round_result *result);

/* Step 4: result->scaled, from `value`. */
void score_scale(const struct contest *contest, size_t round, size_t contestant, struct exact value,
                 struct arena *arena, struct derivation *derivation, struct round_result *result);

/* Steps 6 and 7: time, adjustments, floor, digits. */
void score_round_finish(const struct contest *contest, size_t round, size_t contestant, struct arena *arena,
                        struct derivation *derivation, struct round_result *result);

/* No score in the round: recorded, with the reason. */
void score_refuse(struct round_result *result, struct arena *arena, struct derivation *derivation,
                  struct message why_not);

/* 弃权 or 缺席 stands in the round's cells: no score, or 0 where the rules say so. */
void score_worded(const struct rules *rules, const struct round *round, int word, struct arena *arena,
                  struct derivation *derivation, struct round_result *result);

/* The rounds of result->stage combined; with the adjustments that name no round where `is_final`. Sets has_final, exact
 * and final, or why there is none. */
void score_combine(const struct contest *contest, size_t contestant, bool is_final, struct arena *arena,
                   struct derivation *derivation, struct result *result);

#endif
