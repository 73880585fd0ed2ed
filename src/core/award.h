/* Awards of one sector by rank: counts, shares, least scores, and ties across the cut (rules.md 5). */
#ifndef BIWU_AWARD_H
#define BIWU_AWARD_H

#include "ranking.h"

/* What became of one award in one sector. */
struct award_outcome {
    int64_t planned; /* by count, percent or what is left; -1: no limit */
    size_t given;
    bool is_vacant;   /* planned places stayed empty: 空缺 is printed */
    bool is_withheld; /* a tie lay across the cut, under tie: withhold */
};

/* Sets award_of[i] to the index in rules.awards of the award of placings[i], or INDEX_NONE. `entered` is the number of
 * contestants of the sector whatever their status. outcomes: one an award. */
void awards_give(const struct rules *rules, struct text sector_name, const struct placing *placings, size_t count,
                 size_t entered, struct arena scratch, size_t *award_of, struct award_outcome *outcomes);

#endif
