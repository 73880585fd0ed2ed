#include "scoresheet_plan.h"

#include <stdlib.h>

#include "people_order.h"
#include "scoresheet_steps.h"

enum { DIGITS_OF_MEAN = 2 };   /* how many more than the contest's a mean may show */
enum { DIGITS_CORRECTED = 6 }; /* the most of a coefficient and of what it makes */

#define POINTS_SQUARED ((wide)POINTS_ONE * POINTS_ONE)

const struct rules *scoresheet_rules(const struct scoresheet *sheet)
{
    return &sheet->standings->contest->rules;
}

const struct round *scoresheet_round(const struct scoresheet *sheet)
{
    return &scoresheet_rules(sheet)->rounds[sheet->round];
}

const struct round_result *scoresheet_result(const struct scoresheet *sheet, size_t contestant)
{
    if (sheets_status(sheet->standings->sheets, contestant) != STATUS_COMPETING)
        return NULL;
    return &sheet->standings->results[contestant].rounds[sheet->round];
}

bool scoresheet_shows(const struct scoresheet *sheet, size_t contestant)
{
    const struct sheets *sheets = sheet->standings->sheets;
    if (scoresheet_result(sheet, contestant))
        return true;
    for (size_t slot = 0; slot < sheets_expected(sheets, sheet->round, contestant); slot++)
        if (sheets_sheet(sheets, sheet->round, contestant, slot).state == CELL_GIVEN)
            return true;
    return false;
}

bool scoresheet_is_flagged(const struct round_result *result, size_t judge)
{
    for (size_t i = 0; result && i < result->outlier_count; i++)
        if (result->outliers[i].judge == judge && !result->outliers[i].is_clamped)
            return true;
    return false;
}

struct exact scoresheet_total(const struct scoresheet *sheet, const struct sheet *marks, struct arena *arena)
{
    return exact_from_ratio(arena, sheet_total(marks, scoresheet_round(sheet)), POINTS_SQUARED);
}

struct exact scoresheet_counted(const struct scoresheet *sheet, size_t contestant, const struct sheet *marks,
                                struct arena *arena)
{
    const struct step *step = scoresheet_step(sheet->steps, contestant, STEP_CLAMPED, marks->judge, INDEX_NONE);
    return step ? step->result : scoresheet_total(sheet, marks, arena);
}

/* ---- order of rows ---- */

/* Who did not advance to the round has no row. */
static bool takes_part(const struct scoresheet *sheet, size_t contestant)
{
    const struct round_result *result = scoresheet_result(sheet, contestant);
    return !result || result->is_entered;
}

static void order_rows(const struct scoresheet *sheet, struct scoresheet_plan *plan, struct arena *arena)
{
    const struct contest *contest = sheet->standings->contest;
    size_t number = sheet->sector->sector, count = contest->sectors[number].contestant_count;
    size_t criteria = plan->by_criterion ? scoresheet_round(sheet)->criterion_count : 1;
    const size_t *people = people_in_order(contest, number, arena);
    plan->rows = ARENA_ARRAY(arena, struct planned_row, count * criteria);
    for (size_t i = 0; i < count; i++) {
        size_t each = scoresheet_shows(sheet, people[i]) ? criteria : 1;
        if (!takes_part(sheet, people[i]))
            continue;
        plan->has_draw |= contest->contestants[people[i]].draw > 0;
        for (size_t c = 0; c < each; c++)
            plan->rows[plan->row_count++] = (struct planned_row){people[i], plan->by_criterion ? c : INDEX_NONE};
    }
}

/* ---- seats ---- */

size_t scoresheet_panel_of(const struct scoresheet *sheet, size_t judge)
{
    const struct contest *contest = sheet->standings->contest;
    const struct round *round = scoresheet_round(sheet);
    for (size_t i = 0; round->has_panels && i < round->panel_count; i++)
        if (panel_seats(&contest->panels[index_find(&contest->panel_names, round->panels[i].name)], judge))
            return i;
    return round->has_panels ? INDEX_NONE : 0;
}

/* Several panels are the same for every contestant: their judges stand panel by panel. */
static void seat_judges(const struct scoresheet *sheet, struct scoresheet_plan *plan, struct arena *arena)
{
    const struct sheets *sheets = sheet->standings->sheets;
    const struct round *round = scoresheet_round(sheet);
    size_t most = 0;
    for (size_t i = 0; round_is_judged(round) && i < plan->row_count; i++) {
        size_t expected = sheets_expected(sheets, sheet->round, plan->rows[i].contestant);
        most = expected > most ? expected : most;
    }
    plan->seats = ARENA_ARRAY(arena, struct planned_seat, most);
    for (size_t panel = 0; most > 0 && panel < (round->has_panels ? round->panel_count : 1); panel++)
        for (size_t slot = 0; slot < most; slot++) {
            size_t judge = INDEX_NONE;
            if (round->has_panels)
                judge = sheets_sheet(sheets, sheet->round, plan->rows[0].contestant, slot).judge;
            if (scoresheet_panel_of(sheet, judge) == panel)
                plan->seats[plan->seat_count++] = (struct planned_seat){panel, slot};
        }
}

/* ---- what there is to show ---- */

static int more_digits(int digits, struct exact value, int most)
{
    int used = exact_digits_used(value);
    if (used < 0 || used > most)
        return most;
    return used > digits ? used : digits;
}

static void look_at_sheet(const struct scoresheet *sheet, struct scoresheet_plan *plan, size_t contestant, size_t slot,
                          struct arena *arena)
{
    struct sheet marks = sheets_sheet(sheet->standings->sheets, sheet->round, contestant, slot);
    if (marks.state != CELL_GIVEN)
        return;
    if (!plan->by_criterion) {
        plan->mark_digits = more_digits(plan->mark_digits, scoresheet_total(sheet, &marks, arena), POINTS_DIGITS);
        plan->sum_digits =
            more_digits(plan->sum_digits, scoresheet_counted(sheet, contestant, &marks, arena), POINTS_DIGITS);
    }
    for (size_t c = 0; plan->by_criterion && c < scoresheet_round(sheet)->criterion_count; c++)
        plan->mark_digits =
            more_digits(plan->mark_digits, exact_from_points(arena, marks.cells[c].value), POINTS_DIGITS);
}

/* Whole ranks need no digit. */
static bool has_half_ranks(const struct round_result *result)
{
    size_t given = result->expected - result->pending - result->absent - result->recused;
    for (size_t i = 0; result->twice_ranks && i < given; i++)
        if (result->twice_ranks[i] % 2 != 0)
            return true;
    return false;
}

static void look_at_result(const struct scoresheet *sheet, struct scoresheet_plan *plan, size_t contestant,
                           const struct round_result *result)
{
    int most = scoresheet_rules(sheet)->digits + DIGITS_OF_MEAN;
    const struct round *round = scoresheet_round(sheet);
    plan->has_adjustments |= result->adjustments != result->overtime;
    plan->has_correction |= result->is_corrected;
    plan->rank_digits = has_half_ranks(result) ? 1 : plan->rank_digits;
    /* The word for it stands in its place. */
    plan->has_given |= !round_is_judged(round) && result->is_scored && !result->has_panel;
    if (result->is_corrected) {
        plan->coefficient_digits = more_digits(plan->coefficient_digits, result->coefficient, DIGITS_CORRECTED);
        plan->corrected_digits = more_digits(plan->corrected_digits, result->corrected, DIGITS_CORRECTED);
    }
    plan->has_time |= contest_seconds(sheet->standings->contest, contestant, sheet->round) >= 0;
    if (!result->has_panel || !result->is_scored)
        return;
    plan->mean_digits = more_digits(plan->mean_digits, result->panel, most);
    plan->mean_digits = more_digits(plan->mean_digits, result->scaled, most);
    for (size_t i = 0; result->panels && i < round->panel_count; i++)
        plan->mean_digits = more_digits(plan->mean_digits, result->panels[i], most);
    /* A given mark that is the score need not stand twice. */
    plan->has_given |= !round_is_judged(round) && exact_compare(result->panel, result->score) != 0;
}

static void look_at(const struct scoresheet *sheet, struct scoresheet_plan *plan, size_t contestant,
                    struct arena *arena)
{
    const struct round_result *result = scoresheet_result(sheet, contestant);
    if (!scoresheet_shows(sheet, contestant))
        return;
    for (size_t slot = 0; slot < sheets_expected(sheet->standings->sheets, sheet->round, contestant); slot++)
        look_at_sheet(sheet, plan, contestant, slot, arena);
    if (result)
        look_at_result(sheet, plan, contestant, result);
}

static bool judges_weigh_alike(const struct scoresheet *sheet, size_t panel)
{
    const struct contest *contest = sheet->standings->contest;
    const struct judge *first = NULL;
    for (size_t i = 0; i < contest->judge_count; i++) {
        if (scoresheet_panel_of(sheet, i) != panel)
            continue;
        if (first && contest->judges[i].weight != first->weight)
            return false;
        first = &contest->judges[i];
    }
    return true;
}

bool scoresheet_divides_sum(const struct scoresheet *sheet, size_t panel)
{
    const struct round *round = scoresheet_round(sheet);
    const struct panel_rule *rule = &round->panels[panel];
    bool is_mean = rule->method == METHOD_MEAN || rule->method == METHOD_TRIMMED_MEAN;
    return round_is_judged(round) && is_mean && !panel_rule_drops_by_criterion(rule) &&
           judges_weigh_alike(sheet, panel);
}

struct scoresheet_plan scoresheet_plan_of(const struct scoresheet *sheet, struct arena *arena)
{
    const struct round *round = scoresheet_round(sheet);
    struct scoresheet_plan plan = {.by_criterion = scoresheet_goes_by_criterion(round),
                                   .mean_digits = scoresheet_rules(sheet)->digits,
                                   .corrected_digits = scoresheet_rules(sheet)->digits};
    order_rows(sheet, &plan, arena);
    seat_judges(sheet, &plan, arena);
    for (size_t i = 0; i < plan.row_count; i++)
        if (plan.rows[i].criterion == INDEX_NONE || plan.rows[i].criterion == 0)
            look_at(sheet, &plan, plan.rows[i].contestant, arena);
    plan.has_group = round_is_judged(round) && !round->has_panels &&
                     !scoresheet_has_one_panel(sheet->standings, sheet->sector, sheet->round);
    plan.has_scale = round->scale != POINTS_ONE || contest_has_factors(sheet->standings->contest, sheet->round);
    plan.has_given |= plan.has_scale;
    plan.has_time &= round_has_overtime(round);
    return plan;
}

bool scoresheet_names_judges(const struct standings *standings, const struct sector_standings *sector, size_t round)
{
    return scoresheet_has_one_panel(standings, sector, round) && standings->contest->rules.publish_judge_marks;
}

bool scoresheet_has_one_panel(const struct standings *standings, const struct sector_standings *sector, size_t round)
{
    const struct contest *contest = standings->contest;
    const struct sector *members = &contest->sectors[sector->sector];
    for (size_t i = 1; i < members->contestant_count; i++)
        if (contest_expected_panel(contest, round, members->contestants[i]) !=
            contest_expected_panel(contest, round, members->contestants[0]))
            return false;
    return true;
}
