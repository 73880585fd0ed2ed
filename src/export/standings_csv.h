/* The standings as CSV: one row a contestant, the ranked before the unranked, sector by sector. */
#ifndef BIWU_STANDINGS_CSV_H
#define BIWU_STANDINGS_CSV_H

#include "standings.h"

enum csv_reader {
    CSV_FOR_PROGRAMS,    /* plain */
    CSV_FOR_SPREADSHEET, /* a BOM first; text cells that begin with = + - @ get an apostrophe before them, so that no
                            spreadsheet takes a name for a formula */
};

/* Columns sector,rank,contestant,name,unit,final,award,status and the score of each round under the round's id. Lines
 * end in LF; a cell is quoted where it must be. `status` by its English name. `only_sector` as in standings_json. */
struct text standings_csv(const struct standings *standings, size_t only_sector, enum csv_reader reader,
                          struct arena *arena, struct arena scratch);

#endif
