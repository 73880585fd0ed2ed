/* How a result came about, step by step, recorded by the functions that compute it and by no others.
 *
 * Every function that takes a `struct derivation *` records into it, or computes silently where it is NULL. */
#ifndef BIWU_DERIVATION_H
#define BIWU_DERIVATION_H

#include "contest.h"

enum step_kind {
    STEP_ROUND,       /* a round begins: round */
    STEP_SHEET,       /* judge, state; for a given one: value = its total */
    STEP_MARK,        /* judge, criterion, value: one criterion of the sheet above, where a round has several; of a
                         partly filled sheet those that are there */
    STEP_CRITERION,   /* a criterion's own panel begins: criterion */
    STEP_DROPPED_LOW, /* judge, value: set aside, a sheet or (criterion set) one mark */
    STEP_DROPPED_HIGH,
    STEP_KEPT_ALL,         /* count sheets are too few, and none is dropped (too-few: keep-all) */
    STEP_MEAN,             /* value = sum, of count sheets or weights; result = the mean, exact */
    STEP_PANEL,            /* one of several panels begins: panel */
    STEP_CLAMP_MEAN,       /* value = plain mean of the panel's sheets, result = rounded to digits */
    STEP_CLAMPED,          /* judge; value = the sheet as given, result = what it was moved to */
    STEP_FLAGGED,          /* judge; value = the sheet, result = the mean it lies far from */
    STEP_MEAN_PLACE,       /* result = the plain mean of the places that count judges wrote */
    STEP_RANK,             /* judge; result = the rank that the judge's sheet gives, of count contestants */
    STEP_RANK_SUM,         /* result = the sum of count ranks */
    STEP_PLACE,            /* value = the mean; count = the first place held, units = by how many; result = points */
    STEP_VOTES,            /* units = the grade; count = its votes, value = what each is worth */
    STEP_BALLOT,           /* value = the mean of count votes, result = rounded to digits */
    STEP_PANEL_WEIGHTED,   /* panel, weight; value = its score; result = weight × it ÷ 100 */
    STEP_PANELS_SUM,       /* result = the weighted panel scores added up */
    STEP_CORRECTION_MEANS, /* value = mean of the panel's contestants, result = reference mean of the sector */
    STEP_COEFFICIENT,      /* value = reference ÷ mean of the panel, result = rounded to digits */
    STEP_CORRECTED,        /* value = before, result = times the coefficient */
    STEP_MEDIAN,           /* result = the middle of count sheets */
    STEP_SUM,              /* result = the sum of count sheets */
    STEP_MISSING,     /* count sheets are absent or recused: value = the mean that each counts as, result = with them */
    STEP_PANEL_SCORE, /* result = the panel score once rounded to digits */
    STEP_CRITERION_WEIGHTED, /* value = the criterion's panel score, weight; result = their product, exact */
    STEP_CRITERION_SCORE,    /* value = that product; result = rounded to digits */
    STEP_CRITERIA_SUM,       /* result = the criteria's scores added up */
    STEP_GIVEN,              /* result = the one mark of a round without judges */
    STEP_OVERTIME,           /* count = seconds taken, units = started units over the limit, weight = points a unit;
                         result = their product, value = what is taken of it at the most, both negative */
    STEP_BAND,         /* count = seconds taken, units = seconds over the limit; result = points of the band, value =
                         what is taken of them at the most, both negative */
    STEP_UNDER,        /* count = seconds taken, too few; value = points taken, negative */
    STEP_SCALED,       /* value = the panel score, weight = the scale; result = their product */
    STEP_FACTOR,       /* value = that, weight = the contestant's factor; result = their product */
    STEP_FLOOR,        /* value = before, result = the floor it is brought up to */
    STEP_ADJUSTMENT,   /* value = points, note = reason; round INDEX_NONE: on the final score */
    STEP_ROUND_SCORE,  /* value = before, result = after digits */
    STEP_NO_SCORE,     /* the round has none: note says why */
    STEP_ABSENT_ROUND, /* state = enum contestant_status: the round counts 0 */
    STEP_WEIGHTED,     /* round, weight; value = the round score; result = weight × it ÷ 100 */
    STEP_ADDED,        /* round; result = the round score: a term of a sum */
    STEP_LEFT_OUT,     /* round; value = its score: not among the best */
    STEP_EARLIER,      /* as STEP_FINAL, of the rounds before the next one is entered */
    STEP_ADVANCED,     /* round: entered, by the results before it (which stand above as a final) */
    STEP_NOT_ADVANCED, /* round: not entered; what follows is the result before it */
    STEP_FINAL,        /* value = the exact final, result = the published one, rounded to digits */
    STEP_NO_FINAL,     /* note says why */
    STEP_KIND_COUNT
};

struct step {
    enum step_kind kind;
    size_t round, panel, criterion, judge; /* INDEX_NONE where they do not apply */
    int state;                             /* enum cell_state, of a sheet */
    int64_t count, units;
    int digits; /* 0..4 or DIGITS_EXACT */
    points weight;
    struct exact value, result;
    struct message note;
};

struct derivation {
    struct arena *arena;
    size_t contestant; /* whose steps are recorded */
    struct step *steps;
    size_t count, capacity;
    struct derivation
        *each; /* one a contestant of the contest, each with its arena: all are recorded, in place of one */
};

/* The same derivation where it is about this contestant, or that of the contestant among all, else NULL. */
struct derivation *derivation_of(struct derivation *derivation, size_t contestant);

/* A step of this kind with every index INDEX_NONE and no digits. */
static inline struct step step_of(enum step_kind kind)
{
    return (struct step){.kind = kind,
                         .round = INDEX_NONE,
                         .panel = INDEX_NONE,
                         .criterion = INDEX_NONE,
                         .judge = INDEX_NONE,
                         .digits = DIGITS_EXACT};
}

void derivation_record(struct derivation *derivation, const struct step *step);

/* Inline, so that a step that nobody asked for costs next to nothing. */
static inline void derivation_add(struct derivation *derivation, struct step step)
{
    if (derivation)
        derivation_record(derivation, &step);
}

#endif
