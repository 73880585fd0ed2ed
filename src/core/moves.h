/* What a correction has moved: where contestants, teams, and units with special awards stand in one result and in the next. */
#ifndef BIWU_MOVES_H
#define BIWU_MOVES_H

#include "index.h"

enum placed { PLACED_CONTESTANT, PLACED_TEAM, PLACED_UNIT };

struct placement {
    enum placed kind;
    struct text contestant, name,
        sector;               /* by id, name, name; teams and units have a name alone. Another name is another one */
    size_t rank;              /* 0: none */
    struct text final, award; /* as printed; empty: none */
    bool is_promoted;
};

struct placements {
    struct placement *items; /* nobody twice */
    size_t count, capacity;
};

/* Of one of them: what was and what is; one of them is NULL where the contestant is in one result alone. */
struct move {
    const struct placement *from, *to;
};

struct moves {
    struct move *items;
    size_t count, capacity;
};

/* All whose sector, rank, final score, award or promotion differ, in the order of `to`; then those who are in `from`
 * alone. They point into both. */
struct moves moves_between(const struct placements *from, const struct placements *to, struct arena *arena,
                           struct arena scratch);

#endif
