/* The awards of a contestant in a document of `rank --format json`. */
#ifndef BIWU_STANDING_AWARDS_H
#define BIWU_STANDING_AWARDS_H

#include "record.h"

/* 一等奖、优秀组织奖: the award of a ranked or unranked contestant, and the special ones; empty where there is none. */
struct text standing_awards(const json_t *standing, struct arena *arena);

#endif
