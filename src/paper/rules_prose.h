/* 计分办法 in full: the contest's own rules as numbered sections of prose, only what the contest really has. */
#ifndef BIWU_RULES_PROSE_H
#define BIWU_RULES_PROSE_H

#include "prose.h"

struct prose rules_prose(const struct contest *contest, struct arena *arena);

/* ---- its sections that have files of their own ---- */

void prose_add_rounds(struct prose *prose);
void prose_add_awards(struct prose *prose);
void prose_add_promotion(struct prose *prose);

#endif
