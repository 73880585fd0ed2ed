/* The rows of a file as cells with their places, of a table or of any other text, and which rows of two files belong together. */
#ifndef BIWU_CHANGED_ROWS_H
#define BIWU_CHANGED_ROWS_H

#include "encoding.h"

struct changed_row {
    struct text *cells;
    struct place *places; /* beside them */
    size_t count;         /* at least one */
};

struct changed_rows {
    struct changed_row *items;
    size_t count, capacity;
};

/* Those of the file at `path`: a table's records, or the lines of another text, a cell each. False where it cannot be read
 * as that, or is too large to be compared. Everything lives in `arena`; `path` must, too. */
bool changed_rows_read(const char *path, enum encoding encoding, struct arena *arena, struct arena scratch,
                       struct changed_rows *rows);

bool changed_rows_equal(const struct changed_row *a, const struct changed_row *b);

/* A run of old rows that became a run of new ones; either may be empty. */
typedef void changed_run_fn(void *context, const struct changed_row *old, size_t old_count,
                            const struct changed_row *new_rows, size_t new_count);

/* Hands each run of rows between those that have stayed, in their order, to `take`. */
void changed_rows_compare(const struct changed_rows *old, const struct changed_rows *new_rows, struct arena scratch,
                          changed_run_fn *take, void *context);

#endif
