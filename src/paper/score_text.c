#include "score_text.h"

struct text score_text(const struct rules *rules, struct exact score, struct arena *arena)
{
    return score_text_to(rules, score, rules->digits, arena);
}

struct text score_text_to(const struct rules *rules, struct exact score, int digits, struct arena *arena)
{
    struct sink sink = sink_in(arena);
    exact_write_decimal(&sink, exact_round(arena, score, digits, (enum rounding)rules->rounding), digits);
    return sink_written(&sink);
}

struct text number_text(int64_t number, struct arena *arena)
{
    struct sink sink = sink_in(arena);
    sink_integer(&sink, number);
    return sink_written(&sink);
}
