/* 成绩公告: the ranking of one sector, or of each sector in turn, as a PDF to hang up and sign. */
#ifndef BIWU_LEADERBOARD_H
#define BIWU_LEADERBOARD_H

#include "document.h"
#include "standings.h"

/* The document for `sector` (in standings->sectors), or for all where it is INDEX_NONE: each sector begins a page, and a
 * summary goes before them.
 * False, with a fault, where a character has no font, a text does not fit on paper, or a library fails. */
bool leaderboard_write(const struct press *press, const struct standings *standings, size_t sector,
                       struct text *pdf_bytes);

#endif
