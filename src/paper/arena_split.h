/* One region of scratch for two: what a function keeps while it works, and what it passes on as scratch. */
#ifndef BIWU_ARENA_SPLIT_H
#define BIWU_ARENA_SPLIT_H

#include "arena.h"

/* Cuts the larger part off the front of `scratch` and gives it; the rest stays in *scratch. */
struct arena arena_split(struct arena *scratch);

#endif
