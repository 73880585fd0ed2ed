/* The order in which lists of people stand: publish.order. */
#ifndef BIWU_PEOPLE_ORDER_H
#define BIWU_PEOPLE_ORDER_H

#include "contest.h"

/* The contestants of a sector, as many as it has: by draw, those without a number last; by id; by the strokes of their names, and by draw those of one name; or county by county in
 * the official order, counties that are not listed last, and by draw within them. Equal ones as in contestants.csv. */
size_t *people_in_order(const struct contest *contest, size_t sector, struct arena *arena);
/* The same by draw, whatever lists go by: as they appear on the stage. */
size_t *people_by_draw(const struct contest *contest, size_t sector, struct arena *arena);

/* Whether a contestant is to be there at all, by contestants.csv: neither withdrawn, absent nor disqualified. */
bool people_expect(const struct contestant *contestant);

/* Whether anybody in the sector has a draw number; and a unit. */
bool people_have_draws(const struct contest *contest, size_t sector);
bool people_have_units(const struct contest *contest, size_t sector);

#endif
