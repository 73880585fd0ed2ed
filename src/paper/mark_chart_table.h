/* The field of one round and sector as a table: who, every sheet's total as a dot, the score of the round. */
#ifndef BIWU_MARK_CHART_TABLE_H
#define BIWU_MARK_CHART_TABLE_H

#include "standings.h"
#include "table.h"

/* Of the ranked contestants, by rank, those who have sheets in the round; no rows where nobody has. Judges are not named,
 * and no dot tells whose it is. Sheets that were set aside as a whole are hollow. `styles` are table_styles(). */
struct table mark_chart_table(const struct standings *standings, const struct sector_standings *sector, size_t round,
                              const struct style *styles, double gap, struct arena *arena);

/* Whether dots can be hollow. */
bool mark_chart_has_hollow_dots(const struct round *round);
/* Whether marks are set aside criterion by criterion, which no dot shows. */
bool mark_chart_hides_drops(const struct round *round);
/* Whether a bar shows what the panel made of its sheets: where that lies on their scale. */
bool mark_chart_has_bars(const struct round *round);

#endif
