#include "certificate.h"

#include "arena_split.h"
#include "box_hosts.h"
#include "box_ornament.h"
#include "box_text.h"
#include "certificate_border.h"
#include "glue.h"
#include "heading.h"
#include "proofread.h"

/* A box that shows the same on every certificate is laid out once. */
struct ready_box {
    bool is_same, is_title;
    struct placed_lines placed; /* where it is the same */
};

/* A value that has no room in a box, reported once however many certificates hold it. */
struct told {
    struct text text;
    const struct template_box *box;
};

/* All certificates of one document. */
struct certificates {
    const struct press *press;
    const struct standings *standings;
    const struct rules *rules;
    const struct template *template;
    struct certificate_values values; /* of the contest */
    struct ready_box *boxes;          /* as the template's */
    struct typesetter typesetter;
    struct canvas canvas;
    size_t background; /* the form that lies under every page */
    struct told *told;
    size_t told_count, told_capacity;
};

/* ---- texts without room ---- */

static bool is_told(const struct certificates *all, const struct template_box *box, struct text text)
{
    for (size_t i = 0; i < all->told_count; i++)
        if (all->told[i].box == box && text_equal(all->told[i].text, text))
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

static void report_no_room(struct certificates *all, const struct template_box *box,
                           const struct certificate_values *values, struct place whose)
{
    size_t longest = longest_value(box, values);
    struct text text = longest < PLACEHOLDER_COUNT ? values->of[longest] : box->paragraphs[0].parts[0].text;
    text = glue_removed(text, all->canvas.arena);
    struct place place = longest == PLACEHOLDER_COUNT              ? box->place
                         : placeholder_rows[longest].is_of_contest ? all->rules->place
                                                                   : whose;
    if (is_told(all, box, text))
        return;
    ARENA_RESERVE_ONE(all->canvas.arena, all->told, all->told_count, all->told_capacity);
    all->told[all->told_count++] = (struct told){text, box};
    faults_add(all->press->faults, SEVERITY_ERROR, place,
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
static struct placed_lines place_box(struct certificates *all, const struct template_box *box,
                                     const struct certificate_values *values, struct place whose)
{
    struct placed_lines placed = {0};
    const double *offset = all->template->offset;
    if (!box_is_shown(box, values))
        return placed;
    if (box->shows == SHOWS_HOSTS)
        box_hosts_place(box, all->rules, values->of[PLACE_DATE], offset, &all->typesetter, &placed);
    else if (box->shows == SHOWS_TEXT && !box_text_place(box, values, offset, &all->typesetter, &placed))
        report_no_room(all, box, values, whose);
    return placed;
}

static void make_ready(struct certificates *all)
{
    const struct template *template = all->template;
    all->boxes = ARENA_ARRAY(all->canvas.arena, struct ready_box, template->box_count);
    for (size_t i = 0; i < template->box_count; i++) {
        const struct template_box *box = &template->boxes[i];
        all->boxes[i] = (struct ready_box){.is_same = is_same_on_all(box), .is_title = shows_heading(box)};
        if (all->boxes[i].is_same)
            all->boxes[i].placed = place_box(all, box, &all->values, all->rules->place);
    }
}

static void draw_box(struct certificates *all, size_t number, const struct certificate_values *values,
                     struct place whose)
{
    const struct template_box *box = &all->template->boxes[number];
    const struct ready_box *ready = &all->boxes[number];
    if (box->shows == SHOWS_ORNAMENT) {
        if (box_is_shown(box, values))
            box_ornament_draw(box, all->template->offset, &all->canvas);
        return;
    }
    struct placed_lines placed = ready->is_same ? ready->placed : place_box(all, box, values, whose);
    placed_lines_draw(&placed, &all->canvas, ready->is_title ? TAG_TITLE : TAG_PARAGRAPH);
}

/* ---- all ---- */

/* Before anything is laid out, each letter that no font has is told with whom it belongs to. */
static void proofread(struct certificates *all, const struct certificate_list *list)
{
    struct typesetter *typesetter = &all->typesetter;
    const struct template *template = all->template;
    proofread_rules(typesetter, all->rules);
    proofread_text(typesetter, TEXT(""), all->rules->certificate_place, all->rules->certificate_number);
    proofread_text(typesetter, TEXT(""), template->heading.place, template->heading.text);
    for (size_t i = 0; i < template->box_count; i++)
        for (size_t n = 0; n < template->boxes[i].paragraph_count; n++) {
            const struct template_paragraph *paragraph = &template->boxes[i].paragraphs[n];
            for (size_t k = 0; k < paragraph->count; k++)
                if (paragraph->parts[k].placeholder == PLACEHOLDER_COUNT)
                    proofread_text(typesetter, TEXT(""), paragraph->place, paragraph->parts[k].text);
        }
    proofread_specials(typesetter, all->press->contest);
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].contestant != INDEX_NONE)
            proofread_contestant(typesetter, &all->press->contest->contestants[list->items[i].contestant]);
}

static void draw_certificate(struct certificates *all, const struct certificate *certificate)
{
    const struct template *template = all->template;
    struct certificate_values values =
        certificate_values_of(&all->values, all->standings, certificate, all->typesetter.arena);
    all->typesetter.place = certificate->place;
    canvas_add_page(&all->canvas, template->width, template->height);
    if (template->background != BACKGROUND_NONE)
        canvas_draw_form(&all->canvas, all->background);
    for (size_t i = 0; i < template->box_count; i++)
        draw_box(all, i, &values, certificate->place);
}

/* What is typeset for one certificate is not needed for the next: only what is drawn stays. */
static void draw_list(struct certificates *all, const struct certificate_list *list, struct arena scratch)
{
    for (size_t i = 0; i < list->count; i++) {
        struct arena page = scratch;
        all->typesetter.arena = &page;
        draw_certificate(all, &list->items[i]);
    }
}

static void begin(struct certificates *all, struct arena *work)
{
    const struct press *press = all->press;
    all->typesetter =
        (struct typesetter){.fonts = press->fonts, .arena = work, .faults = press->faults, .place = all->rules->place};
    all->canvas = canvas_with(press->fonts, work);
    if (all->template->background != BACKGROUND_NONE)
        all->background = certificate_border_form(&all->canvas, all->template->width, all->template->height);
    all->values = certificate_values_of_contest(all->rules, all->template->heading.text, work);
}

bool certificates_write(const struct press *press, const struct standings *standings, const struct template *template,
                        const struct certificate_choice *choice, struct text *pdf_bytes, size_t *pages)
{
    size_t grave = faults_grave(press->faults);
    struct arena scratch = press->scratch, work = arena_split(&scratch);
    struct certificates all = {
        .press = press, .standings = standings, .rules = &press->contest->rules, .template = template};
    struct certificate_list list = certificate_list_of(standings, choice, &work);
    begin(&all, &work);
    proofread(&all, &list);
    make_ready(&all);
    draw_list(&all, &list, scratch);

    *pages = all.canvas.page_count;
    *pdf_bytes = TEXT("");
    if (faults_grave(press->faults) > grave)
        return false;
    if (*pages == 0)
        return true;
    struct document_title title = heading_of_document(all.rules, template->heading.text, TEXT(""), &work);
    return canvas_write(&all.canvas, &title, press->arena, scratch, pdf_bytes, press->faults);
}
