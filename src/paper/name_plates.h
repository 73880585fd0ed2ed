/* 台签: a name each for the table, on A4 lying, folded in the middle, to be read from both sides. */
#ifndef BIWU_NAME_PLATES_H
#define BIWU_NAME_PLATES_H

#include "document.h"

/* A page each: judges, then each sector in the order of lists, without those who are known not to come. Fails as
 * leaderboard_write(). */
bool name_plates_write(const struct press *press, struct text *pdf_bytes);

#endif
