#include "derivation.h"

struct step step_of(enum step_kind kind)
{
    return (struct step){.kind = kind,
                         .round = INDEX_NONE,
                         .panel = INDEX_NONE,
                         .criterion = INDEX_NONE,
                         .judge = INDEX_NONE,
                         .digits = DIGITS_EXACT};
}

void derivation_add(struct derivation *derivation, struct step step)
{
    if (!derivation)
        return;
    ARENA_RESERVE_ONE(derivation->arena, derivation->steps, derivation->count, derivation->capacity);
    derivation->steps[derivation->count++] = step;
}

struct derivation *derivation_of(struct derivation *derivation, size_t contestant)
{
    if (derivation && derivation->each)
        return &derivation->each[contestant];
    return derivation && derivation->contestant == contestant ? derivation : NULL;
}
