#include "rules_wording.h"

#include "score_text.h"
#include "words.h"

#define ONE_MINUTE 60

static struct text points_text_of(points value, struct arena *arena)
{
    struct sink sink = sink_in(arena);
    points_write(&sink, value, 0);
    return sink_written(&sink);
}

static struct text say(const struct rules *rules, struct arena *arena, const char *key, const struct filling *fillings)
{
    return wording_text(arena, (enum language)rules->language, key, fillings);
}

static struct text duration_text(const struct rules *rules, struct arena *arena, int64_t seconds)
{
    struct text minutes = number_text(seconds / ONE_MINUTE, arena);
    struct text rest = number_text(seconds % ONE_MINUTE, arena);
    if (seconds < ONE_MINUTE)
        return say(rules, arena, "rules.seconds", FILL({"seconds", rest}));
    if (seconds % ONE_MINUTE == 0)
        return say(rules, arena, "rules.minutes", FILL({"minutes", minutes}));
    return say(rules, arena, "rules.minutes.seconds", FILL({"minutes", minutes}, {"seconds", rest}));
}

/* ---- rounds ---- */

static struct text dropped_text(const struct rules *rules, struct arena *arena, const struct drop *drop)
{
    struct text high = number_text(drop->high, arena), low = number_text(drop->low, arena);
    if (drop->low == 0)
        return say(rules, arena, "rules.high", FILL({"count", high}));
    if (drop->high == 0)
        return say(rules, arena, "rules.low", FILL({"count", low}));
    if (drop->high == drop->low)
        return say(rules, arena, "rules.each", FILL({"count", high}));
    return say(rules, arena, "rules.both", FILL({"high", high}, {"low", low}));
}

static struct text method_text(const struct rules *rules, struct arena *arena, const struct round *round)
{
    if (round->method == METHOD_GIVEN)
        return say(rules, arena, "rules.given", NULL);
    if (round->method == METHOD_MEDIAN)
        return say(rules, arena, "rules.median", NULL);
    if (round->method == METHOD_SUM)
        return say(rules, arena, round->missing == MISSING_MEAN_OF_OTHERS ? "rules.sum.filled" : "rules.sum", NULL);
    bool drops_nothing = round->drop.high == 0 && round->drop.low == 0;
    if (round->method == METHOD_MEAN || drops_nothing)
        return say(rules, arena, "rules.mean", NULL);
    bool by_criterion = round->drop.by == DROP_BY_CRITERION && round->criterion_count > 1;
    return say(rules, arena, by_criterion ? "rules.trimmed.criterion" : "rules.trimmed",
               FILL({"dropped", dropped_text(rules, arena, &round->drop)}));
}

/* "超时1秒扣0.02分、11秒扣0.05分" */
static struct text bands_text(const struct rules *rules, struct arena *arena, const struct overtime *overtime)
{
    struct sink sink = sink_in(arena);
    for (size_t i = 0; i < overtime->band_count; i++) {
        if (i > 0)
            sink_text(&sink, wording_plain((enum language)rules->language, "list.separator"));
        sink_text(&sink, say(rules, arena, "rules.band",
                             FILL({"over", duration_text(rules, arena, overtime->bands[i].seconds)},
                                  {"points", points_text_of(overtime->bands[i].points, arena)})));
    }
    return sink_written(&sink);
}

static struct text over_text(const struct rules *rules, struct arena *arena, const struct overtime *overtime)
{
    struct text most = overtime->at_most.is_set ? points_text_of(overtime->at_most.value, arena) : TEXT("");
    struct text limit = duration_text(rules, arena, overtime->limit);
    if (overtime->limit == 0 || (!overtime->deduct.is_set && overtime->band_count == 0))
        return TEXT("");
    if (overtime->band_count > 0)
        return say(rules, arena, "rules.bands",
                   FILL({"limit", limit}, {"bands", bands_text(rules, arena, overtime)}, {"most", most}));
    return say(rules, arena, "rules.overtime",
               FILL({"limit", limit}, {"every", duration_text(rules, arena, overtime->every)},
                    {"deduct", points_text_of(overtime->deduct.value, arena)}, {"most", most}));
}

static struct text under_text(const struct rules *rules, struct arena *arena, const struct overtime *overtime)
{
    if (overtime->under.seconds == 0)
        return TEXT("");
    return say(rules, arena, "rules.under",
               FILL({"least", duration_text(rules, arena, overtime->under.seconds)},
                    {"points", points_text_of(overtime->under.points, arena)}));
}

/* How a round is scored, without its name. */
static struct text how_text(const struct rules *rules, struct arena *arena, const struct round *round)
{
    struct text scale = round->scale != POINTS_ONE ? points_text_of(round->scale, arena) : TEXT("");
    struct text floor = round->floor.is_set ? points_text_of(round->floor.value, arena) : TEXT("");
    return say(rules, arena, "rules.how",
               FILL({"method", method_text(rules, arena, round)}, {"scale", scale},
                    {"overtime", over_text(rules, arena, &round->overtime)},
                    {"under", under_text(rules, arena, &round->overtime)}, {"floor", floor}));
}

static struct text name_text(const struct rules *rules, struct arena *arena, const struct round *round)
{
    struct text weight = TEXT("");
    if (rules->combine == COMBINE_WEIGHTED && rules->round_count > 1)
        weight = points_text_of(round->weight.value, arena);
    return say(rules, arena, "rules.round", FILL({"round", round->name}, {"weight", weight}));
}

/* The rounds that are scored as round `first` is; empty where an earlier one stands for it. */
static struct text alike_text(const struct rules *rules, const struct text *how, size_t first, size_t *count,
                              struct arena *arena)
{
    struct sink names = sink_in(arena);
    *count = 0;
    for (size_t i = 0; i < first; i++)
        if (text_equal(how[i], how[first]))
            return TEXT("");
    for (size_t i = first; i < rules->round_count; i++) {
        if (!text_equal(how[i], how[first]))
            continue;
        if ((*count)++ > 0)
            sink_text(&names, wording_plain((enum language)rules->language, "list.separator"));
        sink_text(&names, name_text(rules, arena, &rules->rounds[i]));
    }
    return sink_written(&names);
}

static void write_alike(struct sink *sink, const struct rules *rules, struct text names, size_t count, struct text how,
                        struct arena *arena)
{
    bool is_all = count == rules->round_count && count > 1 && rules->combine != COMBINE_WEIGHTED;
    const char *key = is_all ? "rules.all" : count > 1 ? "rules.several" : "rules.single";
    sink_text(sink, say(rules, arena, key, FILL({"rounds", names}, {"how", how})));
}

static void write_rounds(struct sink *sink, const struct rules *rules, struct arena *arena)
{
    struct text *how = ARENA_ARRAY(arena, struct text, rules->round_count);
    for (size_t i = 0; i < rules->round_count; i++)
        how[i] = how_text(rules, arena, &rules->rounds[i]);
    for (size_t i = 0; i < rules->round_count; i++) {
        size_t count;
        struct text names = alike_text(rules, how, i, &count, arena);
        if (count == 0)
            continue;
        if (i > 0)
            sink_text(sink, wording_plain((enum language)rules->language, "clause.separator"));
        write_alike(sink, rules, names, count, how[i], arena);
    }
    sink_text(sink, wording_plain((enum language)rules->language, "rules.end"));
}

/* ---- the final score ---- */

static struct text rounding_text(const struct rules *rules, struct arena *arena)
{
    static const char *const keys[][2] = {
        [ROUNDING_HALF_UP] = {"rules.half-up", "rules.half-up.0"},
        [ROUNDING_HALF_EVEN] = {"rules.half-even", "rules.half-even.0"},
        [ROUNDING_DOWN] = {"rules.down", "rules.down.0"},
    };
    return say(rules, arena, keys[rules->rounding][rules->digits == 0],
               FILL({"digits", number_text(rules->digits, arena)}));
}

static const char *combine_key(const struct rules *rules)
{
    if (rules->round_count == 1)
        return "rules.final.one";
    if (rules->combine == COMBINE_SUM)
        return "rules.final.sum";
    return rules->combine == COMBINE_BEST ? "rules.final.best" : "rules.final.weighted";
}

static struct text tie_keys_text(const struct rules *rules, struct arena *arena)
{
    struct sink sink = sink_in(arena);
    for (size_t i = 0; i < rules->tie_count; i++) {
        if (i > 0)
            sink_text(&sink, wording_plain((enum language)rules->language, "list.separator"));
        words_write_tie_key(&sink, rules, &rules->ties[i]);
    }
    return sink_written(&sink);
}

static void write_final(struct sink *sink, const struct rules *rules, struct arena *arena)
{
    enum language language = (enum language)rules->language;
    wording_write(sink, language, combine_key(rules),
                  FILL({"rounding", rounding_text(rules, arena)}, {"best", number_text(rules->best, arena)}));
    sink_text(sink, wording_plain(language, "clause.separator"));
    wording_write(sink, language, "rules.ties", FILL({"keys", tie_keys_text(rules, arena)}));
    sink_text(sink, wording_plain(language, "rules.end"));
}

struct text rules_wording(const struct rules *rules, struct arena *arena)
{
    struct sink sink = sink_in(arena);
    write_rounds(&sink, rules, arena);
    sink_text(&sink, wording_plain((enum language)rules->language, "sentence.separator"));
    write_final(&sink, rules, arena);
    return sink_written(&sink);
}
