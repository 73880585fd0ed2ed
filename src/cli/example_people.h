/* Made-up people who show the form of a contest's tables, and are seen to be made up. */
#ifndef BIWU_EXAMPLE_PEOPLE_H
#define BIWU_EXAMPLE_PEOPLE_H

#include "contest.h"

/* So many judges as the rules need in each panel: those that rounds name, those that `others`' contestants name, or, where
 * the rules even out panels and nobody names one, two of them. `others` may be NULL. Adds none where nobody has to score. */
void example_judges_add(struct contest *contest, const struct contest *others);

/* A few contestants in each sector that the rules name, or in two; judges have been added. */
void example_contestants_add(struct contest *contest);

#endif
