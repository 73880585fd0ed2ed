#include "footer.h"

#include "flow.h"
#include "palette.h"
#include "score_text.h"
#include "words.h"

static const double BASELINE_ABOVE_EDGE = MM(12), GAP = 5;

struct text footer_state(enum language language, const struct edition *edition, struct arena *arena)
{
    struct sink date = sink_in(arena);
    if (edition->revision == 0)
        return wording_plain(language, "page.unsigned");
    words_write_date(&date, language, edition->day);
    return wording_text(
        arena, language, "page.official",
        FILL({"revision", number_text((int64_t)edition->revision, arena)}, {"date", sink_written(&date)}));
}

static void draw_footer(struct canvas *canvas, struct typesetter *typesetter, size_t page, enum language language,
                        const struct edition *edition, struct text number)
{
    const struct canvas_page *sheet = &canvas->pages[page];
    double left = flow_margin(sheet->width);
    double y = sheet->height - BASELINE_ABOVE_EDGE, right = sheet->width - left;
    struct text hash = edition->hash;
    if (hash.length > EDITION_HASH_DIGITS)
        hash.length = EDITION_HASH_DIGITS;

    canvas_turn_to(canvas, page);
    canvas_begin_tag(canvas, TAG_ARTIFACT);
    canvas_rule(canvas, left, y - SIZE_TEXT - GAP, right, y - SIZE_TEXT - GAP, 0.4, HAIRLINE);
    if (hash.length > 0) {
        struct text check = wording_text(typesetter->arena, language, "page.hash", FILL({"hash", hash}));
        struct line line = typeset_line(typesetter, &style_quiet, check);
        canvas_line(canvas, &line, left, y);
    }
    if (hash.length > 0) {
        struct line line = typeset_line(typesetter, &style_quiet, footer_state(language, edition, typesetter->arena));
        canvas_line_centred(canvas, &line, sheet->width / 2, y);
    }
    struct line line = typeset_line(typesetter, &style_quiet, number);
    canvas_line_right(canvas, &line, right, y);
    canvas_end_tag(canvas);
}

void footers_draw(struct canvas *canvas, struct typesetter *typesetter, size_t first, enum language language,
                  const struct edition *edition)
{
    struct arena *arena = typesetter->arena;
    struct text pages = number_text((int64_t)(canvas->page_count - first), arena);
    for (size_t page = first; page < canvas->page_count; page++) {
        struct text number =
            wording_text(arena, language, "page.number",
                         FILL({"page", number_text((int64_t)(page - first + 1), arena)}, {"pages", pages}));
        draw_footer(canvas, typesetter, page, language, edition, number);
    }
}
