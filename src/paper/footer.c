#include "footer.h"

#include "flow.h"
#include "palette.h"
#include "score_text.h"
#include "words.h"

#include <math.h>

static const double BASELINE_ABOVE_EDGE = MM(12), GAP = 5;
/* Where one line is too narrow: the last baseline, and from line to line. */
static const double STACKED_ABOVE_EDGE = MM(10), LEADING = 12;
static const double APART = SIZE_TEXT; /* at least, between parts of a line */
static const double SMALLEST = 6;

/* What stands at the foot of a page; the state only beside a check. */
struct footer {
    struct line check, state, number;
    bool is_stacked;
};

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

/* Of pages that are `width` wide between their margins. */
static struct footer footer_of(struct typesetter *typesetter, double width, enum language language,
                               const struct edition *edition, struct text number)
{
    struct footer footer = {.number = typeset_line(typesetter, &style_quiet, number)};
    struct text hash = edition->hash;
    if (hash.length == 0)
        return footer;
    if (hash.length > EDITION_HASH_DIGITS)
        hash.length = EDITION_HASH_DIGITS;
    footer.check = typeset_fitted(typesetter, &style_quiet,
                                  wording_text(typesetter->arena, language, "page.hash", FILL({"hash", hash})),
                                  width - footer.number.width - APART, SMALLEST);
    footer.state =
        typeset_fitted(typesetter, &style_quiet, footer_state(language, edition, typesetter->arena), width, SMALLEST);
    /* The state stands in the middle of the page, however wide its neighbours are. */
    footer.is_stacked = fmax(footer.check.width, footer.number.width) + APART > (width - footer.state.width) / 2;
    return footer;
}

static void draw_footer(struct canvas *canvas, size_t page, const struct footer *footer)
{
    const struct canvas_page *sheet = &canvas->pages[page];
    double left = flow_margin(sheet->width), right = sheet->width - left;
    double y = sheet->height - (footer->is_stacked ? STACKED_ABOVE_EDGE : BASELINE_ABOVE_EDGE);
    double first = footer->is_stacked ? y - LEADING : y;

    canvas_turn_to(canvas, page);
    canvas_begin_tag(canvas, TAG_ARTIFACT);
    canvas_rule(canvas, left, first - SIZE_TEXT - GAP, right, first - SIZE_TEXT - GAP, 0.4, HAIRLINE);
    if (footer->is_stacked)
        canvas_line(canvas, &footer->state, left, first);
    else
        canvas_line_centred(canvas, &footer->state, sheet->width / 2, y);
    canvas_line(canvas, &footer->check, left, y);
    canvas_line_right(canvas, &footer->number, right, y);
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
        double width = canvas->pages[page].width;
        struct footer footer = footer_of(typesetter, width - 2 * flow_margin(width), language, edition, number);
        draw_footer(canvas, page, &footer);
    }
}
