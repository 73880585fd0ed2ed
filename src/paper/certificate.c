#include "certificate.h"

#include "arena_split.h"
#include "certificate_border.h"
#include "certificate_page.h"
#include "glue.h"
#include "heading.h"
#include "palette.h"
#include "proofread.h"
#include "qr_code.h"
#include "wording.h"

static const double TITLE_Y = MM(48), ORNAMENT_Y = MM(55.5), NUMBER_Y = MM(66), UNIT_Y = MM(76);
static const double UNIT_BELOW = MM(9); /* the name */
static const double CODE_SIZE = MM(22), CODE_Y = CERTIFICATE_DATE_Y - MM(22);
/* Under the text, or beside it where the hosts take up the whole line. */
static const double CODE_X = CERTIFICATE_SIDE, CODE_ASIDE_X = MM(19.5);

enum { HOSTS_BESIDE_CODE = 2 };

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
    canvas_begin_tag(&all->canvas, TAG_TITLE);
    canvas_line_centred(&all->canvas, &title, CERTIFICATE_WIDTH / 2, TITLE_Y);
    canvas_end_tag(&all->canvas);
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

/* A unit is written without a form of address. */
static struct text honorific_of(const struct certificates *all, const struct certificate *certificate)
{
    if (certificate_is_centred(all))
        return TEXT("");
    return wording_plain(all->language, certificate->contestant == INDEX_NONE ? "certificate.honorific.unit"
                                                                              : "certificate.honorific");
}

static void draw_name(struct certificates *all, struct text name, struct text honorific)
{
    struct style style = certificate_style(all, &style_name), after = certificate_style(all, &style_honorific);
    struct line word = typeset_line(&all->typesetter, &after, honorific);
    struct line line = certificate_line(all, &style, glue_text(name, all->arena), CERTIFICATE_TEXT - word.width);
    canvas_begin_tag(&all->canvas, TAG_PARAGRAPH);
    draw_line(all, &line, CERTIFICATE_NAME_Y);
    canvas_line(&all->canvas, &word, CERTIFICATE_SIDE + line.width + style.tracking * 2, CERTIFICATE_NAME_Y);
    canvas_end_tag(&all->canvas);
}

static void draw_addressee(struct certificates *all, const struct certificate *certificate)
{
    struct style style = certificate_style(all, &style_unit);
    bool is_unit = certificate->contestant == INDEX_NONE;
    struct text name = certificate->unit, above = is_unit ? TEXT("") : certificate->unit, below = TEXT("");
    if (!is_unit)
        name = all->standings->contest->contestants[certificate->contestant].name;
    if (certificate_is_centred(all)) {
        below = above;
        above = wording_plain(all->language, "certificate.presented");
    }
    struct line first = certificate_line(all, &style, above, CERTIFICATE_TEXT);
    draw_line(all, &first, UNIT_Y);
    draw_name(all, name, honorific_of(all, certificate));
    struct line second = certificate_line(all, &style, below, CERTIFICATE_TEXT);
    draw_line(all, &second, CERTIFICATE_NAME_Y + UNIT_BELOW);
}

/* ---- all ---- */

static void draw_code(struct certificates *all, struct text code)
{
    double x = all->rules->hosts.count <= HOSTS_BESIDE_CODE ? CODE_X : CODE_ASIDE_X;
    qr_code_draw(&all->canvas, code, x, CODE_Y, CODE_SIZE);
}

static void draw_certificate(struct certificates *all, const struct certificate *certificate, struct text code)
{
    const struct contest *contest = all->standings->contest;
    struct text sector = TEXT("");
    if (certificate->contestant != INDEX_NONE) {
        const struct contestant *contestant = &contest->contestants[certificate->contestant];
        proofread_contestant(&all->typesetter, contestant);
        sector = contest->sectors[contestant->sector].name;
    }
    all->typesetter.place = certificate->place;

    canvas_add_page(&all->canvas, CERTIFICATE_WIDTH, CERTIFICATE_HEIGHT);
    canvas_draw_form(&all->canvas, all->border);
    draw_head(all, certificate->number);
    draw_addressee(all, certificate);
    certificate_draw_body(all, sector, certificate_award(all->rules, certificate->award));
    certificate_draw_hosts(all);
    draw_code(all, code);
}

/* What is typeset for one certificate is not needed for the next: only what is drawn stays. */
static void draw_chosen(struct certificates *all, const struct certificate_choice *choice, const struct text *codes,
                        struct arena scratch)
{
    struct certificate_list list = certificate_list_of(all->standings, choice, all->arena);
    struct arena *lasting = all->arena;
    for (size_t i = 0; i < list.count; i++) {
        struct arena page = scratch;
        all->arena = all->typesetter.arena = &page;
        draw_certificate(all, &list.items[i], codes ? codes[i] : TEXT(""));
    }
    all->arena = all->typesetter.arena = lasting;
}

bool certificates_write(const struct standings *standings, const struct certificate_choice *choice,
                        const struct text *codes, const struct fonts *fonts, struct arena *arena, struct arena scratch,
                        struct text *pdf_bytes, size_t *pages, struct faults *faults)
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
    proofread_specials(&all.typesetter, standings->contest);
    if (certificate_has_room_for_hosts(&all))
        draw_chosen(&all, choice, codes, scratch);

    *pages = all.canvas.page_count;
    *pdf_bytes = TEXT("");
    if (faults_grave(faults) > grave)
        return false;
    if (*pages == 0)
        return true;
    struct document_title title = heading_of_document(rules, "certificate.title", TEXT(""), &work);
    return canvas_write(&all.canvas, &title, arena, scratch, pdf_bytes, faults);
}
