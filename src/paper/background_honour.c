/* A deep red band with hooked frets in gold between fine gold lines, a flower in each corner; within it a gold line with
 * hollow corners. */
#include "backgrounds.h"
#include "palette.h"

#include <math.h>

#define GOLD 0xC9A45Cu

static const double BAND = MM(8), BAND_WIDTH = MM(10), OUTER = MM(6.6), INNER = MM(19.4), FRAME = MM(22);
static const double HOLLOW = MM(6); /* of the frame's corners */
static const double FRET_UNIT = MM(1.55);
static const double ROUND = 0.5523; /* of a quarter circle's radius, to its control points */

/* Two hooks that turn about each other; in units, the second half is the first turned by half a turn. */
static const double hook[][2] = {{2, 2}, {1, 2}, {1, 3}, {3, 3}, {3, 1}, {0, 1}, {0, 4}, {5, 4}};
enum { HOOK_POINTS = sizeof hook / sizeof *hook, HOOK_WIDTH = 10, HOOK_HEIGHT = 5, PITCH = 12 };

/* A band along one side: from a point on, in the direction of `along`; `across` points to the middle of the page. */
struct side {
    double x, y;
    double along[2], across[2];
    double length;
};

static void side_point(struct canvas *canvas, const struct side *side, double along, double across, bool is_first)
{
    double x = side->x + side->along[0] * along + side->across[0] * across;
    double y = side->y + side->along[1] * along + side->across[1] * across;
    if (is_first)
        canvas_move(canvas, x, y);
    else
        canvas_line_to(canvas, x, y);
}

static void draw_hooks(struct canvas *canvas, const struct side *side, double from, double unit)
{
    double top = (BAND_WIDTH - HOOK_HEIGHT * FRET_UNIT) / 2;
    for (int i = 0; i < HOOK_POINTS; i++)
        side_point(canvas, side, from + hook[i][0] * unit, top + hook[i][1] * FRET_UNIT, i == 0);
    for (int i = HOOK_POINTS - 1; i >= 0; i--)
        side_point(canvas, side, from + (HOOK_WIDTH - hook[i][0]) * unit, top + (HOOK_HEIGHT - hook[i][1]) * FRET_UNIT,
                   false);
}

/* As many as fit, a little wider or narrower so that they fill the side. */
static void draw_side(struct canvas *canvas, const struct side *side)
{
    double count = round((side->length + 2 * FRET_UNIT) / (PITCH * FRET_UNIT));
    double unit = side->length / (count * PITCH + 2);
    struct canvas_copies copies = canvas_begin_copies(canvas);
    for (int i = 0; i < (int)count; i++) {
        canvas_begin_stroke(canvas, 0.8, GOLD);
        draw_hooks(canvas, side, 2 * unit, unit);
        canvas_end_stroke(canvas, false);
        canvas_end_copy(canvas, side->along[0] * PITCH * unit, side->along[1] * PITCH * unit);
    }
    canvas_end_copies(canvas, &copies);
}

/* ---- corners ---- */

static void draw_petal(struct canvas *canvas, double x, double y, double turn, double length)
{
    double c = cos(turn), s = sin(turn), wide = length * 0.42, far = length * 0.75;
    canvas_begin_fill(canvas, GOLD);
    canvas_move(canvas, x, y);
    canvas_curve_to(canvas, x + far * c - wide * s, y + far * s + wide * c, x + length * c - wide * s * 0.4,
                    y + length * s + wide * c * 0.4, x + length * c, y + length * s);
    canvas_curve_to(canvas, x + length * c + wide * s * 0.4, y + length * s - wide * c * 0.4, x + far * c + wide * s,
                    y + far * s - wide * c, x, y);
    canvas_end_fill(canvas);
}

static void draw_disc(struct canvas *canvas, double x, double y, double radius, uint32_t colour)
{
    double bend = radius * ROUND;
    canvas_begin_fill(canvas, colour);
    canvas_move(canvas, x + radius, y);
    canvas_curve_to(canvas, x + radius, y + bend, x + bend, y + radius, x, y + radius);
    canvas_curve_to(canvas, x - bend, y + radius, x - radius, y + bend, x - radius, y);
    canvas_curve_to(canvas, x - radius, y - bend, x - bend, y - radius, x, y - radius);
    canvas_curve_to(canvas, x + bend, y - radius, x + radius, y - bend, x + radius, y);
    canvas_end_fill(canvas);
}

/* A flower of eight petals in a square, on the band's corner. */
static void draw_flower(struct canvas *canvas, double at)
{
    enum { PETALS = 8 };
    double inset = MM(0.9), x = at + BAND_WIDTH / 2, y = x;
    canvas_box(canvas, at + inset, at + inset, BAND_WIDTH - 2 * inset, BAND_WIDTH - 2 * inset, 0.8, GOLD);
    for (int i = 0; i < PETALS; i++)
        draw_petal(canvas, x, y, i * acos(-1) / 4, i % 2 == 0 ? MM(3.5) : MM(2.9));
    draw_disc(canvas, x, y, MM(0.95), DEEP_RED);
    draw_disc(canvas, x, y, MM(0.5), GOLD);
}

/* What `draw` draws around or from a point, equally far from both edges, and in the other corners `across` and `down` from
 * it. */
static void draw_in_corners(struct canvas *canvas, double across, double down, void draw(struct canvas *, double),
                            double at)
{
    const double steps[][2] = {{across, 0}, {0, down}, {-across, 0}, {0, -down}};
    struct canvas_copies copies = canvas_begin_copies(canvas);
    for (int i = 0; i < 4; i++) {
        draw(canvas, at);
        canvas_end_copy(canvas, steps[i][0], steps[i][1]);
    }
    canvas_end_copies(canvas, &copies);
}

static void draw_dot(struct canvas *canvas, double at)
{
    draw_disc(canvas, at, at, MM(0.7), GOLD);
}

/* ---- frame ---- */

/* The inner line: its corners are cut out by quarter circles. */
static void draw_frame(struct canvas *canvas, double inset, double width, double height, double thickness)
{
    double l = inset, t = inset, r = width - inset, b = height - inset, h = HOLLOW, k = HOLLOW * (1 - ROUND);
    canvas_begin_stroke(canvas, thickness, GOLD);
    canvas_move(canvas, l + h, t);
    canvas_line_to(canvas, r - h, t);
    canvas_curve_to(canvas, r - h, t + h - k, r - k, t + h, r, t + h);
    canvas_line_to(canvas, r, b - h);
    canvas_curve_to(canvas, r - k, b - h, r - h, b - h + k, r - h, b);
    canvas_line_to(canvas, l + h, b);
    canvas_curve_to(canvas, l + h, b - h + k, l + k, b - h, l, b - h);
    canvas_line_to(canvas, l, t + h);
    canvas_curve_to(canvas, l + k, t + h, l + h, t + h - k, l + h, t);
    canvas_end_stroke(canvas, true);
    double dot = inset + MM(1.6);
    draw_in_corners(canvas, width - 2 * dot, height - 2 * dot, draw_dot, dot);
}

static void draw_line(struct canvas *canvas, double inset, double width, double height, double thickness)
{
    canvas_box(canvas, inset, inset, width - 2 * inset, height - 2 * inset, thickness, GOLD);
}

static void draw_band(struct canvas *canvas, double width, double height)
{
    double far_x = width - BAND - BAND_WIDTH, far_y = height - BAND - BAND_WIDTH;
    double across = width - 2 * BAND, down = height - 2 * BAND - 2 * BAND_WIDTH;
    canvas_fill_box(canvas, BAND, BAND, across, BAND_WIDTH, DEEP_RED);
    canvas_fill_box(canvas, BAND, far_y, across, BAND_WIDTH, DEEP_RED);
    canvas_fill_box(canvas, BAND, BAND + BAND_WIDTH, BAND_WIDTH, down, DEEP_RED);
    canvas_fill_box(canvas, far_x, BAND + BAND_WIDTH, BAND_WIDTH, down, DEEP_RED);
    double along = across - 2 * BAND_WIDTH, start = BAND + BAND_WIDTH;
    const struct side sides[] = {
        {start, BAND, {1, 0}, {0, 1}, along},
        {width - BAND, start, {0, 1}, {-1, 0}, down},
        {width - start, height - BAND, {-1, 0}, {0, -1}, along},
        {BAND, height - start, {0, -1}, {1, 0}, down},
    };
    for (int i = 0; i < 4; i++)
        draw_side(canvas, &sides[i]);
    draw_in_corners(canvas, far_x - BAND, far_y - BAND, draw_flower, BAND);
}

void background_draw_honour(struct canvas *canvas, double width, double height)
{
    draw_line(canvas, OUTER, width, height, 0.8);
    draw_band(canvas, width, height);
    draw_line(canvas, INNER, width, height, 0.8);
    draw_frame(canvas, FRAME, width, height, 0.6);
}
