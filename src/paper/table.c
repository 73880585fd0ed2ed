#include "table.h"

#include "palette.h"

#include <math.h>

enum { HEAD_LINES = 3, HEAD_LETTERS = 4, HEAD_LETTERS_TIGHT = 2, HEAD_LETTERS_WHOLE = 3 };
enum { LINES_CROWDED = 2 }; /* more than a column has by its own will */

static const double PADDING = 4.5; /* above and below a row's text */
static const double LEADING = 13;  /* of several lines in a row */
static const double ASCENT = 0.88;
static const double SMALLEST = 6.5; /* size of text that was made smaller to fit */
static const double DOT_RADIUS = 2.2, DOT_ROOM = 8;
static const double CIRCLE = 0.5523; /* how far a circle's Bézier handles reach, in radii */

struct table table_with(struct arena *arena, size_t columns, size_t rows, const struct style *head, double gap)
{
    return (struct table){
        .columns = ARENA_ARRAY(arena, struct column, columns),
        .column_count = columns,
        .cells = ARENA_ARRAY(arena, struct table_cell, columns * rows),
        .row_count = rows,
        .gap = gap,
        .head = head,
    };
}

struct table_cell *table_at(struct table *table, size_t row, size_t column)
{
    return &table->cells[row * table->column_count + column];
}

/* ---- widths ---- */

static double text_width(struct typesetter *typesetter, const struct style *style, struct text text)
{
    struct arena before = *typesetter->arena;
    double width = typeset_line(typesetter, style, text).width;
    /* Letters that were only measured are given back; what a missing one left behind must stay. */
    if (typesetter->missing_count == 0)
        *typesetter->arena = before;
    return width;
}

/* A head of up to three letters, or up to `letters`, stands on one line, a longer one in several. */
static double head_width(const struct table *table, struct typesetter *typesetter, struct text head, double letters)
{
    double size = table->head->size, width = text_width(typesetter, table->head, head);
    if (width <= fmax(letters, HEAD_LETTERS_WHOLE) * size)
        return width;
    return fmax(typeset_longest_part(typesetter, table->head, head), fmax(letters * size, width / 2 + size / 2));
}

static double dot_room(const struct column *column)
{
    return column->has_dots ? DOT_ROOM : 0;
}

static double text_room(const struct table *table, const struct column *column)
{
    return column->width - table->gap - dot_room(column);
}

static void measure_column(struct table *table, struct typesetter *typesetter, size_t at, double head_letters)
{
    struct column *column = &table->columns[at];
    column->widest = 0;
    for (size_t row = 0; row < table->row_count; row++) {
        const struct table_cell *cell = table_at(table, row, at);
        double width = cell->text.length > 0 ? text_width(typesetter, cell->style, cell->text) : 0;
        column->widest = fmax(column->widest, width + dot_room(column));
    }
    if (column->most > 0)
        column->widest = fmin(column->widest, column->most);
    column->width =
        fmax(column->least, fmax(column->widest, head_width(table, typesetter, column->head, head_letters))) +
        table->gap;
}

bool table_fit(struct table *table, struct typesetter *typesetter, double width, bool is_tight)
{
    double left = width, least = 0, wished = 0;
    for (size_t i = 0; i < table->column_count; i++) {
        struct column *column = &table->columns[i];
        measure_column(table, typesetter, i, is_tight ? HEAD_LETTERS_TIGHT : HEAD_LETTERS);
        left -= column->takes_rest ? 0 : column->width;
        least += column->takes_rest ? fmin(column->least + table->gap, column->width) : 0;
        wished += column->takes_rest ? column->width : 0;
    }
    for (size_t i = 0; i < table->column_count; i++) {
        struct column *column = &table->columns[i];
        if (column->takes_rest)
            column->width *= left / wished;
        else if (wished <= 0)
            column->width += left / (double)table->column_count;
    }
    return left >= least;
}

/* ---- rows ---- */

struct row {
    struct lines *cells; /* one a column */
    double height;
};

static struct lines cell_lines(const struct table *table, struct typesetter *typesetter, const struct column *column,
                               const struct table_cell *cell)
{
    if (cell->text.length == 0)
        return (struct lines){.fits = true};
    double smallest = column->most_lines > 1 ? cell->style->size - 1 : SMALLEST;
    return typeset_column(typesetter, cell->style, cell->text, text_room(table, column), smallest, column->most_lines);
}

/* Less tidy, but within the cell: smaller, in more lines, a long name in its parts. */
static struct lines crowded_lines(const struct table *table, struct flow *flow, const struct column *column,
                                  const struct table_cell *cell)
{
    struct arena *arena = flow->typesetter->arena;
    double width = text_room(table, column);
    struct text text = typeset_loosened(cell->text, arena);
    struct lines lines =
        typeset_column(flow->typesetter, cell->style, text, width, SMALLEST, column->most_lines + LINES_CROWDED);
    if (!lines.fits)
        faults_add(flow->typesetter->faults, SEVERITY_ERROR, flow->typesetter->place,
                   MESSAGE("“{1}” is too long for its column on paper", typeset_unglued(text, arena)), NO_HINT);
    return lines;
}

static struct row set_row(const struct table *table, struct flow *flow, const struct table_cell *cells)
{
    struct row row = {ARENA_ARRAY(flow->typesetter->arena, struct lines, table->column_count), 0};
    size_t most = 1;
    for (size_t i = 0; i < table->column_count; i++) {
        row.cells[i] = cell_lines(table, flow->typesetter, &table->columns[i], &cells[i]);
        if (!row.cells[i].fits)
            row.cells[i] = crowded_lines(table, flow, &table->columns[i], &cells[i]);
        most = row.cells[i].count > most ? row.cells[i].count : most;
    }
    row.height = (double)(most - 1) * LEADING + table->head->size + 2 * PADDING;
    return row;
}

static struct lines head_lines(const struct table *table, struct flow *flow, const struct column *column)
{
    double width = column->width - table->gap;
    struct lines lines = typeset_balanced(flow->typesetter, table->head, column->head, width, HEAD_LINES);
    return lines.fits ? lines
                      : typeset_column(flow->typesetter, table->head, column->head, width, SMALLEST, HEAD_LINES);
}

static struct row set_head(const struct table *table, struct flow *flow)
{
    struct row row = {ARENA_ARRAY(flow->typesetter->arena, struct lines, table->column_count), 0};
    size_t most = 1;
    for (size_t i = 0; i < table->column_count; i++) {
        row.cells[i] = head_lines(table, flow, &table->columns[i]);
        most = row.cells[i].count > most ? row.cells[i].count : most;
    }
    row.height = (double)(most - 1) * LEADING + table->head->size + 2 * PADDING + 2;
    return row;
}

/* ---- drawing ---- */

static void draw_dot(struct canvas *canvas, double x, double y, uint32_t colour)
{
    double r = DOT_RADIUS, h = DOT_RADIUS * CIRCLE;
    canvas_begin_fill(canvas, colour);
    canvas_move(canvas, x - r, y);
    canvas_curve_to(canvas, x - r, y - h, x - h, y - r, x, y - r);
    canvas_curve_to(canvas, x + h, y - r, x + r, y - h, x + r, y);
    canvas_curve_to(canvas, x + r, y + h, x + h, y + r, x, y + r);
    canvas_curve_to(canvas, x - h, y + r, x - r, y + h, x - r, y);
    canvas_end_fill(canvas);
}

/* A bracket behind a number hangs out, so that the digits stay in line. */
static double hanging(const struct line *line)
{
    const struct letter *last = line->count > 0 ? &line->letters[line->count - 1] : NULL;
    return last && last->code_point == ')' ? last->advance : 0;
}

static double line_left(const struct table *table, const struct column *column, const struct line *line, double x)
{
    if (column->alignment == ALIGN_LEFT)
        return x;
    double room = column->width - table->gap;
    if (column->alignment == ALIGN_NUMBER)
        return x + (room + column->widest) / 2 - line->width + hanging(line);
    return x + (room - line->width) / 2;
}

static void draw_cell(const struct table *table, struct flow *flow, const struct column *column,
                      const struct lines *lines, const struct table_cell *cell, double x, double height)
{
    double block = (double)lines->count * LEADING, y = flow->y + (height - block) / 2;
    if (cell && cell->has_dot)
        draw_dot(flow->canvas, x + DOT_RADIUS, flow->y + height / 2, cell->dot);
    x += dot_room(column);
    for (size_t i = 0; i < lines->count; i++, y += LEADING) {
        const struct line *line = &lines->items[i];
        double size = line->count > 0 ? line->letters[0].style->size : 0;
        double baseline = y + (LEADING - size) / 2 + ASCENT * size;
        canvas_line(flow->canvas, line, line_left(table, column, line, x), baseline);
    }
}

static void draw_row(const struct table *table, struct flow *flow, const struct row *row,
                     const struct table_cell *cells)
{
    double x = flow->left + table->gap / 2;
    for (size_t i = 0; i < table->column_count; i++) {
        draw_cell(table, flow, &table->columns[i], &row->cells[i], &cells[i], x, row->height);
        x += table->columns[i].width;
    }
    flow->y += row->height;
}

/* Heads stand in the middle of their columns, but over text that is flush left. */
static void draw_head_cell(const struct table *table, struct flow *flow, size_t at, const struct row *head, double x)
{
    const struct column *column = &table->columns[at];
    const struct lines *lines = &head->cells[at];
    double y = flow->y + (head->height - (double)lines->count * LEADING) / 2;
    for (size_t i = 0; i < lines->count; i++, y += LEADING) {
        double slack = text_room(table, column) - lines->items[i].width;
        double shift = dot_room(column) + (column->alignment == ALIGN_LEFT ? 0 : slack / 2);
        canvas_line(flow->canvas, &lines->items[i], x + shift, y + LEADING / 2 + (ASCENT - 0.5) * table->head->size);
    }
}

static void draw_head(const struct table *table, struct flow *flow, const struct row *head)
{
    double x = flow->left + table->gap / 2;
    canvas_rule(flow->canvas, flow->left, flow->y, flow->right, flow->y, 1.2, DEEP_RED);
    for (size_t i = 0; i < table->column_count; i++) {
        draw_head_cell(table, flow, i, head, x);
        x += table->columns[i].width;
    }
    flow->y += head->height;
    canvas_rule(flow->canvas, flow->left, flow->y, flow->right, flow->y, 0.6, DEEP_RED);
}

static void end_page_of_table(const struct table *table, struct flow *flow, const struct row *head)
{
    flow_turn_page(flow);
    draw_head(table, flow, head);
}

static double heights(const struct row *rows, size_t from, size_t to)
{
    double sum = 0;
    for (size_t i = from; i < to; i++)
        sum += rows[i].height;
    return sum;
}

/* Whether the rest of the table fits here, but not with what follows it: then its last rows wait for the next page. */
static bool must_carry(const struct flow *flow, const struct row *rows, size_t from, size_t count, double tail)
{
    double rest = heights(rows, from, count);
    return rest <= flow_room(flow) && rest + tail > flow_room(flow);
}

void table_flow(const struct table *table, struct flow *flow, size_t carried, double tail)
{
    struct row head = set_head(table, flow);
    struct row *rows = ARENA_ARRAY(flow->typesetter->arena, struct row, table->row_count);
    for (size_t i = 0; i < table->row_count; i++)
        rows[i] = set_row(table, flow, &table->cells[i * table->column_count]);

    double page = flow->bottom - flow->top - head.height;
    size_t stays = table->row_count - (carried < table->row_count ? carried : table->row_count);
    bool tail_fits_a_page = tail + heights(rows, stays, table->row_count) <= page;
    draw_head(table, flow, &head);
    for (size_t i = 0; i < table->row_count; i++) {
        bool waits = i > 0 && table->row_count - i <= carried && tail_fits_a_page &&
                     must_carry(flow, rows, i, table->row_count, tail);
        if (rows[i].height > flow_room(flow) || waits)
            end_page_of_table(table, flow, &head);
        else if (i > 0)
            canvas_rule(flow->canvas, flow->left, flow->y, flow->right, flow->y, 0.4, HAIRLINE);
        draw_row(table, flow, &rows[i], &table->cells[i * table->column_count]);
    }
    canvas_rule(flow->canvas, flow->left, flow->y, flow->right, flow->y, 0.6, DEEP_RED);
}
