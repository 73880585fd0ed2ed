/* What the files of the score sheet share. */
#ifndef BIWU_SCORESHEET_PARTS_H
#define BIWU_SCORESHEET_PARTS_H

#include "scoresheet_plan.h"

/* Gives the plan the columns of the sheet's block. */
void scoresheet_share_columns(const struct scoresheet *sheet, struct scoresheet_plan *plan, struct arena *arena);
/* Heads, alignments, widths of the plan's columns. */
void scoresheet_set_columns(const struct scoresheet *sheet, const struct scoresheet_plan *plan, struct table *table,
                            struct arena *arena);

/* The cell of a judge's seat: the mark, in brackets where it was set aside, or why there is none. */
struct table_cell scoresheet_seat_cell(const struct scoresheet *sheet, const struct scoresheet_plan *plan,
                                       const struct planned_row *row, size_t seat, struct arena *arena);
/* Any other cell of row `number`. */
struct table_cell scoresheet_cell(const struct scoresheet *sheet, const struct scoresheet_plan *plan, size_t number,
                                  const struct planned_column *column, struct arena *arena);

struct table_cell scoresheet_cell_of(const struct scoresheet *sheet, struct text text, int style);

#endif
