/* What tie keys compare that is not a score already: sheets, criteria, panels, further rounds, what tables say
 * (rules.md 4). */
#ifndef BIWU_TIE_VALUES_H
#define BIWU_TIE_VALUES_H

#include "score.h"

/* Sets result->tie_values where a tie key of the contest asks for them, over the rounds of result->stage. Needs the
 * rounds scored; `arena` keeps them. head-to-head has none: it depends on who is tied. */
void tie_values_set(const struct sheets *sheets, size_t contestant, struct arena *arena, struct arena scratch,
                    struct result *result);

/* In how many sheets, of judges who scored both in a round of the stage, `contestant` beats `other`. */
int64_t tie_values_beaten(const struct sheets *sheets, const struct stage *stage, size_t contestant, size_t other);

#endif
