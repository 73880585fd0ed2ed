/* The standings as CSV: one row a contestant, the ranked before the unranked, sector by sector. */
#ifndef BIWU_STANDINGS_CSV_H
#define BIWU_STANDINGS_CSV_H

#include "csv_page.h"
#include "standings.h"

/* Columns sector,rank,contestant,name,unit,final,award,status and the score of each round under the round's id. Lines
 * end in LF; a cell is quoted where it must be. `status` by its English name. `only_sector` as in standings_json. */
struct text standings_csv(const struct standings *standings, size_t only_sector, enum csv_reader reader,
                          struct arena *arena, struct arena scratch);

#endif
