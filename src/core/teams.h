/* Units ranked by their members' results: 团体总分 (rules.md 5). */
#ifndef BIWU_TEAMS_H
#define BIWU_TEAMS_H

#include "ranking.h"

struct team {
    struct text name;
    size_t rank;        /* equal scores share it */
    struct exact score; /* sum of the finals, or of the points for places, of the members that count */
    size_t *members;    /* contestants that count, the best first */
    size_t member_count;
};

struct teams_ranking {
    struct team *items; /* by rank, equal ones by first appearance in contestants.csv */
    size_t count;
};

/* `sectors` are the ranked contestants of each sector, by rank. Empty where the rules name no teams. */
struct teams_ranking teams_rank(const struct contest *contest, const struct placing *const *sectors,
                                const size_t *counts, struct arena *arena, struct arena scratch);

#endif
