#include "imprint.h"

#include "palette.h"
#include "title_words.h"
#include "wording.h"
#include "words.h"

struct text imprint_hosts(const struct rules *rules, struct arena *arena)
{
    struct sink sink = sink_in(arena);
    for (size_t i = 0; i < rules->hosts.count; i++) {
        const char *separator = i + 1 < rules->hosts.count ? "list.separator" : "list.last";
        if (i > 0)
            sink_text(&sink, wording_plain((enum language)rules->language, separator));
        sink_text(&sink, rules->hosts.items[i]);
    }
    return sink_written(&sink);
}

struct text imprint_written_date(const struct rules *rules, struct text date, struct arena *arena)
{
    struct sink sink = sink_in(arena);
    words_write_date(&sink, (enum language)rules->language, date);
    return sink_written(&sink);
}

struct text imprint_date(const struct rules *rules, struct arena *arena)
{
    return imprint_written_date(rules, rules->date, arena);
}

static struct lines lines_of(struct flow *flow, struct text text)
{
    struct text kept = title_words_kept(text, flow->typesetter->arena);
    return typeset_wrapped(flow->typesetter, &style_text, kept, flow_width(flow));
}

double imprint_height(struct flow *flow, const struct rules *rules)
{
    struct arena *arena = flow->typesetter->arena;
    size_t count = lines_of(flow, imprint_hosts(rules, arena)).count + lines_of(flow, imprint_date(rules, arena)).count;
    return (double)count * LEADING_TEXT;
}

static void draw_right(struct flow *flow, struct text text)
{
    struct lines lines = lines_of(flow, text);
    for (size_t i = 0; i < lines.count; i++, flow->y += LEADING_TEXT)
        canvas_line_right(flow->canvas, &lines.items[i], flow->right, flow->y + SIZE_TEXT);
}

void imprint_draw(struct flow *flow, const struct rules *rules)
{
    draw_right(flow, imprint_hosts(rules, flow->typesetter->arena));
    draw_right(flow, imprint_date(rules, flow->typesetter->arena));
}
