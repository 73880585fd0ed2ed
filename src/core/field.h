/* What a round's scores need of the whole sector: ranks, places, the correction between panels (rules.md 3). */
#ifndef BIWU_FIELD_H
#define BIWU_FIELD_H

#include "score.h"

/* One sector in one round. */
struct field {
    const struct sheets *sheets;
    size_t round;
    const size_t
        *members; /* who compete, have entered the round and did not withdraw from it; score_panels() is done */
    size_t count;
    struct result *results; /* of all contestants of the contest */
    struct arena *arena;
    struct derivation *derivation;
    struct faults *faults;
};

/* Method rank-sum: result->panel of those with enough sheets, from each judge's ranks among them. */
void field_rank_sum(const struct field *field, struct arena scratch);

/* Method place-points: what each member with a panel score earns by its place, the lowest mean first; equal means share
 * the mean of the points of the places they hold. */
void field_place_points(const struct field *field, struct arena scratch, struct exact *earned);

/* Step 5: result->corrected of the members, where several panels each judged a part of them. Who cannot be corrected
 * loses the score, and that is reported. */
void field_correct(const struct field *field, struct arena scratch);

#endif
