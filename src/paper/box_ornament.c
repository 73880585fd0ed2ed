#include "box_ornament.h"

static const double THICKNESS = 0.7, GAP = MM(4); /* of the lines; from the middle to each */

static void draw_lozenge(struct canvas *canvas, double x, double y, double half, uint32_t colour)
{
    canvas_begin_fill(canvas, colour);
    canvas_move(canvas, x - half, y);
    canvas_line_to(canvas, x, y - half);
    canvas_line_to(canvas, x + half, y);
    canvas_line_to(canvas, x, y + half);
    canvas_end_fill(canvas);
}

void box_ornament_draw(const struct template_box *box, const double offset[2], struct canvas *canvas)
{
    double left = box->left + offset[0], right = left + box->width, middle = (left + right) / 2;
    double y = box->top + box->height / 2 + offset[1];
    canvas_rule(canvas, left, y, middle - GAP, y, THICKNESS, (uint32_t)box->colour);
    canvas_rule(canvas, middle + GAP, y, right, y, THICKNESS, (uint32_t)box->colour);
    draw_lozenge(canvas, middle, y, box->height / 2, (uint32_t)box->strong_colour);
}
