/* 公示: whom awards are intended for, and where objections go, by the measures of GB/T 9704. */
#ifndef BIWU_NOTICE_H
#define BIWU_NOTICE_H

#include "document.h"
#include "standings.h"

/* Winners only, sector by sector and award by award, in the order of lists; final scores where the rules say so. Needs
 * rules.notice and a complete result. Fails as leaderboard_write(). */
bool notice_write(const struct press *press, const struct standings *standings, struct text *pdf_bytes);

/* Whether anybody is to get anything. */
bool notice_has_winners(const struct standings *standings);

#endif
