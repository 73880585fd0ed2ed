/* Table files row by row: a file's bytes, its records, and its cells by their columns. */
#ifndef BIWU_ROWS_H
#define BIWU_ROWS_H

#include "columns.h"

/* One row under a header that has every required column. */
struct row {
    const struct table_format *format;
    const size_t *cell_of;             /* [column] */
    const struct extra_columns *extra; /* or NULL */
    const struct record *record;
    struct faults *faults;
    struct arena scratch;
    const char *file_end;
};

/* Takes one row; what it keeps it must copy. */
typedef void row_fn(void *context, const struct row *row);

/* Looks at a header that the format's columns do not fit; true where it has reported what is wrong with it. */
typedef bool header_fn(const struct record *header, struct arena scratch, struct faults *faults);

/* Reads the table at `path` and hands each row below its header to `take`. `odd_header` may be NULL. Everything that is
 * wrong is reported; what `take` reports is its own affair. `path` must live as long as the faults. */
void rows_read(const char *path, const struct table_format *format, header_fn *odd_header, struct arena scratch,
               struct faults *faults, row_fn *take, void *context);

/* The same, with columns beside the format's own. */
void rows_read_with(const char *path, const struct table_format *format, struct extra_columns *extra,
                    header_fn *odd_header, struct arena scratch, struct faults *faults, row_fn *take, void *context);

/* How many rows there are from this one on, about: lines that begin with a cell that is not empty. */
size_t rows_ahead(const struct row *row);

/* The cell of a column; empty where the row or the file does not have it. Borrowed from the record. */
struct text row_cell(const struct row *row, size_t column);
struct place row_place(const struct row *row, size_t column);
/* The cell of an extra column, and where it stands. */
struct text row_extra_cell(const struct row *row, size_t extra, struct place *place);
/* The cell of a column; an empty one is reported: false. */
bool row_needs(const struct row *row, size_t column, struct text *cell);

#endif
