#include "certificate_page.h"
#include "palette.h"
#include "wording.h"

static const double BODY_SIZE = 21, BODY_SMALLEST = 13, BODY_LEADING = 1.72; /* leading in ems */

enum { SPANS_MOST = 8 };

/* Splits at ** into plain and stressed spans. */
static size_t spans_of(struct text text, const struct style styles[2], struct span spans[SPANS_MOST])
{
    size_t count = 0, start = 0, stress = 0;
    for (size_t i = 0; i + 1 < text.length && count + 1 < SPANS_MOST; i++) {
        if (text.bytes[i] != '*' || text.bytes[i + 1] != '*')
            continue;
        spans[count++] = (struct span){{text.bytes + start, i - start}, &styles[stress]};
        stress = !stress;
        start = ++i + 1;
    }
    spans[count++] = (struct span){{text.bytes + start, text.length - start}, &styles[stress]};
    return count;
}

/* The paragraphs of the body at one size. */
struct body {
    struct lines sentence, closing;
    double size, indent;
};

static struct body set_body(struct certificates *all, struct text sentence, struct text closing, double size)
{
    enum font_role plain = certificate_is_centred(all) ? FONT_SONG : FONT_BODY;
    enum font_role stressed = certificate_is_centred(all) ? FONT_SONG_BOLD : FONT_NAME;
    const struct style styles[2] = {{plain, size, 0, INK}, {stressed, size, 0, DEEP_RED}};
    struct span spans[SPANS_MOST];
    struct body body = {.size = size, .indent = certificate_is_centred(all) ? 0 : 2 * size};
    double width = CERTIFICATE_TEXT;
    size_t count = spans_of(sentence, styles, spans);
    body.sentence = typeset_spans(&all->typesetter, spans, count, width, body.indent);
    body.closing = typeset_spans(&all->typesetter, &(struct span){closing, &styles[0]}, 1, width, body.indent);
    if (!certificate_is_centred(all))
        lines_justify(&body.sentence, width, body.indent);
    return body;
}

static bool body_fits(const struct body *body)
{
    double lines = (double)(body->sentence.count + body->closing.count);
    double height = (lines - 1) * body->size * BODY_LEADING;
    return body->sentence.fits && body->closing.fits && CERTIFICATE_BODY_Y + height <= CERTIFICATE_BODY_END_Y;
}

static double draw_body_lines(struct certificates *all, const struct lines *lines, const struct body *body, double y)
{
    for (size_t i = 0; i < lines->count; i++, y += body->size * BODY_LEADING) {
        if (certificate_is_centred(all))
            canvas_line_centred(&all->canvas, &lines->items[i], CERTIFICATE_WIDTH / 2, y);
        else
            canvas_line(&all->canvas, &lines->items[i], CERTIFICATE_SIDE + (i == 0 ? body->indent : 0), y);
    }
    return y;
}

void certificate_draw_body(struct certificates *all, struct text sector, struct text award)
{
    struct text sentence = wording_text(
        all->arena, all->language, "certificate.body",
        FILL({"contest", all->rules->title}, {"sector", sector}, {"award", typeset_glued(award, all->arena)}));
    struct text closing = certificate_is_centred(all) ? TEXT("") : wording_plain(all->language, "certificate.end");
    double size = certificate_is_centred(all) ? BODY_SIZE - 4 : BODY_SIZE;
    struct body body = set_body(all, sentence, closing, size);
    while (!body_fits(&body) && size > BODY_SMALLEST) {
        size -= 0.5;
        body = set_body(all, sentence, closing, size);
    }
    if (!body_fits(&body))
        certificate_too_long(all, typeset_unglued(sentence, all->arena));
    double y = draw_body_lines(all, &body.sentence, &body,
                               certificate_is_centred(all) ? CERTIFICATE_BODY_Y + MM(7) : CERTIFICATE_BODY_Y);
    draw_body_lines(all, &body.closing, &body, y);
}
