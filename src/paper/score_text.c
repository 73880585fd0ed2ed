#include "score_text.h"

struct text score_text(const struct rules *rules, struct exact score, struct arena *arena)
{
    return score_text_to(rules, score, rules->digits, arena);
}

struct text score_text_to(const struct rules *rules, struct exact score, int digits, struct arena *arena)
{
    return decimal_text(exact_round(arena, score, digits, (enum rounding)rules->rounding), digits, arena);
}

struct text decimal_text(struct exact value, int digits, struct arena *arena)
{
    struct sink plain = sink_in(arena);
    exact_write_decimal(&plain, value, digits);
    struct text text = sink_written(&plain);
    if (!text_starts_with(text, TEXT("-")))
        return text;
    struct sink printed = sink_in(arena);
    sink_c(&printed, "\u2212");
    sink_text(&printed, (struct text){text.bytes + 1, text.length - 1});
    return sink_written(&printed);
}

struct text number_text(int64_t number, struct arena *arena)
{
    struct sink sink = sink_in(arena);
    sink_integer(&sink, number);
    return sink_written(&sink);
}
