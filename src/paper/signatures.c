#include "signatures.h"

#include "palette.h"

static const double SPACE_ABOVE = 10, ROW = 30, GAP = 14, NARROWEST = 105;

static size_t columns_of(const struct flow *flow, const struct rules *rules)
{
    size_t room = (size_t)((flow_width(flow) + GAP) / (NARROWEST + GAP));
    size_t columns = room < 1 ? 1 : room;
    return rules->sign.count < columns ? rules->sign.count : columns;
}

static size_t rows_of(const struct flow *flow, const struct rules *rules)
{
    size_t columns = columns_of(flow, rules);
    return columns == 0 ? 0 : (rules->sign.count + columns - 1) / columns;
}

double signatures_height(const struct flow *flow, const struct rules *rules)
{
    size_t rows = rows_of(flow, rules);
    return rows == 0 ? 0 : SPACE_ABOVE + (double)rows * ROW;
}

static void draw_signature(struct flow *flow, struct text label, double x, double y, double width)
{
    struct line line = typeset_fitted(flow->typesetter, &style_text, label, width / 2, 7);
    canvas_line(flow->canvas, &line, x, y);
    canvas_rule(flow->canvas, x + line.width + 4, y + 2.5, x + width, y + 2.5, 0.5, QUIET);
}

void signatures_draw(struct flow *flow, const struct rules *rules)
{
    size_t columns = columns_of(flow, rules);
    if (columns == 0)
        return;
    if (flow_room(flow) < signatures_height(flow, rules))
        flow_turn_page(flow);
    double width = (flow_width(flow) + GAP) / (double)columns - GAP;
    flow->y += SPACE_ABOVE;
    for (size_t i = 0; i < rules->sign.count; i++) {
        struct text label = wording_text(flow->typesetter->arena, (enum language)rules->language, "signature",
                                         FILL({"role", rules->sign.items[i]}));
        double x = flow->left + (double)(i % columns) * (width + GAP);
        draw_signature(flow, label, x, flow->y + ROW - 8, width);
        bool ends_row = (i + 1) % columns == 0 || i + 1 == rules->sign.count;
        flow->y += ends_row ? ROW : 0;
    }
}
