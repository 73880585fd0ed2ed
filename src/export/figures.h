/* Exact numbers as people read them; each function gives a text in `arena`. */
#ifndef BIWU_FIGURES_H
#define BIWU_FIGURES_H

#include "fault.h"
#include "rules.h"

/* "12" */
struct text figure_count(struct arena *arena, size_t count);
/* "-0.5", with no more digits than it needs. */
struct text figure_points(struct arena *arena, points value);
/* The same with a sign always: "+1", "-0.5". */
struct text figure_signed(struct arena *arena, points value);
/* As published: rounded by the contest's rule to `score.digits`. */
struct text figure_published(struct arena *arena, const struct rules *rules, struct exact value);
/* In full: "91.96", or where no decimal ends "89.666666… (269/3)". */
struct text figure_full(struct arena *arena, struct exact value);
/* How many digits (from `least` to 18) show that two values differ, each cut off there. */
int figure_digits_apart(struct exact a, struct exact b, int least, struct arena scratch);
/* Cut off after `digits` digits, "…" behind it where something was cut. */
struct text figure_cut(struct arena *arena, struct exact value, int digits);
/* Seconds as "8:05" or "1:02:03". */
struct text figure_duration(struct arena *arena, int64_t seconds);
/* A cell by its name in spreadsheets: "C5"; empty where the place has none. */
struct text figure_cell(struct arena *arena, const struct place *place);

#endif
