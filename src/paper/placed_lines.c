#include "placed_lines.h"

void placed_lines_add(struct placed_lines *lines, struct placed_line line, struct arena *arena)
{
    ARENA_RESERVE_ONE(arena, lines->items, lines->count, lines->capacity);
    lines->items[lines->count++] = line;
}

void placed_lines_draw(const struct placed_lines *lines, struct canvas *canvas, enum tag tag)
{
    for (size_t i = 0; i < lines->count; i++) {
        const struct placed_line *placed = &lines->items[i];
        bool is_last = i + 1 == lines->count || lines->items[i + 1].begins;
        if (placed->begins)
            canvas_begin_tag(canvas, tag);
        if (placed->says.length > 0)
            canvas_begin_said(canvas, placed->says);
        if (placed->is_turned)
            canvas_line_turned(canvas, &placed->line, placed->x, placed->y, -90);
        else
            canvas_line(canvas, &placed->line, placed->x, placed->y);
        if (placed->is_last_said)
            canvas_end_said(canvas);
        if (is_last)
            canvas_end_tag(canvas);
    }
}
