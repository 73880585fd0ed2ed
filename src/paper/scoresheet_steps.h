/* How the engine came from the sheets of one round to its panel scores, contestant by contestant: its own records, for
 * what results do not keep. */
#ifndef BIWU_SCORESHEET_STEPS_H
#define BIWU_SCORESHEET_STEPS_H

#include "standings.h"

/* The records of every contestant of a sector who has sheets in round `number`, by number in the contest; NULL for rounds
 * whose results tell all. They live in `arena`. */
const struct derivation *scoresheet_steps(const struct standings *standings, size_t sector, size_t number,
                                          struct arena *arena, struct arena scratch);

/* The step of this kind about a judge or a criterion (INDEX_NONE: about none), or NULL. Needs no steps. */
const struct step *scoresheet_step(const struct derivation *steps, size_t contestant, enum step_kind kind, size_t judge,
                                   size_t criterion);

/* Whether a round's panels drop criterion by criterion: then each criterion has a row of its own. */
bool scoresheet_goes_by_criterion(const struct round *round);
bool scoresheet_clamps(const struct round *round);

#endif
