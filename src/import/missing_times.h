/* Times that got lost: without one, going over time costs nothing, and nobody would see it. */
#ifndef BIWU_MISSING_TIMES_H
#define BIWU_MISSING_TIMES_H

#include "sheets.h"

/* Warns at `place`, the file of times, of everybody who competes and has marks in a round with overtime, but no time
 * there, though others have. Once all marks are in. */
void missing_times_warn(const struct sheets *sheets, struct place place, struct faults *faults);

#endif
