/* How the marks of one round make its score, as sentences: what paper says of methods and of time. */
#ifndef BIWU_METHOD_WORDING_H
#define BIWU_METHOD_WORDING_H

#include "rule_words.h"

/* How one panel's sheets make its score in round `number`: what is clamped and dropped, which mean, where it is rounded. `is_short`:
 * without naming the judges, for one of several panels. */
struct text method_wording(const struct contest *contest, size_t number, const struct panel_rule *panel, bool is_short,
                           struct arena *arena);
/* The same of all panels of a round, with their shares. */
struct text round_method_wording(const struct contest *contest, size_t number, struct arena *arena);

/* Fewer sheets than this are too few: min-sheets, or what dropping needs. */
int64_t method_least_sheets(const struct panel_rule *panel);
/* Whether scores of the round may be corrected between panels. */
bool method_corrects(const struct round *round);
/* 乘以修正系数（…）; empty where nothing is corrected. */
struct text correction_wording(const struct contest *contest, size_t number, struct arena *arena);
/* What the correction takes for granted, and where there is none. */
struct text correction_premise(const struct contest *contest, struct arena *arena);

/* What going over time, and being too quick, costs; each empty where it costs nothing. */
struct text overtime_wording(const struct rules *rules, const struct overtime *overtime, struct arena *arena);
struct text under_wording(const struct rules *rules, const struct overtime *overtime, struct arena *arena);

#endif
