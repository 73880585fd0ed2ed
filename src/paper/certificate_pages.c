#include "certificate_pages.h"

#include "arena_split.h"
#include "backgrounds.h"
#include "box_ornament.h"
#include "box_text.h"
#include "heading.h"
#include "proofread.h"
#include "qr_code.h"

#include <math.h>

/* ---- boxes ---- */

static bool shows_heading(const struct template_box *box)
{
    for (size_t i = 0; i < box->paragraph_count; i++)
        for (size_t n = 0; n < box->paragraphs[i].count; n++)
            if (box->paragraphs[i].parts[n].placeholder == PLACE_HEADING)
                return true;
    return false;
}

static void make_ready(struct certificate_pages *pages)
{
    const struct template *template = pages->layout.template;
    pages->boxes = ARENA_ARRAY(pages->canvas.arena, struct ready_box, template->box_count);
    for (size_t i = 0; i < template->box_count; i++) {
        const struct template_box *box = &template->boxes[i];
        pages->boxes[i] =
            (struct ready_box){.is_same = box_layout_follows(box, placeholder_is_of_contest, placeholder_is_of_contest),
                               .is_title = shows_heading(box)};
        if (pages->boxes[i].is_same)
            pages->boxes[i].placed = box_layout_place(&pages->layout, box, &pages->values, pages->layout.rules->place);
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
    canvas_picture(&pages->canvas, picture, box->left + pages->layout.template->offset[0] + x * (box->width - width),
                   box->top + pages->layout.template->offset[1] + y * (box->height - height), width, height);
}

static void draw_code(struct certificate_pages *pages, const struct template_box *box, struct text code)
{
    const double *offset = pages->layout.template->offset;
    qr_code_draw(&pages->canvas, code, box->left + offset[0], box->top + offset[1], fmin(box->width, box->height));
}

static void draw_box(struct certificate_pages *pages, size_t number, const struct certificate_values *values,
                     struct place whose)
{
    const struct template_box *box = &pages->layout.template->boxes[number];
    const struct ready_box *ready = &pages->boxes[number];
    if (!box_is_shown(box, values))
        return;
    if (box->shows == SHOWS_ORNAMENT && !ready->is_same)
        box_ornament_draw(box, pages->layout.template->offset, &pages->canvas);
    else if (box->shows == SHOWS_IMAGE)
        draw_picture(pages, box);
    else if (box->shows == SHOWS_CODE)
        draw_code(pages, box, values->code);
    enum tag tag = ready->is_title ? TAG_TITLE : TAG_PARAGRAPH;
    struct text_forms forms = ready->is_same ? ready->forms : shared_texts_find(&pages->shared, values->kind, number);
    for (size_t i = 0; i < forms.count; i++)
        canvas_draw_text_form(&pages->canvas, forms.first + i, tag);
    if (forms.count > 0)
        return;
    struct placed_lines placed = ready->is_same ? ready->placed : box_layout_place(&pages->layout, box, values, whose);
    if (ready->is_common)
        canvas_begin_common(&pages->canvas);
    placed_lines_draw(&placed, &pages->canvas, tag);
    canvas_end_common(&pages->canvas);
}

/* What lies under the texts of every page. */
static void draw_background(struct certificate_pages *pages)
{
    const struct template *template = pages->layout.template;
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
    struct typesetter *typesetter = &pages->layout.typesetter;
    const struct template *template = pages->layout.template;
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
    *pages = (struct certificate_pages){.scratch = press->scratch, .grave = faults_grave(press->faults)};
    pages->own = arena_split(&pages->scratch);
    pages->layout = (struct box_layout){
        .press = press,
        .rules = rules,
        .template = template,
        .typesetter = {.fonts = press->fonts, .arena = &pages->own, .faults = press->faults, .place = rules->place},
        .kept = &pages->own};
    pages->canvas = canvas_with(press->fonts, &pages->own);
    canvas_set_bleed(&pages->canvas, template->bleed);
    canvas_set_scale(&pages->canvas, template->scale);
    pages->values = certificate_values_of_contest(rules, template->heading.text, &pages->own);
    pages->values.of[PLACE_KEY] = press->edition->signer;
    pages->values.of[PLACE_HASH] = press->edition->hash;
    if (press->edition->hash.length > EDITION_HASH_DIGITS)
        pages->values.of[PLACE_HASH].length = EDITION_HASH_DIGITS;
    proofread_rules(&pages->layout.typesetter, rules);
    proofread_text(&pages->layout.typesetter, TEXT(""), rules->certificate_place, rules->certificate_number);
    proofread_template(pages);
    make_ready(pages);
    draw_background(pages);
}

/* Documents of few certificates come in numbers. */
static void mark_common(struct certificate_pages *pages)
{
    const struct template *template = pages->layout.template;
    for (size_t i = 0; i < template->box_count; i++)
        pages->boxes[i].is_common = shared_texts_follow(&template->boxes[i]);
}

void certificate_pages_share(struct certificate_pages *pages, const struct standings *standings,
                             const struct certificate_list *list)
{
    if (list->count < TEXT_FORMS_LEAST) {
        mark_common(pages);
        return;
    }
    for (size_t i = 0; i < pages->layout.template->box_count; i++)
        pages->boxes[i].forms = text_forms_draw(&pages->boxes[i].placed, &pages->layout, &pages->canvas);
    pages->shared = shared_texts_of(&pages->layout, &pages->canvas, &pages->values, standings, list, &pages->own);
}

/* What is typeset for one certificate is not needed for the next: only what is drawn stays. */
void certificate_pages_add(struct certificate_pages *pages, const struct certificate_values *values, struct place whose)
{
    const struct template *template = pages->layout.template;
    struct arena page = pages->scratch;
    pages->layout.typesetter.arena = &page;
    pages->layout.typesetter.place = whose;
    canvas_add_page(&pages->canvas, template->width, template->height);
    canvas_draw_form(&pages->canvas, pages->background);
    for (size_t i = 0; i < template->box_count; i++)
        draw_box(pages, i, values, whose);
    pages->layout.typesetter.arena = &pages->own;
}

bool certificate_pages_end(struct certificate_pages *pages, struct text *pdf_bytes)
{
    const struct press *press = pages->layout.press;
    *pdf_bytes = TEXT("");
    if (faults_grave(press->faults) > pages->grave)
        return false;
    if (pages->canvas.page_count == 0)
        return true;
    struct document_title title =
        heading_of_document(pages->layout.rules, pages->layout.template->heading.text, TEXT(""), &pages->own);
    return canvas_write(&pages->canvas, &title, press->arena, pages->scratch, pdf_bytes, press->faults);
}
