/* Text that runs down the pages of a document: the next page begins where one is full.
 *
 * Measures are points, y is the top of what comes next, from the upper edge. */
#ifndef BIWU_FLOW_H
#define BIWU_FLOW_H

#include "canvas.h"

struct flow {
    struct canvas *canvas;
    struct typesetter *typesetter;
    double page_width, page_height;
    double left, right, top, bottom; /* edges of the text; bottom as y */
    double y;
    struct text running_head; /* of the pages after a section's first; empty: none */
    struct text goes_on;      /* under a table that does; empty: nothing */
    struct text watermark;    /* empty: none */
};

/* A4 upright or lying, with the house's margins. */
struct flow flow_on(struct canvas *canvas, struct typesetter *typesetter, bool is_landscape);
/* A5 upright. */
struct flow flow_on_small(struct canvas *canvas, struct typesetter *typesetter);
/* The margin at both sides of a page. */
double flow_margin(double page_width);

/* A new page: a section's first one, or one that goes on. */
void flow_begin_section(struct flow *flow);
void flow_turn_page(struct flow *flow);

double flow_width(const struct flow *flow);
/* What is left of the page; what a page that goes on has. */
double flow_room(const struct flow *flow);
double flow_page_room(const struct flow *flow);

/* Lines one under the other, going on overleaf where a page is full. */
void flow_lines(struct flow *flow, const struct lines *lines, double leading);
void flow_lines_centred(struct flow *flow, const struct lines *lines, double leading);

#endif
