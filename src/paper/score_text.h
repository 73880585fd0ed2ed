/* Scores as paper prints them: the same digits everywhere. */
#ifndef BIWU_SCORE_TEXT_H
#define BIWU_SCORE_TEXT_H

#include "rules.h"

/* With the contest's digits, rounded by its rule. */
struct text score_text(const struct rules *rules, struct exact score, struct arena *arena);
/* With `digits` digits, rounded by the contest's rule. */
struct text score_text_to(const struct rules *rules, struct exact score, int digits, struct arena *arena);

/* Of so many digits, rounded half up where it has more; a negative one with the minus sign of print, U+2212. */
struct text decimal_text(struct exact value, int digits, struct arena *arena);

struct text number_text(int64_t number, struct arena *arena);

#endif
