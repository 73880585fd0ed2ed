#include "scoresheet_table.h"

#include "glue.h"
#include "score_text.h"
#include "scoresheet_plan.h"
#include "wording.h"
#include "words.h"

enum { ONE_MINUTE = 60 };
enum { JUDGES = 1 }; /* the group of their columns */

static struct text say(const struct scoresheet *sheet, const char *key)
{
    return wording_plain((enum language)scoresheet_rules(sheet)->language, key);
}

/* ---- heads ---- */

static struct column column_of(struct text head, enum alignment alignment)
{
    return (struct column){.head = head, .alignment = alignment, .most_lines = 1};
}

static struct text seat_text(const struct scoresheet *sheet, const struct scoresheet_plan *plan, size_t seat,
                             struct arena *arena)
{
    if (!scoresheet_names_judges(sheet->standings, sheet->sector, sheet->round))
        return number_text((int64_t)seat + 1, arena);
    struct sheet marks = sheets_sheet(sheet->standings->sheets, sheet->round, plan->contestants[0], seat);
    return sheet->standings->contest->judges[marks.judge].name;
}

static struct column *add_judge_columns(const struct scoresheet *sheet, const struct scoresheet_plan *plan,
                                        struct column *next, struct arena *arena)
{
    for (size_t i = plan->first_seat; i < plan->end_seat; i++) {
        *next = column_of(seat_text(sheet, plan, i, arena), ALIGN_NUMBER);
        next->group = JUDGES;
        next++;
    }
    return next;
}

static struct column *add_computed_columns(const struct scoresheet *sheet, const struct scoresheet_plan *plan,
                                           struct column *next)
{
    *next++ = column_of(say(sheet, "scoresheet.highest"), ALIGN_NUMBER);
    *next++ = column_of(say(sheet, "scoresheet.lowest"), ALIGN_NUMBER);
    if (plan->has_sum) {
        *next++ = column_of(say(sheet, "scoresheet.sum"), ALIGN_NUMBER);
        *next++ = column_of(say(sheet, "scoresheet.counted"), ALIGN_CENTRE);
    }
    const struct round *round = &scoresheet_rules(sheet)->rounds[sheet->round];
    const char *panel = round->method == METHOD_MEDIAN ? "scoresheet.median"
                        : round->method == METHOD_SUM  ? "scoresheet.total"
                                                       : "scoresheet.mean";
    *next++ = column_of(say(sheet, panel), ALIGN_NUMBER);
    if (plan->has_scale) {
        *next++ = column_of(say(sheet, "scoresheet.factor"), ALIGN_NUMBER);
        *next++ = column_of(say(sheet, "scoresheet.scaled"), ALIGN_NUMBER);
    }
    return next;
}

static void add_last_columns(const struct scoresheet *sheet, const struct scoresheet_plan *plan, struct column *next)
{
    if (plan->has_judges)
        next = add_computed_columns(sheet, plan, next);
    if (plan->has_time) {
        *next++ = column_of(say(sheet, "scoresheet.time"), ALIGN_NUMBER);
        *next++ = column_of(say(sheet, "scoresheet.overtime"), ALIGN_NUMBER);
    }
    if (plan->has_adjustments)
        *next++ = column_of(say(sheet, "scoresheet.adjustments"), ALIGN_NUMBER);
    *next = column_of(say(sheet, "scoresheet.score"), ALIGN_NUMBER);
}

static void set_columns(const struct scoresheet *sheet, const struct scoresheet_plan *plan, struct table *table,
                        struct arena *arena)
{
    struct column *next = table->columns;
    if (plan->has_draw) {
        *next = column_of(say(sheet, "scoresheet.draw"), ALIGN_CENTRE);
        next->least = 3 * sheet->styles[TABLE_HEAD].size; /* its head stays on one line */
        next++;
    }
    *next = column_of(say(sheet, "scoresheet.name"), ALIGN_LEFT);
    next->least = MM(12);
    next = add_judge_columns(sheet, plan, next + 1, arena);
    if (plan->is_last)
        add_last_columns(sheet, plan, next);
}

/* ---- rows ---- */

static struct table_cell cell_of(const struct scoresheet *sheet, struct text text, int style)
{
    return (struct table_cell){.text = text, .style = &sheet->styles[style]};
}

static bool is_dropped(const struct round_result *result, size_t judge)
{
    for (size_t i = 0; result && i < result->dropped_count; i++)
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

static struct table_cell mark_cell(const struct scoresheet *sheet, const struct scoresheet_plan *plan,
                                   const struct round_result *result, const struct sheet *marks, struct arena *arena)
{
    static const char *const states[] = {[CELL_PENDING] = "scoresheet.pending",
                                         [CELL_ABSENT] = "scoresheet.absent",
                                         [CELL_RECUSED] = "scoresheet.recused"};
    if (marks->state != CELL_GIVEN && !result)
        return (struct table_cell){0};
    if (marks->state != CELL_GIVEN)
        return cell_of(sheet, say(sheet, states[marks->state]), TABLE_QUIET);
    struct text total =
        score_text_to(scoresheet_rules(sheet), scoresheet_total(sheet, marks, arena), plan->mark_digits, arena);
    if (is_dropped(result, marks->judge))
        return cell_of(sheet, in_brackets(total, arena), TABLE_QUIET);
    return cell_of(sheet, total, TABLE_PLAIN);
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

static struct table_cell *add_judge_cells(const struct scoresheet *sheet, const struct scoresheet_plan *plan,
                                          size_t contestant, struct table_cell *next, struct arena *arena)
{
    const struct sheets *sheets = sheet->standings->sheets;
    const struct round_result *result = scoresheet_result(sheet, contestant);
    size_t seats = sheets_expected(sheets, sheet->round, contestant);
    for (size_t slot = plan->first_seat; slot < plan->end_seat && slot < seats; slot++) {
        struct sheet marks = sheets_sheet(sheets, sheet->round, contestant, slot);
        next[slot - plan->first_seat] = mark_cell(sheet, plan, result, &marks, arena);
    }
    return next + (plan->end_seat - plan->first_seat);
}

static struct spread spread_of(const struct scoresheet *sheet, size_t contestant, struct arena *arena)
{
    const struct sheets *sheets = sheet->standings->sheets;
    const struct round_result *result = scoresheet_result(sheet, contestant);
    struct spread spread = {0};
    for (size_t slot = 0; slot < sheets_expected(sheets, sheet->round, contestant); slot++) {
        struct sheet marks = sheets_sheet(sheets, sheet->round, contestant, slot);
        if (marks.state == CELL_GIVEN)
            spread_add(&spread, scoresheet_total(sheet, &marks, arena), !is_dropped(result, marks.judge), arena);
    }
    return spread;
}

/* Only the marks of those who do not compete are known: nothing is computed from them. */
/* What the panel score is multiplied by: the round's scale times the contestant's factor. */
static struct text factor_text(const struct scoresheet *sheet, size_t contestant, struct arena *arena)
{
    points factor = contest_factor(sheet->standings->contest, contestant, sheet->round);
    points scale = scoresheet_rules(sheet)->rounds[sheet->round].scale;
    struct exact product = exact_multiply(arena, exact_from_points(arena, scale), exact_from_points(arena, factor));
    struct sink sink = sink_in(arena);
    exact_write_decimal(&sink, product, exact_digits_used(product));
    return sink_written(&sink);
}

static struct table_cell *add_computed_cells(const struct scoresheet *sheet, const struct scoresheet_plan *plan,
                                             size_t contestant, struct table_cell *next, struct arena *arena)
{
    const struct rules *rules = scoresheet_rules(sheet);
    const struct round_result *result = scoresheet_result(sheet, contestant);
    struct spread spread = spread_of(sheet, contestant, arena);
    int digits = plan->mark_digits;
    if (spread.count > 0) {
        next[0] = cell_of(sheet, score_text_to(rules, spread.highest, digits, arena), TABLE_PLAIN);
        next[1] = cell_of(sheet, score_text_to(rules, spread.lowest, digits, arena), TABLE_PLAIN);
    }
    next += 2;
    if (plan->has_sum && result && spread.count > 0) {
        next[0] = cell_of(sheet, score_text_to(rules, spread.counted_sum, digits, arena), TABLE_PLAIN);
        next[1] = cell_of(sheet, number_text((int64_t)result->counted, arena), TABLE_PLAIN);
    }
    next += plan->has_sum ? 2 : 0;
    if (result && result->is_scored)
        *next = cell_of(sheet, score_text_to(rules, result->panel, plan->mean_digits, arena), TABLE_PLAIN);
    if (plan->has_scale && result && result->is_scored) {
        next[1] = cell_of(sheet, factor_text(sheet, contestant, arena), TABLE_PLAIN);
        next[2] = cell_of(sheet, score_text_to(rules, result->scaled, plan->mean_digits, arena), TABLE_PLAIN);
    }
    return next + (plan->has_scale ? 3 : 1);
}

static struct text points_text_of(const struct scoresheet *sheet, points value, struct arena *arena)
{
    return value == 0 ? TEXT("") : score_text(scoresheet_rules(sheet), exact_from_points(arena, value), arena);
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

static void add_last_cells(const struct scoresheet *sheet, const struct scoresheet_plan *plan, size_t contestant,
                           struct table_cell *next, struct arena *arena)
{
    const struct contest *contest = sheet->standings->contest;
    const struct round_result *result = scoresheet_result(sheet, contestant);
    if (plan->has_judges)
        next = add_computed_cells(sheet, plan, contestant, next, arena);
    if (plan->has_time) {
        struct text time = seconds_text(contest_seconds(contest, contestant, sheet->round), arena);
        *next++ = cell_of(sheet, time, TABLE_PLAIN);
        *next++ = cell_of(sheet, points_text_of(sheet, result ? result->overtime : 0, arena), TABLE_PLAIN);
    }
    if (plan->has_adjustments && result)
        *next = cell_of(sheet, points_text_of(sheet, result->adjustments - result->overtime, arena), TABLE_PLAIN);
}

static struct table_cell score_cell(const struct scoresheet *sheet, size_t contestant, struct arena *arena)
{
    const struct rules *rules = scoresheet_rules(sheet);
    const struct contestant *person = &sheet->standings->contest->contestants[contestant];
    const struct round_result *result = scoresheet_result(sheet, contestant);
    if (!result)
        return cell_of(sheet, words_status((enum language)rules->language, person->status), TABLE_QUIET);
    return result->is_scored ? cell_of(sheet, score_text(rules, result->score, arena), TABLE_STRONG)
                             : cell_of(sheet, say(sheet, "scoresheet.pending"), TABLE_QUIET);
}

static void set_row(const struct scoresheet *sheet, const struct scoresheet_plan *plan, size_t contestant,
                    struct table_cell *next, struct arena *arena)
{
    const struct contestant *person = &sheet->standings->contest->contestants[contestant];
    struct table_cell *last = next + plan->columns - 1;
    if (plan->has_draw)
        *next++ = cell_of(sheet, person->draw > 0 ? number_text(person->draw, arena) : TEXT(""), TABLE_STRONG);
    *next++ = cell_of(sheet, glue_text(person->name, arena), TABLE_PLAIN);
    bool shows = scoresheet_shows(sheet, contestant);
    if (shows)
        next = add_judge_cells(sheet, plan, contestant, next, arena);
    if (shows && plan->is_last)
        add_last_cells(sheet, plan, contestant, next, arena);
    if (plan->is_last)
        *last = score_cell(sheet, contestant, arena);
}

struct table scoresheet_table(const struct scoresheet *sheet, struct arena *arena)
{
    struct scoresheet_plan plan = scoresheet_plan_of(sheet, arena);
    struct table table = table_with(arena, plan.columns, plan.count, &sheet->styles[TABLE_HEAD], sheet->gap);
    set_columns(sheet, &plan, &table, arena);
    for (size_t i = 0; i < plan.count; i++) {
        table.places[i] = sheet->standings->contest->contestants[plan.contestants[i]].place;
        set_row(sheet, &plan, plan.contestants[i], table_at(&table, i, 0), arena);
    }
    return table;
}
