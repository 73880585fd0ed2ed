/* 计分办法: the rules of a contest in two sentences for paper, made from the rules themselves. */
#ifndef BIWU_RULES_WORDING_H
#define BIWU_RULES_WORDING_H

#include "wording.h"

/* How each round is scored, rounds that are scored alike together; then how the final score follows, where it is
 * rounded, and what parts equal ones. */
struct text rules_wording(const struct rules *rules, struct arena *arena);

#endif
