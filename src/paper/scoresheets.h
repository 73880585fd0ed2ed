/* 计分汇总表: for each round and sector, each contestant's sheets and what became of them, to be signed. */
#ifndef BIWU_SCORESHEETS_H
#define BIWU_SCORESHEETS_H

#include "document.h"
#include "standings.h"

/* One document: a section for each sector and round. Judges stand as seat numbers unless the rules publish their names
 * (publish.judge-marks). Fails as leaderboard_write(). */
bool scoresheets_write(const struct press *press, const struct standings *standings, struct text *pdf_bytes);

#endif
