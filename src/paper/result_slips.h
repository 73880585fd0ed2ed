/* 成绩单: a page for each contestant, with room for a seal: A5 upright, or A4 where A5 is too small for one of
 * them. */
#ifndef BIWU_RESULT_SLIPS_H
#define BIWU_RESULT_SLIPS_H

#include "document.h"
#include "standings.h"

/* All contestants, sector by sector in the order of lists; no judge is named. Fails as leaderboard_write(). */
bool result_slips_write(const struct press *press, const struct standings *standings, struct text *pdf_bytes);

#endif
