/* Sheets far from the others of their panel: named, or moved (rules.md 3, step 2). */
#ifndef BIWU_OUTLIERS_H
#define BIWU_OUTLIERS_H

#include "panel.h"

/* Names or clamps the tallies, one at least, by the panel's rule, and notes in `result` whose sheets lie far off and whether the panel's
 * ends lie too far apart. Clamped values replace the given ones; their unit may become finer. */
void outliers_treat(const struct rules *rules, const struct panel_rule *rule, struct tallies *tallies,
                    struct arena *arena, struct derivation *derivation, struct round_result *result);

#endif
