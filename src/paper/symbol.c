#include "symbol.h"

#include <math.h>

static const double CIRCLE = 0.5523;    /* how far a circle's Bézier handles reach, in radii */
static const double STAR_REACH = 1.2;   /* its points hold little ink */
static const double RING_STROKE = 0.36; /* of its radius */
static const double PI = 3.14159265358979323846;

enum { STAR_POINTS = 5 };

static void add_circle(struct canvas *canvas, double x, double y, double r)
{
    double h = r * CIRCLE;
    canvas_move(canvas, x - r, y);
    canvas_curve_to(canvas, x - r, y - h, x - h, y - r, x, y - r);
    canvas_curve_to(canvas, x + h, y - r, x + r, y - h, x + r, y);
    canvas_curve_to(canvas, x + r, y + h, x + h, y + r, x, y + r);
    canvas_curve_to(canvas, x - h, y + r, x - r, y + h, x - r, y);
}

static void draw_ring(struct canvas *canvas, double x, double y, double radius, uint32_t colour)
{
    double stroke = radius * RING_STROKE;
    canvas_begin_stroke(canvas, stroke, colour);
    add_circle(canvas, x, y, radius - stroke / 2);
    canvas_end_stroke(canvas, true);
}

static void draw_disc(struct canvas *canvas, double x, double y, double radius, uint32_t colour)
{
    canvas_begin_fill(canvas, colour);
    add_circle(canvas, x, y, radius);
    canvas_end_fill(canvas);
}

/* The inner corners of a pentagram lie at 0.382 of its radius. */
static void draw_star(struct canvas *canvas, double x, double y, double radius, uint32_t colour)
{
    static const double inner = 0.382;
    canvas_begin_fill(canvas, colour);
    for (int i = 0; i < 2 * STAR_POINTS; i++) {
        double angle = PI * i / STAR_POINTS, r = radius * STAR_REACH * (i % 2 == 0 ? 1 : inner);
        double px = x + r * sin(angle), py = y - r * cos(angle);
        if (i == 0)
            canvas_move(canvas, px, py);
        else
            canvas_line_to(canvas, px, py);
    }
    canvas_end_fill(canvas);
}

void symbol_draw(struct canvas *canvas, enum symbol symbol, double x, double y, double radius, uint32_t colour)
{
    if (symbol == SYMBOL_STAR)
        draw_star(canvas, x, y, radius, colour);
    else if (symbol == SYMBOL_DISC)
        draw_disc(canvas, x, y, radius, colour);
    else if (symbol == SYMBOL_RING)
        draw_ring(canvas, x, y, radius, colour);
}
