/* Columns of text for a terminal, aligned by the width that CJK characters take there. */
#ifndef BIWU_TEXT_TABLE_H
#define BIWU_TEXT_TABLE_H

#include "style.h"

struct table_column {
    struct text heading;
    bool is_number; /* aligned at the right */
    bool
        may_wrap; /* broken into lines where the terminal is too narrow for all columns: the last one between words, where
                       it has 20 columns at least, others anywhere */
};

struct table_cell {
    struct text text;
    enum tint tint;
};

struct text_table {
    const struct table_column *columns;
    size_t column_count;
    const struct table_cell *cells; /* row after row */
    size_t row_count;
    size_t indent;       /* blanks before each line */
    bool has_no_heading; /* the columns' headings are left out */
};

/* The table as lines without blanks at their ends. Needs a UTF-8 LC_CTYPE for the widths. Where memory runs out it ends
 * in the arena's `exhausted`. */
struct text text_table(const struct text_table *table, const struct style *style, struct arena *arena,
                       struct arena scratch);

/* The columns that the widest line takes. Needs lines without colour and a UTF-8 LC_CTYPE. */
size_t text_lines_width(struct text lines);

#endif
