/* What must be told beside a contestant's scores, lest they are read for more than they are. */
#ifndef BIWU_CAVEATS_H
#define BIWU_CAVEATS_H

#include "standings.h"

/* How many of the contestant's sheets are expected and not here; 0 for one who does not compete. */
size_t caveat_pending(const struct standings *standings, size_t contestant);
/* 缺席, 弃权: why the round counts 0; empty where it was scored, or does not count. */
struct text caveat_absence(const struct standings *standings, size_t round, size_t contestant);
/* 一票否决 and its reason: why somebody who is ranked gets nothing. By one of two keys of the wording, the second where
 * there is promotion, too; empty where there is no veto. */
struct text caveat_veto(const struct standings *standings, size_t contestant, const char *const keys[2],
                        struct arena *arena);

#endif
