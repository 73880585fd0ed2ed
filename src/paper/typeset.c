#include "typeset.h"

#include "line_break.h"
#include "spacing.h"

#include <math.h>

static const double STRETCH_MOST = 0.25; /* ems: what is wider apart looks like single letters */
static const double SIZE_STEP = 0.5;
static const double ROUNDING_SLACK = 0.01; /* a line that is this much too wide, in points, is not */

/* ---- lines ---- */

static struct line line_of(struct letter *letters, size_t count)
{
    struct line line = {.letters = letters, .count = count};
    if (count == 0)
        return line;
    for (size_t i = 0; i < count; i++)
        line.width += letters[i].advance + letters[i].move;
    const struct letter *last = &letters[count - 1];
    line.first = spacing_first(letters);
    line.width -= line.first + last->style->tracking + last->move + spacing_last(last);
    return line;
}

struct line typeset_line(struct typesetter *typesetter, const struct style *style, struct text text)
{
    struct letters letters = {0};
    letters_add(typesetter, &letters, letters_style(typesetter, style), text);
    return line_of(letters.items, letters.count);
}

static void line_resize(struct line *line, struct typesetter *typesetter, double size)
{
    if (line->count == 0)
        return;
    struct style smaller = *line->letters[0].style;
    double factor = size / smaller.size;
    smaller.size = size;
    smaller.tracking *= factor;
    const struct style *style = letters_style(typesetter, &smaller);
    for (size_t i = 0; i < line->count; i++) {
        line->letters[i].advance *= factor;
        line->letters[i].padding *= factor;
        line->letters[i].move *= factor;
        line->letters[i].style = style;
    }
    line->width *= factor;
    line->first *= factor;
}

struct line typeset_fitted(struct typesetter *typesetter, const struct style *style, struct text text, double width,
                           double smallest)
{
    struct line line = typeset_line(typesetter, style, text);
    if (line.width <= width + ROUNDING_SLACK)
        return line;
    double fitting = floor(style->size * width / line.width / SIZE_STEP) * SIZE_STEP;
    line_resize(&line, typesetter, fitting > smallest ? fitting : smallest);
    return line;
}

/* ---- wrapping ---- */

static bool may_end_after(const struct letters *letters, size_t at)
{
    const struct letter *here = &letters->items[at];
    return !here->is_glued && line_may_end_between(here->code_point, letters->items[at + 1].code_point);
}

/* How many letters from `from` go on a line of `width`. */
static size_t letters_within(const struct letters *letters, size_t from, double width)
{
    double taken = -spacing_first(&letters->items[from]);
    size_t end = 0, unglued = 0;
    for (size_t i = from; i < letters->count; i++) {
        const struct letter *letter = &letters->items[i];
        taken += letter->advance;
        double seen = taken - letter->style->tracking - spacing_last(letter);
        bool fits = seen <= width + ROUNDING_SLACK || letter_is_blank(letter->code_point);
        if (!fits && (end > 0 || unglued > 0))
            return end > 0 ? end : unglued;
        if (i + 1 == letters->count)
            break;
        if (may_end_after(letters, i))
            end = i + 1 - from;
        if (!letter->is_glued && !letters->items[i + 1].is_mark)
            unglued = i + 1 - from;
        taken += letter->move;
    }
    return letters->count - from;
}

static struct line trimmed_line(struct letter *letters, size_t count)
{
    while (count > 0 && letter_is_blank(letters[count - 1].code_point))
        count--;
    return line_of(letters, count);
}

static struct lines wrap(struct typesetter *typesetter, const struct letters *letters, double width, double indent)
{
    struct lines lines = {.fits = true};
    size_t capacity = 0;
    for (size_t from = 0; from < letters->count;) {
        double room = lines.count == 0 ? width - indent : width;
        size_t count = letters_within(letters, from, room);
        ARENA_RESERVE_ONE(typesetter->arena, lines.items, lines.count, capacity);
        struct line line = trimmed_line(letters->items + from, count);
        line.is_parted = line.count < count;
        lines.items[lines.count++] = line;
        lines.widest = fmax(lines.widest, line.width);
        lines.fits = lines.fits && line.width <= room + ROUNDING_SLACK;
        from += count;
    }
    return lines;
}

struct lines typeset_spans(struct typesetter *typesetter, const struct span *spans, size_t count, double width,
                           double indent)
{
    struct letters letters = {0};
    for (size_t i = 0; i < count; i++) {
        letters_add(typesetter, &letters, letters_style(typesetter, spans[i].style), spans[i].text);
        if (letters.count > 0 && i + 1 < count && spans[i].style->tracking > spans[i + 1].style->tracking)
            letters.items[letters.count - 1].advance += spans[i].style->tracking;
    }
    return wrap(typesetter, &letters, width, indent);
}

struct lines typeset_wrapped(struct typesetter *typesetter, const struct style *style, struct text text, double width)
{
    return typeset_spans(typesetter, &(struct span){text, style}, 1, width, 0);
}

static struct lines lines_of_one(struct typesetter *typesetter, struct line line)
{
    struct lines lines = {ARENA_NEW(typesetter->arena, struct line), 1, line.width, true};
    lines.items[0] = line;
    return lines;
}

struct lines typeset_single(struct typesetter *typesetter, const struct style *style, struct text text, double width)
{
    struct lines lines = lines_of_one(typesetter, typeset_line(typesetter, style, text));
    lines.fits = lines.widest <= width + ROUNDING_SLACK;
    return lines;
}

struct lines typeset_column(struct typesetter *typesetter, const struct style *style, struct text text, double width,
                            double smallest, size_t most_lines)
{
    struct line single = typeset_fitted(typesetter, style, text, width, smallest);
    if (single.width <= width + ROUNDING_SLACK)
        return lines_of_one(typesetter, single);
    struct style smaller = *style;
    for (;; smaller.size -= SIZE_STEP) {
        struct lines lines = typeset_wrapped(typesetter, &smaller, text, width);
        bool is_last = smaller.size - SIZE_STEP < smallest;
        lines.fits = lines.fits && lines.count <= most_lines;
        if (lines.fits || is_last)
            return lines;
    }
}

struct lines typeset_balanced(struct typesetter *typesetter, const struct style *style, struct text text, double width,
                              size_t most_lines)
{
    struct measure measure = measure_begin(typesetter);
    struct lines most = typeset_wrapped(typesetter, style, text, width);
    most.fits = most.fits && most.count <= most_lines;
    if (!most.fits)
        return most;
    measure_end(typesetter, &measure);

    struct line line = typeset_line(typesetter, style, text);
    double whole = line.width, longest = line_longest_part(&line);
    measure_end(typesetter, &measure);
    for (size_t count = 1;; count++) { /* it ends: the whole width does */
        double room = fmax(longest, whole / (double)count), step = style->size / 2;
        size_t steps = room < width ? (size_t)ceil((width - room) / step) : 0;
        for (size_t i = 0; i <= steps; i++) {
            struct lines lines = typeset_wrapped(typesetter, style, text, fmin(room + (double)i * step, width));
            if (lines.fits && lines.count <= count)
                return lines;
            measure_end(typesetter, &measure);
        }
    }
}

double line_longest_part(const struct line *line)
{
    const struct letters letters = {line->letters, line->count, line->count};
    double longest = 0, part = 0;
    for (size_t i = 0; i < line->count; i++) {
        bool may_end = i + 1 == line->count || may_end_after(&letters, i);
        part += may_end && letter_is_blank(line->letters[i].code_point) ? 0 : line->letters[i].advance;
        longest = fmax(longest, part);
        part = may_end ? 0 : part + line->letters[i].move;
    }
    return longest;
}

void lines_justify(struct lines *lines, double width, double indent)
{
    for (size_t i = 0; i + 1 < lines->count; i++) {
        struct line *line = &lines->items[i];
        double slack = width - (i == 0 ? indent : 0) - line->width;
        double stretch = line->count > 1 ? slack / (double)(line->count - 1) : 0;
        if (stretch > 0 && stretch <= STRETCH_MOST * line->letters[0].style->size)
            line->stretch = stretch;
    }
}

/* The whole characters among its first bytes. */
static struct text beginning_of(struct text text, size_t length)
{
    while (length > 0 && ((unsigned char)text.bytes[length] & 0xC0) == 0x80)
        length--;
    return (struct text){text.bytes, length};
}

/* Of a text that is far too wide, a beginning that still is. */
static struct text halved(struct typesetter *typesetter, const struct style *style, struct text text, double width)
{
    for (;;) {
        struct measure measure = measure_begin(typesetter);
        struct text half = beginning_of(text, text.length / 2);
        double taken = typeset_line(typesetter, style, half).width;
        measure_end(typesetter, &measure);
        if (taken <= width)
            return text;
        text = half;
    }
}

struct line typeset_cut(struct typesetter *typesetter, const struct style *style, struct text text, double width,
                        double smallest)
{
    struct measure measure = measure_begin(typesetter);
    struct line line = typeset_fitted(typesetter, style, text, width, smallest);
    struct style small = *style;
    small.size = fmin(style->size, smallest);
    if (line.width > width + ROUNDING_SLACK)
        text = halved(typesetter, &small, text, width);
    while (line.width > width + ROUNDING_SLACK && text.length > 0) {
        text = beginning_of(text, text.length - 1);
        measure_end(typesetter, &measure);
        struct sink cut = sink_in(typesetter->arena);
        sink_text(&cut, text);
        sink_c(&cut, "…");
        line = typeset_line(typesetter, &small, sink_written(&cut));
    }
    return line;
}
