/* 团体总分: the units' ranking as a table. */
#ifndef BIWU_LEADERBOARD_TEAMS_H
#define BIWU_LEADERBOARD_TEAMS_H

#include "standings.h"
#include "table.h"

/* Rank, unit, total, and the contestants that count with what they bring in. `styles` are table_styles(). */
struct table leaderboard_teams_table(const struct standings *standings, const struct style *styles, double gap,
                                     struct arena *arena);
/* How the totals come about; empty where the rules name no teams. */
struct text leaderboard_teams_rules(const struct rules *rules, struct arena *arena);

#endif
