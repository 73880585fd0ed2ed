#include "text_table.h"

#include <libsmartcols.h>
#include <stdlib.h>
#include <wchar.h>

#include "printable.h"

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

/* ---- lines of the last column ---- */

enum { COLUMNS_APART = 2, NARROWEST_TEXT = 20 };

/* What the other columns leave for the last one, or 0 where it need not be broken. */
static size_t room_for_text(const struct text_table *table, const struct style *style)
{
    size_t last = table->column_count - 1, taken = table->indent;
    bool is_broken = table->columns[last].may_wrap && style->width > 0;
    if (!is_broken)
        return 0;
    for (size_t c = 0; c < last; c++) {
        size_t widest = table->has_no_heading ? 0 : text_lines_width(table->columns[c].heading);
        for (size_t row = 0; row < table->row_count; row++) {
            size_t width = text_lines_width(table->cells[row * table->column_count + c].text);
            widest = width > widest ? width : widest;
        }
        taken += widest + COLUMNS_APART;
    }
    return style->width > taken + NARROWEST_TEXT ? style->width - taken : NARROWEST_TEXT;
}

/* Cuts the next piece that must stay together off `rest`: a wide character, or a run up to a blank or such a one. */
static struct text next_piece(struct text *rest)
{
    enum { FIRST_WIDE = 0x2E80 };
    struct text piece = {rest->bytes, 0}, ahead = *rest;
    while (ahead.length > 0 && *ahead.bytes != ' ') {
        bool is_wide = text_next_character(&ahead) >= FIRST_WIDE;
        if (is_wide && piece.length > 0)
            break;
        piece.length = (size_t)(ahead.bytes - piece.bytes);
        *rest = ahead;
        if (is_wide)
            break;
    }
    return piece;
}

/* The text with line breaks, so that no line is wider than `room`; a longer word stands alone. */
static struct text broken_to_fit(struct text text, size_t room, struct arena *arena)
{
    struct sink sink = sink_in(arena);
    size_t used = 0;
    while (text.length > 0) {
        size_t blank = *text.bytes == ' ';
        text.bytes += blank;
        text.length -= blank;
        struct text piece = next_piece(&text);
        size_t width = text_lines_width(piece);
        bool fits = used + blank + width <= room;
        if (used > 0 && (!fits || blank > 0))
            sink_byte(&sink, fits ? ' ' : '\n');
        used = used > 0 && fits ? used + blank + width : width;
        sink_text(&sink, piece);
    }
    return sink_written(&sink);
}

/* ---- the library's table ---- */

static void add_column(struct libscols_table *made, const struct table_column *column, bool is_last,
                       struct arena *scratch)
{
    int flags = (column->is_number ? SCOLS_FL_RIGHT : 0) | (column->may_wrap ? SCOLS_FL_WRAP : 0);
    const char *heading = text_to_c(scratch, text_printable(column->heading, scratch));
    struct libscols_column *added = needed(scratch, scols_table_new_column(made, heading, 0, flags));
    if (column->may_wrap && is_last) {
        needed_well(scratch, scols_column_set_safechars(added, "\n"));
        needed_well(scratch, scols_column_set_wrapfunc(added, scols_wrapnl_chunksize, scols_wrapnl_nextchunk, NULL));
    }
    needed_well(scratch, scols_cell_set_color(scols_column_get_header(added), tint_sequence(TINT_BOLD)));
}

static void add_row(struct libscols_table *made, const struct table_cell *cells, size_t count, size_t room,
                    struct arena *scratch)
{
    struct libscols_line *line = needed(scratch, scols_table_new_line(made, NULL));
    for (size_t i = 0; i < count; i++) {
        struct libscols_cell *cell = scols_line_get_cell(line, i);
        bool is_broken = room > 0 && i == count - 1;
        struct text text = text_printable(cells[i].text, scratch);
        text = is_broken ? broken_to_fit(text, room, scratch) : text;
        needed_well(scratch, scols_cell_set_data(cell, text_to_c(scratch, text)));
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
        add_column(made, &table->columns[i], i + 1 == table->column_count, &scratch);
    size_t room = room_for_text(table, style);
    for (size_t i = 0; i < table->row_count; i++)
        add_row(made, table->cells + i * table->column_count, table->column_count, room, &scratch);

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
