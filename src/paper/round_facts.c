#include "round_facts.h"

#include "rule_words.h"
#include "score_text.h"
#include "scoresheet_steps.h"

/* ---- digits ---- */

static struct exact rounded(const struct round_facts *facts, struct exact value, int digits, struct arena *arena)
{
    return exact_round(arena, value, digits, (enum rounding)scoresheet_rules(&facts->sheet)->rounding);
}

/* What several panels' scores come to, each with so many digits; of one panel its own. */
static struct exact reckoned_panels(const struct round_facts *facts, const struct round_result *result, int digits,
                                    struct arena *arena)
{
    const struct round *round = scoresheet_round(&facts->sheet);
    struct exact sum = exact_from_points(arena, 0);
    if (!result->panels)
        return rounded(facts, result->panel, digits, arena);
    for (size_t i = 0; i < round->panel_count; i++)
        sum = exact_add(arena, sum,
                        exact_multiply(arena, exact_from_points(arena, round->panels[i].weight.value),
                                       rounded(facts, result->panels[i], digits, arena)));
    return exact_divide(arena, sum, exact_from_points(arena, 100 * POINTS_ONE));
}

/* Whether the printed score follows from what is printed before it. Places earn points by a list: nothing to reckon. */
static bool makes_score(const struct round_facts *facts, size_t contestant, const struct round_result *result,
                        struct exact panel, struct arena *arena)
{
    const struct round *round = scoresheet_round(&facts->sheet);
    int digits = scoresheet_rules(&facts->sheet)->digits;
    points factor = contest_factor(facts->sheet.standings->contest, contestant, facts->sheet.round);
    struct exact value = exact_multiply(arena, panel, exact_from_points(arena, round->scale));
    if (round->own.method == METHOD_PLACE_POINTS)
        return true;
    value = exact_multiply(arena, value, exact_from_points(arena, factor));
    if (result->is_corrected)
        value =
            exact_multiply(arena, value, rounded(facts, result->coefficient, facts->plan.coefficient_digits, arena));
    value = exact_add(arena, value, exact_from_points(arena, result->adjustments));
    if (round->floor.is_set && exact_compare(value, exact_from_points(arena, round->floor.value)) < 0)
        value = exact_from_points(arena, round->floor.value);
    return exact_compare(rounded(facts, value, digits, arena), rounded(facts, result->score, digits, arena)) == 0;
}

static bool comes_out(const struct round_facts *facts, size_t contestant, int digits, struct arena scratch)
{
    const struct round_result *result = scoresheet_result(&facts->sheet, contestant);
    if (!result || !result->is_scored || !result->has_panel)
        return true;
    int least = scoresheet_rules(&facts->sheet)->digits;
    struct exact panel = rounded(facts, result->panel, digits, &scratch);
    struct exact reckoned = reckoned_panels(facts, result, digits, &scratch);
    return exact_compare(rounded(facts, reckoned, least, &scratch), rounded(facts, panel, least, &scratch)) == 0 &&
           makes_score(facts, contestant, result, panel, &scratch) &&
           makes_score(facts, contestant, result, reckoned, &scratch);
}

/* Those of the finals; more where somebody who reckons again with so few would come to another score. */
static int digits_of_means(const struct round_facts *facts, struct arena scratch)
{
    const struct sector *sector = &facts->sheet.standings->contest->sectors[facts->sheet.sector->sector];
    int digits = scoresheet_rules(&facts->sheet)->digits;
    for (size_t i = 0; i < sector->contestant_count && digits < facts->plan.mean_digits; i++)
        while (digits < facts->plan.mean_digits && !comes_out(facts, sector->contestants[i], digits, scratch))
            digits++;
    return digits;
}

struct round_facts round_facts_of(const struct standings *standings, const struct sector_standings *sector,
                                  size_t round, struct arena *arena, struct arena scratch)
{
    struct round_facts facts = {
        .sheet = {.standings = standings, .sector = sector, .round = round, .block = 0, .blocks = 1}};
    facts.sheet.steps = scoresheet_steps(standings, sector->sector, round, arena, scratch);
    facts.plan = scoresheet_plan_of(&facts.sheet, arena);
    facts.mean_digits = digits_of_means(&facts, scratch);
    return facts;
}

static struct text total_text(const struct round_facts *facts, size_t contestant, size_t judge, struct arena *arena)
{
    struct sheet marks;
    sheets_find(facts->sheet.standings->sheets, facts->sheet.round, contestant, judge, &marks);
    return score_text_to(scoresheet_rules(&facts->sheet), scoresheet_total(&facts->sheet, &marks, arena),
                         facts->plan.mark_digits, arena);
}

size_t facts_panel_count(const struct round_facts *facts)
{
    const struct round *round = scoresheet_round(&facts->sheet);
    return round_is_judged(round) && round->has_panels ? round->panel_count : 1;
}

struct text facts_dropped(const struct round_facts *facts, size_t contestant, size_t panel, bool is_high, size_t *count,
                          struct arena *arena)
{
    const struct round_result *result = scoresheet_result(&facts->sheet, contestant);
    struct listing listing = listing_of(scoresheet_rules(&facts->sheet), arena, "list.separator");
    for (size_t i = 0; result && i < result->dropped_count; i++)
        if (result->dropped_high[i] == is_high && scoresheet_panel_of(&facts->sheet, result->dropped[i]) == panel)
            listing_add(&listing, total_text(facts, contestant, result->dropped[i], arena));
    *count = listing.count;
    return listing_text(&listing);
}

static bool is_dropped(const struct round_result *result, size_t judge)
{
    for (size_t i = 0; i < result->dropped_count; i++)
        if (result->dropped[i] == judge)
            return true;
    return false;
}

/* The next sheet of the panel that counts, from `slot` on. */
static bool next_counted(const struct round_facts *facts, size_t contestant, size_t panel, size_t *slot,
                         struct sheet *marks)
{
    const struct scoresheet *sheet = &facts->sheet;
    const struct sheets *sheets = sheet->standings->sheets;
    const struct round_result *result = scoresheet_result(sheet, contestant);
    while (*slot < sheets_expected(sheets, sheet->round, contestant)) {
        *marks = sheets_sheet(sheets, sheet->round, contestant, (*slot)++);
        if (marks->state == CELL_GIVEN && !is_dropped(result, marks->judge) &&
            scoresheet_panel_of(sheet, marks->judge) == panel)
            return true;
    }
    return false;
}

static const struct round_result *counting(const struct round_facts *facts, size_t contestant)
{
    const struct round_result *result = scoresheet_result(&facts->sheet, contestant);
    return result && result->has_panel ? result : NULL;
}

struct text facts_counted(const struct round_facts *facts, size_t contestant, size_t panel, struct arena *arena)
{
    const struct round_result *result = counting(facts, contestant);
    size_t count = 0, slot = 0;
    struct sheet marks;
    if (!result || !round_is_judged(scoresheet_round(&facts->sheet)))
        return TEXT("");
    if (facts_panel_count(facts) == 1)
        return number_text((int64_t)result->counted, arena);
    while (next_counted(facts, contestant, panel, &slot, &marks))
        count++;
    return number_text((int64_t)count, arena);
}

struct text facts_sum(const struct round_facts *facts, size_t contestant, size_t panel, struct arena *arena)
{
    struct exact sum = exact_from_points(arena, 0);
    size_t slot = 0;
    struct sheet marks;
    if (!counting(facts, contestant) || !scoresheet_divides_sum(&facts->sheet, panel))
        return TEXT("");
    while (next_counted(facts, contestant, panel, &slot, &marks))
        sum = exact_add(arena, sum, scoresheet_counted(&facts->sheet, contestant, &marks, arena));
    return score_text_to(scoresheet_rules(&facts->sheet), sum, facts->plan.sum_digits, arena);
}

static struct text mean_text(const struct round_facts *facts, struct exact score, struct arena *arena)
{
    return score_text_to(scoresheet_rules(&facts->sheet), score, facts->mean_digits, arena);
}

struct text facts_panel_score(const struct round_facts *facts, size_t contestant, size_t panel, struct arena *arena)
{
    const struct round_result *result = counting(facts, contestant);
    if (!result || !result->panels)
        return TEXT("");
    return mean_text(facts, result->panels[panel], arena);
}

struct text facts_panels_score(const struct round_facts *facts, size_t contestant, struct arena *arena)
{
    const struct round_result *result = counting(facts, contestant);
    return result && result->is_scored ? mean_text(facts, result->panel, arena) : TEXT("");
}

struct text facts_factor(const struct round_facts *facts, size_t contestant, struct arena *arena)
{
    enum { DIGITS_OF_FACTOR = 8 };
    const struct round_result *result = scoresheet_result(&facts->sheet, contestant);
    points factor = contest_factor(facts->sheet.standings->contest, contestant, facts->sheet.round);
    struct exact product = exact_multiply(arena, exact_from_points(arena, scoresheet_round(&facts->sheet)->scale),
                                          exact_from_points(arena, factor));
    int used = exact_digits_used(product);
    if (!result || !result->is_scored || exact_compare(product, exact_from_points(arena, POINTS_ONE)) == 0)
        return TEXT("");
    return score_text_to(scoresheet_rules(&facts->sheet), product, used < 0 ? DIGITS_OF_FACTOR : used, arena);
}

struct text facts_coefficient(const struct round_facts *facts, size_t contestant, struct arena *arena)
{
    const struct round_result *result = scoresheet_result(&facts->sheet, contestant);
    if (!result || !result->is_corrected)
        return TEXT("");
    return score_text_to(scoresheet_rules(&facts->sheet), result->coefficient, facts->plan.coefficient_digits, arena);
}

struct text facts_floor(const struct round_facts *facts, size_t contestant, struct arena *arena)
{
    const struct round_result *result = scoresheet_result(&facts->sheet, contestant);
    const struct optional_points *floor = &scoresheet_round(&facts->sheet)->floor;
    if (!result || !result->is_scored || !result->has_panel || !floor->is_set)
        return TEXT("");
    struct exact before = exact_add(arena, result->is_corrected ? result->corrected : result->scaled,
                                    exact_from_points(arena, result->adjustments));
    bool is_raised = exact_compare(before, exact_from_points(arena, floor->value)) < 0;
    return is_raised ? facts_points(floor->value, arena) : TEXT("");
}

struct text facts_points(points value, struct arena *arena)
{
    return rule_points(value < 0 ? -value : value, arena);
}
