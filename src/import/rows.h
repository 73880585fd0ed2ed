/* Table files row by row: a file's bytes, its records, and its cells by their columns. */
#ifndef BIWU_ROWS_H
#define BIWU_ROWS_H

#include "columns.h"
#include "encoding.h"

/* One row under a header that has every required column. */
struct row {
    const struct table_format *format;
    const size_t *cell_of;             /* [column] */
    const struct text *headings;       /* [column], as the file writes them; its name where the file has none */
    const struct extra_columns *extra; /* or NULL */
    const struct record *record;
    struct faults *faults;
    struct arena scratch;
};

/* Takes one row; what it keeps it must copy. */
typedef void row_fn(void *context, const struct row *row);

/* Sets cell_of for the columns of the format, and those of the extra columns, by a header, where that is not
 * columns_match()'s to do. False where the rows cannot be read; what is wrong it has reported. */
typedef bool header_fn(void *context, const struct record *header, struct arena scratch, size_t cell_of[COLUMNS_MOST]);

/* What other threads may do with the rows of a large file before their turn, as struct piecework has it for records. */
struct row_piecework {
    void *(*begin)(void *context, size_t room, struct faults *faults, struct arena *arena);
    void (*clear)(void *own);
    row_fn *take;
    void (*join)(void *context, void *own, struct place start, struct arena scratch);
};

/* Reads the table at `path`, a workbook or text of which the user may have named the encoding, and hands each row below
 * its header to `take`. Everything that is wrong is reported; what `take` reports is its own affair. `path` must live as
 * long as the faults. */
void rows_read(const char *path, enum encoding encoding, const struct table_format *format, struct arena scratch,
               struct faults *faults, row_fn *take, void *context);

/* The same, with columns beside the format's own, a header_fn in place of columns_match(), and piecework; each may be
 * NULL. */
void rows_read_with(const char *path, enum encoding encoding, const struct table_format *format,
                    struct extra_columns *extra, header_fn *read_header, const struct row_piecework *work,
                    struct arena scratch, struct faults *faults, row_fn *take, void *context);

/* How many rows there are from this one on, about: lines that begin with a cell that is not empty. In a workbook that is
 * not known, and 1. */
size_t rows_ahead(const struct row *row);

/* The cell of a column; empty where the row or the file does not have it. Borrowed from the record. */
struct text row_cell(const struct row *row, size_t column);
struct place row_place(const struct row *row, size_t column);
/* The cell of an extra column, and where it stands. */
struct text row_extra_cell(const struct row *row, size_t extra, struct place *place);
/* The cell of a column; an empty one is reported: false. */
bool row_needs(const struct row *row, size_t column, struct text *cell);
/* The same, with a hint. */
bool row_needs_with(const struct row *row, size_t column, struct message hint, struct text *cell);

#endif
