/* The sheets that are still to come, for whoever goes and asks for them. */
#ifndef BIWU_PENDING_H
#define BIWU_PENDING_H

#include "standings.h"

/* Of one judge in one round. */
struct pending_sheets {
    size_t round;
    size_t judge;        /* INDEX_NONE: the one mark of method given */
    size_t *contestants; /* in contestants.csv order */
    size_t count;        /* at least one */
};

struct pending {
    struct pending_sheets *items; /* by round, then judge; what needs no judge first */
    size_t count;
};

/* All of them, as many as standings->pending; in `arena`. */
struct pending pending_of(const struct standings *standings, struct arena *arena, struct arena scratch);

#endif
