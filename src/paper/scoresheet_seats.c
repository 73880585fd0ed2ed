/* The judges' cells of a score sheet. */
#include "rule_words.h"
#include "score_text.h"
#include "scoresheet_parts.h"
#include "scoresheet_steps.h"

struct table_cell scoresheet_cell_of(const struct scoresheet *sheet, struct text text, int style)
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

static bool is_mark_dropped(const struct scoresheet *sheet, const struct planned_row *row, size_t judge)
{
    return scoresheet_step(sheet->steps, row->contestant, STEP_DROPPED_LOW, judge, row->criterion) ||
           scoresheet_step(sheet->steps, row->contestant, STEP_DROPPED_HIGH, judge, row->criterion);
}

/* What a judge's sheet gave in the row: its total, or the mark of one criterion. */
static struct text mark_text(const struct scoresheet *sheet, const struct scoresheet_plan *plan,
                             const struct planned_row *row, const struct sheet *marks, struct arena *arena)
{
    const struct rules *rules = scoresheet_rules(sheet);
    if (row->criterion != INDEX_NONE)
        return score_text_to(rules, exact_from_points(arena, marks->cells[row->criterion].value), plan->mark_digits,
                             arena);
    struct exact total = scoresheet_total(sheet, marks, arena);
    struct exact counted = scoresheet_counted(sheet, row->contestant, marks, arena);
    struct text given = score_text_to(rules, total, plan->mark_digits, arena);
    if (exact_compare(total, counted) == 0)
        return given;
    int used = exact_digits_used(counted);
    int digits = used < 0 || used > POINTS_DIGITS ? POINTS_DIGITS : used > plan->mark_digits ? used : plan->mark_digits;
    return rule_say(rules, arena, "scoresheet.clamped",
                    FILL({"given", given}, {"counted", score_text_to(rules, counted, digits, arena)}));
}

/* A star at the total of a sheet that lies far from the others and counts as it is. */
static struct text with_star(const struct scoresheet *sheet, const struct planned_row *row, size_t judge,
                             struct text mark, struct arena *arena)
{
    if (row->criterion != INDEX_NONE || !scoresheet_is_flagged(scoresheet_result(sheet, row->contestant), judge))
        return mark;
    return rule_say(scoresheet_rules(sheet), arena, "scoresheet.flagged", FILL({"mark", mark}));
}

/* Beside a mark the rank that it made; `slot`: of the sheet. */
static struct text with_rank(const struct scoresheet *sheet, const struct scoresheet_plan *plan,
                             const struct round_result *result, size_t contestant, size_t slot, struct text mark,
                             struct arena *arena)
{
    size_t given = 0;
    if (!result || !result->twice_ranks)
        return mark;
    for (size_t i = 0; i < slot; i++)
        given += sheets_sheet(sheet->standings->sheets, sheet->round, contestant, i).state == CELL_GIVEN;
    struct sink rank = sink_in(arena);
    exact_write_decimal(&rank, exact_from_ratio(arena, result->twice_ranks[given], 2), plan->rank_digits);
    return rule_say(scoresheet_rules(sheet), arena, "scoresheet.ranked",
                    FILL({"mark", mark}, {"rank", sink_written(&rank)}));
}

struct table_cell scoresheet_seat_cell(const struct scoresheet *sheet, const struct scoresheet_plan *plan,
                                       const struct planned_row *row, size_t seat, struct arena *arena)
{
    static const char *const states[] = {[CELL_PENDING] = "scoresheet.pending",
                                         [CELL_ABSENT] = "scoresheet.absent",
                                         [CELL_RECUSED] = "scoresheet.recused"};
    const struct sheets *sheets = sheet->standings->sheets;
    const struct round_result *result = scoresheet_result(sheet, row->contestant);
    size_t slot = plan->seats[seat].slot;
    if (slot >= sheets_expected(sheets, sheet->round, row->contestant))
        return (struct table_cell){0};
    struct sheet marks = sheets_sheet(sheets, sheet->round, row->contestant, slot);
    if (marks.state != CELL_GIVEN && !result)
        return (struct table_cell){0};
    if (marks.state != CELL_GIVEN)
        return scoresheet_cell_of(sheet, rule_say(scoresheet_rules(sheet), arena, states[marks.state], NULL),
                                  TABLE_QUIET);
    struct text mark = with_star(sheet, row, marks.judge, mark_text(sheet, plan, row, &marks, arena), arena);
    bool is_out =
        row->criterion == INDEX_NONE ? is_dropped(result, marks.judge) : is_mark_dropped(sheet, row, marks.judge);
    if (is_out)
        return scoresheet_cell_of(
            sheet, rule_say(scoresheet_rules(sheet), arena, "scoresheet.dropped", FILL({"mark", mark})), TABLE_QUIET);
    return scoresheet_cell_of(sheet, with_rank(sheet, plan, result, row->contestant, slot, mark, arena), TABLE_PLAIN);
}
