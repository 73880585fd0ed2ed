/* The tables of one section of a leaderboard, in the largest type in which they fit a page. */
#ifndef BIWU_LEADERBOARD_FIT_H
#define BIWU_LEADERBOARD_FIT_H

#include "standings.h"
#include "table.h"

struct leaderboard_tables {
    struct flow flow;
    struct table main;
    struct table *rounds; /* under it, where the rounds do not fit beside the rest */
    size_t rounds_count;
};

/* The ranking of a sector, or the teams for NULL. False, with a fault, where not even a single round fits. */
bool leaderboard_fit(const struct standings *standings, const struct sector_standings *sector, struct canvas *canvas,
                     struct typesetter *typesetter, struct leaderboard_tables *tables);

#endif
