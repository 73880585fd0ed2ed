#include "blockers.h"

const struct text blocker_names[BLOCKER_COUNT] = {TEXT_INIT("pending"), TEXT_INIT("no-score"), TEXT_INIT("tie"),
                                                  TEXT_INIT("protest")};

struct blockers blockers_in(struct arena *arena)
{
    struct blockers blockers;
    for (size_t kind = 0; kind < BLOCKER_COUNT; kind++)
        blockers.of[kind] = faults_in(arena);
    return blockers;
}

void blockers_add(struct blockers *blockers, enum blocker_kind kind, struct faults *faults, struct place place,
                  struct message what, struct message hint)
{
    faults_add(&blockers->of[kind], SEVERITY_WARNING, place, what, hint);
    faults_add(faults, SEVERITY_WARNING, place, what, hint);
}

size_t blockers_count(const struct blockers *blockers)
{
    size_t count = 0;
    for (size_t kind = 0; kind < BLOCKER_COUNT; kind++)
        count += faults_told(&blockers->of[kind]);
    return count;
}
