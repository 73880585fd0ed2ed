#include "box_vertical.h"

#include "character.h"
#include "line_break.h"
#include "palette.h"

/* Hanzi and what takes a vertical form; a middle dot is the same either way. */
static bool is_upright(const struct letter *letter)
{
    enum { MIDDLE_DOT = 0xB7 };
    uint32_t code_point = letter->code_point;
    if (character_is_narrow(letter->character))
        return false;
    return letter_is_wide(code_point) || character_vertical(code_point) != code_point || code_point == MIDDLE_DOT;
}

/* The letters from `from` on that stand together: one that is upright with its marks, or all that lie. */
static size_t piece_length(const struct line *line, size_t from)
{
    size_t to = from + 1;
    bool is_one = is_upright(&line->letters[from]);
    while (to < line->count && (line->letters[to].is_mark || (!is_one && !is_upright(&line->letters[to]))))
        to++;
    return to - from;
}

static double piece_width(const struct line *line, size_t from, size_t count)
{
    double width = 0;
    for (size_t i = from; i < from + count; i++)
        width += line->letters[i].advance + line->letters[i].move + line->stretch;
    return width;
}

/* What the line reads as: punctuation not in its vertical form. */
static struct text said_of(const struct line *line, struct arena *arena)
{
    struct sink said = sink_in(arena);
    for (size_t i = 0; i < line->count; i++) {
        const struct letter *letter = &line->letters[i];
        bool has_form = letter->character == character_vertical(letter->code_point);
        character_write(&said, has_form ? letter->code_point : letter->character);
    }
    return sink_written(&said);
}

void box_vertical_place(const struct line *line, double x, double y, bool begins, struct typesetter *typesetter,
                        struct placed_lines *placed)
{
    struct text said = said_of(line, typesetter->arena);
    y -= line->first;
    for (size_t i = 0, count; i < line->count; i += count) {
        count = piece_length(line, i);
        struct letter *letter = &line->letters[i];
        double size = letter->style->size, advance = piece_width(line, i, count);
        double width = advance - letter[count - 1].move - letter->style->tracking - line->stretch;
        bool is_turned = !is_upright(letter);
        struct placed_line piece = {
            .line = {.letters = letter, .count = count, .width = width, .stretch = line->stretch},
            .x = is_turned ? x : x - width / 2,
            .y = is_turned ? y + width / 2 : y + (width - size) / 2 + ASCENT * size,
            .begins = begins && i == 0,
            .is_turned = is_turned,
            .says = i == 0 ? said : TEXT(""),
            .is_last_said = i + count == line->count,
        };
        placed_lines_add(placed, piece, typesetter->arena);
        y += advance;
    }
}
