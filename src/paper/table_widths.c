/* How wide the columns of a table are. */
#include "glue.h"
#include "table_parts.h"

#include <math.h>
#include <string.h>

enum { HEAD_LETTERS = 4, HEAD_LETTERS_TIGHT = 2, HEAD_LETTERS_WHOLE = 3 };

static const double RAGGED = 1.08; /* lines of a wrapped text are not all full */
static const double RAGGED_HEAD = 0.75;
/* Shorter lines than of so many letters are not planned. */
static const double LETTERS_WRAPPED = 8, LETTERS_CROWDED = 4;
static const double LETTERS_SPARE = 4;

struct widths {
    double at[SQUEEZE_LEVELS];
};

static void measure_text(struct typesetter *typesetter, const struct style *style, struct text text, double *whole,
                         double *longest_part)
{
    struct arena before = *typesetter->arena;
    typesetter->spacing = SPACING_CELL;
    struct line line = typeset_line(typesetter, style, text);
    *whole = line.width;
    if (longest_part) {
        struct text loosened = glue_loosened(text, typesetter->arena);
        line = text_equal(loosened, text) ? line : typeset_line(typesetter, style, loosened);
        *longest_part = line_longest_part(&line);
    }
    typesetter->spacing = SPACING_TEXT;
    /* Letters that were only measured are given back; what a missing one left behind must stay. */
    if (typesetter->missing_count == 0)
        *typesetter->arena = before;
}

/* A head of up to three letters, or up to `letters`, stands on one line, a longer one in several. */
static double head_width(const struct table *table, struct typesetter *typesetter, struct text head, double letters)
{
    double size = table->head->size, width, part;
    measure_text(typesetter, table->head, head, &width, &part);
    if (width <= fmax(letters, HEAD_LETTERS_WHOLE) * size)
        return width;
    return fmax(part, fmax(letters * size, width / 2 + size * RAGGED_HEAD));
}

/* The width of a text in `lines` lines of about one length, none shorter than `least`. */
static double wrapped_width(double whole, double part, size_t lines, double least, double size)
{
    double each = fmax(least, fmax(part, whole / (double)lines * RAGGED + size));
    return lines == 1 ? whole : fmin(whole, each);
}

static struct widths cell_widths(struct typesetter *typesetter, const struct column *column,
                                 const struct table_cell *cell)
{
    double whole = 0, part = 0;
    measure_text(typesetter, cell->style, cell->text, &whole, column->alignment == ALIGN_LEFT ? &part : NULL);
    if (column->alignment != ALIGN_LEFT)
        return (struct widths){{whole, whole, whole, whole, whole}};
    double size = cell->style->size, shrunk = table_smallest(cell->style) / size;
    double least = LETTERS_WRAPPED * size;
    bool wraps = column->most_lines > 1;
    double wrapped = wrapped_width(whole, part, column->most_lines, least, size);
    double deep = wraps ? wrapped_width(whole, part, column->most_lines + 1, least, size) : whole;
    double small = wraps ? deep : whole * shrunk;
    double crowded =
        shrunk * wrapped_width(whole, part, column->most_lines + LINES_CROWDED, LETTERS_CROWDED * size, size);
    return (struct widths){{whole, wrapped, deep, small, fmin(small, crowded)}};
}

static void widen(struct widths *widths, const struct widths *other)
{
    for (size_t i = 0; i < SQUEEZE_LEVELS; i++)
        widths->at[i] = fmax(widths->at[i], other->at[i]);
}

/* Whether the style's ten digits are equally wide, as they should be in a table. */
static bool has_even_digits(struct typesetter *typesetter, const struct style *style)
{
    static const char digits[] = "0123456789";
    double first = 0, width;
    for (size_t i = 0; digits[i]; i++) {
        measure_text(typesetter, style, (struct text){&digits[i], 1}, &width, NULL);
        first = i == 0 ? width : first;
        if (fabs(width - first) > 0)
            return false;
    }
    return true;
}

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* Whether two texts differ in their digits alone. */
static bool differ_in_digits(struct text a, struct text b)
{
    bool is_alike = a.length == b.length;
    for (size_t i = 0; is_alike && i < a.length; i++)
        is_alike = a.bytes[i] == b.bytes[i] || (is_digit(a.bytes[i]) && is_digit(b.bytes[i]));
    return is_alike;
}

/* A column of numbers has few shapes, and thousands of rows: one like the last measured is as wide. */
static void measure_cells(struct table *table, struct typesetter *typesetter, size_t at)
{
    struct column *column = &table->columns[at];
    struct widths widths = {{0}};
    const struct table_cell *last = NULL;
    bool is_even = false;
    for (size_t row = 0; row < table->row_count; row++) {
        const struct table_cell *cell = table_at(table, row, at);
        bool is_as_last = is_even && cell->style == last->style && differ_in_digits(cell->text, last->text);
        if (cell->text.length == 0 || is_as_last)
            continue;
        struct widths needed = cell_widths(typesetter, column, cell);
        widen(&widths, &needed);
        if (column->alignment != ALIGN_LEFT && (!last || last->style != cell->style))
            is_even = has_even_digits(typesetter, cell->style);
        last = cell;
    }
    column->is_measured = true;
    memcpy(column->asked, widths.at, sizeof column->asked);
}

static struct widths measure_column(struct table *table, struct typesetter *typesetter, size_t at, double head_letters)
{
    struct column *column = &table->columns[at];
    struct widths widths;
    if (!column->is_measured)
        measure_cells(table, typesetter, at);
    column->widest = column->asked[SQUEEZE_NONE]; /* its group may have widened it */
    double head = head_width(table, typesetter, column->head, head_letters);
    for (size_t i = 0; i < SQUEEZE_LEVELS; i++)
        widths.at[i] = fmax(column->least, fmax(head, column->asked[i])) + table_symbol_room(column) + table->gap;
    return widths;
}

/* Columns of one group take the widths of the widest among them. */
static void level_groups(struct table *table, struct widths *widths)
{
    for (size_t i = 0; i < table->column_count; i++)
        for (size_t k = 0; k < table->column_count; k++)
            if (table->columns[i].group != 0 && table->columns[i].group == table->columns[k].group) {
                widen(&widths[i], &widths[k]);
                table->columns[i].widest = fmax(table->columns[i].widest, table->columns[k].widest);
            }
}

static double sum_of(const struct widths *widths, size_t count, size_t level)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += widths[i].at[level];
    return sum;
}

/* Strips take all; a column of texts takes some letters, and what is still left parts all columns evenly, so that there is
 * no hole in a row. */
static void give_out_spare(struct table *table, double spare)
{
    size_t takers = 0;
    double most = LETTERS_SPARE * table->head->size;
    for (size_t i = 0; i < table->column_count; i++) {
        takers += table->columns[i].takes_rest;
        most = table->columns[i].scale ? spare : most;
    }
    double taken = takers > 0 ? fmin(spare / (double)takers, most) : 0;
    double each = (spare - taken * (double)takers) / (double)table->column_count;
    for (size_t i = 0; i < table->column_count; i++)
        table->columns[i].width += each + (table->columns[i].takes_rest ? taken : 0);
}

bool table_fit(struct table *table, struct typesetter *typesetter, double width, bool is_tight, enum squeeze most)
{
    size_t count = table->column_count, level = SQUEEZE_NONE;
    struct widths *widths = ARENA_ARRAY(typesetter->arena, struct widths, count);
    for (size_t i = 0; i < count; i++)
        widths[i] = measure_column(table, typesetter, i, is_tight ? HEAD_LETTERS_TIGHT : HEAD_LETTERS);
    level_groups(table, widths);
    while (level <= most && sum_of(widths, count, level) > width)
        level++;
    if (level > most)
        return false;

    double spare = width - sum_of(widths, count, level);
    for (size_t i = 0; i < count; i++)
        table->columns[i].width = widths[i].at[level];
    if (level == SQUEEZE_NONE) {
        give_out_spare(table, spare);
        return true;
    }
    /* Each column goes back by the same share of what it gave in last. */
    double share = spare / (sum_of(widths, count, level - 1) - sum_of(widths, count, level));
    for (size_t i = 0; i < count; i++)
        table->columns[i].width += (widths[i].at[level - 1] - widths[i].at[level]) * share;
    return true;
}

/* The head that needs most, where that is more than `widest`. */
static struct text widest_head(const struct table *table, struct typesetter *typesetter, double *widest)
{
    struct text cause = TEXT("");
    for (size_t i = 0; i < table->column_count; i++) {
        const struct column *column = &table->columns[i];
        double head = head_width(table, typesetter, column->head, HEAD_LETTERS_TIGHT);
        bool is_over = column->over.length > 0 && column->least > head;
        double width = is_over ? column->least : head;
        if (width <= *widest)
            continue;
        *widest = width;
        cause = is_over ? column->over : column->head;
    }
    return cause;
}

void table_blame(struct table *table, struct typesetter *typesetter)
{
    double widest = -1;
    const struct table_cell *cause = NULL;
    struct place place = typesetter->place;
    for (size_t row = 0; row < table->row_count; row++)
        for (size_t i = 0; i < table->column_count; i++) {
            const struct table_cell *cell = table_at(table, row, i);
            double width =
                cell->text.length == 0 ? -1 : cell_widths(typesetter, &table->columns[i], cell).at[SQUEEZE_CROWDED];
            if (width <= widest)
                continue;
            widest = width;
            cause = cell;
            place = table->places[row];
        }
    struct text head = widest_head(table, typesetter, &widest);
    if (head.length > 0)
        table_report_long(typesetter, typesetter->place, head);
    else if (cause)
        table_report_long(typesetter, place, cause->text);
}
