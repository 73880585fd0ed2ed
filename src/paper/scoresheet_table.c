#include "scoresheet_table.h"

#include "score_text.h"
#include "wording.h"
#include "words.h"

#include <stdlib.h>

enum { DIGITS_OF_MEAN = 2, ONE_MINUTE = 60 }; /* how many more than the contest's a mean may show */

#define POINTS_SQUARED ((wide)POINTS_ONE * POINTS_ONE)

/* What the table of this round shows. */
struct plan {
    size_t *contestants; /* in the order of rows */
    size_t count;
    size_t seats;
    bool has_draw, has_judges, has_sum, has_time, has_adjustments;
    int mark_digits, mean_digits;
    size_t columns;
};

static const struct rules *rules_of(const struct scoresheet *sheet)
{
    return &sheet->standings->contest->rules;
}

static struct text say(const struct scoresheet *sheet, const char *key)
{
    return wording_plain((enum language)rules_of(sheet)->language, key);
}

static const struct round_result *result_of(const struct scoresheet *sheet, size_t contestant)
{
    if (sheet->standings->contest->contestants[contestant].status != STATUS_COMPETING)
        return NULL;
    return &sheet->standings->results[contestant].rounds[sheet->round];
}

/* ---- order of rows ---- */

struct place_in_order {
    int64_t draw;
    size_t contestant;
};

static int by_draw(const void *left, const void *right)
{
    const struct place_in_order *a = left, *b = right;
    int order = (a->draw > b->draw) - (a->draw < b->draw);
    return order != 0 ? order : (a->contestant > b->contestant) - (a->contestant < b->contestant);
}

static void order_rows(const struct scoresheet *sheet, struct plan *plan, struct arena *arena)
{
    const struct contest *contest = sheet->standings->contest;
    const struct sector *sector = &contest->sectors[sheet->sector->sector];
    struct place_in_order *order = ARENA_ARRAY(arena, struct place_in_order, sector->contestant_count);
    for (size_t i = 0; i < sector->contestant_count; i++) {
        int64_t draw = contest->contestants[sector->contestants[i]].draw;
        order[i] = (struct place_in_order){draw > 0 ? draw : INT64_MAX, sector->contestants[i]};
        plan->has_draw |= draw > 0;
    }
    qsort(order, sector->contestant_count, sizeof *order, by_draw);
    plan->count = sector->contestant_count;
    plan->contestants = ARENA_ARRAY(arena, size_t, plan->count);
    for (size_t i = 0; i < plan->count; i++)
        plan->contestants[i] = order[i].contestant;
}

/* ---- what there is to show ---- */

static struct exact total_of(const struct scoresheet *sheet, const struct sheet *marks, struct arena *arena)
{
    const struct round *round = &rules_of(sheet)->rounds[sheet->round];
    wide total = 0;
    for (size_t i = 0; i < round->criterion_count; i++)
        total += (wide)round->criteria[i].weight * marks->cells[i].value;
    return exact_from_ratio(arena, total, POINTS_SQUARED);
}

static int more_digits(int digits, struct exact value, int most)
{
    int used = exact_digits_used(value);
    if (used < 0 || used > most)
        return most;
    return used > digits ? used : digits;
}

static void look_at(const struct scoresheet *sheet, struct plan *plan, size_t contestant, struct arena *arena)
{
    const struct round_result *result = result_of(sheet, contestant);
    if (!result)
        return;
    size_t seats = sheets_expected(sheet->standings->sheets, sheet->round, contestant);
    plan->seats = seats > plan->seats ? seats : plan->seats;
    for (size_t slot = 0; slot < seats; slot++) {
        struct sheet marks = sheets_sheet(sheet->standings->sheets, sheet->round, contestant, slot);
        if (marks.state == CELL_GIVEN)
            plan->mark_digits = more_digits(plan->mark_digits, total_of(sheet, &marks, arena), POINTS_DIGITS);
    }
    if (result->is_scored)
        plan->mean_digits = more_digits(plan->mean_digits, result->panel, rules_of(sheet)->digits + DIGITS_OF_MEAN);
    plan->has_time |= contest_seconds(sheet->standings->contest, contestant, sheet->round) >= 0;
    plan->has_adjustments |= result->adjustments != result->overtime;
}

static bool judges_weigh_alike(const struct contest *contest)
{
    for (size_t i = 1; i < contest->judge_count; i++)
        if (contest->judges[i].weight != contest->judges[0].weight)
            return false;
    return true;
}

static struct plan plan_of(const struct scoresheet *sheet, struct arena *arena)
{
    const struct round *round = &rules_of(sheet)->rounds[sheet->round];
    struct plan plan = {.has_judges = round->method != METHOD_GIVEN, .mean_digits = rules_of(sheet)->digits};
    bool by_criterion =
        round->method == METHOD_TRIMMED_MEAN && round->drop.by == DROP_BY_CRITERION && round->criterion_count > 1;
    /* Sum ÷ number is the mean only of whole sheets that weigh alike. */
    plan.has_sum = plan.has_judges && !by_criterion && judges_weigh_alike(sheet->standings->contest);
    order_rows(sheet, &plan, arena);
    for (size_t i = 0; i < plan.count; i++)
        look_at(sheet, &plan, plan.contestants[i], arena);
    plan.has_time &= round->overtime.limit >= 0;
    size_t judges = plan.has_judges ? plan.seats + 2 + (plan.has_sum ? 2 : 0) + 1 : 0;
    plan.columns = (size_t)plan.has_draw + 2 + judges + (plan.has_time ? 2 : 0) + (size_t)plan.has_adjustments;
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

/* ---- heads ---- */

static struct column column_of(struct text head, enum alignment alignment)
{
    return (struct column){.head = head, .alignment = alignment, .most_lines = 1};
}

static struct text seat_text(const struct scoresheet *sheet, const struct plan *plan, size_t seat, struct arena *arena)
{
    if (!scoresheet_names_judges(sheet->standings, sheet->sector, sheet->round))
        return number_text((int64_t)seat + 1, arena);
    struct sheet marks = sheets_sheet(sheet->standings->sheets, sheet->round, plan->contestants[0], seat);
    return sheet->standings->contest->judges[marks.judge].name;
}

static struct column *add_judge_columns(const struct scoresheet *sheet, const struct plan *plan, struct column *next,
                                        struct arena *arena)
{
    for (size_t i = 0; i < plan->seats; i++)
        *next++ = column_of(seat_text(sheet, plan, i, arena), ALIGN_NUMBER);
    *next++ = column_of(say(sheet, "scoresheet.highest"), ALIGN_NUMBER);
    *next++ = column_of(say(sheet, "scoresheet.lowest"), ALIGN_NUMBER);
    if (plan->has_sum) {
        *next++ = column_of(say(sheet, "scoresheet.sum"), ALIGN_NUMBER);
        *next++ = column_of(say(sheet, "scoresheet.counted"), ALIGN_CENTRE);
    }
    *next++ = column_of(say(sheet, "scoresheet.mean"), ALIGN_NUMBER);
    return next;
}

static void set_columns(const struct scoresheet *sheet, const struct plan *plan, struct table *table,
                        struct arena *arena)
{
    struct column *next = table->columns;
    if (plan->has_draw) {
        *next = column_of(say(sheet, "scoresheet.draw"), ALIGN_CENTRE);
        next->least = 3 * sheet->styles[SCORESHEET_HEAD].size; /* its head stays on one line */
        next++;
    }
    *next = column_of(say(sheet, "scoresheet.name"), ALIGN_LEFT);
    next->least = MM(12);
    next->most = MM(30);
    next++;
    if (plan->has_judges)
        next = add_judge_columns(sheet, plan, next, arena);
    if (plan->has_time) {
        *next++ = column_of(say(sheet, "scoresheet.time"), ALIGN_NUMBER);
        *next++ = column_of(say(sheet, "scoresheet.overtime"), ALIGN_NUMBER);
    }
    if (plan->has_adjustments)
        *next++ = column_of(say(sheet, "scoresheet.adjustments"), ALIGN_NUMBER);
    *next = column_of(say(sheet, "scoresheet.score"), ALIGN_NUMBER);
}

/* ---- rows ---- */

static struct table_cell cell_of(const struct scoresheet *sheet, struct text text, int style)
{
    return (struct table_cell){.text = text, .style = &sheet->styles[style]};
}

static bool is_dropped(const struct round_result *result, size_t judge)
{
    for (size_t i = 0; i < result->dropped_count; i++)
        if (result->dropped[i] == judge)
            return true;
    return false;
}

static struct text in_brackets(struct text text, struct arena *arena)
{
    struct sink sink = sink_in(arena);
    sink_byte(&sink, '(');
    sink_text(&sink, text);
    sink_byte(&sink, ')');
    return sink_written(&sink);
}

static struct table_cell mark_cell(const struct scoresheet *sheet, const struct plan *plan,
                                   const struct round_result *result, const struct sheet *marks, struct arena *arena)
{
    static const char *const states[] = {[CELL_PENDING] = "scoresheet.pending",
                                         [CELL_ABSENT] = "scoresheet.absent",
                                         [CELL_RECUSED] = "scoresheet.recused"};
    if (marks->state != CELL_GIVEN)
        return cell_of(sheet, say(sheet, states[marks->state]), SCORESHEET_QUIET);
    struct text total = score_text_to(rules_of(sheet), total_of(sheet, marks, arena), plan->mark_digits, arena);
    if (is_dropped(result, marks->judge))
        return cell_of(sheet, in_brackets(total, arena), SCORESHEET_QUIET);
    return cell_of(sheet, total, SCORESHEET_PLAIN);
}

/* Of a contestant's given sheets. */
struct spread {
    size_t count;
    struct exact highest, lowest, counted_sum;
};

static void spread_add(struct spread *spread, struct exact total, bool counts, struct arena *arena)
{
    if (spread->count == 0 || exact_compare(total, spread->highest) > 0)
        spread->highest = total;
    if (spread->count == 0 || exact_compare(total, spread->lowest) < 0)
        spread->lowest = total;
    if (counts)
        spread->counted_sum = exact_add(arena, spread->counted_sum, total);
    spread->count++;
}

static struct table_cell *add_judge_cells(const struct scoresheet *sheet, const struct plan *plan, size_t contestant,
                                          struct table_cell *next, struct arena *arena)
{
    const struct rules *rules = rules_of(sheet);
    const struct round_result *result = result_of(sheet, contestant);
    size_t seats = sheets_expected(sheet->standings->sheets, sheet->round, contestant);
    struct spread spread = {0};
    for (size_t slot = 0; slot < seats; slot++) {
        struct sheet marks = sheets_sheet(sheet->standings->sheets, sheet->round, contestant, slot);
        next[slot] = mark_cell(sheet, plan, result, &marks, arena);
        if (marks.state == CELL_GIVEN)
            spread_add(&spread, total_of(sheet, &marks, arena), !is_dropped(result, marks.judge), arena);
    }
    next += plan->seats;
    if (spread.count > 0) {
        next[0] = cell_of(sheet, score_text_to(rules, spread.highest, plan->mark_digits, arena), SCORESHEET_PLAIN);
        next[1] = cell_of(sheet, score_text_to(rules, spread.lowest, plan->mark_digits, arena), SCORESHEET_PLAIN);
    }
    next += 2;
    if (plan->has_sum && spread.count > 0) {
        next[0] = cell_of(sheet, score_text_to(rules, spread.counted_sum, plan->mark_digits, arena), SCORESHEET_PLAIN);
        next[1] = cell_of(sheet, number_text((int64_t)result->counted, arena), SCORESHEET_PLAIN);
    }
    next += plan->has_sum ? 2 : 0;
    if (result->is_scored)
        *next = cell_of(sheet, score_text_to(rules, result->panel, plan->mean_digits, arena), SCORESHEET_PLAIN);
    return next + 1;
}

static struct text points_text_of(const struct scoresheet *sheet, points value, struct arena *arena)
{
    return value == 0 ? TEXT("") : score_text(rules_of(sheet), exact_from_points(arena, value), arena);
}

static struct text seconds_text(int64_t seconds, struct arena *arena)
{
    struct sink sink = sink_in(arena);
    if (seconds < 0)
        return TEXT("");
    sink_integer(&sink, seconds / ONE_MINUTE);
    sink_byte(&sink, ':');
    sink_padded(&sink, (uint64_t)(seconds % ONE_MINUTE), 2);
    return sink_written(&sink);
}

static void set_row(const struct scoresheet *sheet, const struct plan *plan, size_t contestant, struct table_cell *next,
                    struct table_cell *last, struct arena *arena)
{
    const struct contest *contest = sheet->standings->contest;
    const struct contestant *person = &contest->contestants[contestant];
    const struct round_result *result = result_of(sheet, contestant);
    if (plan->has_draw)
        *next++ = cell_of(sheet, person->draw > 0 ? number_text(person->draw, arena) : TEXT(""), SCORESHEET_STRONG);
    *next++ = cell_of(sheet, typeset_glued(person->name, arena), SCORESHEET_PLAIN);
    if (!result) {
        struct text status = words_status((enum language)rules_of(sheet)->language, person->status);
        *last = cell_of(sheet, status, SCORESHEET_QUIET);
        return;
    }
    if (plan->has_judges)
        next = add_judge_cells(sheet, plan, contestant, next, arena);
    if (plan->has_time) {
        struct text time = seconds_text(contest_seconds(contest, contestant, sheet->round), arena);
        *next++ = cell_of(sheet, time, SCORESHEET_PLAIN);
        *next++ = cell_of(sheet, points_text_of(sheet, result->overtime, arena), SCORESHEET_PLAIN);
    }
    if (plan->has_adjustments)
        *next = cell_of(sheet, points_text_of(sheet, result->adjustments - result->overtime, arena), SCORESHEET_PLAIN);
    *last = result->is_scored ? cell_of(sheet, score_text(rules_of(sheet), result->score, arena), SCORESHEET_STRONG)
                              : cell_of(sheet, say(sheet, "scoresheet.pending"), SCORESHEET_QUIET);
}

struct table scoresheet_table(const struct scoresheet *sheet, struct arena *arena)
{
    struct plan plan = plan_of(sheet, arena);
    struct table table = table_with(arena, plan.columns, plan.count, &sheet->styles[SCORESHEET_HEAD], sheet->gap);
    set_columns(sheet, &plan, &table, arena);
    for (size_t i = 0; i < plan.count; i++)
        set_row(sheet, &plan, plan.contestants[i], table_at(&table, i, 0), table_at(&table, i, plan.columns - 1),
                arena);
    return table;
}
