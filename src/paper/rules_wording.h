/* 计分办法: the rules of a contest as two sentences for paper, made from the rules themselves. */
#ifndef BIWU_RULES_WORDING_H
#define BIWU_RULES_WORDING_H

#include "wording.h"

/* How each round is scored. */
struct text rules_wording_rounds(const struct rules *rules, struct arena *arena);
/* How the final score follows, where it is rounded, and what parts equal ones. */
struct text rules_wording_final(const struct rules *rules, struct arena *arena);

#endif
