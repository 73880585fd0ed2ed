/* A deep red band along the left edge, a fine gold line beside it, and arcs of gold in the upper right corner. */
#include "backgrounds.h"
#include "palette.h"

#define GOLD 0xB4924Cu

static const double BAND = MM(20), LINE = MM(22.2);
static const double ROUND = 0.5523; /* of a quarter circle's radius, to its control points */

/* A quarter of a circle around the corner, and on into the bleed. */
static void draw_arc(struct canvas *canvas, double width, double radius, double thickness)
{
    double bend = radius * ROUND, beyond = canvas_surface(canvas)->bleed;
    canvas_begin_stroke(canvas, thickness, GOLD);
    canvas_move(canvas, width - radius, -beyond);
    canvas_line_to(canvas, width - radius, 0);
    canvas_curve_to(canvas, width - radius, bend, width - bend, radius, width, radius);
    canvas_line_to(canvas, width + beyond, radius);
    canvas_end_stroke(canvas, false);
}

void background_draw_modern(struct canvas *canvas, double width, double height)
{
    double beyond = canvas_surface(canvas)->bleed;
    canvas_fill_box(canvas, -beyond, -beyond, BAND + beyond, height + 2 * beyond, DEEP_RED);
    canvas_rule(canvas, LINE, -beyond, LINE, height + beyond, 0.7, GOLD);
    for (int i = 0; i < 7; i++)
        draw_arc(canvas, width, MM(22 + 3.2 * i), 0.9 - 0.11 * i);
}
