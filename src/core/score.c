#include "score.h"

#include "panel.h"

/* ---- no score ---- */

void score_refuse(struct round_result *result, struct arena *arena, struct derivation *derivation,
                  struct message why_not)
{
    result->why_not = message_kept(arena, why_not);
    result->counted = result->dropped_count = 0;
    struct step step = step_of(STEP_NO_SCORE);
    step.note = why_not;
    derivation_add(derivation, step);
}

void score_worded(const struct rules *rules, const struct round *round, int word, struct arena *arena,
                  struct derivation *derivation, struct round_result *result)
{
    if (rules->absent_round != ABSENT_ROUND_ZERO || rules->combine == COMBINE_BEST) {
        score_refuse(result, arena, derivation,
                     word == STATUS_ABSENT ? MESSAGE("round {1}: absent", round->name)
                                           : MESSAGE("round {1}: withdrawn", round->name));
        return;
    }
    struct step step = step_of(STEP_ABSENT_ROUND);
    step.state = word;
    derivation_add(derivation, step);
    result->is_scored = true; /* by 0 */
}

/* ---- panels ---- */

static void score_given(const struct rules *rules, const struct round *round, const struct panel_sheets *sheets,
                        struct arena *arena, struct derivation *derivation, struct round_result *result)
{
    struct step step = step_of(STEP_GIVEN);
    step.digits = round->own.panel_digits;
    step.value = exact_from_ratio(arena, sheets->given.items->value, sheets->given.unit);
    step.result = rules_round(rules, arena, step.value, step.digits);
    derivation_add(derivation, step);
    result->counted = 1;
    result->panel = step.result;
    result->has_panel = true;
}

/* The mean of the votes by what their grades are worth. */
static void score_ballot(const struct contest *contest, size_t round_number, size_t contestant, struct arena *arena,
                         struct derivation *derivation, struct round_result *result)
{
    const struct round *round = &contest->rules.rounds[round_number];
    size_t grades;
    const struct ballot *ballots = contest_ballots_of(contest, contestant, round_number, &grades);
    wide votes = 0, sum = 0;
    for (size_t i = 0; i < grades; i++) {
        votes += ballots[i].count;
        sum += (wide)ballots[i].count * round->grades[ballots[i].grade].value;
        struct step step = step_of(STEP_VOTES);
        step.count = ballots[i].count;
        step.units = (int64_t)ballots[i].grade;
        step.value = exact_from_points(arena, round->grades[ballots[i].grade].value);
        derivation_add(derivation, step);
    }
    if (votes == 0) {
        score_refuse(result, arena, derivation, MESSAGE("round {1}: no votes", round->name));
        return;
    }
    struct step step = step_of(STEP_BALLOT);
    step.count = (int64_t)votes;
    step.value = exact_from_ratio(arena, sum, votes * POINTS_ONE);
    step.digits = round->own.panel_digits;
    step.result = rules_round(&contest->rules, arena, step.value, step.digits);
    derivation_add(derivation, step);
    result->counted = 1;
    result->panel = step.result;
    result->has_panel = true;
}

static void begin_panel(const struct round *round, size_t panel, struct derivation *derivation)
{
    struct step step = step_of(STEP_PANEL);
    step.panel = panel;
    if (round->has_panels)
        derivation_add(derivation, step);
}

/* One panel's score; false, and recorded, where its sheets are too few. */
static bool score_panel(const struct sheets *sheets, size_t round_number, size_t contestant, size_t panel,
                        struct arena *arena, struct arena scratch, struct derivation *derivation,
                        struct round_result *result, struct exact *score)
{
    const struct rules *rules = &sheets->contest->rules;
    const struct round *round = &rules->rounds[round_number];
    const struct panel_rule *rule = &round->panels[panel];
    struct message why_not;
    begin_panel(round, panel, derivation);
    struct panel_sheets found = panel_sheets_of(sheets, round_number, contestant, panel, &scratch, derivation);
    result->pending += found.pending;
    result->absent += found.absent;
    result->recused += found.recused;
    if (!panel_has_enough(round, rule, &found, arena, &why_not)) {
        score_refuse(result, arena, derivation, why_not);
        return false;
    }
    struct trim trim = panel_trim_of(rule, found.given.count);
    if (trim.kept_all) {
        struct step step = step_of(STEP_KEPT_ALL);
        step.count = (int64_t)found.given.count;
        derivation_add(derivation, step);
        result->kept_all = true;
    }
    if (rule->method == METHOD_GIVEN)
        score_given(rules, round, &found, arena, derivation, result);
    else if (rule->method == METHOD_RANK_SUM)
        result->counted = found.given.count; /* its ranks are among the others': field.h */
    else
        *score = panel_score(rules, round, rule, &found, trim, arena, scratch, derivation, result);
    return true;
}

/* Σ weight × panel score ÷ 100. */
static struct exact weigh_panels(const struct round *round, const struct exact *scores, struct arena *arena,
                                 struct derivation *derivation)
{
    struct step sum = step_of(STEP_PANELS_SUM);
    for (size_t i = 0; i < round->panel_count; i++) {
        struct step step = step_of(STEP_PANEL_WEIGHTED);
        step.panel = i;
        step.weight = round->panels[i].weight.value;
        step.value = scores[i];
        step.result = exact_multiply(arena, scores[i], exact_from_ratio(arena, step.weight, (wide)POINTS_ONE_HUNDRED));
        derivation_add(derivation, step);
        sum.result = exact_add(arena, sum.result, step.result);
    }
    derivation_add(derivation, sum);
    return sum.result;
}

/* Several panels drop one after the other: puts the dropped judges into the order of judges.csv. */
static void order_dropped(struct round_result *result)
{
    for (size_t i = 1; i < result->dropped_count; i++)
        for (size_t j = i; j > 0 && result->dropped[j - 1] > result->dropped[j]; j--) {
            size_t judge = result->dropped[j];
            bool is_high = result->dropped_high[j];
            result->dropped[j] = result->dropped[j - 1];
            result->dropped_high[j] = result->dropped_high[j - 1];
            result->dropped[j - 1] = judge;
            result->dropped_high[j - 1] = is_high;
        }
}

void score_panels(const struct sheets *sheets, size_t round_number, size_t contestant, struct arena *arena,
                  struct arena scratch, struct derivation *derivation, struct round_result *result)
{
    const struct contest *contest = sheets->contest;
    const struct round *round = &contest->rules.rounds[round_number];
    result->expected = sheets_expected(sheets, round_number, contestant);
    if (round->own.method == METHOD_BALLOT) {
        size_t grades;
        contest_ballots_of(contest, contestant, round_number, &grades);
        result->pending = grades == 0;
        if (grades == 0)
            score_refuse(result, arena, derivation, MESSAGE("round {1}: no marks", round->name));
        else
            score_ballot(contest, round_number, contestant, arena, derivation, result);
        return;
    }
    bool has_panels = round->has_panels;
    struct exact only, *scores = &only;
    if (has_panels)
        scores = result->panels = ARENA_ARRAY(arena, struct exact, round->panel_count);
    bool are_scored = true;
    for (size_t i = 0; i < round->panel_count; i++)
        are_scored &= score_panel(sheets, round_number, contestant, i, arena, scratch, derivation, result, &scores[i]);
    result->has_panel = are_scored;
    if (!are_scored) { /* what other panels counted makes no score */
        result->counted = result->dropped_count = 0;
        return;
    }
    if (round->own.method == METHOD_GIVEN)
        return;
    if (has_panels)
        order_dropped(result);
    if (has_panels || round->own.method != METHOD_RANK_SUM)
        result->panel = has_panels ? weigh_panels(round, scores, arena, derivation) : only;
}
