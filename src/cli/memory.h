/* The program's memory: one region for what is kept, one for scratch. Where memory runs out, in an arena or within GMP,
 * the program ends with a message and EXIT_WORLD. */
#ifndef BIWU_MEMORY_H
#define BIWU_MEMORY_H

#include "arena.h"

struct memory {
    struct arena_region kept_region, scratch_region;
    struct arena kept, scratch;
};

void memory_init(struct memory *memory);
void memory_release(struct memory *memory);

#endif
