/* One mark: what a cell says, and its way into the sheets. All shapes of a file of marks share it. */
#ifndef BIWU_MARKS_CELL_H
#define BIWU_MARKS_CELL_H

#include "tables.h"

/* Sets the state of a mark and its value or word: a number or a state; an empty cell is a pending mark. False where it is
 * neither, which is reported at mark->place. */
bool mark_read(struct text written, struct mark *mark, struct faults *faults);

/* Takes a mark in through sheets_accept(), or keeps it for later where the intake does. Its round and criterion are known.
 * Where its contestant is not, or its judge is not (`has_judge` false), or nobody is expected to score there, which was
 * reported, its value is checked alone. */
void mark_take_in(struct intake *intake, const struct mark *mark, bool has_judge, struct arena scratch);

#endif
