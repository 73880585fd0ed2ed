/* What fits together and is hardly meant: a running order with one number twice, a sector that an award forgets, a panel
 * that scores nobody. A misprint does not end in silence. */
#ifndef BIWU_LOOSE_ENDS_H
#define BIWU_LOOSE_ENDS_H

#include "contest.h"

/* Warns of them in a completed contest without errors. */
void loose_ends_warn(const struct contest *contest, struct arena scratch, struct faults *faults);

#endif
