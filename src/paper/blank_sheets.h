/* 评分表: a slip for each judge, contestant and round, to be filled in by hand and cut apart. A4 upright. */
#ifndef BIWU_BLANK_SHEETS_H
#define BIWU_BLANK_SHEETS_H

#include "document.h"

/* Round by round and judge by judge, in the order of appearance; a pile of a judge's pages, cut and laid part on part,
 * is in that order. Who is recused gets no slip; where it is still open who enters a round there are as many as will,
 * without number and name. *pages is how many there are; with none (no round is scored by judges) there are no bytes.
 * Fails as leaderboard_write(). */
bool blank_sheets_write(const struct press *press, struct text *pdf_bytes, size_t *pages);

#endif
