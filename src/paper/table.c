#include "glue.h"
#include "palette.h"
#include "table_parts.h"

static const double SYMBOL_RADIUS = 3.2;

/* A bracket or star behind a number hangs out, so that the digits stay in line. */
static double hanging(const struct line *line)
{
    double out = 0;
    for (size_t i = line->count; i > 0; i--) {
        const struct letter *letter = &line->letters[i - 1];
        if (letter->code_point != ')' && letter->code_point != '*')
            break;
        out += letter->advance;
    }
    return out;
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
    double block = (double)lines->count * TABLE_LEADING, y = flow->y + (height - block) / 2;
    symbol_draw(flow->canvas, cell->symbol, x + SYMBOL_RADIUS, flow->y + height / 2, SYMBOL_RADIUS, cell->colour);
    if (cell->strip)
        strip_draw(flow->canvas, cell->strip, column->scale, x, flow->y + height / 2, table_text_room(table, column),
                   height);
    x += table_symbol_room(column);
    bool is_name_in_parts = lines->count > 1 && glue_holds(cell->text);
    if (is_name_in_parts)
        canvas_begin_said(flow->canvas, glue_removed(cell->text, flow->typesetter->arena));
    for (size_t i = 0; i < lines->count; i++, y += TABLE_LEADING) {
        const struct line *line = &lines->items[i];
        double size = line->count > 0 ? line->letters[0].style->size : 0;
        double baseline = y + (TABLE_LEADING - size) / 2 + ASCENT * size;
        canvas_line(flow->canvas, line, line_left(table, column, line, x), baseline);
    }
    if (is_name_in_parts)
        canvas_end_said(flow->canvas);
}

static void draw_row(const struct table *table, struct flow *flow, const struct table_row *row,
                     const struct table_cell *cells)
{
    double x = flow->left + table->gap / 2;
    canvas_begin_tag(flow->canvas, TAG_ROW);
    for (size_t i = 0; i < table->column_count; i++) {
        canvas_begin_tag(flow->canvas, TAG_CELL);
        draw_cell(table, flow, &table->columns[i], &row->cells[i], &cells[i], x, row->height);
        canvas_end_tag(flow->canvas);
        x += table->columns[i].width;
    }
    canvas_end_tag(flow->canvas);
    flow->y += row->height;
}

static void draw_caption(const struct table *table, struct flow *flow, const struct table_row *row)
{
    double y = flow->y + (row->caption_height - (double)row->caption.count * TABLE_LEADING) / 2;
    if (row->caption.count == 0)
        return;
    canvas_begin_tag(flow->canvas, TAG_ROW);
    canvas_begin_wide_tag(flow->canvas, TAG_HEAD, table->column_count);
    for (size_t i = 0; i < row->caption.count; i++, y += TABLE_LEADING)
        canvas_line(flow->canvas, &row->caption.items[i], flow->left + table->gap / 2,
                    y + TABLE_LEADING / 2 + (ASCENT - 0.5) * table->head->size);
    canvas_end_tag(flow->canvas);
    canvas_end_tag(flow->canvas);
    flow->y += row->caption_height;
    canvas_rule(flow->canvas, flow->left, flow->y, flow->right, flow->y, 0.4, HAIRLINE);
}

/* Heads stand in the middle of their columns, but over text that is flush left. */
static void draw_head_cell(const struct table *table, struct flow *flow, size_t at, const struct table_row *head,
                           double x)
{
    const struct column *column = &table->columns[at];
    const struct lines *lines = &head->cells[at];
    if (column->scale)
        strip_draw_scale(flow->canvas, flow->typesetter, column->scale, &style_quiet, x,
                         flow->y + head->height / 2 + (ASCENT - 0.5) * table->head->size,
                         table_text_room(table, column));
    double y = flow->y + (head->height - (double)lines->count * TABLE_LEADING) / 2;
    for (size_t i = 0; i < lines->count; i++, y += TABLE_LEADING) {
        double slack = table_text_room(table, column) - lines->items[i].width;
        double shift = table_symbol_room(column) + (column->alignment == ALIGN_LEFT ? 0 : slack / 2);
        canvas_line(flow->canvas, &lines->items[i], x + shift,
                    y + TABLE_LEADING / 2 + (ASCENT - 0.5) * table->head->size);
    }
}

/* Titles over several columns, each with a line under it. */
static void draw_over(const struct table *table, struct flow *flow, const struct table_row *head)
{
    double x = flow->left + table->gap / 2, y = flow->y + head->over_height;
    canvas_begin_tag(flow->canvas, TAG_ROW);
    for (size_t first = 0, end; first < table->column_count; first = end) {
        const struct line *title = &head->over[first];
        double width = table->columns[first].width;
        for (end = first + 1; title->count > 0 && end < table->column_count &&
                              text_equal(table->columns[first].over, table->columns[end].over);
             end++)
            width += table->columns[end].width;
        canvas_begin_wide_tag(flow->canvas, TAG_HEAD, end - first);
        if (title->count > 0) {
            double middle = x + (width - table->gap) / 2;
            canvas_line_centred(flow->canvas, title, middle,
                                y - head->over_height / 2 + (ASCENT - 0.5) * table->head->size);
            canvas_rule(flow->canvas, x, y, x + width - table->gap, y, 0.4, HAIRLINE);
        }
        canvas_end_tag(flow->canvas);
        x += width;
    }
    canvas_end_tag(flow->canvas);
    flow->y += head->over_height;
}

static void draw_head(const struct table *table, struct flow *flow, const struct table_row *head)
{
    double x = flow->left + table->gap / 2;
    canvas_rule(flow->canvas, flow->left, flow->y, flow->right, flow->y, 1.2, DEEP_RED);
    if (head->over_height > 0)
        draw_over(table, flow, head);
    canvas_begin_tag(flow->canvas, TAG_ROW);
    for (size_t i = 0; i < table->column_count; i++) {
        canvas_begin_tag(flow->canvas, TAG_HEAD);
        draw_head_cell(table, flow, i, head, x);
        canvas_end_tag(flow->canvas);
        x += table->columns[i].width;
    }
    canvas_end_tag(flow->canvas);
    flow->y += head->height;
    canvas_rule(flow->canvas, flow->left, flow->y, flow->right, flow->y, 0.6, DEEP_RED);
}

static void end_page_of_table(const struct table *table, struct flow *flow, const struct table_row *head)
{
    flow_turn_page(flow);
    draw_head(table, flow, head);
}

static double heights(const struct table_row *rows, size_t from, size_t to)
{
    double sum = 0;
    for (size_t i = from; i < to; i++)
        sum += rows[i].height + rows[i].caption_height;
    return sum;
}

/* Behind the rows that belong to row `first`. */
static size_t group_end(const struct table *table, size_t first)
{
    size_t end = first + 1;
    while (end < table->row_count && table->has_no_rule[end])
        end++;
    return end;
}

/* Whether the rest of the table fits here, but not with what follows it: then its last rows wait for the next page. */
static bool must_carry(const struct flow *flow, const struct table_row *rows, size_t from, size_t count, double tail)
{
    double rest = heights(rows, from, count);
    return rest <= flow_room(flow) && rest + tail > flow_room(flow);
}

void table_flow(const struct table *table, struct flow *flow, size_t carried, double tail)
{
    struct table_row head = table_set_head(table, flow->typesetter);
    struct table_row *rows = ARENA_ARRAY(flow->typesetter->arena, struct table_row, table->row_count);
    for (size_t i = 0; i < table->row_count; i++) {
        rows[i] = table_set_row(table, flow->typesetter, i);
        table_set_caption(table, flow->typesetter, i, flow_width(flow) - table->gap, &rows[i]);
    }

    double page = flow->bottom - flow->top - head.height - head.over_height;
    size_t stays = table->row_count - (carried < table->row_count ? carried : table->row_count);
    while (stays > 0 && stays < table->row_count && table->has_no_rule[stays])
        stays--;
    bool tail_fits_a_page = tail + heights(rows, stays, table->row_count) <= page;
    canvas_begin_tag(flow->canvas, TAG_TABLE);
    draw_head(table, flow, &head);
    for (size_t i = 0; i < table->row_count; i++) {
        bool is_first = !table->has_no_rule[i];
        double together = heights(rows, i, is_first ? group_end(table, i) : i + 1);
        bool waits =
            i > 0 && i >= stays && is_first && tail_fits_a_page && must_carry(flow, rows, i, table->row_count, tail);
        bool would_split = i > 0 && i == stays && heights(rows, i, table->row_count) > flow_room(flow) &&
                           heights(rows, i, table->row_count) <= page;
        bool is_too_high = (together <= page ? together : heights(rows, i, i + 1)) > flow_room(flow);
        if (is_too_high || waits || would_split)
            end_page_of_table(table, flow, &head);
        else if (i > 0 && is_first)
            canvas_rule(flow->canvas, flow->left, flow->y, flow->right, flow->y, 0.4, HAIRLINE);
        draw_caption(table, flow, &rows[i]);
        draw_row(table, flow, &rows[i], &table->cells[i * table->column_count]);
    }
    canvas_end_tag(flow->canvas);
    canvas_rule(flow->canvas, flow->left, flow->y, flow->right, flow->y, 0.6, DEEP_RED);
}
