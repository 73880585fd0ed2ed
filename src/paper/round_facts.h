/* What is told of a contestant's sheets in one round, in figures that have the same digits for all of the sector. */
#ifndef BIWU_ROUND_FACTS_H
#define BIWU_ROUND_FACTS_H

#include "scoresheet_plan.h"

/* Of one sector and round. */
struct round_facts {
    struct scoresheet sheet;
    struct scoresheet_plan plan;
    int mean_digits; /* of what panels and the round's panels together made: no more than let everybody's sums come out */
};

struct round_facts round_facts_of(const struct standings *standings, const struct sector_standings *sector,
                                  size_t round, struct arena *arena, struct arena scratch);

/* How many panels score the round together, each with its weight; 1: one, or no judges at all. */
size_t facts_panel_count(const struct round_facts *facts);
/* Of one of them (0 …): whole sheets that were set aside at one end, as a list; where there are none, or they are set aside
 * otherwise, none. */
struct text facts_dropped(const struct round_facts *facts, size_t contestant, size_t panel, bool is_high, size_t *count,
                          struct arena *arena);
/* Its number of sheets that counted; empty where nothing counts. */
struct text facts_counted(const struct round_facts *facts, size_t contestant, size_t panel, struct arena *arena);
/* Their sum; empty where the panel's score is not that sum divided by their number. */
struct text facts_sum(const struct round_facts *facts, size_t contestant, size_t panel, struct arena *arena);
/* What it made of them, before anything is added or taken; empty where there is nothing. */
struct text facts_panel_score(const struct round_facts *facts, size_t contestant, size_t panel, struct arena *arena);
/* What the round's panels made of their sheets together. */
struct text facts_panels_score(const struct round_facts *facts, size_t contestant, struct arena *arena);
/* What it is multiplied by: scale times factor; the coefficient of the correction between panels. Empty where that is
 * one, or where there is none. */
struct text facts_factor(const struct round_facts *facts, size_t contestant, struct arena *arena);
struct text facts_coefficient(const struct round_facts *facts, size_t contestant, struct arena *arena);
/* The floor of the round, where the score would be below it; else empty. */
struct text facts_floor(const struct round_facts *facts, size_t contestant, struct arena *arena);
/* 5, 0.5, 0.25: points without a sign, in their own digits. */
struct text facts_points(points value, struct arena *arena);

#endif
