#include "certificate_page.h"
#include "glue.h"
#include "palette.h"
#include "wording.h"

static const double BODY_SIZE = 21, BODY_SMALLEST = 13, BODY_LEADING = 1.72; /* leading in ems */

enum { PARTS_MOST = 8, AWARD_UNBROKEN = 12 };

/* Cuts the part before the next ** off a template. */
static struct text take_part(struct text *rest)
{
    struct text whole = *rest;
    for (size_t i = 0; i + 1 < whole.length; i++)
        if (whole.bytes[i] == '*' && whole.bytes[i + 1] == '*') {
            *rest = (struct text){whole.bytes + i + 2, whole.length - i - 2};
            return (struct text){whole.bytes, i};
        }
    *rest = TEXT("");
    return whole;
}

/* What the body says, plain and stressed in turn; stars in titles and names are no markup. */
struct sentence {
    struct text parts[PARTS_MOST];
    size_t count;
    struct text closing;
};

/* A short award stays on one line; a long one had better break than leave a gap before it. */
static struct text award_text(struct certificates *all, struct text award)
{
    return text_characters(award) <= AWARD_UNBROKEN ? glue_text(award, all->arena) : award;
}

static struct sentence sentence_of(struct certificates *all, struct text sector, struct text award)
{
    struct sentence sentence = {0};
    struct text rest = wording_plain(all->language, "certificate.body");
    while (rest.length > 0 && sentence.count < PARTS_MOST) {
        struct sink part = sink_in(all->arena);
        wording_fill(&part, take_part(&rest),
                     FILL({"contest", all->rules->title}, {"sector", sector}, {"award", award_text(all, award)}));
        sentence.parts[sentence.count++] = sink_written(&part);
    }
    if (!certificate_is_centred(all))
        sentence.closing = wording_plain(all->language, "certificate.end");
    return sentence;
}

/* The paragraphs of the body at one size. */
struct body {
    struct lines sentence, closing;
    double size, indent;
};

static struct body set_body(struct certificates *all, const struct sentence *sentence, double size)
{
    enum font_role plain = certificate_is_centred(all) ? FONT_SONG : FONT_BODY;
    enum font_role stressed = certificate_is_centred(all) ? FONT_SONG_BOLD : FONT_NAME;
    const struct style styles[2] = {{plain, size, 0, INK}, {stressed, size, 0, DEEP_RED}};
    struct span spans[PARTS_MOST];
    struct body body = {.size = size, .indent = certificate_is_centred(all) ? 0 : 2 * size};
    for (size_t i = 0; i < sentence->count; i++)
        spans[i] = (struct span){sentence->parts[i], &styles[i % 2]};
    body.sentence = typeset_spans(&all->typesetter, spans, sentence->count, CERTIFICATE_TEXT, body.indent);
    body.closing = typeset_spans(&all->typesetter, &(struct span){sentence->closing, &styles[0]}, 1, CERTIFICATE_TEXT,
                                 body.indent);
    if (!certificate_is_centred(all))
        lines_justify(&body.sentence, CERTIFICATE_TEXT, body.indent);
    return body;
}

/* The first baseline. */
static double body_top(const struct certificates *all)
{
    return CERTIFICATE_BODY_Y + (certificate_is_centred(all) ? CERTIFICATE_UNIT_DROP : 0);
}

static bool body_fits(const struct certificates *all, const struct body *body)
{
    double lines = (double)(body->sentence.count + body->closing.count);
    double height = (lines - 1) * body->size * BODY_LEADING;
    return body->sentence.fits && body->closing.fits && body_top(all) + height <= CERTIFICATE_BODY_END_Y;
}

static double draw_body_lines(struct certificates *all, const struct lines *lines, const struct body *body, double y)
{
    canvas_begin_tag(&all->canvas, TAG_PARAGRAPH);
    for (size_t i = 0; i < lines->count; i++, y += body->size * BODY_LEADING) {
        if (certificate_is_centred(all))
            canvas_line_centred(&all->canvas, &lines->items[i], CERTIFICATE_WIDTH / 2, y);
        else
            canvas_line(&all->canvas, &lines->items[i], CERTIFICATE_SIDE + (i == 0 ? body->indent : 0), y);
    }
    canvas_end_tag(&all->canvas);
    return y;
}

/* Title, sector and award share the room: the longest of them is to blame. */
static void blame(struct certificates *all, struct text sector, struct text award)
{
    struct text longest = all->rules->title;
    longest = text_characters(sector) > text_characters(longest) ? sector : longest;
    longest = text_characters(award) > text_characters(longest) ? award : longest;
    struct place whose = all->typesetter.place;
    all->typesetter.place = all->rules->place;
    certificate_too_long(all, longest);
    all->typesetter.place = whose;
}

void certificate_draw_body(struct certificates *all, struct text sector, struct text award)
{
    struct sentence sentence = sentence_of(all, sector, award);
    double size = certificate_is_centred(all) ? BODY_SIZE - 4 : BODY_SIZE;
    struct body body = set_body(all, &sentence, size);
    while (!body_fits(all, &body) && size > BODY_SMALLEST) {
        size -= 0.5;
        body = set_body(all, &sentence, size);
    }
    if (!body_fits(all, &body))
        blame(all, sector, award);
    double y = draw_body_lines(all, &body.sentence, &body, body_top(all));
    draw_body_lines(all, &body.closing, &body, y);
}
