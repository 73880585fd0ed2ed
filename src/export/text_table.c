#include "text_table.h"

#include <libsmartcols.h>
#include <stdlib.h>
#include <wchar.h>

static void *needed(struct arena *arena, void *made)
{
    if (!made) {
        arena->exhausted(0);
        abort(); /* exhausted must not return */
    }
    return made;
}

static void needed_well(struct arena *arena, int code)
{
    needed(arena, code == 0 ? arena : NULL);
}

static void add_column(struct libscols_table *made, const struct table_column *column, struct arena *scratch)
{
    int flags = (column->is_number ? SCOLS_FL_RIGHT : 0) | (column->may_wrap ? SCOLS_FL_WRAP : 0);
    const char *heading = text_to_c(scratch, column->heading);
    struct libscols_column *added = needed(scratch, scols_table_new_column(made, heading, 0, flags));
    needed_well(scratch, scols_cell_set_color(scols_column_get_header(added), tint_sequence(TINT_BOLD)));
}

static void add_row(struct libscols_table *made, const struct table_cell *cells, size_t count, struct arena *scratch)
{
    struct libscols_line *line = needed(scratch, scols_table_new_line(made, NULL));
    for (size_t i = 0; i < count; i++) {
        struct libscols_cell *cell = scols_line_get_cell(line, i);
        needed_well(scratch, scols_cell_set_data(cell, text_to_c(scratch, cells[i].text)));
        if (cells[i].tint != TINT_PLAIN)
            needed_well(scratch, scols_cell_set_color(cell, tint_sequence(cells[i].tint)));
    }
}

static void set_manner(struct libscols_table *made, const struct text_table *table, const struct style *style,
                       struct arena *scratch)
{
    needed_well(scratch, scols_table_set_column_separator(made, "  "));
    scols_table_enable_colors(made, style->is_coloured);
    scols_table_enable_noheadings(made, table->has_no_heading);
    bool is_limited = style->width > table->indent;
    scols_table_set_termforce(made, is_limited ? SCOLS_TERMFORCE_ALWAYS : SCOLS_TERMFORCE_NEVER);
    if (is_limited)
        scols_table_set_termwidth(made, style->width - table->indent);
}

/* The library pads the last column; a line that ends in blanks copies badly. */
static struct text lines_trimmed(struct text lines, size_t indent, struct arena *arena)
{
    struct sink sink = sink_in(arena);
    struct text line;
    while (text_next_part(&lines, '\n', &line)) {
        while (line.length > 0 && line.bytes[line.length - 1] == ' ')
            line.length--;
        if (line.length == 0 && !lines.bytes)
            break;
        for (size_t i = 0; i < indent; i++)
            sink_byte(&sink, ' ');
        sink_text(&sink, line);
        sink_byte(&sink, '\n');
    }
    return sink_written(&sink);
}

struct text text_table(const struct text_table *table, const struct style *style, struct arena *arena,
                       struct arena scratch)
{
    struct libscols_table *made = needed(&scratch, scols_new_table());
    set_manner(made, table, style, &scratch);
    for (size_t i = 0; i < table->column_count; i++)
        add_column(made, &table->columns[i], &scratch);
    for (size_t i = 0; i < table->row_count; i++)
        add_row(made, table->cells + i * table->column_count, table->column_count, &scratch);

    char *printed = NULL;
    needed_well(&scratch, scols_print_table_to_string(made, &printed));
    struct text lines = lines_trimmed(text_from_c(needed(&scratch, printed)), table->indent, arena);
    free(printed);
    scols_unref_table(made);
    return lines;
}

size_t text_lines_width(struct text lines)
{
    size_t widest = 0;
    struct text line;
    while (text_next_part(&lines, '\n', &line)) {
        size_t width = 0;
        while (line.length > 0) {
            int columns = wcwidth((wchar_t)text_next_character(&line));
            width += columns > 0 ? (size_t)columns : 0;
        }
        widest = width > widest ? width : widest;
    }
    return widest;
}
