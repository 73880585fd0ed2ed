/* The standings as tables for a terminal, one a sector: the ranked, the unranked with their status below them, and
 * beneath, what parted equal finals and why someone has no rank. */
#ifndef BIWU_STANDINGS_TABLE_H
#define BIWU_STANDINGS_TABLE_H

#include "standings.h"
#include "style.h"

/* Columns that nobody fills (draw, unit, award) are left out, and the units where the terminal is too narrow for them.
 * `only_sector` as in standings_json. Needs a UTF-8 LC_CTYPE. */
struct text standings_table(const struct standings *standings, size_t only_sector, const struct style *style,
                            struct arena *arena, struct arena scratch);

#endif
