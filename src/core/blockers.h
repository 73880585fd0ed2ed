/* What keeps a complete-looking result from being official: each as the fault that tells it, with its place and what to
 * do. Errors block as well, and are not among these: with them there is no result. */
#ifndef BIWU_BLOCKERS_H
#define BIWU_BLOCKERS_H

#include "fault.h"

enum blocker_kind {
    BLOCKER_PENDING,  /* a sheet or mark that is expected and not here */
    BLOCKER_NO_SCORE, /* somebody competes and has no final score */
    BLOCKER_TIE,      /* across the cut of an award or a promotion, and to be decided */
    BLOCKER_PROTEST,  /* not decided yet */
    BLOCKER_COUNT
};
/* Their names in JSON. */
extern const struct text blocker_names[BLOCKER_COUNT];

struct blockers {
    struct faults of[BLOCKER_COUNT];
};

struct blockers blockers_in(struct arena *arena);
/* Adds one, and reports it as a warning. */
void blockers_add(struct blockers *blockers, enum blocker_kind kind, struct faults *faults, struct place place,
                  struct message what, struct message hint);
/* All of them, also those that are only counted. */
size_t blockers_count(const struct blockers *blockers);

#endif
