#include "derivation.h"

void derivation_record(struct derivation *derivation, const struct step *step)
{
    ARENA_RESERVE_ONE(derivation->arena, derivation->steps, derivation->count, derivation->capacity);
    derivation->steps[derivation->count++] = *step;
}

struct derivation *derivation_of(struct derivation *derivation, size_t contestant)
{
    if (derivation && derivation->each)
        return &derivation->each[contestant];
    return derivation && derivation->contestant == contestant ? derivation : NULL;
}
