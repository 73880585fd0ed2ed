/* One contestant's result and how it came about: what both renderings of `biwu explain` are made of. */
#ifndef BIWU_EXPLANATION_H
#define BIWU_EXPLANATION_H

#include "standings.h"

struct explanation {
    const struct standings *standings;
    size_t contestant;
    const struct derivation *derivation; /* recorded while the contestant was scored; no steps for one not competing */
};

#endif
