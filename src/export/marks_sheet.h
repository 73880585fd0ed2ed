/* The sheet of a workbook that tells how each result of a sector came about, for somebody who checks it. */
#ifndef BIWU_MARKS_SHEET_H
#define BIWU_MARKS_SHEET_H

#include "standings.h"
#include "style.h"
#include "workbook_page.h"

/* Begins a sheet, and more where a sheet has too few rows. Writes the heading and, contestant by contestant in the order of the standings, a row a mark (a row a sheet that has
 * none) and a row a step. The sector is scored once more, with every step recorded. `scratch` is of another region than the
 * page's arena. */
void marks_sheet_write(struct workbook_page *page, const struct standings *standings,
                       const struct sector_standings *sector, const struct style *style, struct arena scratch);

#endif
