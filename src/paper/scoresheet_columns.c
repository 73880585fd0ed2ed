#include "palette.h"
#include "rule_words.h"
#include "score_text.h"
#include "scoresheet_parts.h"

enum { GROUP_GRADES = 1, GROUP_JUDGES }; /* columns that are equally wide; the judges of each panel are a group */

/* ---- which there are ---- */

static void add(struct scoresheet_plan *plan, enum sheet_column kind, size_t number)
{
    plan->columns[plan->column_count++] = (struct planned_column){kind, number};
}

static void add_if(struct scoresheet_plan *plan, bool is_there, enum sheet_column kind)
{
    if (is_there)
        add(plan, kind, 0);
}

static bool weighs_criteria(const struct round *round)
{
    for (size_t i = 0; i < round->criterion_count; i++)
        if (round->criteria[i].weight != POINTS_ONE)
            return true;
    return false;
}

/* By which its result can be checked: what was highest and lowest, and the sum and number that were divided. */
static void add_of_panel(const struct scoresheet *sheet, struct scoresheet_plan *plan, size_t panel)
{
    int method = scoresheet_round(sheet)->panels[panel].method;
    bool has_ends = method == METHOD_MEAN || method == METHOD_TRIMMED_MEAN || method == METHOD_MEDIAN;
    bool has_sum = scoresheet_divides_sum(sheet, panel);
    for (enum sheet_column kind = SHEET_HIGHEST; has_ends && !plan->by_criterion && kind <= SHEET_LOWEST; kind++)
        add(plan, kind, panel);
    for (enum sheet_column kind = SHEET_SUM; has_sum && kind <= SHEET_COUNTED; kind++)
        add(plan, kind, panel);
}

/* What comes from the judges' sheets. */
static void add_of_judges(const struct scoresheet *sheet, struct scoresheet_plan *plan)
{
    const struct round *round = scoresheet_round(sheet);
    int method = round->own.method;
    bool weighs = weighs_criteria(round);
    for (size_t i = 0; round->has_panels && i < round->panel_count; i++) {
        add_of_panel(sheet, plan, i);
        add(plan, SHEET_PANEL, i);
    }
    add_if(plan, plan->by_criterion, SHEET_CRITERION_MEAN);
    add_if(plan, plan->by_criterion && weighs, SHEET_CRITERION_WEIGHT);
    add_if(plan, plan->by_criterion && weighs, SHEET_CRITERION_SCORE);
    if (!round->has_panels)
        add_of_panel(sheet, plan, 0);
    add_if(plan, round->has_panels || method != METHOD_RANK_SUM, SHEET_RESULT);
    add_if(plan, !round->has_panels && method == METHOD_PLACE_POINTS, SHEET_EARNED);
}

static void add_of_voters(const struct round *round, struct scoresheet_plan *plan)
{
    for (size_t i = 0; i < round->grade_count; i++)
        add(plan, SHEET_VOTES, i);
    add(plan, SHEET_VOTERS, 0);
    add(plan, SHEET_RESULT, 0);
}

/* What stands behind the judges, in the last block alone. */
static void add_behind(const struct scoresheet *sheet, struct scoresheet_plan *plan)
{
    const struct round *round = scoresheet_round(sheet);
    if (round_is_judged(round))
        add_of_judges(sheet, plan);
    else if (round->own.method == METHOD_BALLOT)
        add_of_voters(round, plan);
    else
        add_if(plan, plan->has_given, SHEET_RESULT);
    add_if(plan, plan->has_scale, SHEET_FACTOR);
    add_if(plan, plan->has_scale, SHEET_SCALED);
    add_if(plan, plan->has_correction, SHEET_COEFFICIENT);
    add_if(plan, plan->has_correction, SHEET_CORRECTED);
    add_if(plan, plan->has_time, SHEET_TIME);
    add_if(plan, plan->has_time, SHEET_OVERTIME);
    add_if(plan, plan->has_adjustments, SHEET_ADJUSTMENTS);
    add(plan, SHEET_SCORE, 0);
}

/* The blocks are about equally wide, with what stands behind the judges in the last of them. */
void scoresheet_share_columns(const struct scoresheet *sheet, struct scoresheet_plan *plan, struct arena *arena)
{
    enum { COLUMNS_BESIDE = SHEET_SCORE + 1, COLUMNS_OF_PANEL = SHEET_PANEL - SHEET_HIGHEST + 1 };
    const struct round *round = scoresheet_round(sheet);
    plan->columns =
        ARENA_ARRAY(arena, struct planned_column,
                    COLUMNS_BESIDE + plan->seat_count + COLUMNS_OF_PANEL * round->panel_count + round->grade_count);
    add_behind(sheet, plan);
    size_t behind = plan->column_count, judges = plan->seat_count;
    size_t a_block = (judges + behind + sheet->blocks - 1) / sheet->blocks;
    bool is_last = sheet->block + 1 == sheet->blocks;
    size_t first = sheet->block * a_block < judges ? sheet->block * a_block : judges;
    size_t end = is_last || first + a_block > judges ? judges : first + a_block;
    plan->column_count = 0;
    add_if(plan, plan->has_draw, SHEET_DRAW);
    add(plan, SHEET_NAME, 0);
    add_if(plan, plan->has_group, SHEET_GROUP);
    add_if(plan, plan->by_criterion, SHEET_CRITERION);
    for (size_t i = first; i < end; i++)
        add(plan, SHEET_SEAT, i);
    if (is_last)
        add_behind(sheet, plan);
}

/* ---- heads ---- */

static struct text say(const struct scoresheet *sheet, const char *key)
{
    return wording_plain((enum language)scoresheet_rules(sheet)->language, key);
}

static struct text seat_text(const struct scoresheet *sheet, const struct scoresheet_plan *plan, size_t seat,
                             struct arena *arena)
{
    if (!scoresheet_names_judges(sheet->standings, sheet->sector, sheet->round))
        return number_text((int64_t)seat + 1, arena);
    struct sheet marks =
        sheets_sheet(sheet->standings->sheets, sheet->round, plan->rows[0].contestant, plan->seats[seat].slot);
    return sheet->standings->contest->judges[marks.judge].name;
}

/* What a panel's sheets are made into. */
static const char *result_key(const struct round *round, const struct scoresheet_plan *plan)
{
    static const char *const keys[] = {
        [METHOD_MEAN] = "scoresheet.mean",         [METHOD_TRIMMED_MEAN] = "scoresheet.mean",
        [METHOD_MEDIAN] = "scoresheet.median",     [METHOD_SUM] = "scoresheet.total",
        [METHOD_RANK_SUM] = "scoresheet.rank-sum", [METHOD_PLACE_POINTS] = "scoresheet.place",
        [METHOD_GIVEN] = "scoresheet.given",       [METHOD_BALLOT] = "scoresheet.mean",
    };
    if (round->has_panels)
        return "scoresheet.weighted";
    if (plan->has_correction && !plan->has_scale)
        return "scoresheet.raw";
    return plan->by_criterion ? "scoresheet.criteria" : keys[round->own.method];
}

static const char *head_key(const struct scoresheet *sheet, const struct scoresheet_plan *plan, enum sheet_column kind)
{
    static const char *const keys[] = {
        [SHEET_DRAW] = "scoresheet.draw",
        [SHEET_NAME] = "scoresheet.name",
        [SHEET_GROUP] = "scoresheet.group",
        [SHEET_CRITERION] = "scoresheet.criterion",
        [SHEET_VOTERS] = "scoresheet.voters",
        [SHEET_HIGHEST] = "scoresheet.highest",
        [SHEET_LOWEST] = "scoresheet.lowest",
        [SHEET_SUM] = "scoresheet.sum",
        [SHEET_COUNTED] = "scoresheet.counted",
        [SHEET_PANEL] = "scoresheet.panel",
        [SHEET_CRITERION_MEAN] = "scoresheet.mean",
        [SHEET_CRITERION_WEIGHT] = "scoresheet.weight",
        [SHEET_CRITERION_SCORE] = "scoresheet.criterion.score",
        [SHEET_EARNED] = "scoresheet.earned",
        [SHEET_FACTOR] = "scoresheet.factor",
        [SHEET_COEFFICIENT] = "scoresheet.coefficient",
        [SHEET_CORRECTED] = "scoresheet.corrected",
        [SHEET_TIME] = "scoresheet.time",
        [SHEET_OVERTIME] = "scoresheet.overtime",
        [SHEET_ADJUSTMENTS] = "scoresheet.adjustments",
        [SHEET_SCORE] = "scoresheet.score",
    };
    if (kind == SHEET_RESULT)
        return result_key(scoresheet_round(sheet), plan);
    if (kind == SHEET_SCALED)
        return plan->has_correction ? "scoresheet.raw" : "scoresheet.scaled";
    if (kind == SHEET_SCORE && rules_lower_first(scoresheet_rules(sheet)))
        return "scoresheet.rank-sum";
    return keys[kind];
}

static struct text head_text(const struct scoresheet *sheet, const struct scoresheet_plan *plan,
                             const struct planned_column *column, struct arena *arena)
{
    switch (column->kind) {
    case SHEET_SEAT:
        return seat_text(sheet, plan, column->number, arena);
    case SHEET_VOTES:
        return scoresheet_round(sheet)->grades[column->number].name;
    default:
        return say(sheet, head_key(sheet, plan, column->kind));
    }
}

/* The panel over its judges, and over what its sheets are made into. */
static struct text over_text(const struct scoresheet *sheet, const struct scoresheet_plan *plan,
                             const struct planned_column *column, struct arena *arena)
{
    const struct round *round = scoresheet_round(sheet);
    bool is_of_panel = column->kind >= SHEET_HIGHEST && column->kind <= SHEET_PANEL;
    if (round->has_panels && is_of_panel)
        return round->panels[column->number].name;
    if (column->kind != SHEET_SEAT || !round->has_panels)
        return TEXT("");
    const struct panel_rule *panel = &round->panels[plan->seats[column->number].panel];
    return rule_say(scoresheet_rules(sheet), arena, "scoresheet.over",
                    FILL({"panel", panel->name}, {"weight", rule_points(panel->weight.value, arena)}));
}

/* A title over several columns needs its width of those under it. */
static void widen_under(const struct scoresheet *sheet, struct table *table)
{
    for (size_t i = 0; i < table->column_count; i++) {
        struct text over = table->columns[i].over;
        size_t count = 0;
        for (size_t k = 0; k < table->column_count; k++)
            count += text_equal(table->columns[k].over, over);
        double least = (double)text_characters(over) * sheet->styles[TABLE_HEAD].size / (double)count;
        if (over.length > 0 && least > table->columns[i].least)
            table->columns[i].least = least;
    }
}

static enum alignment alignment_of(enum sheet_column kind)
{
    if (kind == SHEET_NAME || kind == SHEET_GROUP || kind == SHEET_CRITERION)
        return ALIGN_LEFT;
    return kind == SHEET_DRAW || kind == SHEET_COUNTED ? ALIGN_CENTRE : ALIGN_NUMBER;
}

void scoresheet_set_columns(const struct scoresheet *sheet, const struct scoresheet_plan *plan, struct table *table,
                            struct arena *arena)
{
    for (size_t i = 0; i < plan->column_count; i++) {
        const struct planned_column *planned = &plan->columns[i];
        struct column *column = &table->columns[i];
        *column = (struct column){.head = head_text(sheet, plan, planned, arena),
                                  .over = over_text(sheet, plan, planned, arena),
                                  .alignment = alignment_of(planned->kind),
                                  .most_lines = 1};
        if (planned->kind == SHEET_SEAT || planned->kind == SHEET_VOTES)
            column->group =
                planned->kind == SHEET_SEAT ? GROUP_JUDGES + plan->seats[planned->number].panel : GROUP_GRADES;
        if (planned->kind == SHEET_DRAW)
            column->least = 3 * sheet->styles[TABLE_HEAD].size; /* its head stays on one line */
        if (planned->kind == SHEET_NAME)
            column->least = MM(12);
    }
    widen_under(sheet, table);
}
