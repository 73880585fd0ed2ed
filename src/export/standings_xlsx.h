/* `rank --format xlsx`: the standings and how they came about, as a workbook. */
#ifndef BIWU_STANDINGS_XLSX_H
#define BIWU_STANDINGS_XLSX_H

#include "standings.h"
#include "style.h"

/* A sheet a sector with the standings, then a sheet a sector with every mark, what became of it, and each step from the
 * marks to the final score, as `explain` tells them. Scores are numbers, shown with the contest's digits; everything else
 * is text. `only_sector` as in standings_json. Needs a UTF-8 LC_CTYPE. False with one failure where it cannot be made. */
bool standings_xlsx(const struct standings *standings, size_t only_sector, const struct style *style,
                    struct arena *arena, struct arena scratch, struct faults *faults, struct text *bytes);

#endif
