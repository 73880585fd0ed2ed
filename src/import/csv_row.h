/* The record of a CSV text that is being read: its cells as they come, until it is handed on. Whoever finds the cells, libcsv
 * or the splitter of plain lines, says only where they are. */
#ifndef BIWU_CSV_ROW_H
#define BIWU_CSV_ROW_H

#include "records.h"

struct csv_reading {
    struct text utf8;
    size_t offset;      /* of its first byte in the whole text */
    struct arena arena; /* scratch: the record's lists, and what is copied */
    struct faults *faults;
    record_fn *take;
    void *context;
    char separator;

    size_t row_start;        /* byte at which the present record begins */
    struct place row_place;  /* of that byte */
    size_t cursor;           /* byte behind the cells that were taken, and behind the separator */
    bool has_inner_line_end; /* within a quoted cell of the record */
    bool has_content;        /* one of its cells is not empty */
    bool is_too_big;         /* it goes beyond a limit: it was reported and is left out */

    struct text *cells;
    uint32_t *starts; /* beside cells: bytes behind row_start */
    size_t cell_count, cell_capacity;
    char *copies; /* room for the cells that are copied, one behind the other */
    size_t copies_used, copies_capacity;
};

/* The text from the present record on. */
struct text csv_row_onwards(const struct csv_reading *reading);

/* The first byte from `at` on that is none of the blanks that stand around cells. */
static inline size_t csv_behind_blanks(struct text utf8, char separator, size_t at)
{
    while (at < utf8.length && (utf8.bytes[at] == ' ' || utf8.bytes[at] == '\t') && utf8.bytes[at] != separator)
        at++;
    return at;
}

/* Begins a record at byte `start`, whose place is already set. */
void csv_row_begin(struct csv_reading *reading, size_t start);
/* Adds a cell that begins at byte `start`: trimmed, and without the guard of formulas. */
void csv_row_add(struct csv_reading *reading, struct text cell, size_t start);
/* A copy that stays where it is until the next record. */
struct text csv_row_copy(struct csv_reading *reading, struct text cell);

/* Hands the record on, unless it is blank or too big. It ends before byte `row_end`. */
void csv_row_take(struct csv_reading *reading, size_t row_end);

#endif
