/* The cells of a header of a file of marks, taken as the columns of its shape. */
#ifndef BIWU_MARKS_COLUMNS_H
#define BIWU_MARKS_COLUMNS_H

#include "marks_header.h"
#include "marks_meaning.h"

/* A header that is being read. */
struct header_reading {
    struct marks_header *marks;
    const struct intake *intake;
    const struct rules *rules;
    const struct record *header;
    const struct meaning *meanings;
    struct arena scratch;
    size_t *cell_of;
};

/* Sets marks->columns, judges and beside, and cell_of, for marks->shape. False where a column is unknown, missing or
 * doubled, which is reported. In the long shape unknown ones are warnings. */
bool marks_columns_match(const struct header_reading *reading);

#endif
