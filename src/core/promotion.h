/* Who goes on to the next level (rules.md 5): the best of each sector, county or quota, and who is next in line. */
#ifndef BIWU_PROMOTION_H
#define BIWU_PROMOTION_H

#include "award.h"

/* Of one contestant. */
struct promotion {
    bool is_promoted;
    size_t reserve; /* from 1, equal ranks share it; 0: none */
};

/* Sets promotions[contestant] of all who are ranked: `placings` of the whole contest, in contestants.csv order, with
 * their results. Ties across a cut that must not be are reported as warnings. */
void promotion_decide(const struct sheets *sheets, const struct placing *placings, size_t count, struct arena *arena,
                      struct arena scratch, struct faults *faults, struct promotion *promotions);

/* Whom one cut is made among; a name without bytes stands for any. */
struct promotion_group {
    struct text county, sector;
    int64_t quota; /* NO_LIMIT: by the rules' count or percent */
};

/* The group in which a contestant competes for the next level; false where there is none (no quota is for it). */
bool promotion_group_of(const struct contest *contest, size_t contestant, struct promotion_group *group);
bool promotion_group_holds(const struct promotion_group *group, const struct contestant *contestant);

/* Decides one group whose placings are in order, with their ranks; otherwise as promotion_decide(). */
void promotion_decide_group(const struct contest *contest, const struct promotion_group *group,
                            const struct placing *placings, size_t count, struct arena scratch, struct faults *faults,
                            struct promotion *promotions);

#endif
