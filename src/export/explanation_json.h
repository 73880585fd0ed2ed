/* `explain --format json`. */
#ifndef BIWU_EXPLANATION_JSON_H
#define BIWU_EXPLANATION_JSON_H

#include "explanation.h"

/* {"contest", "sector", then "standing" as in `ranking` of standings_json, or "unranked" as there, "steps": […]}.
 * A step holds `step`, its kind, and of round, criterion, judge (ids), state, count, digits (a number or "exact"),
 * weight, value, result and note those that its kind has; value and result are fractions. */
struct text explanation_json(const struct explanation *explanation, struct arena *arena, struct arena scratch);

#endif
