#include "flow.h"

#include "palette.h"

static const double MARGIN_SIDE = MM(20), MARGIN_OF_SMALL = MM(15), MARGIN_TOP = MM(20), MARGIN_BOTTOM = MM(22);
static const double RUNNING_HEAD_SMALLEST = 8, RUNNING_HEAD_ROOM = 8;
static const double WATERMARK_SIZE = 150, WATERMARK_DEGREES = 35;

double flow_margin(double page_width)
{
    return page_width < MM(200) ? MARGIN_OF_SMALL : MARGIN_SIDE;
}

static struct flow flow_on_page(struct canvas *canvas, struct typesetter *typesetter, double width, double height)
{
    return (struct flow){
        .canvas = canvas,
        .typesetter = typesetter,
        .page_width = width,
        .page_height = height,
        .left = flow_margin(width),
        .right = width - flow_margin(width),
        .top = MARGIN_TOP,
        .bottom = height - MARGIN_BOTTOM,
        .y = MARGIN_TOP,
    };
}

struct flow flow_on(struct canvas *canvas, struct typesetter *typesetter, bool is_landscape)
{
    double width = is_landscape ? MM(297) : MM(210), height = is_landscape ? MM(210) : MM(297);
    return flow_on_page(canvas, typesetter, width, height);
}

struct flow flow_on_small(struct canvas *canvas, struct typesetter *typesetter)
{
    return flow_on_page(canvas, typesetter, MM(148), MM(210));
}

static void draw_watermark(struct flow *flow)
{
    if (flow->watermark.length == 0)
        return;
    struct style style = {FONT_HEI_BOLD, WATERMARK_SIZE, 0, WATERMARK};
    struct line line = typeset_fitted(flow->typesetter, &style, flow->watermark, flow->page_width, 1);
    canvas_begin_tag(flow->canvas, TAG_ARTIFACT);
    canvas_line_turned(flow->canvas, &line, flow->page_width / 2, flow->page_height / 2, WATERMARK_DEGREES);
    canvas_end_tag(flow->canvas);
}

void flow_begin_section(struct flow *flow)
{
    canvas_add_page(flow->canvas, flow->page_width, flow->page_height);
    flow->y = flow->top;
    draw_watermark(flow);
}

void flow_turn_page(struct flow *flow)
{
    /* Text that goes on may be indented: the head is not. */
    double left = flow_margin(flow->page_width), width = flow->page_width - 2 * left;
    flow_begin_section(flow);
    if (flow->running_head.length == 0)
        return;
    struct line head = typeset_cut(flow->typesetter, &style_quiet, flow->running_head, width, RUNNING_HEAD_SMALLEST);
    canvas_begin_tag(flow->canvas, TAG_ARTIFACT);
    canvas_line(flow->canvas, &head, left, flow->y);
    canvas_end_tag(flow->canvas);
    flow->y += RUNNING_HEAD_ROOM;
}

double flow_width(const struct flow *flow)
{
    return flow->right - flow->left;
}

double flow_room(const struct flow *flow)
{
    return flow->bottom - flow->y;
}

double flow_page_room(const struct flow *flow)
{
    return flow->bottom - flow->top - (flow->running_head.length > 0 ? RUNNING_HEAD_ROOM : 0);
}

/* The baseline of a line whose letters stand in the middle of its leading. */
static double baseline(const struct flow *flow, const struct line *line, double leading)
{
    double size = line->count > 0 ? line->letters[0].style->size : leading;
    return flow->y + (leading - size) / 2 + ASCENT * size;
}

static void draw_lines(struct flow *flow, const struct lines *lines, double leading, bool is_centred)
{
    for (size_t i = 0; i < lines->count; i++) {
        if (flow_room(flow) < leading)
            flow_turn_page(flow);
        const struct line *line = &lines->items[i];
        double y = baseline(flow, line, leading);
        if (is_centred)
            canvas_line_centred(flow->canvas, line, (flow->left + flow->right) / 2, y);
        else
            canvas_line(flow->canvas, line, flow->left, y);
        flow->y += leading;
    }
}

void flow_lines(struct flow *flow, const struct lines *lines, double leading)
{
    canvas_begin_tag(flow->canvas, TAG_PARAGRAPH);
    draw_lines(flow, lines, leading, false);
    canvas_end_tag(flow->canvas);
}

void flow_lines_centred(struct flow *flow, const struct lines *lines, double leading)
{
    draw_lines(flow, lines, leading, true);
}
