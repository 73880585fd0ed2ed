/* `explain` as a scorer would tell it, at a terminal. */
#ifndef BIWU_EXPLANATION_TEXT_H
#define BIWU_EXPLANATION_TEXT_H

#include "explanation.h"
#include "style.h"

/* Who it is; each round with every judge's marks, what was dropped, sums, divisions and roundings; the final; the rank,
 * what parted a tie, the award. Needs a UTF-8 LC_CTYPE. */
struct text explanation_text(const struct explanation *explanation, const struct style *style, struct arena *arena,
                             struct arena scratch);

#endif
