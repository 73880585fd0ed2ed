/* 计分办法: the rules of a contest in a few sentences for paper, made from the rules themselves. */
#ifndef BIWU_RULES_WORDING_H
#define BIWU_RULES_WORDING_H

#include "method_wording.h"

/* How each round is scored, rounds that are scored alike together; then how the final score follows, where it is
 * rounded, and what parts equal ones. Whatever changes a result is told. */
struct text rules_wording(const struct contest *contest, struct arena *arena);
/* Where that is too long: methods, shares, how the final follows, which end is first, what a correction assumes; for the
 * rest it names the document of the rules. */
struct text rules_brief_wording(const struct contest *contest, struct arena *arena);

/* 最终得分为各环节得分之和 …, with all that changes it but rounding. */
struct text final_wording(const struct contest *contest, struct arena *arena);
/* Whether any contestant has points added or taken that name no round. */
bool final_has_adjustments(const struct contest *contest);

#endif
