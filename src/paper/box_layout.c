#include "box_layout.h"

#include "box_hosts.h"
#include "box_text.h"
#include "glue.h"

/* ---- texts without room ---- */

static bool is_told(const struct box_layout *layout, const struct template_box *box, struct text text)
{
    for (size_t i = 0; i < layout->told_count; i++)
        if (layout->told[i].box == box && text_equal(layout->told[i].text, text))
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

/* Of what all certificates have in common: where it is written. Dates, hashes and the like cannot be shortened. */
static struct place place_of_contest(const struct rules *rules, const struct template_box *box, size_t placeholder)
{
    switch (placeholder) {
    case PLACE_CONTEST:
        return rules_place_of(rules, rules->title_place);
    case PLACE_LEVEL:
        return rules_place_of(rules, rules->level_place);
    case PLACE_VENUE:
        return rules_place_of(rules, rules->venue_place);
    case PLACE_HOSTS:
        return rules->hosts.count > 0 ? rules_place_of_host(rules, 0) : rules->place;
    default:
        return box->place;
    }
}

static void report_no_room(struct box_layout *layout, const struct template_box *box,
                           const struct certificate_values *values, struct place whose)
{
    size_t longest = longest_value(box, values);
    struct text text = longest < PLACEHOLDER_COUNT ? values->of[longest] : box->paragraphs[0].parts[0].text;
    text = glue_removed(text, layout->kept);
    struct place place = box->place;
    if (longest < PLACEHOLDER_COUNT && whose.file.length > 0)
        place = placeholder_rows[longest].is_of_contest ? place_of_contest(layout->rules, box, longest) : whose;
    if (is_told(layout, box, text))
        return;
    ARENA_RESERVE_ONE(layout->kept, layout->told, layout->told_count, layout->told_capacity);
    layout->told[layout->told_count++] = (struct told_value){text, box};
    faults_add(layout->press->faults, SEVERITY_ERROR, place,
               MESSAGE("“{1}” has no room in the box {2} of the certificates", text, box->name),
               MESSAGE("shorten it, or give the template's box more room or a smaller min-size"));
}

/* ---- boxes ---- */

bool box_layout_follows(const struct template_box *box, bool (*is_known)(size_t placeholder),
                        bool (*is_known_condition)(size_t placeholder))
{
    bool follows = is_known_condition(box->when) && is_known_condition(box->unless);
    for (size_t i = 0; follows && i < box->paragraph_count; i++)
        for (size_t n = 0; follows && n < box->paragraphs[i].count; n++)
            follows = is_known(box->paragraphs[i].parts[n].placeholder);
    return follows;
}

struct placed_lines box_layout_place(struct box_layout *layout, const struct template_box *box,
                                     const struct certificate_values *values, struct place whose)
{
    struct placed_lines placed = {0};
    const double *offset = layout->template->offset;
    if (!box_is_shown(box, values))
        return placed;
    if (box->shows == SHOWS_HOSTS)
        box_hosts_place(box, layout->rules, values->of[PLACE_DATE], offset, &layout->typesetter, &placed);
    else if (box->shows == SHOWS_TEXT && !box_text_place(box, values, offset, &layout->typesetter, &placed))
        report_no_room(layout, box, values, whose);
    return placed;
}
