#include "coded_imprint.h"

#include "imprint.h"
#include "palette.h"
#include "qr_code.h"
#include "wording.h"

/* Signatures end in white: above a code less is needed. */
static const double SPACE = 8, SPACE_ABOVE_CODE = 5, CODE = MM(22), GAP = MM(3), LEADING = 13;

enum { CAPTION_LINES = 2 };

/* Whose signature the code holds, beside it. */
struct caption {
    struct line lines[CAPTION_LINES];
    double width;
};

static struct caption caption_of(struct flow *flow, const struct rules *rules, const struct edition *edition)
{
    struct text texts[CAPTION_LINES] = {wording_plain((enum language)rules->language, "code.signed"), edition->signer};
    struct caption caption = {.width = 0};
    for (size_t i = 0; i < CAPTION_LINES && edition->signer.length > 0; i++) {
        caption.lines[i] = typeset_line(flow->typesetter, &style_quiet, texts[i]);
        if (caption.lines[i].width > caption.width)
            caption.width = caption.lines[i].width;
    }
    return caption;
}

/* The imprint keeps to the right of the code. */
static struct flow beside_code(struct flow *flow, const struct rules *rules, const struct edition *edition)
{
    struct flow beside = *flow;
    beside.left += CODE + GAP + caption_of(flow, rules, edition).width + GAP;
    return beside;
}

static double height_beside(struct flow *flow, const struct rules *rules, const struct edition *edition)
{
    struct flow beside = beside_code(flow, rules, edition);
    double height = imprint_height(&beside, rules);
    return height > CODE ? height : CODE;
}

double coded_imprint_height(struct flow *flow, const struct rules *rules, const struct edition *edition)
{
    return edition->code.length > 0 ? SPACE_ABOVE_CODE + height_beside(flow, rules, edition)
                                    : SPACE + imprint_height(flow, rules);
}

static void draw_code(struct flow *flow, const struct rules *rules, const struct edition *edition)
{
    struct caption caption = caption_of(flow, rules, edition);
    double last = flow->y + CODE - (LEADING_TEXT - SIZE_TEXT), y = last - LEADING * (CAPTION_LINES - 1);
    qr_code_draw(flow->canvas, edition->code, flow->left, flow->y, CODE);
    for (size_t i = 0; i < CAPTION_LINES && caption.width > 0; i++)
        canvas_line(flow->canvas, &caption.lines[i], flow->left + CODE + GAP, y + (double)i * LEADING);
}

void coded_imprint_draw(struct flow *flow, const struct rules *rules, const struct edition *edition)
{
    flow->y += edition->code.length > 0 ? SPACE_ABOVE_CODE : SPACE;
    if (edition->code.length == 0) {
        imprint_draw(flow, rules);
        return;
    }
    struct flow beside = beside_code(flow, rules, edition);
    double height = height_beside(flow, rules, edition);
    draw_code(flow, rules, edition);
    beside.y += height - imprint_height(&beside, rules);
    imprint_draw(&beside, rules);
    flow->y += height;
}
