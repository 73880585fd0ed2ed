/* What became of each judge's sheet and mark in a round, from the steps of its derivation. */
#ifndef BIWU_SHEET_FATES_H
#define BIWU_SHEET_FATES_H

#include "explanation.h"
#include "style.h"

/* The steps of a contestant's round between its STEP_ROUND and its score. */
struct round_steps {
    const struct contest *contest;
    size_t contestant;
    const struct step *steps;
    size_t count;
    bool has_clamped;
};

/* `first` is the place of the round's STEP_ROUND in the derivation. */
struct round_steps round_steps_from(const struct contest *contest, const struct derivation *derivation, size_t first);
/* STEP_DROPPED_LOW or STEP_DROPPED_HIGH where the judge's sheet was (criterion INDEX_NONE), or a mark of it; else
 * STEP_SHEET. */
enum step_kind round_steps_fate(const struct round_steps *steps, size_t judge, size_t criterion);
/* Of a STEP_SHEET, or of a STEP_MARK behind it: why the sheet is not given, or that it or the mark was dropped; or empty.
 * In the user's language, in `arena`. */
struct text round_steps_remark(const struct round_steps *steps, const struct step *step, const struct style *style,
                               struct arena *arena);

#endif
