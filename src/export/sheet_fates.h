/* What became of each judge's sheet and mark in a round, from the steps of its derivation. */
#ifndef BIWU_SHEET_FATES_H
#define BIWU_SHEET_FATES_H

#include "explanation.h"

/* The steps of a round between its STEP_ROUND and its score. */
struct round_steps {
    const struct step *steps;
    size_t count;
};

/* `first` is the place of the round's STEP_ROUND in the derivation. */
struct round_steps round_steps_from(const struct derivation *derivation, size_t first);
/* STEP_DROPPED_LOW or STEP_DROPPED_HIGH where the judge's sheet was (criterion INDEX_NONE), or a mark of it; else
 * STEP_SHEET. */
enum step_kind round_steps_fate(const struct round_steps *steps, size_t judge, size_t criterion);
/* English, translatable: why a sheet is not given, or that it, or its mark in `criterion`, was dropped; or empty. */
const char *round_steps_remark(const struct round_steps *steps, const struct step *sheet, size_t criterion);

#endif
