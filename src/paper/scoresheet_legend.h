/* What stands under the table of a score sheet: how it is to be read, and whom it leaves without a score and why. */
#ifndef BIWU_SCORESHEET_LEGEND_H
#define BIWU_SCORESHEET_LEGEND_H

#include "scoresheet_table.h"

/* Sentences in a row. */
struct text scoresheet_legend(const struct scoresheet *sheet, struct arena *arena);

#endif
