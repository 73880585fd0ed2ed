/* Warm white paper, a deep red line, fine gold ones, a fret in each corner. */
#include "backgrounds.h"

#include "palette.h"

#define GOLD 0xB4924Cu

static const double RED_INSET = MM(10), GOLD_INSET = MM(12), INNER_INSET = MM(15.5);
static const double NOTCH = MM(12), FRET = MM(8.2);

/* One corner of the page, seen from within: x and y run towards the middle. */
struct corner {
    double x, y;
    double right, down; /* +1 or -1 */
};

static void corner_move(struct canvas *canvas, const struct corner *corner, double x, double y)
{
    canvas_move(canvas, corner->x + corner->right * x, corner->y + corner->down * y);
}

static void corner_line(struct canvas *canvas, const struct corner *corner, double x, double y)
{
    canvas_line_to(canvas, corner->x + corner->right * x, corner->y + corner->down * y);
}

/* 回纹: a square spiral, in fifths of its side. */
static void draw_fret(struct canvas *canvas, const struct corner *corner)
{
    static const double turns[][2] = {{5, 0},       {5, 5},       {0, 5},      {0, 1.25}, {3.75, 1.25},
                                      {3.75, 3.75}, {1.25, 3.75}, {1.25, 2.5}, {2.5, 2.5}};
    double unit = FRET / 5, edge = INNER_INSET + (NOTCH - FRET) / 2 - MM(0.9);
    canvas_begin_stroke(canvas, 1, GOLD);
    corner_move(canvas, corner, edge, edge);
    for (size_t i = 0; i < sizeof turns / sizeof *turns; i++)
        corner_line(canvas, corner, edge + turns[i][0] * unit, edge + turns[i][1] * unit);
    canvas_end_stroke(canvas, false);
}

/* The inner line goes around the frets: three points a corner. */
static void draw_inner_line(struct canvas *canvas, const struct corner corners[4], double inset, double notch,
                            double thickness)
{
    canvas_begin_stroke(canvas, thickness, GOLD);
    for (size_t i = 0; i < 4; i++) {
        const struct corner *corner = &corners[i];
        double far = inset + notch;
        /* Clockwise, so that every other corner is met from its other side. */
        double first[2] = {i % 2 == 0 ? inset : far, i % 2 == 0 ? far : inset};
        if (i == 0)
            corner_move(canvas, corner, first[0], first[1]);
        else
            corner_line(canvas, corner, first[0], first[1]);
        corner_line(canvas, corner, far, far);
        corner_line(canvas, corner, first[1], first[0]);
    }
    canvas_end_stroke(canvas, true);
}

static void draw_frame(struct canvas *canvas, double inset, double width, double height, double thickness,
                       uint32_t colour)
{
    canvas_box(canvas, inset, inset, width - 2 * inset, height - 2 * inset, thickness, colour);
}

void background_draw_fret(struct canvas *canvas, double width, double height)
{
    const struct corner corners[4] = {{0, 0, 1, 1}, {width, 0, -1, 1}, {width, height, -1, -1}, {0, height, 1, -1}};
    draw_frame(canvas, RED_INSET, width, height, 2.6, DEEP_RED);
    draw_frame(canvas, GOLD_INSET, width, height, 0.6, GOLD);
    draw_inner_line(canvas, corners, INNER_INSET, NOTCH, 0.9);
    draw_inner_line(canvas, corners, INNER_INSET + MM(1.1), NOTCH, 0.4);
    for (size_t i = 0; i < 4; i++)
        draw_fret(canvas, &corners[i]);
}
