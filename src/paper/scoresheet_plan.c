#include "scoresheet_plan.h"

#include <stdlib.h>

enum { DIGITS_OF_MEAN = 2 }; /* how many more than the contest's a mean may show */

#define POINTS_SQUARED ((wide)POINTS_ONE * POINTS_ONE)

const struct rules *scoresheet_rules(const struct scoresheet *sheet)
{
    return &sheet->standings->contest->rules;
}

const struct round_result *scoresheet_result(const struct scoresheet *sheet, size_t contestant)
{
    if (sheet->standings->contest->contestants[contestant].status != STATUS_COMPETING)
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

/* ---- order of rows ---- */

struct place_in_order {
    int64_t draw;   /* 0 for all where lists go by id */
    struct text id; /* empty for all where they go by draw */
    size_t contestant;
};

static int by_draw_or_id(const void *left, const void *right)
{
    const struct place_in_order *a = left, *b = right;
    int order = (a->draw > b->draw) - (a->draw < b->draw);
    if (order == 0)
        order = text_compare(a->id, b->id);
    return order != 0 ? order : (a->contestant > b->contestant) - (a->contestant < b->contestant);
}

static void order_rows(const struct scoresheet *sheet, struct scoresheet_plan *plan, struct arena *arena)
{
    const struct contest *contest = sheet->standings->contest;
    const struct sector *sector = &contest->sectors[sheet->sector->sector];
    struct place_in_order *order = ARENA_ARRAY(arena, struct place_in_order, sector->contestant_count);
    for (size_t i = 0; i < sector->contestant_count; i++) {
        int64_t draw = contest->contestants[sector->contestants[i]].draw;
        order[i] = (struct place_in_order){.contestant = sector->contestants[i]};
        if (contest->rules.publish_order == ORDER_BY_ID)
            order[i].id = contest->contestants[sector->contestants[i]].id;
        else
            order[i].draw = draw > 0 ? draw : INT64_MAX;
        plan->has_draw |= draw > 0;
    }
    qsort(order, sector->contestant_count, sizeof *order, by_draw_or_id);
    plan->count = sector->contestant_count;
    plan->contestants = ARENA_ARRAY(arena, size_t, plan->count);
    for (size_t i = 0; i < plan->count; i++)
        plan->contestants[i] = order[i].contestant;
}

/* ---- what there is to show ---- */

struct exact scoresheet_total(const struct scoresheet *sheet, const struct sheet *marks, struct arena *arena)
{
    const struct round *round = &scoresheet_rules(sheet)->rounds[sheet->round];
    return exact_from_ratio(arena, sheet_total(marks, round), POINTS_SQUARED);
}

static int more_digits(int digits, struct exact value, int most)
{
    int used = exact_digits_used(value);
    if (used < 0 || used > most)
        return most;
    return used > digits ? used : digits;
}

static void look_at(const struct scoresheet *sheet, struct scoresheet_plan *plan, size_t contestant,
                    struct arena *arena)
{
    const struct round_result *result = scoresheet_result(sheet, contestant);
    if (!scoresheet_shows(sheet, contestant))
        return;
    size_t seats = sheets_expected(sheet->standings->sheets, sheet->round, contestant);
    plan->seats = seats > plan->seats ? seats : plan->seats;
    for (size_t slot = 0; slot < seats; slot++) {
        struct sheet marks = sheets_sheet(sheet->standings->sheets, sheet->round, contestant, slot);
        if (marks.state == CELL_GIVEN)
            plan->mark_digits = more_digits(plan->mark_digits, scoresheet_total(sheet, &marks, arena), POINTS_DIGITS);
    }
    int most = scoresheet_rules(sheet)->digits + DIGITS_OF_MEAN;
    if (result && result->is_scored) {
        plan->mean_digits = more_digits(plan->mean_digits, result->panel, most);
        plan->mean_digits = more_digits(plan->mean_digits, result->scaled, most);
    }
    plan->has_time |= contest_seconds(sheet->standings->contest, contestant, sheet->round) >= 0;
    plan->has_adjustments |= result && result->adjustments != result->overtime;
}

static bool judges_weigh_alike(const struct contest *contest)
{
    for (size_t i = 1; i < contest->judge_count; i++)
        if (contest->judges[i].weight != contest->judges[0].weight)
            return false;
    return true;
}

/* The blocks are about equally wide, with what stands behind the judges in the last of them. */
static void share_columns(const struct scoresheet *sheet, struct scoresheet_plan *plan)
{
    size_t computed = plan->has_judges ? 3u + (plan->has_sum ? 2u : 0u) + (plan->has_scale ? 2u : 0u) : 0;
    size_t behind = computed + (plan->has_time ? 2 : 0) + (size_t)plan->has_adjustments + 1;
    size_t judges = plan->has_judges ? plan->seats : 0;
    size_t a_block = (judges + behind + sheet->blocks - 1) / sheet->blocks;
    plan->is_last = sheet->block + 1 == sheet->blocks;
    plan->first_seat = sheet->block * a_block < judges ? sheet->block * a_block : judges;
    plan->end_seat = plan->is_last || plan->first_seat + a_block > judges ? judges : plan->first_seat + a_block;
    plan->columns = (size_t)plan->has_draw + 1 + plan->end_seat - plan->first_seat + (plan->is_last ? behind : 0);
}

struct scoresheet_plan scoresheet_plan_of(const struct scoresheet *sheet, struct arena *arena)
{
    const struct round *round = &scoresheet_rules(sheet)->rounds[sheet->round];
    struct scoresheet_plan plan = {.has_judges = round->method != METHOD_GIVEN,
                                   .mean_digits = scoresheet_rules(sheet)->digits};
    bool by_criterion =
        round->method == METHOD_TRIMMED_MEAN && round->drop.by == DROP_BY_CRITERION && round->criterion_count > 1;
    /* Sum ÷ number is the mean only of whole sheets that weigh alike. */
    bool has_mean = round->method == METHOD_MEAN || round->method == METHOD_TRIMMED_MEAN;
    plan.has_scale =
        plan.has_judges && (round->scale != POINTS_ONE || contest_has_factors(sheet->standings->contest, sheet->round));
    plan.has_sum = plan.has_judges && has_mean && !by_criterion && judges_weigh_alike(sheet->standings->contest);
    order_rows(sheet, &plan, arena);
    for (size_t i = 0; i < plan.count; i++)
        look_at(sheet, &plan, plan.contestants[i], arena);
    plan.has_time &= round_has_overtime(round);
    share_columns(sheet, &plan);
    return plan;
}

bool scoresheet_names_judges(const struct standings *standings, const struct sector_standings *sector, size_t round)
{
    const struct contest *contest = standings->contest;
    const struct sector *members = &contest->sectors[sector->sector];
    for (size_t i = 1; i < members->contestant_count; i++)
        if (contest_expected_panel(contest, round, members->contestants[i]) !=
            contest_expected_panel(contest, round, members->contestants[0]))
            return false;
    return contest->rules.publish_judge_marks;
}
