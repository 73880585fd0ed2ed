/* Lines for those who sign: a label and a rule for each. Measures are points. */
#ifndef BIWU_SIGNATURES_H
#define BIWU_SIGNATURES_H

#include "flow.h"
#include "wording.h"

/* How high the block is, with the space above it. */
double signatures_height(const struct flow *flow, const struct rules *rules);
/* Draws it in one piece, overleaf where it does not fit. */
void signatures_draw(struct flow *flow, const struct rules *rules);

#endif
