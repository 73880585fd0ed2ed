#include "heading.h"

#include "imprint.h"
#include "line_break.h"
#include "palette.h"
#include "title_words.h"

static const double TITLE_LEADING = 30, HEADING_LEADING = 24, SPACE = 8;
static const double SMALLEST_SHARE = 0.65; /* of its size, to which a long title may shrink */

enum { TITLE_LINES = 3, HEADING_LINES = 2 };

static struct text joined(const struct rules *rules, const struct text *parts, size_t count, const char *separator,
                          struct arena *arena)
{
    struct sink sink = sink_in(arena);
    for (size_t i = 0; i < count; i++) {
        if (sink.length > 0 && parts[i].length > 0)
            sink_text(&sink, wording_plain((enum language)rules->language, separator));
        sink_text(&sink, parts[i]);
    }
    return sink_written(&sink);
}

static struct lines shrunk(struct flow *flow, const struct style *style, struct text text, size_t most_lines)
{
    struct style smaller = *style;
    struct measure measure = measure_begin(flow->typesetter);
    struct lines lines = typeset_balanced(flow->typesetter, &smaller, text, flow_width(flow), most_lines);
    while (!lines.fits && smaller.size > style->size * SMALLEST_SHARE) {
        smaller.size -= 0.5;
        measure_end(flow->typesetter, &measure);
        lines = typeset_balanced(flow->typesetter, &smaller, text, flow_width(flow), most_lines);
    }
    return lines;
}

/* By its words, or else by its letters; one of many lines is ugly, but whole. */
static void draw(struct flow *flow, const struct style *style, struct text text, size_t most_lines, double leading)
{
    struct lines lines = shrunk(flow, style, title_words_kept(text, flow->typesetter->arena), most_lines);
    if (!lines.fits)
        lines = shrunk(flow, style, text, most_lines);
    flow_lines_centred(flow, &lines, leading);
}

void heading_draw(struct flow *flow, const struct rules *rules, const char *document, struct text part)
{
    struct text parts[] = {wording_plain((enum language)rules->language, document), part};
    canvas_begin_tag(flow->canvas, TAG_TITLE);
    draw(flow, &style_title, rules->title, TITLE_LINES, TITLE_LEADING);
    canvas_end_tag(flow->canvas);
    canvas_begin_tag(flow->canvas, TAG_HEADING);
    draw(flow, &style_heading, joined(rules, parts, 2, "title.separator", flow->typesetter->arena), HEADING_LINES,
         HEADING_LEADING);
    canvas_end_tag(flow->canvas);
    flow->y += SPACE;
}

static struct text occasion_of(const struct rules *rules, struct arena *arena)
{
    struct text parts[] = {rules->level, rules->venue, imprint_date(rules, arena)};
    return joined(rules, parts, sizeof parts / sizeof *parts, "list.blank", arena);
}

void heading_draw_occasion(struct flow *flow, const struct rules *rules)
{
    struct text occasion = occasion_of(rules, flow->typesetter->arena);
    if (occasion.length == 0)
        return;
    flow->y -= SPACE / 2;
    draw(flow, &style_quiet, occasion, HEADING_LINES, LEADING_TEXT);
    flow->y += SPACE;
}

/* With … behind what is as wide as `room` narrow letters. */
static struct text shortened(struct text title, int room, struct arena *arena)
{
    struct sink sink = sink_in(arena);
    for (struct text rest = title; rest.length > 0;) {
        uint32_t letter = text_next_character(&rest);
        room -= letter_is_wide(letter) ? 2 : 1;
        if (room < 0) {
            sink_c(&sink, "…");
            return sink_written(&sink);
        }
        sink_character(&sink, letter);
    }
    return title;
}

static struct text running_of(const struct rules *rules, struct text title, const char *document, struct text part,
                              struct arena *arena)
{
    enum language language = (enum language)rules->language;
    struct text parts[] = {title, wording_plain(language, document)};
    return wording_text(arena, language, "page.continued",
                        FILL({"title", joined(rules, parts, 2, "list.blank", arena)}, {"part", part}));
}

static bool fits(const struct flow *flow, struct text head)
{
    struct measure measure = measure_begin(flow->typesetter);
    bool is_short = typeset_line(flow->typesetter, &style_quiet, head).width <= flow_width(flow);
    measure_end(flow->typesetter, &measure);
    return is_short;
}

/* A title longer than the line would push off what tells one page from another: it gives in first, down to half a line. */
struct text heading_running(const struct flow *flow, const struct rules *rules, const char *document, struct text part)
{
    struct arena *arena = flow->typesetter->arena;
    struct text head = running_of(rules, rules->title, document, part, arena);
    if (fits(flow, head))
        return head;
    int least = 48, most = (int)(2 * flow_width(flow) / SIZE_TEXT);
    while (least < most) {
        int room = (least + most + 1) / 2;
        if (fits(flow, running_of(rules, shortened(rules->title, room, arena), document, part, arena)))
            least = room;
        else
            most = room - 1;
    }
    return running_of(rules, shortened(rules->title, least, arena), document, part, arena);
}

struct document_title heading_of_document(const struct rules *rules, struct text kind, struct text part,
                                          struct arena *arena)
{
    enum language language = (enum language)rules->language;
    struct text parts[] = {rules->title, kind, part};
    return (struct document_title){
        .title = joined(rules, parts, 3, "title.separator", arena),
        .language = wording_plain(language, "language.tag"),
        .author = imprint_hosts(rules, arena),
        .subject = occasion_of(rules, arena),
    };
}
