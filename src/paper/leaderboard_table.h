/* The ranking of a sector as a table: rank, number, name, unit, each round, final score, award. */
#ifndef BIWU_LEADERBOARD_TABLE_H
#define BIWU_LEADERBOARD_TABLE_H

#include "standings.h"
#include "table.h"

/* In these styles (table_styles()), with `gap` between columns. Without `has_rounds` no column is a round's. */
struct table leaderboard_table(const struct standings *standings, const struct sector_standings *sector,
                               bool has_rounds, const struct style *styles, double gap, struct arena *arena);

/* Rank, name, and `count` of the rounds from `first` on. */
struct table leaderboard_rounds_table(const struct standings *standings, const struct sector_standings *sector,
                                      size_t first, size_t count, const struct style *styles, double gap,
                                      struct arena *arena);

#endif
