/* The ranking of a sector as a table: rank, number, name, unit, each round, final score, award. */
#ifndef BIWU_LEADERBOARD_TABLE_H
#define BIWU_LEADERBOARD_TABLE_H

#include "standings.h"
#include "table.h"

/* In these styles (table_styles()), with `gap` between columns. */
struct table leaderboard_table(const struct standings *standings, const struct sector_standings *sector,
                               const struct style *styles, double gap, struct arena *arena);

#endif
