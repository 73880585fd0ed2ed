#include "notice_page.h"

#include "footer.h"
#include "imprint.h"
#include "palette.h"
#include "score_text.h"
#include "title_words.h"

#include <math.h>

enum { LINES_A_PAGE = 22, LETTERS_A_LINE = 28, FROM_THE_RIGHT = 4, INDENT = 2 };
enum { TITLE_LINES = 4, TITLE_LINES_OF_WORDS = 5 /* rather than to break a word */ };
enum { LINES_CARRIED = 2, LINES_OF_DATE = 2 /* with the one left free above */ };
enum { SIZE_NOTICE = 16, SIZE_NOTICE_TITLE = 22, SIZE_NUMBER = 14, SIZE_HOST = 12, SIZE_CHECK = 9 };

static const double TOP = MM(37), LEFT = MM(28), WIDTH = MM(156), HEIGHT = MM(225), NUMBER_BELOW = MM(7);
static const double LEADING = MM(225) / LINES_A_PAGE, TITLE_LEADING = 34;
/* 28 letters to a line: hardly less than their own width. */
static const double TRACKING = MM(156) / LETTERS_A_LINE - SIZE_NOTICE;

static struct style style_of(const struct document *document, enum notice_part part)
{
    static const enum font_role roles[2][NOTICE_PARTS] = {{FONT_SONG, FONT_HEI, FONT_SONG},
                                                          {FONT_NOTICE, FONT_HEI, FONT_BODY}};
    bool is_chinese = document->language == LANGUAGE_CHINESE;
    return (struct style){roles[is_chinese][part], SIZE_NOTICE, is_chinese ? TRACKING : 0, INK};
}

void notice_page_begin(struct notice_page *page, struct document *document, bool is_provisional, struct text title)
{
    const struct style style = {FONT_NOTICE_TITLE, SIZE_NOTICE_TITLE, 0, INK};
    *page =
        (struct notice_page){.document = document, .flow = flow_on(&document->canvas, &document->typesetter, false)};
    page->flow.left = LEFT;
    page->flow.right = LEFT + WIDTH;
    page->flow.top = TOP;
    page->flow.bottom = TOP + HEIGHT;
    document_begin_plain(document, &page->flow, TEXT(""), is_provisional);
    page->flow.running_head = TEXT("");
    struct text kept = title_words_kept(title, document->arena);
    struct lines lines = typeset_balanced(&document->typesetter, &style, kept, WIDTH, TITLE_LINES_OF_WORDS);
    if (!lines.fits)
        lines = typeset_balanced(&document->typesetter, &style, title, WIDTH, TITLE_LINES);
    flow_lines_centred(&page->flow, &lines, TITLE_LEADING);
    document->typesetter.spacing = SPACING_SQUARE; /* of 28 letters to a line, as the standard has it */
    /* One line free, and the text on its 22 lines again. */
    page->flow.y = TOP + ceil((page->flow.y - TOP) / LEADING + 1) * LEADING;
}

static double room(const struct flow *flow)
{
    return flow_room(flow) + 0.1; /* the last line of a page fits it exactly */
}

static void draw_line(struct notice_page *page, const struct line *line, double indent)
{
    struct flow *flow = &page->flow;
    if (room(flow) < LEADING)
        flow_turn_page(flow);
    canvas_line(flow->canvas, line, flow->left + indent, flow->y + (LEADING - SIZE_NOTICE) / 2 + ASCENT * SIZE_NOTICE);
    flow->y += LEADING;
}

/* Its last lines go overleaf with what follows, `tail` lines, where they and that do not fit. */
static void draw_paragraph(struct notice_page *page, enum notice_part part, struct text text, size_t tail)
{
    struct document *document = page->document;
    struct style style = style_of(document, part);
    struct span span = {text, &style};
    double indent = document->language == LANGUAGE_CHINESE ? INDENT * (SIZE_NOTICE + TRACKING) : 0;
    struct lines lines = typeset_spans(&document->typesetter, &span, 1, WIDTH, indent);
    if (document->language == LANGUAGE_CHINESE)
        lines_justify(&lines, WIDTH, indent);
    /* What follows a heading, two of them at the most, stays under it. */
    size_t together = part == NOTICE_TEXT ? 1 : lines.count + (part == NOTICE_HEADING ? 2 : 1);
    if (room(&page->flow) < (double)together * LEADING)
        flow_turn_page(&page->flow);
    if (part == NOTICE_HEADING && page->has_parts)
        canvas_add_bookmark(&document->canvas, text, page->flow.y);
    size_t carried = lines.count > LINES_CARRIED + 1 ? lines.count - LINES_CARRIED : 0;
    for (size_t i = 0; i < lines.count; i++) {
        if (tail > 0 && i == carried && room(&page->flow) < (double)(lines.count - i + tail) * LEADING)
            flow_turn_page(&page->flow);
        draw_line(page, &lines.items[i], i == 0 ? indent : 0);
    }
}

void notice_page_paragraph(struct notice_page *page, enum notice_part part, struct text text)
{
    draw_paragraph(page, part, text, 0);
}

/* ---- the end ---- */

static struct line text_line(struct document *document, struct text text)
{
    struct style style = style_of(document, NOTICE_TEXT);
    return typeset_fitted(&document->typesetter, &style, text, WIDTH, SIZE_CHECK);
}

/* One line, a little smaller where that does, or several of its words. */
static struct lines host_lines(struct document *document, struct text host)
{
    struct style style = style_of(document, NOTICE_TEXT);
    struct lines lines = {.items = ARENA_NEW(document->arena, struct line), .count = 1};
    lines.items[0] = typeset_fitted(&document->typesetter, &style, host, WIDTH, SIZE_HOST);
    if (lines.items[0].width <= WIDTH)
        return lines;
    lines = typeset_wrapped(&document->typesetter, &style, title_words_kept(host, document->arena), WIDTH);
    return lines.fits ? lines : typeset_wrapped(&document->typesetter, &style, host, WIDTH);
}

/* The date's last letter stands four from the right; the hosts around its middle, but not beyond the edge. */
static void draw_imprint(struct notice_page *page, struct text date)
{
    struct document *document = page->document;
    const struct texts *hosts = &document->rules->hosts;
    struct flow *flow = &page->flow;
    struct line day = text_line(document, imprint_written_date(document->rules, date, document->arena));
    double right = flow->right - FROM_THE_RIGHT * SIZE_NOTICE, middle = right - day.width / 2;
    flow->y += LEADING;
    for (size_t i = 0; i < hosts->count; i++) {
        struct lines lines = host_lines(document, hosts->items[i]);
        for (size_t n = 0; n < lines.count; n++) {
            double width = lines.items[n].width;
            draw_line(page, &lines.items[n],
                      fmax(fmin(middle - width / 2, flow->right - width), flow->left) - flow->left);
        }
    }
    draw_line(page, &day, right - day.width - flow->left);
}

/* Odd pages bear their number at the right, even ones at the left, one letter from the edge. */
static void draw_number(struct document *document, size_t page, const struct edition *edition)
{
    const struct style style = {FONT_SONG, SIZE_NUMBER, 0, INK}, small = {FONT_SONG, SIZE_CHECK, 0, QUIET};
    struct text digits = number_text((int64_t)page + 1, document->arena), hash = edition->hash;
    struct line number =
        typeset_line(&document->typesetter, &style, document_say(document, "notice.number", FILL({"page", digits})));
    if (hash.length > EDITION_HASH_DIGITS)
        hash.length = EDITION_HASH_DIGITS;
    struct text state = footer_state(document->language, edition, document->arena);
    struct line check = typeset_line(&document->typesetter, &small,
                                     document_say(document, "notice.check", FILL({"hash", hash}, {"state", state})));
    double y = TOP + HEIGHT + NUMBER_BELOW + SIZE_NUMBER * ASCENT, left = LEFT + SIZE_NUMBER;
    double right = LEFT + WIDTH - SIZE_NUMBER;
    bool is_odd = page % 2 == 0;
    canvas_turn_to(&document->canvas, page);
    canvas_line(&document->canvas, &number, is_odd ? right - number.width : left, y);
    canvas_line(&document->canvas, &check, is_odd ? left : right - check.width, y);
}

void notice_page_end(struct notice_page *page, struct text last, struct text date)
{
    draw_paragraph(page, NOTICE_TEXT, last, page->document->rules->hosts.count + LINES_OF_DATE);
    draw_imprint(page, date);
    for (size_t i = 0; i < page->document->canvas.page_count; i++)
        draw_number(page->document, i, page->document->press->edition);
}
