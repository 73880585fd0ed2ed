#include "certificate.h"

#include "arena_split.h"
#include "certificate_border.h"
#include "certificate_page.h"
#include "glue.h"
#include "heading.h"
#include "palette.h"
#include "proofread.h"
#include "wording.h"

static const double TITLE_Y = MM(48), ORNAMENT_Y = MM(55.5), NUMBER_Y = MM(66), UNIT_Y = MM(76);
static const double UNIT_BELOW = MM(9); /* the name */

static const struct style style_certificate_title = {FONT_TITLE, 44, 20, DEEP_RED};
static const struct style style_number = {FONT_SONG, 10.5, 0.3, QUIET};
static const struct style style_unit = {FONT_BODY, 16, 0.5, INK};
static const struct style style_name = {FONT_NAME, 30, 3, INK};
static const struct style style_honorific = {FONT_BODY, 21, 1, INK};

static void draw_line(struct certificates *all, const struct line *line, double y)
{
    if (certificate_is_centred(all))
        canvas_line_centred(&all->canvas, line, CERTIFICATE_WIDTH / 2, y);
    else
        canvas_line(&all->canvas, line, CERTIFICATE_SIDE, y);
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
    double middle = CERTIFICATE_WIDTH / 2, reach = MM(38), gap = MM(4);
    canvas_rule(canvas, middle - reach, ORNAMENT_Y, middle - gap, ORNAMENT_Y, 0.7, MEDAL_GOLD);
    canvas_rule(canvas, middle + gap, ORNAMENT_Y, middle + reach, ORNAMENT_Y, 0.7, MEDAL_GOLD);
    draw_diamond(canvas, middle, ORNAMENT_Y, 3);
}

static void draw_head(struct certificates *all, size_t number)
{
    struct style style = certificate_style(all, &style_certificate_title);
    struct line title =
        certificate_line(all, &style, wording_plain(all->language, "certificate.title"), CERTIFICATE_TEXT);
    canvas_line_centred(&all->canvas, &title, CERTIFICATE_WIDTH / 2, TITLE_Y);
    draw_ornament(&all->canvas);
    if (all->rules->certificate_number.length == 0)
        return;
    struct sink sink = sink_in(all->arena);
    certificate_write_number(&sink, all->rules->certificate_number, number);
    struct text text = wording_text(all->arena, all->language, "certificate.number",
                                    FILL({"number", glue_text(sink_written(&sink), all->arena)}));
    struct line line = certificate_line(all, &style_number, text, CERTIFICATE_WIDTH / 2 - CERTIFICATE_SIDE);
    canvas_line_right(&all->canvas, &line, CERTIFICATE_WIDTH - CERTIFICATE_SIDE, NUMBER_Y);
}

/* ---- whom ---- */

static void draw_name(struct certificates *all, struct text name)
{
    struct style style = certificate_style(all, &style_name), after = certificate_style(all, &style_honorific);
    struct text honorific = TEXT("");
    if (!certificate_is_centred(all))
        honorific = wording_plain(all->language, "certificate.honorific");
    struct line word = typeset_line(&all->typesetter, &after, honorific);
    struct line line = certificate_line(all, &style, glue_text(name, all->arena), CERTIFICATE_TEXT - word.width);
    draw_line(all, &line, CERTIFICATE_NAME_Y);
    canvas_line(&all->canvas, &word, CERTIFICATE_SIDE + line.width + style.tracking * 2, CERTIFICATE_NAME_Y);
}

static void draw_addressee(struct certificates *all, const struct contestant *contestant)
{
    struct style style = certificate_style(all, &style_unit);
    struct text above = contestant->unit, below = TEXT("");
    if (certificate_is_centred(all)) {
        above = wording_plain(all->language, "certificate.presented");
        below = contestant->unit;
    }
    struct line first = certificate_line(all, &style, above, CERTIFICATE_TEXT);
    draw_line(all, &first, UNIT_Y);
    draw_name(all, contestant->name);
    struct line second = certificate_line(all, &style, below, CERTIFICATE_TEXT);
    draw_line(all, &second, CERTIFICATE_NAME_Y + UNIT_BELOW);
}

/* ---- all ---- */

static void draw_certificate(struct certificates *all, const struct sector_standings *sector,
                             const struct standing *standing, size_t number)
{
    const struct contest *contest = all->standings->contest;
    const struct contestant *contestant = &contest->contestants[standing->placing.contestant];
    proofread_contestant(&all->typesetter, contestant);
    all->typesetter.place = contestant->place;

    canvas_add_page(&all->canvas, CERTIFICATE_WIDTH, CERTIFICATE_HEIGHT);
    canvas_draw_form(&all->canvas, all->border);
    draw_head(all, number);
    draw_addressee(all, contestant);
    certificate_draw_body(all, contest->sectors[sector->sector].name, all->rules->awards[standing->award].name);
    certificate_draw_hosts(all);
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
    all.typesetter = (struct typesetter){.fonts = fonts, .arena = &work, .faults = faults, .place = rules->place};
    all.canvas = canvas_with(fonts, &work);
    all.border = certificate_border_form(&all.canvas, CERTIFICATE_WIDTH, CERTIFICATE_HEIGHT);
    proofread_rules(&all.typesetter, rules);
    if (certificate_has_room_for_hosts(&all))
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
