#include "explanation_sheets.h"

#include "figures.h"
#include "sheet_fates.h"
#include "text_table.h"

enum { INDENT = 2 };

struct sheets_table {
    const struct contest *contest;
    const struct round *round;
    struct round_steps steps;
    const struct style *style;
    struct arena *scratch;
    size_t row_count;
    bool has_weights;
    int *digits; /* one a criterion, then the total's: so many that every value of the column has its own */
};

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
    for (size_t i = 0; i < table->steps.count; i++) {
        const struct step *step = &table->steps.steps[i];
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

static struct table_cell value_cell(const struct sheets_table *table, const struct step *step, size_t criterion,
                                    int digits)
{
    bool is_dropped = round_steps_fate(&table->steps, step->judge, criterion) != STEP_SHEET;
    struct sink sink = sink_in(table->scratch);
    sink_c(&sink, is_dropped ? "(" : "");
    exact_write_decimal(&sink, step->value, digits);
    sink_c(&sink, is_dropped ? ")" : " "); /* the blank keeps the points of the column below each other */
    return (struct table_cell){sink_written(&sink), is_dropped ? TINT_DIM : TINT_PLAIN};
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
    for (size_t i = at + 1; i < table->steps.count && table->steps.steps[i].kind == STEP_MARK; i++)
        if (table->steps.steps[i].criterion == criterion)
            return &table->steps.steps[i];
    return NULL;
}

/* The panel, of several, that the sheet at `at` belongs to: the one that began last. */
static struct text panel_text(const struct sheets_table *table, size_t at)
{
    size_t i = at;
    while (table->steps.steps[i].kind != STEP_PANEL)
        i--;
    return table->round->panels[table->steps.steps[i].panel].name;
}

/* Fills the row of the sheet at `at`; its marks, where it has any, are the steps that follow. */
static void fill_row(const struct sheets_table *table, size_t at, struct table_cell *row)
{
    const struct step *sheet = &table->steps.steps[at];
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
    row[next + 1] =
        (struct table_cell){round_steps_remark(&table->steps, sheet, table->style, table->scratch), TINT_NOTE};
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
    struct sheets_table table = {.contest = explanation->standings->contest, .style = style, .scratch = &scratch};
    table.round = &table.contest->rules.rounds[derivation->steps[first].round];
    table.steps = round_steps_from(table.contest, derivation, first);
    survey(&table);
    if (table.row_count == 0)
        return TEXT("");

    struct table_column *columns = ARENA_ARRAY(&scratch, struct table_column, table.round->criterion_count + 5);
    size_t column_count = set_columns(&table, columns), row = 0;
    struct table_cell *cells = ARENA_ARRAY(&scratch, struct table_cell, table.row_count * column_count);
    for (size_t i = 0; i < table.steps.count; i++)
        if (table.steps.steps[i].kind == STEP_SHEET)
            fill_row(&table, i, cells + column_count * row++);
    struct text_table plain = {columns, column_count, cells, table.row_count, INDENT, false};
    return text_table(&plain, style, arena, scratch);
}
