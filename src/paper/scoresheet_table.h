/* The sheets of one round and sector as a table: a row a contestant in draw order, a column a judge's seat. */
#ifndef BIWU_SCORESHEET_TABLE_H
#define BIWU_SCORESHEET_TABLE_H

#include "standings.h"
#include "table.h"

struct scoresheet {
    const struct standings *standings;
    const struct sector_standings *sector;
    size_t round;
    const struct style *styles; /* table_styles() */
    double gap;
    const struct derivation *steps; /* scoresheet_steps() */
    size_t block, blocks; /* which of how many tables the judges' columns are shared out over; what is computed from
                             them stands in the last */
};

/* Needs no more blocks than there are judges, but at least one. */
struct table scoresheet_table(const struct scoresheet *sheet, struct arena *arena);

/* Whether all contestants of the sector have the same panel in the round. */
bool scoresheet_has_one_panel(const struct standings *standings, const struct sector_standings *sector, size_t round);
/* Whether judges are named in the heads; they are only where all contestants have the same panel. */
bool scoresheet_names_judges(const struct standings *standings, const struct sector_standings *sector, size_t round);

#endif
