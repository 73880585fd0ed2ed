/* Lines and where on the page they stand: a box once it is laid out. */
#ifndef BIWU_PLACED_LINES_H
#define BIWU_PLACED_LINES_H

#include "canvas.h"

struct placed_line {
    struct line line;
    double x, y;       /* where its baseline begins; of a turned line its middle */
    bool begins;       /* a paragraph; the first of a list does */
    bool is_turned;    /* by a quarter, clockwise */
    struct text says;  /* what it and those behind it read as; empty: as they are drawn */
    bool is_last_said; /* the last of those */
};

struct placed_lines {
    struct placed_line *items;
    size_t count, capacity;
};

void placed_lines_add(struct placed_lines *lines, struct placed_line line, struct arena *arena);
/* Each paragraph is a `tag` to readers. */
void placed_lines_draw(const struct placed_lines *lines, struct canvas *canvas, enum tag tag);

#endif
