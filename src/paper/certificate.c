#include "certificate.h"

#include "arena_split.h"
#include "certificate_border.h"
#include "heading.h"
#include "palette.h"
#include "wording.h"
#include "words.h"

#include <math.h>

static const double WIDTH = MM(297), HEIGHT = MM(210), SIDE = MM(43);

/* Baselines, from the upper edge. A seal of 45 mm is stamped over host and date, 3 mm above their middle; the body ends
 * above it. */
static const double TITLE_Y = MM(48), ORNAMENT_Y = MM(55.5), NUMBER_Y = MM(66), UNIT_Y = MM(76), NAME_Y = MM(89.5),
                    BODY_Y = MM(105), BODY_END_Y = MM(171 - 3 - 45 / 2.0 - 3), HOST_Y = MM(166), DATE_Y = MM(176);

/* Columns of hosts: each has room for a seal of its own where there are up to three. */
static const double HOST_COLUMN = MM(66), HOST_LEADING = 20;

static const double BODY_SIZE = 21, BODY_SMALLEST = 13, BODY_LEADING = 1.72; /* leading in ems */

static const struct style style_certificate_title = {FONT_TITLE, 44, 20, DEEP_RED};
static const struct style style_number = {FONT_SONG, 10.5, 0.3, QUIET};
static const struct style style_unit = {FONT_BODY, 16, 0.5, INK};
static const struct style style_name = {FONT_NAME, 30, 3, INK};
static const struct style style_honorific = {FONT_BODY, 21, 1, INK};
static const struct style style_host = {FONT_BODY, 16, 0.8, INK};

/* All certificates of one document. */
struct certificates {
    const struct standings *standings;
    const struct rules *rules;
    enum language language;
    struct arena *arena;
    struct typesetter typesetter;
    struct canvas canvas;
    size_t border;
};

static void report_too_long(struct certificates *all, struct text text)
{
    faults_add(all->typesetter.faults, SEVERITY_ERROR, all->typesetter.place,
               MESSAGE("“{1}” is too long for a certificate", text), NO_HINT);
}

/* One line at most `width` wide, or a fault. */
static struct line fitted(struct certificates *all, const struct style *style, struct text text, double width)
{
    struct line line = typeset_fitted(&all->typesetter, style, text, width, style->size / 2);
    if (line.width > width + 0.1)
        report_too_long(all, text);
    return line;
}

/* English stands around the middle of the page, in an upright face; Chinese flush left, in Kai. */
static bool is_centred(const struct certificates *all)
{
    return all->language == LANGUAGE_ENGLISH;
}

static struct style voiced(const struct certificates *all, const struct style *style)
{
    struct style voiced = *style;
    if (is_centred(all)) {
        voiced.role = style->role == FONT_BODY ? FONT_SONG : style->role == FONT_NAME ? FONT_SONG_BOLD : style->role;
        voiced.tracking = style->tracking / 10;
    }
    return voiced;
}

static void draw_line(struct certificates *all, const struct line *line, double y)
{
    if (is_centred(all))
        canvas_line_centred(&all->canvas, line, WIDTH / 2, y);
    else
        canvas_line(&all->canvas, line, SIDE, y);
}

/* ---- head ---- */

static void draw_diamond(struct canvas *canvas, double x, double y, double half)
{
    canvas_begin_fill(canvas, DEEP_RED);
    canvas_move(canvas, x - half, y);
    canvas_line_to(canvas, x, y - half);
    canvas_line_to(canvas, x + half, y);
    canvas_line_to(canvas, x, y + half);
    canvas_end_fill(canvas);
}

static void draw_ornament(struct canvas *canvas)
{
    double middle = WIDTH / 2, reach = MM(38), gap = MM(4);
    canvas_rule(canvas, middle - reach, ORNAMENT_Y, middle - gap, ORNAMENT_Y, 0.7, MEDAL_GOLD);
    canvas_rule(canvas, middle + gap, ORNAMENT_Y, middle + reach, ORNAMENT_Y, 0.7, MEDAL_GOLD);
    draw_diamond(canvas, middle, ORNAMENT_Y, 3);
}

static void draw_head(struct certificates *all, size_t number)
{
    struct style style = voiced(all, &style_certificate_title);
    struct line title = fitted(all, &style, wording_plain(all->language, "certificate.title"), WIDTH - 2 * SIDE);
    canvas_line_centred(&all->canvas, &title, WIDTH / 2, TITLE_Y);
    draw_ornament(&all->canvas);
    if (all->rules->certificate_number.length == 0)
        return;
    struct sink sink = sink_in(all->arena);
    certificate_write_number(&sink, all->rules->certificate_number, number);
    struct text text = wording_text(all->arena, all->language, "certificate.number",
                                    FILL({"number", typeset_glued(sink_written(&sink), all->arena)}));
    struct line line = fitted(all, &style_number, text, WIDTH / 2 - SIDE);
    canvas_line_right(&all->canvas, &line, WIDTH - SIDE, NUMBER_Y);
}

/* ---- whom ---- */

static void draw_name(struct certificates *all, struct text name)
{
    struct style style = voiced(all, &style_name), after = voiced(all, &style_honorific);
    struct text honorific = TEXT("");
    if (!is_centred(all))
        honorific = wording_plain(all->language, "certificate.honorific");
    struct line word = typeset_line(&all->typesetter, &after, honorific);
    struct line line = fitted(all, &style, typeset_glued(name, all->arena), WIDTH - 2 * SIDE - word.width);
    draw_line(all, &line, NAME_Y);
    canvas_line(&all->canvas, &word, SIDE + line.width + style.tracking * 2, NAME_Y);
}

static void draw_addressee(struct certificates *all, const struct contestant *contestant)
{
    struct style style = voiced(all, &style_unit);
    struct text above = contestant->unit, below = TEXT("");
    if (is_centred(all)) {
        above = wording_plain(all->language, "certificate.presented");
        below = contestant->unit;
    }
    struct line first = fitted(all, &style, above, WIDTH - 2 * SIDE);
    draw_line(all, &first, UNIT_Y);
    draw_name(all, contestant->name);
    struct line second = fitted(all, &style, below, WIDTH - 2 * SIDE);
    draw_line(all, &second, NAME_Y + MM(9));
}

/* ---- what for ---- */

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
    enum font_role plain = is_centred(all) ? FONT_SONG : FONT_BODY;
    enum font_role stressed = is_centred(all) ? FONT_SONG_BOLD : FONT_NAME;
    const struct style styles[2] = {{plain, size, 0, INK}, {stressed, size, 0, DEEP_RED}};
    struct span spans[SPANS_MOST];
    struct body body = {.size = size, .indent = is_centred(all) ? 0 : 2 * size};
    double width = WIDTH - 2 * SIDE;
    size_t count = spans_of(sentence, styles, spans);
    body.sentence = typeset_spans(&all->typesetter, spans, count, width, body.indent);
    body.closing = typeset_spans(&all->typesetter, &(struct span){closing, &styles[0]}, 1, width, body.indent);
    if (!is_centred(all))
        lines_justify(&body.sentence, width, body.indent);
    return body;
}

static bool body_fits(const struct body *body)
{
    double lines = (double)(body->sentence.count + body->closing.count);
    double height = (lines - 1) * body->size * BODY_LEADING;
    return body->sentence.fits && body->closing.fits && BODY_Y + height <= BODY_END_Y;
}

static double draw_body_lines(struct certificates *all, const struct lines *lines, const struct body *body, double y)
{
    for (size_t i = 0; i < lines->count; i++, y += body->size * BODY_LEADING) {
        if (is_centred(all))
            canvas_line_centred(&all->canvas, &lines->items[i], WIDTH / 2, y);
        else
            canvas_line(&all->canvas, &lines->items[i], SIDE + (i == 0 ? body->indent : 0), y);
    }
    return y;
}

static void draw_body(struct certificates *all, struct text sector, struct text award)
{
    struct text sentence = wording_text(
        all->arena, all->language, "certificate.body",
        FILL({"contest", all->rules->title}, {"sector", sector}, {"award", typeset_glued(award, all->arena)}));
    struct text closing = is_centred(all) ? TEXT("") : wording_plain(all->language, "certificate.end");
    double size = is_centred(all) ? BODY_SIZE - 4 : BODY_SIZE;
    struct body body = set_body(all, sentence, closing, size);
    while (!body_fits(&body) && size > BODY_SMALLEST) {
        size -= 0.5;
        body = set_body(all, sentence, closing, size);
    }
    if (!body_fits(&body))
        report_too_long(all, typeset_unglued(sentence, all->arena));
    double y = draw_body_lines(all, &body.sentence, &body, is_centred(all) ? BODY_Y + MM(7) : BODY_Y);
    draw_body_lines(all, &body.closing, &body, y);
}

/* ---- by whom and when ---- */

static struct text date_text(struct certificates *all)
{
    struct sink sink = sink_in(all->arena);
    if (is_centred(all))
        words_write_date(&sink, all->language, all->rules->date);
    else
        certificate_write_date(&sink, all->rules->date);
    return sink_written(&sink);
}

static void draw_host(struct certificates *all, struct text host, double x, double width)
{
    struct style style = voiced(all, &style_host);
    struct lines lines = typeset_column(&all->typesetter, &style, host, width, style.size * 0.7, 2);
    if (!lines.fits)
        report_too_long(all, host);
    for (size_t i = 0; i < lines.count; i++) {
        double above = (double)(lines.count - 1 - i) * HOST_LEADING;
        canvas_line_centred(&all->canvas, &lines.items[i], x, HOST_Y - above);
    }
}

/* Each host has a column for its seal; one alone stands at the right, as do several, from the right edge on. */
static void draw_hosts(struct certificates *all)
{
    size_t count = all->rules->hosts.count;
    double width = WIDTH - 2 * SIDE, column = count > 0 ? fmin(HOST_COLUMN, width / (double)count) : HOST_COLUMN;
    if (count == 1)
        column = HOST_COLUMN * 1.3;
    for (size_t i = 0; i < count; i++)
        draw_host(all, all->rules->hosts.items[i], WIDTH - SIDE - ((double)(count - 1 - i) + 0.5) * column,
                  column - MM(3));
    struct style style = voiced(all, &style_host);
    struct line date = fitted(all, &style, typeset_glued(date_text(all), all->arena), column);
    canvas_line_centred(&all->canvas, &date, WIDTH - SIDE - column / 2, DATE_Y);
}

/* ---- all ---- */

static void draw_certificate(struct certificates *all, const struct sector_standings *sector,
                             const struct standing *standing, size_t number)
{
    const struct contest *contest = all->standings->contest;
    const struct contestant *contestant = &contest->contestants[standing->placing.contestant];
    struct sink about = sink_in(all->arena);
    sink_text(&about, contestant->id);
    sink_byte(&about, ' ');
    sink_text(&about, contestant->name);
    all->typesetter.about = sink_written(&about);
    all->typesetter.place = contestant->place;

    canvas_add_page(&all->canvas, WIDTH, HEIGHT);
    canvas_draw_form(&all->canvas, all->border);
    draw_head(all, number);
    draw_addressee(all, contestant);
    draw_body(all, contest->sectors[sector->sector].name, all->rules->awards[standing->award].name);
    draw_hosts(all);
}

static bool is_chosen(const struct certificate_choice *choice, size_t sector, const struct standing *standing)
{
    return (choice->sector == INDEX_NONE || choice->sector == sector) &&
           (choice->award == INDEX_NONE || choice->award == standing->award) &&
           (choice->contestant == INDEX_NONE || choice->contestant == standing->placing.contestant);
}

static void draw_chosen(struct certificates *all, const struct certificate_choice *choice)
{
    size_t number = 0;
    for (size_t i = 0; i < all->standings->sector_count; i++) {
        const struct sector_standings *sector = &all->standings->sectors[i];
        for (size_t k = 0; k < sector->ranking_count; k++) {
            const struct standing *standing = &sector->ranking[k];
            number += standing->award != INDEX_NONE;
            if (standing->award != INDEX_NONE && is_chosen(choice, i, standing))
                draw_certificate(all, sector, standing, number);
        }
    }
}

bool certificates_write(const struct standings *standings, const struct certificate_choice *choice,
                        const struct fonts *fonts, struct arena *arena, struct arena scratch, struct text *pdf_bytes,
                        size_t *pages, struct faults *faults)
{
    const struct rules *rules = &standings->contest->rules;
    size_t grave = faults_grave(faults);
    struct arena work = arena_split(&scratch);
    struct certificates all = {
        .standings = standings, .rules = rules, .language = (enum language)rules->language, .arena = &work};
    all.typesetter = (struct typesetter){.fonts = fonts, .arena = &work, .faults = faults};
    all.canvas = canvas_with(fonts, &work);
    all.border = certificate_border_form(&all.canvas, WIDTH, HEIGHT);
    draw_chosen(&all, choice);

    *pages = all.canvas.page_count;
    *pdf_bytes = TEXT("");
    if (faults_grave(faults) > grave)
        return false;
    if (*pages == 0)
        return true;
    struct document_title title = heading_of_document(rules, "certificate.title", TEXT(""), &work);
    return canvas_write(&all.canvas, &title, arena, scratch, pdf_bytes, faults);
}
