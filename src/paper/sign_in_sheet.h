/* 签到表: judges and contestants, with room to sign. A4 upright. */
#ifndef BIWU_SIGN_IN_SHEET_H
#define BIWU_SIGN_IN_SHEET_H

#include "document.h"

/* The judges, then each sector in the order of lists, without those who are known not to come. Fails as
 * leaderboard_write(). */
bool sign_in_sheet_write(const struct press *press, struct text *pdf_bytes);

#endif
