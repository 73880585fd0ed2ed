/* A table without boxes: hairlines between rows, the head again on each page, rows never split.
 *
 * Measures are points. */
#ifndef BIWU_TABLE_H
#define BIWU_TABLE_H

#include "flow.h"

enum alignment {
    ALIGN_LEFT,
    ALIGN_CENTRE,
    ALIGN_NUMBER, /* numbers of equal digits behind the point, flush at their last digits, in the middle of the column */
};

struct column {
    struct text head;
    enum alignment alignment;
    bool takes_rest;   /* of the width; the others are as wide as their widest cell, or all share it alike */
    double least;      /* width */
    double most;       /* width, 0: any; a wider text is made smaller */
    size_t most_lines; /* in a cell; 1: never wrapped */
    bool has_dots;     /* its cells keep room for a small disc before the text */
    double width;      /* set by table_fit(), with the gap to the next column */
    double widest;     /* of its cells' texts: set with it */
};

struct table_cell {
    struct text text;
    const struct style *style;
    bool has_dot; /* only in a column that has them */
    uint32_t dot; /* its colour */
};

struct table {
    struct column *columns;
    size_t column_count;
    struct table_cell *cells; /* row after row */
    size_t row_count;
    double gap;               /* between the texts of two columns */
    const struct style *head; /* of the heads; rows are as high as its size asks for */
};

/* All columns and cells empty; they live in `arena`. */
struct table table_with(struct arena *arena, size_t columns, size_t rows, const struct style *head, double gap);
struct table_cell *table_at(struct table *table, size_t row, size_t column);

/* Measures the cells and gives out `width`; where `is_tight`, heads are set in lines of two letters. False where columns
 * that take the rest get less than their least, or all have less than they need: then it is shared as far as it goes. */
bool table_fit(struct table *table, struct typesetter *typesetter, double width, bool is_tight);

/* Draws the table down the pages. What follows it is `tail` high: where it would not fit under the last row, up to
 * `carried` rows go overleaf with it. A text that does not fit into its cell is a fault. */
void table_flow(const struct table *table, struct flow *flow, size_t carried, double tail);

#endif
