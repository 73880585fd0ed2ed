/* 计分汇总表: for each round and sector, each contestant's sheets and what became of them, to be signed. */
#ifndef BIWU_SCORESHEETS_H
#define BIWU_SCORESHEETS_H

#include "edition.h"
#include "fonts.h"
#include "standings.h"

/* One document: a section for each sector and round. Judges stand as seat numbers unless the rules publish their names
 * (publish.judge-marks). Arenas and failures as leaderboard_write(). */
bool scoresheets_write(const struct standings *standings, const struct edition *edition, const struct fonts *fonts,
                       struct arena *arena, struct arena scratch, struct text *pdf_bytes, struct faults *faults);

#endif
