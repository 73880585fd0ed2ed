/* What tie keys compare that is not a score already: sheets and criteria (rules.md 4). */
#ifndef BIWU_TIE_VALUES_H
#define BIWU_TIE_VALUES_H

#include "score.h"

/* Sets result->tie_values where a tie key of the contest asks for them. Needs the rounds scored; `arena` keeps them. */
void tie_values_set(const struct sheets *sheets, size_t contestant, struct arena *arena, struct arena scratch,
                    struct result *result);

#endif
