/* Values as dots in a row, on a scale that all rows of a table share. Measures are points. */
#ifndef BIWU_STRIP_H
#define BIWU_STRIP_H

#include "canvas.h"
#include "exact.h"

/* Round numbers: low, low + step, … high. In units of 1/10^8, as totals of sheets are. */
struct strip_scale {
    wide low, high, step;
};

struct strip_dot {
    wide value;
    bool is_hollow;
};

struct strip {
    struct strip_dot *dots; /* by value, lowest first */
    size_t count;
    bool has_bar; /* an upright line across the strip */
    wide bar;
};

/* From a round number at or below the lowest value to one at or above the highest, with few steps between them. */
struct strip_scale strip_scale_over(wide lowest, wide highest);

/* How high a strip is on the scale, `width` wide: dots that would touch lie above and below each other. */
double strip_height(const struct strip *strip, const struct strip_scale *scale, double width);
/* Around the middle line y, in a row that is `height` high: with upright hairlines where the scale is marked. */
void strip_draw(struct canvas *canvas, const struct strip *strip, const struct strip_scale *scale, double x, double y,
                double width, double height);
/* The numbers over the hairlines, their baseline at y. */
void strip_draw_scale(struct canvas *canvas, struct typesetter *typesetter, const struct strip_scale *scale,
                      const struct style *style, double x, double y, double width);

#endif
