#include "glue.h"
#include "palette.h"
#include "table_parts.h"

#include <math.h>

static const double SYMBOL_RADIUS = 3.2;
static const double SAVING = 3; /* of a row's height, where that spares a page */

/* A bracket or star behind a number hangs out, so that the digits stay in line; they stand in the middle under their head. */
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
        return x + (room + column->widest) / 2 - column->hanging - line->width + hanging(line);
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

static void begin_page_of_table(const struct table *table, struct flow *flow, const struct table_row *head)
{
    flow_turn_page(flow);
    draw_head(table, flow, head);
}

/* Says under the last row of a page that there are more. */
static void draw_goes_on(struct flow *flow)
{
    canvas_rule(flow->canvas, flow->left, flow->y, flow->right, flow->y, 0.4, HAIRLINE);
    if (flow->goes_on.length == 0)
        return;
    struct line line = typeset_line(flow->typesetter, &style_quiet, flow->goes_on);
    canvas_begin_tag(flow->canvas, TAG_ARTIFACT);
    canvas_line_right(flow->canvas, &line, flow->right, flow->y + (TABLE_GOES_ON + ASCENT * SIZE_TEXT) / 2);
    canvas_end_tag(flow->canvas);
}

/* ---- pages ---- */

/* A table whose texts stand in their cells. */
struct set_table {
    const struct table *table;
    struct table_row head, *rows;
};

/* Columns of one group have the same room for what hangs out. */
static void measure_hanging(const struct set_table *set)
{
    struct column *columns = set->table->columns;
    for (size_t at = 0; at < set->table->column_count; at++) {
        struct column *column = &columns[at];
        column->hanging = 0;
        for (size_t row = 0; column->alignment == ALIGN_NUMBER && row < set->table->row_count; row++)
            for (size_t i = 0; i < set->rows[row].cells[at].count; i++)
                column->hanging = fmax(column->hanging, hanging(&set->rows[row].cells[at].items[i]));
        for (size_t k = 0; k < at; k++)
            if (column->group != 0 && columns[k].group == column->group)
                column->hanging = columns[k].hanging = fmax(column->hanging, columns[k].hanging);
    }
}

static struct set_table set_texts(const struct table *table, struct flow *flow)
{
    struct typesetter *typesetter = flow->typesetter;
    struct set_table set = {table, table_set_head(table, typesetter),
                            ARENA_ARRAY(typesetter->arena, struct table_row, table->row_count)};
    for (size_t i = 0; i < table->row_count; i++) {
        set.rows[i] = table_set_row(table, typesetter, i);
        table_set_caption(table, typesetter, i, flow_width(flow) - table->gap, &set.rows[i]);
    }
    measure_hanging(&set);
    return set;
}

static double head_height(const struct set_table *set)
{
    return set->head.over_height + set->head.height;
}

/* Tables of the same rows, each row as high as in the table where it is highest. */
static struct table_measure measure_of(const struct set_table *sets, size_t count, const struct flow *flow,
                                       struct arena *arena)
{
    size_t rows = sets[0].table->row_count;
    double *above = ARENA_ARRAY(arena, double, rows + 1);
    struct table_measure measure = {.above = above, .has_no_rule = sets[0].table->has_no_rule, .count = rows};
    for (size_t row = 0; row < rows; row++) {
        double highest = 0;
        for (size_t i = 0; i < count; i++)
            highest = fmax(highest, sets[i].rows[row].height + sets[i].rows[row].caption_height);
        above[row + 1] = above[row] + highest;
    }
    measure.page = flow_page_room(flow) - head_height(&sets[0]);
    for (size_t i = 1; i < count; i++)
        measure.page = fmin(measure.page, flow_page_room(flow) - head_height(&sets[i]));
    measure.first = fmin(measure.page, flow_room(flow) - head_height(&sets[0]));
    return measure;
}

/* Rows whose height is not that of their texts keep it. */
static double saving_of(const struct table *table)
{
    bool is_of_texts = table->row_least <= 0;
    for (size_t i = 0; i < table->column_count; i++)
        is_of_texts = is_of_texts && !table->columns[i].scale;
    return is_of_texts ? SAVING : 0;
}

static void draw(const struct set_table *set, struct flow *flow, const struct table_pages *pages)
{
    const struct table *table = set->table;
    bool is_turned = table->row_count > 0 && pages->begins[0];
    canvas_begin_tag(flow->canvas, TAG_TABLE);
    if (is_turned)
        begin_page_of_table(table, flow, &set->head);
    else
        draw_head(table, flow, &set->head);
    for (size_t i = 0; i < table->row_count; i++) {
        struct table_row row = set->rows[i];
        row.height -= pages->saving;
        if (i > 0 && pages->begins[i]) {
            draw_goes_on(flow);
            begin_page_of_table(table, flow, &set->head);
        } else if (i > 0 && !table->has_no_rule[i]) {
            canvas_rule(flow->canvas, flow->left, flow->y, flow->right, flow->y, 0.4, HAIRLINE);
        }
        draw_caption(table, flow, &row);
        draw_row(table, flow, &row, &table->cells[i * table->column_count]);
    }
    canvas_end_tag(flow->canvas);
    canvas_rule(flow->canvas, flow->left, flow->y, flow->right, flow->y, 0.6, DEEP_RED);
}

double table_height(const struct table *table, struct typesetter *typesetter)
{
    struct table_row head = table_set_head(table, typesetter);
    double sum = head.over_height + head.height;
    for (size_t i = 0; i < table->row_count; i++)
        sum += table_set_row(table, typesetter, i).height;
    return sum;
}

void table_flow(const struct table *table, struct flow *flow, size_t carried, double tail)
{
    tables_flow(table, 1, flow, 0, carried, tail);
}

void tables_flow(const struct table *tables, size_t count, struct flow *flow, double space, size_t carried, double tail)
{
    struct arena *arena = flow->typesetter->arena;
    struct set_table *sets = ARENA_ARRAY(arena, struct set_table, count);
    for (size_t i = 0; i < count; i++)
        sets[i] = set_texts(&tables[i], flow);
    struct table_measure measure = measure_of(sets, count, flow, arena);
    measure.carried = carried;
    measure.tail = tail;
    struct table_pages pages = table_share_out(&measure, saving_of(tables), arena);
    double rows = measure.above[measure.count] - pages.saving * (double)measure.count;
    for (size_t i = 0; i < count; i++) {
        double beneath = space + head_height(&sets[i]) + rows + (i + 1 == count ? tail : 0);
        bool is_beneath = pages.turns == 0 && beneath <= flow_room(flow);
        if (i > 0 && is_beneath)
            flow->y += space;
        else if (i > 0)
            flow_turn_page(flow);
        draw(&sets[i], flow, &pages);
    }
}
