#include "explanation_sheets.h"

#include "figures.h"
#include "text_table.h"

enum { INDENT = 2 };

struct sheets_table {
    const struct contest *contest;
    size_t contestant;
    const struct round *round;
    const struct step *steps; /* of this round, behind its STEP_ROUND */
    size_t step_count;
    const struct style *style;
    struct arena *scratch;
    size_t row_count;
    bool has_weights, has_clamped;
    int *digits; /* one a criterion, then the total's: so many that every value of the column has its own */
};

static size_t length_of_round(const struct derivation *derivation, size_t first)
{
    size_t end = first + 1;
    while (end < derivation->count && derivation->steps[end].kind != STEP_ROUND &&
           derivation->steps[end].kind != STEP_ROUND_SCORE && derivation->steps[end].kind != STEP_NO_SCORE)
        end++;
    return end - first - 1;
}

static void widen(int *digits, struct exact value)
{
    int used = exact_digits_used(value);
    if (used > *digits)
        *digits = used;
}

/* Counts the rows and what the columns need. */
static void survey(struct sheets_table *table)
{
    size_t criteria = table->round->criterion_count;
    table->digits = ARENA_ARRAY(table->scratch, int, criteria + 1);
    for (size_t i = 0; i < table->step_count; i++) {
        const struct step *step = &table->steps[i];
        table->has_clamped = table->has_clamped || step->kind == STEP_CLAMPED;
        if (step->kind == STEP_MARK)
            widen(&table->digits[step->criterion], step->value);
        if (step->kind != STEP_SHEET || step->judge == INDEX_NONE)
            continue;
        table->row_count++;
        widen(&table->digits[criteria], step->value);
        table->has_weights = table->has_weights || table->contest->judges[step->judge].weight != POINTS_ONE;
    }
}

/* ---- cells ---- */

static enum step_kind fate_of(const struct sheets_table *table, size_t judge, size_t criterion)
{
    enum step_kind fate = STEP_SHEET;
    for (size_t i = 0; i < table->step_count; i++) {
        const struct step *step = &table->steps[i];
        bool is_drop = step->kind == STEP_DROPPED_LOW || step->kind == STEP_DROPPED_HIGH;
        if (is_drop && step->judge == judge && step->criterion == criterion)
            fate = step->kind;
    }
    return fate;
}

static struct table_cell value_cell(const struct sheets_table *table, const struct step *step, size_t criterion,
                                    int digits)
{
    bool is_dropped = fate_of(table, step->judge, criterion) != STEP_SHEET;
    struct sink sink = sink_in(table->scratch);
    sink_c(&sink, is_dropped ? "(" : "");
    exact_write_decimal(&sink, step->value, digits);
    sink_c(&sink, is_dropped ? ")" : " "); /* the blank keeps the points of the column below each other */
    return (struct table_cell){sink_written(&sink), is_dropped ? TINT_DIM : TINT_PLAIN};
}

/* The total of a given sheet that is compared with the others': where it was moved, what it was moved to. */
static const struct exact *compared(const struct sheets_table *table, const struct step *sheet)
{
    for (size_t i = 0; table->has_clamped && i < table->step_count; i++)
        if (table->steps[i].kind == STEP_CLAMPED && table->steps[i].judge == sheet->judge)
            return &table->steps[i].result;
    return &sheet->value;
}

/* Whether a sheet of the same panel that is as high or as low as the one at `at` was not dropped in its place. */
static bool has_equal(const struct sheets_table *table, size_t at, enum step_kind fate)
{
    size_t first = at, end = at;
    const struct exact *value = compared(table, &table->steps[at]);
    while (first > 0 && table->steps[first - 1].kind != STEP_PANEL)
        first--;
    while (end < table->step_count && table->steps[end].kind != STEP_PANEL)
        end++;
    for (size_t i = first; i < end; i++) {
        const struct step *step = &table->steps[i];
        if (step->kind == STEP_SHEET && step->state == CELL_GIVEN &&
            exact_compare(*compared(table, step), *value) == 0 && fate_of(table, step->judge, INDEX_NONE) != fate)
            return true;
    }
    return false;
}

static const char *dropped_words(const struct sheets_table *table, size_t at)
{
    enum step_kind fate = fate_of(table, table->steps[at].judge, INDEX_NONE);
    if (fate == STEP_SHEET)
        return "";
    bool is_one_of_equals = has_equal(table, at, fate);
    if (fate == STEP_DROPPED_LOW)
        return is_one_of_equals ? N_("lowest, dropped: of equal ones the first judge's") : N_("lowest, dropped");
    return is_one_of_equals ? N_("highest, dropped: of equal ones the last judge's") : N_("highest, dropped");
}

/* "recused", and why, where somebody wrote it. */
static struct text recused_text(const struct sheets_table *table, size_t judge)
{
    for (size_t i = 0; i < table->contest->recusal_count; i++) {
        const struct recusal *recusal = &table->contest->recusals[i];
        if (recusal->judge == judge && recusal->contestant == table->contestant && recusal->reason.length > 0)
            return style_text(table->scratch, table->style, MESSAGE("recused: {1}", recusal->reason));
    }
    return text_from_c(table->style->translate(N_("recused")));
}

static struct text remark_of(const struct sheets_table *table, size_t at)
{
    const struct step *sheet = &table->steps[at];
    static const char *const states[] = {
        [CELL_PENDING] = N_("not here yet, or not whole"),
        [CELL_ABSENT] = N_("absent: did not score"),
    };
    translate_fn *translate = table->style->translate;
    if (table->contest->judges[sheet->judge].is_void)
        return text_from_c(translate(N_("void: counts as absent")));
    if (sheet->state == CELL_RECUSED)
        return recused_text(table, sheet->judge);
    if (sheet->state != CELL_GIVEN)
        return text_from_c(translate(states[sheet->state]));
    const char *words = dropped_words(table, at);
    return text_from_c(*words ? translate(words) : "");
}

static struct text judge_text(const struct sheets_table *table, size_t judge)
{
    struct sink sink = sink_in(table->scratch);
    sink_text(&sink, table->contest->judges[judge].id);
    sink_byte(&sink, ' ');
    sink_text(&sink, table->contest->judges[judge].name);
    return sink_written(&sink);
}

/* ---- rows and columns ---- */

static size_t marks_shown(const struct sheets_table *table)
{
    return table->round->criterion_count > 1 ? table->round->criterion_count : 0;
}

/* The mark of a criterion on the sheet at `at`, or NULL where it is not there. */
static const struct step *mark_of(const struct sheets_table *table, size_t at, size_t criterion)
{
    for (size_t i = at + 1; i < table->step_count && table->steps[i].kind == STEP_MARK; i++)
        if (table->steps[i].criterion == criterion)
            return &table->steps[i];
    return NULL;
}

/* The panel, of several, that the sheet at `at` belongs to: the one that began last. */
static struct text panel_text(const struct sheets_table *table, size_t at)
{
    size_t i = at;
    while (table->steps[i].kind != STEP_PANEL)
        i--;
    return table->round->panels[table->steps[i].panel].name;
}

/* Fills the row of the sheet at `at`; its marks, where it has any, are the steps that follow. */
static void fill_row(const struct sheets_table *table, size_t at, struct table_cell *row)
{
    const struct step *sheet = &table->steps[at];
    size_t criteria = marks_shown(table), next = 0;

    if (table->round->has_panels)
        row[next++].text = panel_text(table, at);
    row[next++].text = judge_text(table, sheet->judge);
    for (size_t c = 0; c < criteria; c++, next++) {
        const struct step *mark = mark_of(table, at, c);
        if (mark)
            row[next] = value_cell(table, mark, c, table->digits[c]);
    }
    if (table->has_weights)
        row[next++].text = figure_points(table->scratch, table->contest->judges[sheet->judge].weight);
    if (sheet->state == CELL_GIVEN)
        row[next] = value_cell(table, sheet, INDEX_NONE, table->digits[table->round->criterion_count]);
    row[next + 1] = (struct table_cell){remark_of(table, at), TINT_NOTE};
}

/* "工作成效", or where its marks are weighted "工作成效 ×0.6": with it a sheet's total can be made again. */
static struct text criterion_heading(const struct sheets_table *table, const struct criterion *criterion)
{
    if (criterion->weight == POINTS_ONE)
        return criterion->name;
    struct sink sink = sink_in(table->scratch);
    sink_text(&sink, criterion->name);
    sink_c(&sink, " ×");
    sink_text(&sink, figure_points(table->scratch, criterion->weight));
    return sink_written(&sink);
}

static size_t set_columns(const struct sheets_table *table, struct table_column *columns)
{
    size_t criteria = marks_shown(table), count = 0;
    translate_fn *translate = table->style->translate;

    if (table->round->has_panels)
        columns[count++].heading = text_from_c(translate(N_("Panel")));
    columns[count++].heading = text_from_c(translate(N_("Judge")));
    for (size_t c = 0; c < criteria; c++)
        columns[count++] = (struct table_column){criterion_heading(table, &table->round->criteria[c]), true, false};
    if (table->has_weights)
        columns[count++] = (struct table_column){text_from_c(translate(N_("Weight"))), true, false};
    const char *total = criteria > 0 ? N_("Total") : N_("Mark");
    columns[count++] = (struct table_column){text_from_c(translate(total)), true, false};
    columns[count++].heading = TEXT("");
    return count;
}

struct text explanation_sheets(const struct explanation *explanation, size_t first, const struct style *style,
                               struct arena *arena, struct arena scratch)
{
    const struct derivation *derivation = explanation->derivation;
    struct sheets_table table = {.contest = explanation->standings->contest,
                                 .contestant = explanation->contestant,
                                 .style = style,
                                 .scratch = &scratch};
    table.round = &table.contest->rules.rounds[derivation->steps[first].round];
    table.steps = derivation->steps + first + 1;
    table.step_count = length_of_round(derivation, first);
    survey(&table);
    if (table.row_count == 0)
        return TEXT("");

    struct table_column *columns = ARENA_ARRAY(&scratch, struct table_column, table.round->criterion_count + 5);
    size_t column_count = set_columns(&table, columns), row = 0;
    struct table_cell *cells = ARENA_ARRAY(&scratch, struct table_cell, table.row_count * column_count);
    for (size_t i = 0; i < table.step_count; i++)
        if (table.steps[i].kind == STEP_SHEET)
            fill_row(&table, i, cells + column_count * row++);
    struct text_table plain = {columns, column_count, cells, table.row_count, INDENT, false};
    return text_table(&plain, style, arena, scratch);
}
