#include "shared_texts.h"

enum { MOST_KINDS = 1000 };

/* ---- forms ---- */

/* To readers a form is one mark: without a blank they would join the last word of a line to the first of the next. */
static struct line blank_ended(const struct line *line, struct canvas *canvas)
{
    struct line ended = *line;
    struct glyph blank;
    const struct letter *last = line->letters + line->count - 1;
    if (line->count == 0 || !fonts_find_glyph(canvas->fonts, last->style->role, ' ', &blank))
        return ended;
    ended.letters = ARENA_ARRAY(canvas->arena, struct letter, line->count + 1);
    for (size_t i = 0; i < line->count; i++)
        ended.letters[i] = line->letters[i];
    ended.letters[ended.count++] = (struct letter){
        .code_point = ' ', .character = ' ', .glyph = blank.id, .face = blank.face, .style = last->style};
    return ended;
}

static void part_lines(struct placed_lines *paragraph, struct canvas *canvas)
{
    for (size_t i = 0; i + 1 < paragraph->count; i++) {
        struct placed_line *placed = &paragraph->items[i];
        if (placed->line.is_parted && placed->says.length == 0)
            placed->line = blank_ended(&placed->line, canvas);
    }
}

struct text_forms text_forms_draw(const struct placed_lines *placed, const struct box_layout *layout,
                                  struct canvas *canvas)
{
    struct text_forms forms = {canvas->form_count, 0};
    for (size_t from = 0, to; from < placed->count; from = to) {
        for (to = from + 1; to < placed->count && !placed->items[to].begins;)
            to++;
        struct placed_lines paragraph = {.items = placed->items + from, .count = to - from};
        part_lines(&paragraph, canvas);
        canvas_begin_text_form(canvas, layout->template->width, layout->template->height);
        placed_lines_draw(&paragraph, canvas, TAG_PARAGRAPH);
        canvas_end_form(canvas);
        forms.count++;
    }
    return forms;
}

/* ---- kinds ---- */

static bool is_of_kind(size_t placeholder)
{
    return placeholder_is_of_contest(placeholder) || placeholder == PLACE_SECTOR || placeholder == PLACE_AWARD;
}

/* Each of a kind has a name, or none: only which is not known. */
static bool is_condition_of_kind(size_t placeholder)
{
    return is_of_kind(placeholder) || placeholder == PLACE_PERSON || placeholder == PLACE_TEAM;
}

bool shared_texts_follow(const struct template_box *box)
{
    return box_layout_follows(box, is_of_kind, is_condition_of_kind);
}

static void draw_kind(const struct shared_texts *shared, size_t kind, struct box_layout *layout, struct canvas *canvas,
                      const struct certificate_values *values, struct place whose)
{
    for (size_t i = 0; i < shared->box_count; i++) {
        const struct template_box *box = &layout->template->boxes[i];
        if (box_layout_follows(box, placeholder_is_of_contest, placeholder_is_of_contest) || !shared_texts_follow(box))
            continue;
        struct placed_lines placed = box_layout_place(layout, box, values, whose);
        shared->forms[kind * shared->box_count + i] = text_forms_draw(&placed, layout, canvas);
    }
}

size_t shared_texts_kind(const struct shared_texts *shared, const struct contest *contest,
                         const struct certificate *certificate)
{
    size_t sector = shared->sector_count; /* a unit is of none */
    if (certificate->team)
        return 0;
    if (certificate->contestant != INDEX_NONE)
        sector = contest->contestants[certificate->contestant].sector;
    size_t kind = 1 + certificate->award * (shared->sector_count + 1) + sector;
    return kind < shared->kind_count ? kind : 0;
}

struct text_forms shared_texts_find(const struct shared_texts *shared, size_t kind, size_t box)
{
    return kind < shared->kind_count ? shared->forms[kind * shared->box_count + box] : (struct text_forms){0};
}

struct shared_texts shared_texts_of(struct box_layout *layout, struct canvas *canvas,
                                    const struct certificate_values *of_contest, const struct standings *standings,
                                    const struct certificate_list *list, struct arena *arena)
{
    const struct contest *contest = standings->contest;
    size_t awards = contest->rules.award_count + contest->rules.special_count;
    size_t kinds = 1 + awards * (contest->sector_count + 1);
    struct shared_texts shared = {.box_count = layout->template->box_count,
                                  .kind_count = kinds < MOST_KINDS ? kinds : MOST_KINDS,
                                  .sector_count = contest->sector_count};
    shared.forms = ARENA_ARRAY(arena, struct text_forms, shared.kind_count * shared.box_count);
    size_t *counts = ARENA_ARRAY(arena, size_t, shared.kind_count);
    for (size_t i = 0; i < list->count; i++) {
        const struct certificate *certificate = &list->items[i];
        size_t kind = shared_texts_kind(&shared, contest, certificate);
        if (kind == 0 || ++counts[kind] != TEXT_FORMS_LEAST)
            continue;
        struct certificate_values values = certificate_values_of(of_contest, standings, certificate, arena);
        draw_kind(&shared, kind, layout, canvas, &values, certificate->place);
    }
    return shared;
}
