/* The header of a file of marks: which of the three shapes it has, and what its columns are. */
#ifndef BIWU_MARKS_HEADER_H
#define BIWU_MARKS_HEADER_H

#include "marks_beside.h"
#include "marks_name.h"

enum marks_shape {
    MARKS_LONG,     /* a row a mark */
    MARKS_BY_JUDGE, /* a row a contestant, a column a judge */
    MARKS_BY_SHEET, /* a row a judge and contestant, a column a criterion */
};

struct marks_header {
    enum marks_shape shape;
    struct extra_columns
        columns;         /* one a judge or criterion, none in the long shape; named as the contest names them */
    size_t *judges;      /* beside them: by judge whose, by sheet INDEX_NONE */
    size_t columns_most; /* room for so many */
    struct beside beside;
    struct marks_name name; /* of the file, where the columns leave something to it */
    size_t round;           /* of all rows; INDEX_NONE: a column says it, or the rounds are not known */
};

/* An empty header with room in `arena` for all columns that a file may have. */
struct marks_header marks_header_for(const struct contest *contest, struct arena *arena);

/* Tells the shape of the file at `path` and sets the header and, for the columns of marks_format, cell_of. False where
 * the rows cannot be read, which is reported, or follows from faults of other files. */
bool marks_header_read(struct marks_header *marks, const struct intake *intake, const char *path,
                       const struct record *header, struct arena scratch, size_t cell_of[COLUMNS_MOST]);

#endif
