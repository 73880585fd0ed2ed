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

#endif
