/* A contest in numbers: how many took part and what they won, by sector and by county. */
#ifndef BIWU_SUMMARY_TABLES_H
#define BIWU_SUMMARY_TABLES_H

#include "standings.h"
#include "table.h"

/* Entered, ranked, the others by why they are not, each award, who goes on; a row a sector, and one for all. Columns in
 * which nobody stands are left out. `styles` are table_styles(). */
struct table summary_by_sector(const struct standings *standings, const struct style *styles, double gap,
                               struct arena *arena);

/* What a table by county has beside all who entered. */
struct summary_choice {
    bool has_sectors, has_awards;
};

/* A row a county, in the official order where the rules give one, else by first appearance; whoever has none stands
 * in the last but one, and the last is for all. */
struct table summary_by_county(const struct standings *standings, struct summary_choice choice,
                               const struct style *styles, double gap, struct arena *arena);

/* Counties that contestants name. */
size_t summary_count_counties(const struct standings *standings, struct arena scratch);

#endif
