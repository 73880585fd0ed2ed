/* The shape that the cells of a header fit. */
#ifndef BIWU_MARKS_SHAPE_H
#define BIWU_MARKS_SHAPE_H

#include "marks_header.h"
#include "marks_meaning.h"

/* True where the header fits one shape alone, or is meant to be of one that it nearly fits, of which what is missing is
 * then another's to report. False where it fits none or two, which is reported, or where that cannot be told for faults
 * of other files. */
bool marks_shape_tell(const struct intake *intake, const struct record *header, const struct meaning *meanings,
                      struct arena scratch, enum marks_shape *shape);

/* Reports a cell that means a judge or a criterion, and something else, too. */
void marks_shape_report_two_meanings(const struct intake *intake, const struct record *header, size_t cell);

#endif
