/* What the files of the table share. */
#ifndef BIWU_TABLE_PARTS_H
#define BIWU_TABLE_PARTS_H

#include "table.h"

enum { LINES_CROWDED = 2 }; /* more than a column has by its own will */

static const double TABLE_LEADING = 13; /* of several lines in a row */

/* One row as it will stand. */
struct table_row {
    struct lines *cells; /* one a column */
    double height;
    struct lines caption; /* over it, `caption_height` high; no lines: none */
    double caption_height;
    struct line *over; /* of a head: titles over several columns, each at the first of them */
    double over_height;
};

/* The size below which text is hard to read, or its own where that is smaller. */
double table_smallest(const struct style *style);
double table_symbol_room(const struct column *column);
double table_text_room(const struct table *table, const struct column *column);

/* Reports a text that has no room. */
void table_report_long(struct typesetter *typesetter, struct place place, struct text text);

struct table_row table_set_row(const struct table *table, struct typesetter *typesetter, size_t number);
/* The caption over a row, `width` wide at the most. */
void table_set_caption(const struct table *table, struct typesetter *typesetter, size_t number, double width,
                       struct table_row *row);
struct table_row table_set_head(const struct table *table, struct typesetter *typesetter);

#endif
