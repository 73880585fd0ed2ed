/* 出场顺序表: who appears when, sector by sector, with room for the time of call. A4 upright. */
#ifndef BIWU_RUNNING_ORDER_PAGE_H
#define BIWU_RUNNING_ORDER_PAGE_H

#include "document.h"

/* By draw; numbers that have not been drawn are left to be written in. `seed`: of the draw, printed; empty where there is
 * none: then lines for who drew, when, and under whose eyes. Fails as leaderboard_write(). */
bool running_order_page_write(const struct press *press, struct text seed, struct text *pdf_bytes);

#endif
