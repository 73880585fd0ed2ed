#include "figures.h"

enum { DIGITS_IN_FULL = 8, DIGITS_OF_ENDLESS = 6, DIGITS_MOST = 18, MINUTE = 60, HOUR = 3600 };

struct text figure_count(struct arena *arena, size_t count)
{
    struct sink sink = sink_in(arena);
    sink_integer(&sink, (int64_t)count);
    return sink_written(&sink);
}

struct text figure_points(struct arena *arena, points value)
{
    struct sink sink = sink_in(arena);
    points_write(&sink, value, 0);
    return sink_written(&sink);
}

struct text figure_signed(struct arena *arena, points value)
{
    struct sink sink = sink_in(arena);
    if (value >= 0)
        sink_byte(&sink, '+');
    points_write(&sink, value, 0);
    return sink_written(&sink);
}

struct text figure_published(struct arena *arena, const struct rules *rules, struct exact value)
{
    struct sink sink = sink_in(arena);
    struct exact rounded = exact_round(arena, value, rules->digits, (enum rounding)rules->rounding);
    exact_write_decimal(&sink, rounded, rules->digits);
    return sink_written(&sink);
}

static bool ends_soon(struct exact value)
{
    int digits = exact_digits_used(value);
    return digits >= 0 && digits <= DIGITS_IN_FULL;
}

static struct text figure_decimal(struct arena *arena, struct exact value)
{
    return figure_cut(arena, value, ends_soon(value) ? exact_digits_used(value) : DIGITS_OF_ENDLESS);
}

struct text figure_full(struct arena *arena, struct exact value)
{
    struct text decimal = figure_decimal(arena, value);
    if (ends_soon(value))
        return decimal;
    struct sink sink = sink_in(arena);
    sink_text(&sink, decimal);
    sink_c(&sink, " (");
    exact_write_fraction(&sink, value);
    sink_byte(&sink, ')');
    return sink_written(&sink);
}

static struct text cut_plainly(struct arena *arena, struct exact value, int digits)
{
    struct sink sink = sink_in(arena);
    exact_write_decimal(&sink, value, digits);
    return sink_written(&sink);
}

int figure_digits_apart(struct exact a, struct exact b, int least, struct arena scratch)
{
    int digits = least;
    while (digits < DIGITS_MOST && text_equal(cut_plainly(&scratch, a, digits), cut_plainly(&scratch, b, digits)))
        digits++;
    return digits;
}

struct text figure_cut(struct arena *arena, struct exact value, int digits)
{
    struct sink sink = sink_in(arena);
    exact_write_decimal(&sink, value, digits);
    struct exact kept = exact_round(arena, value, digits, ROUNDING_DOWN);
    if (exact_compare(kept, value) != 0)
        sink_c(&sink, "…");
    return sink_written(&sink);
}

struct text figure_duration(struct arena *arena, int64_t seconds)
{
    struct sink sink = sink_in(arena);
    if (seconds >= HOUR) {
        sink_integer(&sink, seconds / HOUR);
        sink_byte(&sink, ':');
    }
    sink_padded(&sink, (uint64_t)(seconds % HOUR / MINUTE), seconds >= HOUR ? 2 : 1);
    sink_byte(&sink, ':');
    sink_padded(&sink, (uint64_t)(seconds % MINUTE), 2);
    return sink_written(&sink);
}

struct text figure_cell(struct arena *arena, const struct place *place)
{
    char letters[8]; /* seven of 26 are more than 32 bits count */
    size_t at = sizeof letters;
    for (uint32_t rest = place->cell; rest > 0; rest = (rest - 1) / 26)
        letters[--at] = (char)('A' + (rest - 1) % 26);
    if (place->row == 0 || place->cell == 0)
        return TEXT("");
    struct sink sink = sink_in(arena);
    sink_text(&sink, (struct text){letters + at, sizeof letters - at});
    sink_integer(&sink, place->row);
    return sink_written(&sink);
}
