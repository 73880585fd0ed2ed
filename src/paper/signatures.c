#include "signatures.h"

#include "palette.h"

enum { COLUMNS_LEAST = 2 };

static const double SPACE_ABOVE = 10, ROW = 30, GAP = 14, NARROWEST = 105;
static const double RULE_SHORTEST = 55, RULE_GAP = 7, LABEL_SMALLEST = 7;

static struct text label_of(const struct flow *flow, const struct rules *rules, size_t signer)
{
    return wording_text(flow->typesetter->arena, (enum language)rules->language, "signature",
                        FILL({"role", rules->sign.items[signer]}));
}

static double label_width(const struct flow *flow, const struct rules *rules, size_t signer)
{
    return typeset_line(flow->typesetter, &style_text, label_of(flow, rules, signer)).width;
}

static double column_width(const struct flow *flow, size_t columns)
{
    return (flow_width(flow) + GAP) / (double)columns - GAP;
}

static bool label_fits(const struct flow *flow, double label, size_t columns)
{
    return label <= column_width(flow, columns) - RULE_GAP - RULE_SHORTEST;
}

/* The most columns in which all roles have room to sign beside them, but for such as would want half a page. */
static size_t columns_with_room(const struct flow *flow, const struct rules *rules)
{
    size_t columns = (size_t)((flow_width(flow) + GAP) / (NARROWEST + GAP));
    for (size_t i = 0; i < rules->sign.count; i++) {
        double label = label_width(flow, rules, i);
        while (columns > COLUMNS_LEAST && label_fits(flow, label, COLUMNS_LEAST) && !label_fits(flow, label, columns))
            columns--;
    }
    return columns;
}

/* No more columns than make rows of about one length. */
static size_t columns_of(const struct flow *flow, const struct rules *rules)
{
    size_t room = columns_with_room(flow, rules), count = rules->sign.count, rows = (count + room - 1) / room;
    return rows == 0 ? 1 : (count + rows - 1) / rows;
}

/* How many of the signers from `first` on share a row: one whose role leaves no room to sign in has a row alone. */
static size_t row_length(const struct flow *flow, const struct rules *rules, size_t first)
{
    size_t columns = columns_of(flow, rules), length = 0;
    while (length < columns && first + length < rules->sign.count &&
           label_fits(flow, label_width(flow, rules, first + length), columns))
        length++;
    return length == 0 ? 1 : length;
}

double signatures_height(const struct flow *flow, const struct rules *rules)
{
    size_t rows = 0;
    for (size_t i = 0; i < rules->sign.count; i += row_length(flow, rules, i))
        rows++;
    return rows == 0 ? 0 : SPACE_ABOVE + (double)rows * ROW;
}

static void draw_signature(struct flow *flow, struct text label, double x, double width)
{
    double y = flow->y + ROW - 8;
    struct line line =
        typeset_cut(flow->typesetter, &style_text, label, width - RULE_GAP - RULE_SHORTEST, LABEL_SMALLEST);
    canvas_line(flow->canvas, &line, x, y);
    canvas_rule(flow->canvas, x + line.width + RULE_GAP, y + 2.5, x + width, y + 2.5, 0.5, QUIET);
}

static void draw_row(struct flow *flow, const struct rules *rules, size_t first, size_t length)
{
    size_t columns = columns_of(flow, rules);
    double width = column_width(flow, columns);
    bool is_alone = length == 1 && !label_fits(flow, label_width(flow, rules, first), columns);
    for (size_t i = 0; i < length; i++)
        draw_signature(flow, label_of(flow, rules, first + i), flow->left + (double)i * (width + GAP),
                       is_alone ? flow_width(flow) : width);
    flow->y += ROW;
}

void signatures_draw(struct flow *flow, const struct rules *rules)
{
    if (flow_room(flow) < signatures_height(flow, rules))
        flow_turn_page(flow);
    flow->y += rules->sign.count > 0 ? SPACE_ABOVE : 0;
    for (size_t i = 0, length; i < rules->sign.count; i += length) {
        length = row_length(flow, rules, i);
        draw_row(flow, rules, i, length);
    }
}
