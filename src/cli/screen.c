#include "screen.h"

#include <unistd.h>
#include <wchar.h>

#include "figures.h"
#include "files.h"
#include "terminal.h"

static const char home[] = "\033[H", clear_line[] = "\033[K", clear_below[] = "\033[J";

/* Rows that a line takes; the sequences of colours take none. */
static size_t rows_of(struct text line, size_t columns)
{
    size_t width = 0;
    bool is_sequence = false;
    while (line.length > 0) {
        uint32_t character = text_next_character(&line);
        int cells = wcwidth((wchar_t)character);
        is_sequence = is_sequence || character == '\033';
        width += is_sequence || cells < 0 ? 0 : (size_t)cells;
        is_sequence = is_sequence && character != 'm';
    }
    return columns == 0 || width <= columns ? 1 : (width + columns - 1) / columns;
}

struct drawing {
    struct sink sink;
    struct style style;
    struct arena *scratch;
};

/* The next line; none after the last newline. */
static bool next_line(struct text *lines, struct text *line)
{
    return lines->length > 0 && text_next_part(lines, '\n', line);
}

static size_t rows_of_all(struct text lines, size_t columns)
{
    size_t rows = 0;
    struct text line;
    while (next_line(&lines, &line))
        rows += rows_of(line, columns);
    return rows;
}

/* What stood there is cleared line by line: a screen that is cleared first flickers. */
static void end_line(struct drawing *drawing)
{
    sink_c(&drawing->sink, clear_line);
    sink_byte(&drawing->sink, '\n');
}

static void draw_rest(struct drawing *drawing, struct text lines)
{
    size_t rest = 0;
    struct text line;
    while (next_line(&lines, &line))
        rest++;
    style_write_tinted(&drawing->sink, &drawing->style, TINT_DIM,
                       MESSAGE("… and {1} more lines", figure_count(drawing->scratch, rest)));
    end_line(drawing);
}

/* At most `rows` rows of them. */
static void draw_lines(struct drawing *drawing, struct text lines, size_t rows)
{
    size_t columns = drawing->style.width;
    bool fits = rows_of_all(lines, columns) <= rows;
    struct text line, left = lines;
    while (next_line(&left, &line)) {
        size_t needed = rows_of(line, columns);
        if (!fits && needed + 1 > rows) {
            draw_rest(drawing, lines);
            return;
        }
        sink_text(&drawing->sink, line);
        end_line(drawing);
        rows -= needed;
        lines = left;
    }
}

bool screen_draw(const struct screen *screen, struct arena scratch, struct faults *faults)
{
    struct drawing drawing = {.style = terminal_style(STDOUT_FILENO), .scratch = &scratch};
    size_t height = terminal_height(STDOUT_FILENO), columns = drawing.style.width;
    size_t room = height > 0 ? height - 1 : SIZE_MAX; /* the last row is for the status */
    size_t most = screen->document.length > 0 ? room / 2 : room, notes = rows_of_all(screen->notes, columns);
    notes = notes < most ? notes : most;

    drawing.sink = sink_in(&scratch);
    sink_c(&drawing.sink, home);
    draw_lines(&drawing, screen->document, room - notes);
    draw_lines(&drawing, screen->notes, notes);
    sink_text(&drawing.sink, screen->status);
    sink_c(&drawing.sink, clear_line);
    sink_c(&drawing.sink, clear_below);
    return output_write(sink_written(&drawing.sink), faults);
}
