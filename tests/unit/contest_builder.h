/* Small contests for tests, built by hand: one sector unless more are named, judges J1 …, contestants C1 …. */
#ifndef BIWU_CONTEST_BUILDER_H
#define BIWU_CONTEST_BUILDER_H

#include "rules_complete.h"
#include "sector_score.h"

/* Begins a test: rules with the defaults of contest.yaml, `count` rounds r1 … of method mean, one criterion each. */
struct rules builder_rules(size_t count);
/* A contest with these rules, `judges` judges in one panel of all, `contestants` contestants in the sector 领域. */
struct contest builder_contest(struct rules *rules, size_t judges, size_t contestants);
struct contestant builder_contestant(const char *id, const char *sector);
struct judge builder_judge(const char *id, const char *panels);

/* A judge's mark, or INDEX_NONE for the judge; asserts that it is accepted. */
void builder_mark(struct sheets *sheets, size_t round, size_t contestant, size_t judge, size_t criterion,
                  const char *written);
/* One mark a judge, in order, from "92.5 91.0 …"; "-" is pending, "缺评" and "回避" are states. */
void builder_marks(struct sheets *sheets, size_t round, size_t contestant, const char *written);

/* Another tie key, as `written`. */
void builder_tie(struct rules *rules, int kind, const char *written);
/* Completes the rules; whether that reports exactly one fault, of this format, or with NULL none at all. */
bool builder_rules_report(struct rules *rules, const char *format);
/* An empty contest with these rules, completed; people are added by the test. */
struct contest builder_open(struct rules *rules);
/* A contestant who names a panel, in the sector 领域. */
void builder_add_contestant(struct contest *contest, const char *id, const char *panel);

/* The result of a contestant, scored with the whole sector. */
struct result builder_score(const struct sheets *sheets, size_t contestant);
/* The same, with its steps recorded. */
struct result builder_derive(const struct sheets *sheets, size_t contestant, struct derivation *derivation);

points builder_points(const char *written);
struct optional_points builder_set(const char *written);
/* "2299/25" */
struct text builder_fraction(struct exact value);
/* What was reported since builder_rules(), and whether a fault with this format was. */
struct faults *builder_faults(void);
bool builder_reported(const char *format);

#endif
