/* Lists of people with columns that are written in by hand: running order, sign-in sheet, register. */
#ifndef BIWU_PEOPLE_LIST_H
#define BIWU_PEOPLE_LIST_H

#include "document.h"
#include "table.h"

struct list_column {
    const char *head; /* a key of the wording */
    enum alignment alignment;
    double least; /* width, points */
    bool takes_rest;
};

/* As many empty rows, high enough to write in. */
struct table people_list(struct document *document, const struct list_column *columns, size_t column_count,
                         size_t rows);
/* Fits the table to A4 upright, or lying where there it would be crowded, on a flow of that kind. False, with a fault, where
 * it does not fit at all: then it must not be drawn. */
bool people_list_fit(struct document *document, struct table *table, struct flow *flow);
/* Draws a table that has been fitted. What follows is `tail` high. */
void people_list_flow(struct flow *flow, const struct table *table, double tail);

#endif
