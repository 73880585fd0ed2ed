/* 主持人宣读稿: what is read out, sector by sector: each one's scores in the order of appearance, then the awards, the
 * highest last. A4 upright, in large type. */
#ifndef BIWU_ANNOUNCER_SCRIPT_H
#define BIWU_ANNOUNCER_SCRIPT_H

#include "document.h"
#include "standings.h"

/* A final score is read only where there is one; awards only where the result is complete. Fails as
 * leaderboard_write(). */
bool announcer_script_write(const struct press *press, const struct standings *standings, struct text *pdf_bytes);

#endif
