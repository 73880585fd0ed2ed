#include "rule_words.h"

#include "score_text.h"
#include "words.h"

#define ONE_MINUTE 60

struct text rule_say(const struct rules *rules, struct arena *arena, const char *key, const struct filling *fillings)
{
    return wording_text(arena, (enum language)rules->language, key, fillings);
}

struct text rule_sector(const struct contest *contest, struct arena *arena)
{
    return contest->sector_count > 1 ? rule_say(&contest->rules, arena, "rules.sector", NULL) : TEXT("");
}

struct text rule_points(points value, struct arena *arena)
{
    struct exact exact = exact_from_points(arena, value);
    return decimal_text(exact, exact_digits_used(exact), arena);
}

struct text rule_optional_points(struct optional_points value, struct arena *arena)
{
    return value.is_set ? rule_points(value.value, arena) : TEXT("");
}

struct text rule_duration(const struct rules *rules, struct arena *arena, int64_t seconds)
{
    struct text minutes = number_text(seconds / ONE_MINUTE, arena);
    struct text rest = number_text(seconds % ONE_MINUTE, arena);
    if (seconds < ONE_MINUTE)
        return rule_say(rules, arena, "rules.seconds", FILL({"seconds", rest}));
    if (seconds % ONE_MINUTE == 0)
        return rule_say(rules, arena, "rules.minutes", FILL({"minutes", minutes}));
    return rule_say(rules, arena, "rules.minutes.seconds", FILL({"minutes", minutes}, {"seconds", rest}));
}

struct text rule_rounding(const struct rules *rules, struct arena *arena, int digits)
{
    static const char *const keys[][2] = {
        [ROUNDING_HALF_UP] = {"rules.half-up", "rules.half-up.0"},
        [ROUNDING_HALF_EVEN] = {"rules.half-even", "rules.half-even.0"},
        [ROUNDING_DOWN] = {"rules.down", "rules.down.0"},
    };
    if (digits < 0)
        return TEXT("");
    return rule_say(rules, arena, keys[rules->rounding][digits == 0], FILL({"digits", number_text(digits, arena)}));
}

/* 抽签 has its column under a short name of its own; others are called as in contestants.csv. */
static bool is_lot(const struct rules *rules, const struct tie_key *key)
{
    return key->kind == TIE_COLUMN && text_equal(rules->columns.items[key->column], TEXT("lot"));
}

struct text rule_tie_key(const struct rules *rules, struct arena *arena, const struct tie_key *key)
{
    struct sink sink = sink_in(arena);
    if (is_lot(rules, key))
        sink_text(&sink, wording_plain((enum language)rules->language, "rules.tie.lot"));
    else
        words_write_tie_key(&sink, rules, key);
    if (key->is_lower_first)
        sink_text(&sink, wording_plain((enum language)rules->language, "rules.tie.lower"));
    return sink_written(&sink);
}

struct text rule_best(const struct rules *rules, struct arena *arena)
{
    return rule_say(rules, arena, rules->best == 1 ? "rules.best.one" : "rules.best.several",
                    FILL({"count", number_text(rules->best, arena)}));
}

struct text rule_points_list(const struct rules *rules, struct arena *arena, const struct points_list *list)
{
    struct listing listing = listing_of(rules, arena, "list.separator");
    for (size_t i = 0; i < list->count; i++)
        listing_add(&listing, rule_points(list->items[i], arena));
    return listing_text(&listing);
}

/* ---- lists ---- */

struct listing listing_of(const struct rules *rules, struct arena *arena, const char *separator)
{
    return (struct listing){sink_in(arena), wording_plain((enum language)rules->language, separator), 0};
}

void listing_add(struct listing *listing, struct text text)
{
    if (text.length == 0)
        return;
    if (listing->count++ > 0)
        sink_text(&listing->sink, listing->separator);
    sink_text(&listing->sink, text);
}

struct text listing_text(const struct listing *listing)
{
    return sink_written(&listing->sink);
}
