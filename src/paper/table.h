/* A table without boxes: hairlines between rows, the head again on each page, rows never split.
 *
 * Measures are points. */
#ifndef BIWU_TABLE_H
#define BIWU_TABLE_H

#include "flow.h"
#include "strip.h"
#include "symbol.h"

enum alignment {
    ALIGN_LEFT, /* text, which may become smaller or be wrapped; the others never are */
    ALIGN_CENTRE,
    ALIGN_NUMBER, /* numbers of equal digits behind the point, flush at their last digits, in the middle of the column */
};

/* What may be done to texts where room is short, each after the one before it. */
enum squeeze {
    SQUEEZE_NONE,
    SQUEEZE_WRAPPED, /* into the lines that their column has */
    SQUEEZE_DEEP,    /* into one more, where it has several */
    SQUEEZE_SMALL,   /* in smaller type */
    SQUEEZE_CROWDED, /* broken wherever they can be */
    SQUEEZE_LEVELS
};

struct column {
    struct text head;
    struct text over; /* over the heads of neighbouring columns that have the same one; empty: nothing */
    enum alignment alignment;
    bool takes_rest;                 /* of the width that nobody needs, some; all share alike what is left of it */
    double least;                    /* width */
    size_t most_lines;               /* in a cell; 1: wrapped only where nothing else does */
    size_t group;                    /* columns of one number, not 0, are equally wide */
    bool has_symbols;                /* its cells keep room for one before the text */
    const struct strip_scale *scale; /* NULL: a column of text; else its cells hold strips, and its head the scale */
    double width;                    /* set by table_fit(), with the gap to the next column */
    double widest;                   /* of its cells' texts: set with it */
    bool is_measured;                /* and what the cells ask for when they are squeezed */
    double asked[SQUEEZE_LEVELS];
    double hanging; /* of its cells' brackets behind numbers, the widest: set by table_flow() */
};

struct table_cell {
    struct text text; /* glued: broken at its blanks, hyphens and middle dots alone */
    const struct style *style;
    enum symbol symbol;        /* only in a column that has them */
    uint32_t colour;           /* of the symbol */
    const struct strip *strip; /* in place of text, in a column with a scale; NULL: nothing */
};

struct table {
    struct column *columns;
    size_t column_count;
    struct table_cell *cells; /* row after row */
    struct text *captions;    /* one a row: over it, in lines of its own across the table; empty: none */
    bool *has_no_rule;        /* one a row: it belongs to the one above, and no line and no page parts them */
    struct place *places;     /* one a row: whose line of the input it shows, for faults */
    size_t row_count;
    double gap;               /* between the texts of two columns */
    const struct style *head; /* of the heads; rows are as high as its size asks for */
    double row_least;         /* height: room to write in by hand */
};

/* The styles of a table whose type has one size. */
enum { TABLE_PLAIN, TABLE_STRONG, TABLE_QUIET, TABLE_HEAD, TABLE_STYLES };
const struct style *table_styles(double size, struct arena *arena);

/* All columns, cells and places empty; they live in `arena`. */
struct table table_with(struct arena *arena, size_t columns, size_t rows, const struct style *head, double gap);
struct table_cell *table_at(struct table *table, size_t row, size_t column);

/* Measures the cells, the first time, and gives out `width`; where `is_tight`, heads are set in lines of two letters. False where texts
 * would have to be squeezed more than `most`: then the table must not be drawn. */
bool table_fit(struct table *table, struct typesetter *typesetter, double width, bool is_tight, enum squeeze most);

/* Numbers that stand close get what the texts of a table that fits leave of their columns, wrapped as they are. */
void table_spread_numbers(struct table *table, struct typesetter *typesetter);

/* Reports the text that makes a table too wide that table_fit() could not fit. */
void table_blame(struct table *table, struct typesetter *typesetter);

/* Of the rows and heads of a table that fits, without captions. Sets all its texts: not for long ones. */
double table_height(const struct table *table, struct typesetter *typesetter);

/* Draws a table that fits down the pages, with rows a little lower where that spares the second page. What follows it is `tail` high: where it would not fit under the last row, up
 * to `carried` rows go overleaf with it; these are never parted from each other. A text that does not fit into its cell is a fault. */
void table_flow(const struct table *table, struct flow *flow, size_t carried, double tail);

/* The parts of a table too wide for a page, all with the same rows: one under the other, `space` apart, where each has room
 * as a whole; else each begins a page, and all go on overleaf after the same rows. The tail is that of the last. */
void tables_flow(const struct table *tables, size_t count, struct flow *flow, double space, size_t carried,
                 double tail);

#endif
