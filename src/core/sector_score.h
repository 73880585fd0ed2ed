/* The scores of one sector, round by round and stage by stage (rules.md 3). */
#ifndef BIWU_SECTOR_SCORE_H
#define BIWU_SECTOR_SCORE_H

#include "ranking.h"

/* Scores all who compete in the sector: results[contestant] of each of them is set. What is kept lives in `arena`.
 * `derivation` may be NULL; it records the steps of its contestant. */
void sector_score(const struct sheets *sheets, size_t sector, struct result *results, struct arena *arena,
                  struct arena scratch, struct derivation *derivation, struct faults *faults);

#endif
