/* The cells of a score sheet beside the judges': what is computed from the sheets, and what is added to that. */
#include "glue.h"
#include "rule_words.h"
#include "score_text.h"
#include "scoresheet_parts.h"
#include "scoresheet_steps.h"
#include "words.h"

enum { ONE_MINUTE = 60 };

/* One row while its cells are written. */
struct writing {
    const struct scoresheet *sheet;
    const struct scoresheet_plan *plan;
    const struct planned_row *row;
    const struct round_result *result; /* NULL where the contestant does not compete */
    struct arena *arena;
};

static struct text decimals(const struct writing *writing, struct exact value, int digits)
{
    return score_text_to(scoresheet_rules(writing->sheet), value, digits, writing->arena);
}

/* As many decimals as it has, `most` at the most. */
static struct text in_full(const struct writing *writing, struct exact value, int most)
{
    int used = exact_digits_used(value);
    return decimals(writing, value, used < 0 || used > most ? most : used);
}

/* ---- judges' sheets ---- */

/* Of a contestant's given sheets from one panel. */
struct spread {
    size_t count, counted;
    struct exact highest, lowest, counted_sum;
};

static bool counts(const struct round_result *result, size_t judge)
{
    for (size_t i = 0; result && i < result->dropped_count; i++)
        if (result->dropped[i] == judge)
            return false;
    return true;
}

static struct spread spread_of(const struct writing *writing, size_t panel)
{
    const struct scoresheet *sheet = writing->sheet;
    const struct sheets *sheets = sheet->standings->sheets;
    struct spread spread = {0};
    for (size_t slot = 0; slot < sheets_expected(sheets, sheet->round, writing->row->contestant); slot++) {
        struct sheet marks = sheets_sheet(sheets, sheet->round, writing->row->contestant, slot);
        if (marks.state != CELL_GIVEN || scoresheet_panel_of(sheet, marks.judge) != panel)
            continue;
        struct exact total = scoresheet_total(sheet, &marks, writing->arena);
        struct exact counted = scoresheet_counted(sheet, writing->row->contestant, &marks, writing->arena);
        if (spread.count == 0 || exact_compare(total, spread.highest) > 0)
            spread.highest = total;
        if (spread.count == 0 || exact_compare(total, spread.lowest) < 0)
            spread.lowest = total;
        if (counts(writing->result, marks.judge)) {
            spread.counted_sum = exact_add(writing->arena, spread.counted_sum, counted);
            spread.counted++;
        }
        spread.count++;
    }
    return spread;
}

static struct text of_sheets(const struct writing *writing, const struct planned_column *column)
{
    struct spread spread = spread_of(writing, column->number);
    enum sheet_column kind = column->kind;
    int digits = writing->plan->mark_digits;
    if (spread.count == 0)
        return TEXT("");
    if (kind == SHEET_HIGHEST || kind == SHEET_LOWEST)
        return decimals(writing, kind == SHEET_HIGHEST ? spread.highest : spread.lowest, digits);
    if (!writing->result || !writing->result->has_panel)
        return TEXT("");
    return kind == SHEET_SUM ? decimals(writing, spread.counted_sum, writing->plan->sum_digits)
                             : number_text((int64_t)spread.counted, writing->arena);
}

/* ---- criteria ---- */

static struct text of_criterion(const struct writing *writing, enum sheet_column kind)
{
    const struct criterion *criterion = &scoresheet_round(writing->sheet)->criteria[writing->row->criterion];
    enum step_kind wanted = kind == SHEET_CRITERION_SCORE ? STEP_CRITERION_SCORE : STEP_PANEL_SCORE;
    const struct step *step =
        scoresheet_step(writing->sheet->steps, writing->row->contestant, wanted, INDEX_NONE, writing->row->criterion);
    if (kind == SHEET_CRITERION)
        return criterion->name;
    if (kind == SHEET_CRITERION_WEIGHT)
        return rule_points(criterion->weight, writing->arena);
    return step && writing->result->has_panel ? decimals(writing, step->result, writing->plan->mean_digits) : TEXT("");
}

/* ---- votes ---- */

static struct text votes_text(const struct writing *writing, size_t grade)
{
    size_t count;
    int64_t votes = 0;
    bool is_there = false;
    const struct ballot *ballots =
        contest_ballots_of(writing->sheet->standings->contest, writing->row->contestant, writing->sheet->round, &count);
    for (size_t i = 0; i < count; i++)
        if (grade == INDEX_NONE || ballots[i].grade == grade) {
            votes += ballots[i].count;
            is_there = true;
        }
    return is_there || count > 0 ? number_text(votes, writing->arena) : TEXT("");
}

/* ---- factors, correction ---- */

/* What the panel score is multiplied by: the round's scale times the contestant's factor. */
static struct exact factor_of(const struct writing *writing)
{
    points factor = contest_factor(writing->sheet->standings->contest, writing->row->contestant, writing->sheet->round);
    return exact_multiply(writing->arena, exact_from_points(writing->arena, scoresheet_round(writing->sheet)->scale),
                          exact_from_points(writing->arena, factor));
}

/* Points earned by the place, before they are multiplied; unknown where that is by 0. */
static struct text earned_text(const struct writing *writing)
{
    struct exact factor = factor_of(writing);
    if (exact_sign(factor) == 0)
        return TEXT("");
    return decimals(writing, exact_divide(writing->arena, writing->result->scaled, factor), writing->plan->mean_digits);
}

static struct text of_panel(const struct writing *writing, const struct planned_column *column)
{
    enum { FACTOR_DIGITS = 8 };
    const struct round_result *result = writing->result;
    int digits = writing->plan->mean_digits;
    if (!result || !result->has_panel || !result->is_scored)
        return TEXT("");
    switch (column->kind) {
    case SHEET_PANEL:
        return decimals(writing, result->panels[column->number], digits);
    case SHEET_RESULT:
        return decimals(writing, result->panel, digits);
    case SHEET_EARNED:
        return earned_text(writing);
    case SHEET_FACTOR:
        return in_full(writing, factor_of(writing), FACTOR_DIGITS);
    case SHEET_SCALED:
        return decimals(writing, result->scaled, digits);
    case SHEET_COEFFICIENT:
        return result->is_corrected ? decimals(writing, result->coefficient, writing->plan->coefficient_digits)
                                    : rule_say(scoresheet_rules(writing->sheet), writing->arena, "none", NULL);
    default:
        return decimals(writing, result->is_corrected ? result->corrected : result->scaled,
                        writing->plan->corrected_digits);
    }
}

/* ---- time, points, score ---- */

static struct text seconds_text(const struct writing *writing)
{
    int64_t seconds =
        contest_seconds(writing->sheet->standings->contest, writing->row->contestant, writing->sheet->round);
    struct sink sink = sink_in(writing->arena);
    if (seconds < 0)
        return TEXT("");
    sink_integer(&sink, seconds / ONE_MINUTE);
    sink_byte(&sink, ':');
    sink_padded(&sink, (uint64_t)(seconds % ONE_MINUTE), 2);
    return sink_written(&sink);
}

static struct text points_text_of(const struct writing *writing, points value)
{
    struct exact exact = exact_from_points(writing->arena, value);
    int used = exact_digits_used(exact), digits = scoresheet_rules(writing->sheet)->digits;
    return value == 0 ? TEXT("") : decimals(writing, exact, used > digits ? used : digits);
}

static struct table_cell score_cell(const struct writing *writing)
{
    const struct rules *rules = scoresheet_rules(writing->sheet);
    const struct sheets *sheets = writing->sheet->standings->sheets;
    const struct round_result *result = writing->result;
    int word = sheets_word(sheets, writing->sheet->round, writing->row->contestant);
    if (!result)
        word = sheets_status(sheets, writing->row->contestant);
    if (!result || (word != STATUS_COMPETING && !result->is_scored))
        return scoresheet_cell_of(writing->sheet, words_status((enum language)rules->language, word), TABLE_QUIET);
    if (!result->is_scored)
        return scoresheet_cell_of(
            writing->sheet,
            rule_say(rules, writing->arena, result->pending > 0 ? "scoresheet.pending" : "scoresheet.unscored", NULL),
            TABLE_QUIET);
    /* Digits of the round beyond the contest's are printed too: the final is made of them. */
    int used = exact_digits_used(result->score), most = rules->digits + 2;
    bool is_finer = rules->round_count > 1 && used > rules->digits;
    int digits = is_finer ? (used > most ? most : used) : rules->digits;
    return scoresheet_cell_of(writing->sheet, decimals(writing, result->score, digits), TABLE_STRONG);
}

static struct text group_text(const struct writing *writing)
{
    const struct contest *contest = writing->sheet->standings->contest;
    size_t panel = contest_expected_panel(contest, writing->sheet->round, writing->row->contestant);
    return panel == INDEX_NONE ? TEXT("") : contest->panels[panel].name;
}

static struct text text_of(const struct writing *writing, const struct planned_column *column)
{
    const struct contestant *person = &writing->sheet->standings->contest->contestants[writing->row->contestant];
    switch (column->kind) {
    case SHEET_DRAW:
        return person->draw > 0 ? number_text(person->draw, writing->arena) : TEXT("");
    case SHEET_NAME:
        return glue_text(person->name, writing->arena);
    case SHEET_GROUP:
        return group_text(writing);
    case SHEET_VOTES:
        return votes_text(writing, column->number);
    case SHEET_VOTERS:
        return votes_text(writing, INDEX_NONE);
    case SHEET_HIGHEST:
    case SHEET_LOWEST:
    case SHEET_SUM:
    case SHEET_COUNTED:
        return of_sheets(writing, column);
    case SHEET_CRITERION:
    case SHEET_CRITERION_MEAN:
    case SHEET_CRITERION_WEIGHT:
    case SHEET_CRITERION_SCORE:
        return of_criterion(writing, column->kind);
    case SHEET_TIME:
        return seconds_text(writing);
    case SHEET_OVERTIME:
        return points_text_of(writing, writing->result ? writing->result->overtime : 0);
    case SHEET_ADJUSTMENTS:
        return points_text_of(writing, writing->result ? writing->result->adjustments - writing->result->overtime : 0);
    default:
        return of_panel(writing, column);
    }
}

/* Cells of the contestant, not of one criterion, stand in the first of the contestant's rows. */
static bool is_of_criterion(enum sheet_column kind)
{
    return kind == SHEET_CRITERION || kind == SHEET_CRITERION_MEAN || kind == SHEET_CRITERION_WEIGHT ||
           kind == SHEET_CRITERION_SCORE;
}

struct table_cell scoresheet_cell(const struct scoresheet *sheet, const struct scoresheet_plan *plan, size_t number,
                                  const struct planned_column *column, struct arena *arena)
{
    const struct planned_row *row = &plan->rows[number];
    struct writing writing = {sheet, plan, row, scoresheet_result(sheet, row->contestant), arena};
    bool is_first = row->criterion == INDEX_NONE || row->criterion == 0;
    if (!is_first && !is_of_criterion(column->kind))
        return (struct table_cell){0};
    if (column->kind == SHEET_SCORE)
        return score_cell(&writing);
    return scoresheet_cell_of(sheet, text_of(&writing, column),
                              column->kind == SHEET_DRAW ? TABLE_STRONG : TABLE_PLAIN);
}
