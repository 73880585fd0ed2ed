/* Rules as they were written -> rules that can be scored by. */
#ifndef BIWU_RULES_COMPLETE_H
#define BIWU_RULES_COMPLETE_H

#include "rules.h"

/* Fills in what follows from the rest (a single criterion or panel, digits, stages, the default tie key) and reports
 * what does not fit together: weights that do not add to 100, doubled ids, tie keys and drops that cannot be. */
void rules_complete(struct rules *rules, struct arena *arena, struct faults *faults);

#endif
