/* The texts of a table set into its cells. */
#include "glue.h"
#include "palette.h"
#include "table_parts.h"

#include <math.h>

enum { HEAD_LINES = 3 };

static const double PADDING = 4.5; /* above and below a row's text */
static const double SMALLEST = 8, SMALLEST_HEAD = 6.5;
static const double SYMBOL_ROOM = 10;
static const double TEXT_SLACK = 0.1; /* that wraps as it did */
static const double APART = 11;       /* between numbers, more is not taken from texts */

const struct style *table_styles(double size, struct arena *arena)
{
    struct style *styles = ARENA_ARRAY(arena, struct style, TABLE_STYLES);
    styles[TABLE_PLAIN] = style_text;
    styles[TABLE_STRONG] = style_strong;
    styles[TABLE_QUIET] = style_quiet;
    styles[TABLE_HEAD] = style_label;
    for (size_t i = 0; i < TABLE_STYLES; i++)
        styles[i].size = size;
    return styles;
}

struct table table_with(struct arena *arena, size_t columns, size_t rows, const struct style *head, double gap)
{
    return (struct table){
        .columns = ARENA_ARRAY(arena, struct column, columns),
        .column_count = columns,
        .cells = ARENA_ARRAY(arena, struct table_cell, columns * rows),
        .captions = ARENA_ARRAY(arena, struct text, rows),
        .has_no_rule = ARENA_ARRAY(arena, bool, rows),
        .places = ARENA_ARRAY(arena, struct place, rows),
        .row_count = rows,
        .gap = gap,
        .head = head,
    };
}

struct table_cell *table_at(struct table *table, size_t row, size_t column)
{
    return &table->cells[row * table->column_count + column];
}

double table_smallest(const struct style *style)
{
    return fmin(SMALLEST, style->size);
}

double table_symbol_room(const struct column *column)
{
    return column->has_symbols ? SYMBOL_ROOM : 0;
}

double table_text_room(const struct table *table, const struct column *column)
{
    return column->width - table->gap - table_symbol_room(column);
}

/* ---- rows ---- */

static struct lines text_lines(struct typesetter *typesetter, const struct column *column,
                               const struct table_cell *cell, double width)
{
    double smallest = table_smallest(cell->style);
    double single = column->most_lines > 1 ? fmax(cell->style->size - 1, smallest) : smallest;
    return typeset_column(typesetter, cell->style, cell->text, width, single, column->most_lines);
}

/* Less tidy, but within the cell: smaller, in more lines, a long name in its parts. */
static struct lines crowded_lines(struct typesetter *typesetter, const struct column *column,
                                  const struct table_cell *cell, double width)
{
    struct text text = glue_loosened(cell->text, typesetter->arena);
    double smallest = table_smallest(cell->style);
    if (column->most_lines > 1) { /* in lines of the size of its neighbours, if it can be */
        struct lines lines = typeset_column(typesetter, cell->style, text, width, fmax(cell->style->size - 1, smallest),
                                            column->most_lines + LINES_CROWDED);
        if (lines.fits)
            return lines;
    }
    return typeset_column(typesetter, cell->style, text, width, smallest, column->most_lines + LINES_CROWDED);
}

static struct lines cell_lines(const struct table *table, struct typesetter *typesetter, const struct column *column,
                               const struct table_cell *cell)
{
    if (cell->text.length == 0)
        return (struct lines){.fits = true};
    double width = table_text_room(table, column);
    if (column->alignment != ALIGN_LEFT)
        return typeset_single(typesetter, cell->style, cell->text, width);
    struct lines lines = text_lines(typesetter, column, cell, width);
    return lines.fits ? lines : crowded_lines(typesetter, column, cell, width);
}

void table_report_long(struct typesetter *typesetter, struct place place, struct text text)
{
    faults_add(typesetter->faults, SEVERITY_ERROR, place,
               MESSAGE("“{1}” is too long for its column on paper", glue_removed(text, typesetter->arena)),
               MESSAGE("shorten it, or part it by blanks or · where a line may end"));
}

static double row_height(const struct table *table, size_t lines)
{
    return (double)(lines - 1) * TABLE_LEADING + table->head->size + 2 * PADDING;
}

/* The highest of a row's strips. */
static double strips_height(const struct table *table, const struct table_cell *cells)
{
    double highest = 0;
    for (size_t i = 0; i < table->column_count; i++)
        if (cells[i].strip)
            highest = fmax(highest, strip_height(cells[i].strip, table->columns[i].scale,
                                                 table_text_room(table, &table->columns[i])));
    return highest;
}

struct table_row table_set_row(const struct table *table, struct typesetter *typesetter, size_t number)
{
    const struct table_cell *cells = &table->cells[number * table->column_count];
    struct table_row row = {.cells = ARENA_ARRAY(typesetter->arena, struct lines, table->column_count)};
    size_t most = 1;
    typesetter->spacing = SPACING_CELL;
    for (size_t i = 0; i < table->column_count; i++) {
        row.cells[i] = cell_lines(table, typesetter, &table->columns[i], &cells[i]);
        if (!row.cells[i].fits)
            table_report_long(typesetter, table->places[number], cells[i].text);
        most = row.cells[i].count > most ? row.cells[i].count : most;
    }
    typesetter->spacing = SPACING_TEXT;
    row.height = fmax(row_height(table, most), fmax(table->row_least, strips_height(table, cells)));
    return row;
}

void table_set_caption(const struct table *table, struct typesetter *typesetter, size_t number, double width,
                       struct table_row *row)
{
    struct style style = style_quiet;
    style.size = table->head->size;
    if (table->captions[number].length == 0)
        return;
    row->caption = typeset_wrapped(typesetter, &style, table->captions[number], width);
    row->caption_height = row_height(table, row->caption.count);
}

static struct lines head_lines(const struct table *table, struct typesetter *typesetter, const struct column *column)
{
    double width = column->width - table->gap;
    struct lines lines = typeset_balanced(typesetter, table->head, column->head, width, HEAD_LINES);
    if (lines.fits)
        return lines;
    double smallest = fmin(SMALLEST_HEAD, table->head->size);
    return typeset_column(typesetter, table->head, column->head, width, smallest, HEAD_LINES);
}

/* Titles over several heads; they stand where their columns begin. */
static void set_over(const struct table *table, struct typesetter *typesetter, struct table_row *row)
{
    row->over = ARENA_ARRAY(typesetter->arena, struct line, table->column_count);
    for (size_t first = 0, end; first < table->column_count; first = end) {
        double width = table->columns[first].width;
        for (end = first + 1; end < table->column_count && table->columns[first].over.length > 0 &&
                              text_equal(table->columns[first].over, table->columns[end].over);
             end++)
            width += table->columns[end].width;
        if (table->columns[first].over.length == 0)
            continue;
        double smallest = fmin(SMALLEST_HEAD, table->head->size);
        row->over[first] =
            typeset_cut(typesetter, table->head, table->columns[first].over, width - table->gap, smallest);
        row->over_height = row_height(table, 1);
    }
}

struct table_row table_set_head(const struct table *table, struct typesetter *typesetter)
{
    struct table_row row = {.cells = ARENA_ARRAY(typesetter->arena, struct lines, table->column_count)};
    size_t most = 1;
    typesetter->spacing = SPACING_CELL;
    for (size_t i = 0; i < table->column_count; i++) {
        row.cells[i] = head_lines(table, typesetter, &table->columns[i]);
        most = row.cells[i].count > most ? row.cells[i].count : most;
    }
    row.height = row_height(table, most) + 2;
    set_over(table, typesetter, &row);
    typesetter->spacing = SPACING_TEXT;
    return row;
}

/* ---- room that texts leave ---- */

/* Of a column's texts as they are wrapped. */
static double widest_text(const struct table *table, struct typesetter *typesetter, size_t at)
{
    double widest = 0;
    for (size_t row = 0; row < table->row_count; row++) {
        const struct table_cell *cell = &table->cells[row * table->column_count + at];
        widest = fmax(widest, cell_lines(table, typesetter, &table->columns[at], cell).widest);
    }
    return widest;
}

/* What numbers lack between each other. */
static double lacking(const struct table *table)
{
    double lack = 0;
    for (size_t at = 0; at < table->column_count; at++)
        if (table->columns[at].alignment == ALIGN_NUMBER)
            lack += fmax(0, APART - (table->columns[at].width - table->columns[at].widest));
    return lack;
}

/* Takes what texts can spare, as much as is wanted of it; gives how much that is. */
static double take_unused(struct table *table, struct typesetter *typesetter, double wanted)
{
    double *unused = ARENA_ARRAY(typesetter->arena, double, table->column_count), sum = 0;
    for (size_t at = 0; at < table->column_count; at++) {
        struct column *column = &table->columns[at];
        if (column->alignment != ALIGN_LEFT)
            continue;
        double needed = fmax(widest_text(table, typesetter, at), head_lines(table, typesetter, column).widest);
        unused[at] = fmax(0, table_text_room(table, column) - fmax(needed + TEXT_SLACK, column->least));
        sum += unused[at];
    }
    double share = sum > wanted ? wanted / sum : 1;
    for (size_t at = 0; at < table->column_count; at++)
        table->columns[at].width -= unused[at] * share;
    return sum * share;
}

void table_spread_numbers(struct table *table, struct typesetter *typesetter)
{
    double lack = lacking(table);
    if (lack <= 0)
        return;
    typesetter->spacing = SPACING_CELL;
    double share = take_unused(table, typesetter, lack) / lack;
    typesetter->spacing = SPACING_TEXT;
    for (size_t at = 0; at < table->column_count; at++) {
        struct column *column = &table->columns[at];
        if (column->alignment == ALIGN_NUMBER)
            column->width += fmax(0, APART - (column->width - column->widest)) * share;
    }
}
