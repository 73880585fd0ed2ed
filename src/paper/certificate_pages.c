#include "certificate_pages.h"

#include "arena_split.h"
#include "backgrounds.h"
#include "box_hosts.h"
#include "box_ornament.h"
#include "box_text.h"
#include "glue.h"
#include "heading.h"
#include "proofread.h"
#include "qr_code.h"

#include <math.h>

/* ---- texts without room ---- */

static bool is_told(const struct certificate_pages *pages, const struct template_box *box, struct text text)
{
    for (size_t i = 0; i < pages->told_count; i++)
        if (pages->told[i].box == box && text_equal(pages->told[i].text, text))
            return true;
    return false;
}

/* The longest value in a box is to blame; PLACEHOLDER_COUNT: it has none. */
static size_t longest_value(const struct template_box *box, const struct certificate_values *values)
{
    size_t longest = PLACEHOLDER_COUNT;
    for (size_t i = 0; i < box->paragraph_count; i++)
        for (size_t n = 0; n < box->paragraphs[i].count; n++) {
            size_t placeholder = box->paragraphs[i].parts[n].placeholder;
            if (placeholder < PLACEHOLDER_COUNT &&
                (longest == PLACEHOLDER_COUNT ||
                 text_characters(values->of[placeholder]) > text_characters(values->of[longest])))
                longest = placeholder;
        }
    return longest;
}

static void report_no_room(struct certificate_pages *pages, const struct template_box *box,
                           const struct certificate_values *values, struct place whose)
{
    size_t longest = longest_value(box, values);
    struct text text = longest < PLACEHOLDER_COUNT ? values->of[longest] : box->paragraphs[0].parts[0].text;
    text = glue_removed(text, pages->canvas.arena);
    struct place place = box->place;
    if (longest < PLACEHOLDER_COUNT && whose.file.length > 0)
        place = placeholder_rows[longest].is_of_contest ? pages->rules->place : whose;
    if (is_told(pages, box, text))
        return;
    ARENA_RESERVE_ONE(pages->canvas.arena, pages->told, pages->told_count, pages->told_capacity);
    pages->told[pages->told_count++] = (struct told_value){text, box};
    faults_add(pages->press->faults, SEVERITY_ERROR, place,
               MESSAGE("“{1}” has no room in the box {2} of the certificates", text, box->name),
               MESSAGE("shorten it, or give the template's box more room or a smaller min-size"));
}

/* ---- boxes ---- */

static bool shows_heading(const struct template_box *box)
{
    for (size_t i = 0; i < box->paragraph_count; i++)
        for (size_t n = 0; n < box->paragraphs[i].count; n++)
            if (box->paragraphs[i].parts[n].placeholder == PLACE_HEADING)
                return true;
    return false;
}

static bool is_of_contest(size_t placeholder)
{
    return placeholder == PLACEHOLDER_COUNT || placeholder_rows[placeholder].is_of_contest;
}

static bool is_same_on_all(const struct template_box *box)
{
    bool is_same = is_of_contest(box->when) && is_of_contest(box->unless);
    for (size_t i = 0; i < box->paragraph_count; i++)
        for (size_t n = 0; n < box->paragraphs[i].count; n++)
            is_same = is_same && is_of_contest(box->paragraphs[i].parts[n].placeholder);
    return is_same;
}

/* Lays a box out in the typesetter's memory. */
static struct placed_lines place_box(struct certificate_pages *pages, const struct template_box *box,
                                     const struct certificate_values *values, struct place whose)
{
    struct placed_lines placed = {0};
    const double *offset = pages->template->offset;
    if (!box_is_shown(box, values))
        return placed;
    if (box->shows == SHOWS_HOSTS)
        box_hosts_place(box, pages->rules, values->of[PLACE_DATE], offset, &pages->typesetter, &placed);
    else if (box->shows == SHOWS_TEXT && !box_text_place(box, values, offset, &pages->typesetter, &placed))
        report_no_room(pages, box, values, whose);
    return placed;
}

static void make_ready(struct certificate_pages *pages)
{
    const struct template *template = pages->template;
    pages->boxes = ARENA_ARRAY(pages->canvas.arena, struct ready_box, template->box_count);
    for (size_t i = 0; i < template->box_count; i++) {
        const struct template_box *box = &template->boxes[i];
        pages->boxes[i] = (struct ready_box){.is_same = is_same_on_all(box), .is_title = shows_heading(box)};
        if (pages->boxes[i].is_same)
            pages->boxes[i].placed = place_box(pages, box, &pages->values, pages->rules->place);
    }
}

/* As large as it fits, without being pressed or pulled. */
static void draw_picture(struct certificate_pages *pages, const struct template_box *box)
{
    const struct picture *picture = box->picture;
    double scale = fmin(box->width / (double)picture->width, box->height / (double)picture->height);
    double width = scale * (double)picture->width, height = scale * (double)picture->height;
    double x = box->align == ALIGN_CENTRED ? 0.5 : box->align == ALIGN_AT_RIGHT ? 1 : 0;
    double y = box->upright == UPRIGHT_MIDDLE ? 0.5 : box->upright == UPRIGHT_BOTTOM ? 1 : 0;
    canvas_picture(&pages->canvas, picture, box->left + pages->template->offset[0] + x * (box->width - width),
                   box->top + pages->template->offset[1] + y * (box->height - height), width, height);
}

static void draw_code(struct certificate_pages *pages, const struct template_box *box, struct text code)
{
    const double *offset = pages->template->offset;
    qr_code_draw(&pages->canvas, code, box->left + offset[0], box->top + offset[1], fmin(box->width, box->height));
}

static void draw_box(struct certificate_pages *pages, size_t number, const struct certificate_values *values,
                     struct place whose)
{
    const struct template_box *box = &pages->template->boxes[number];
    const struct ready_box *ready = &pages->boxes[number];
    if (!box_is_shown(box, values))
        return;
    if (box->shows == SHOWS_ORNAMENT && !ready->is_same)
        box_ornament_draw(box, pages->template->offset, &pages->canvas);
    else if (box->shows == SHOWS_IMAGE)
        draw_picture(pages, box);
    else if (box->shows == SHOWS_CODE)
        draw_code(pages, box, values->code);
    struct placed_lines placed = ready->is_same ? ready->placed : place_box(pages, box, values, whose);
    placed_lines_draw(&placed, &pages->canvas, ready->is_title ? TAG_TITLE : TAG_PARAGRAPH);
}

/* What lies under the texts of every page. */
static void draw_background(struct certificate_pages *pages)
{
    const struct template *template = pages->template;
    pages->background = canvas_begin_form(&pages->canvas, template->width, template->height);
    background_draw(&pages->canvas, (enum template_background) template->background, template->width, template->height);
    for (size_t i = 0; i < template->box_count; i++) {
        const struct template_box *box = &template->boxes[i];
        if (box->shows == SHOWS_IMAGE) /* the same number whichever is drawn first */
            canvas_number_picture(&pages->canvas, box->picture);
        if (box->shows == SHOWS_ORNAMENT && pages->boxes[i].is_same && box_is_shown(box, &pages->values))
            box_ornament_draw(box, template->offset, &pages->canvas);
    }
    canvas_end_form(&pages->canvas);
}

/* ---- all ---- */

static void proofread_template(struct certificate_pages *pages)
{
    struct typesetter *typesetter = &pages->typesetter;
    const struct template *template = pages->template;
    proofread_text(typesetter, TEXT(""), template->heading.place, template->heading.text);
    for (size_t i = 0; i < template->box_count; i++)
        for (size_t n = 0; n < template->boxes[i].paragraph_count; n++) {
            const struct template_paragraph *paragraph = &template->boxes[i].paragraphs[n];
            for (size_t k = 0; k < paragraph->count; k++)
                if (paragraph->parts[k].placeholder == PLACEHOLDER_COUNT)
                    proofread_text(typesetter, TEXT(""), paragraph->place, paragraph->parts[k].text);
        }
}

void certificate_pages_begin(struct certificate_pages *pages, const struct press *press,
                             const struct template *template)
{
    const struct rules *rules = &press->contest->rules;
    *pages = (struct certificate_pages){.press = press,
                                        .rules = rules,
                                        .template = template,
                                        .scratch = press->scratch,
                                        .grave = faults_grave(press->faults)};
    pages->own = arena_split(&pages->scratch);
    pages->typesetter = (struct typesetter){
        .fonts = press->fonts, .arena = &pages->own, .faults = press->faults, .place = rules->place};
    pages->canvas = canvas_with(press->fonts, &pages->own);
    canvas_set_bleed(&pages->canvas, template->bleed);
    canvas_set_scale(&pages->canvas, template->scale);
    pages->values = certificate_values_of_contest(rules, template->heading.text, &pages->own);
    pages->values.of[PLACE_KEY] = press->edition->signer;
    pages->values.of[PLACE_HASH] = press->edition->hash;
    if (press->edition->hash.length > EDITION_HASH_DIGITS)
        pages->values.of[PLACE_HASH].length = EDITION_HASH_DIGITS;
    proofread_rules(&pages->typesetter, rules);
    proofread_text(&pages->typesetter, TEXT(""), rules->certificate_place, rules->certificate_number);
    proofread_template(pages);
    make_ready(pages);
    draw_background(pages);
}

/* What is typeset for one certificate is not needed for the next: only what is drawn stays. */
void certificate_pages_add(struct certificate_pages *pages, const struct certificate_values *values, struct place whose)
{
    const struct template *template = pages->template;
    struct arena page = pages->scratch;
    pages->typesetter.arena = &page;
    pages->typesetter.place = whose;
    canvas_add_page(&pages->canvas, template->width, template->height);
    canvas_draw_form(&pages->canvas, pages->background);
    for (size_t i = 0; i < template->box_count; i++)
        draw_box(pages, i, values, whose);
    pages->typesetter.arena = &pages->own;
}

bool certificate_pages_end(struct certificate_pages *pages, struct text *pdf_bytes)
{
    const struct press *press = pages->press;
    *pdf_bytes = TEXT("");
    if (faults_grave(press->faults) > pages->grave)
        return false;
    if (pages->canvas.page_count == 0)
        return true;
    struct document_title title =
        heading_of_document(pages->rules, pages->template->heading.text, TEXT(""), &pages->own);
    return canvas_write(&pages->canvas, &title, press->arena, pages->scratch, pdf_bytes, press->faults);
}
