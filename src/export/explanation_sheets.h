/* The judges' sheets of one round, as a table within an explanation. */
#ifndef BIWU_EXPLANATION_SHEETS_H
#define BIWU_EXPLANATION_SHEETS_H

#include "explanation.h"
#include "style.h"

/* `first` is the place of the round's STEP_ROUND in the derivation. A row a judge: id and name, each criterion's mark
 * where there are several, weight where judges have any, total, and what became of the sheet. Dropped marks stand in
 * brackets. Empty for a round without judges. */
struct text explanation_sheets(const struct explanation *explanation, size_t first, const struct style *style,
                               struct arena *arena, struct arena scratch);

#endif
