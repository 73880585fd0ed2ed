/* What the files of the table share. */
#ifndef BIWU_TABLE_PARTS_H
#define BIWU_TABLE_PARTS_H

#include "table.h"

enum { LINES_CROWDED = 2 }; /* more than a column has by its own will */

static const double TABLE_LEADING = 13; /* of several lines in a row */
static const double TABLE_GOES_ON = 12; /* under the rows of a page, where the table goes on overleaf: room to say so */

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

/* What the rows of a table need, and have. */
struct table_measure {
    const double *above; /* of each row, and behind the last: how high all rows before it are */
    const bool *has_no_rule;
    size_t count;
    double first, page; /* room for rows on the page where the table begins, and on a further one */
    size_t carried;     /* and tail: see table_flow() */
    double tail;
    double saving; /* of each row's height */
};

struct table_pages {
    bool *begins; /* one a row: it begins a further page */
    size_t turns; /* how many do */
    bool tail_fits;
    double saving; /* by which each row is lower */
};

/* Shares rows out over pages, so that few do not stand alone on the last; where rows lower by `saving` bring all onto the
 * first page, they are. */
struct table_pages table_share_out(const struct table_measure *measure, double saving, struct arena *arena);

#endif
