#include "script_words.h"

#include "glue.h"
#include "rule_words.h"
#include "score_text.h"
#include "words.h"

static struct text say(const struct script *script, const char *key, const struct filling *fillings)
{
    return rule_say(script->rules, script->arena, key, fillings);
}

static struct text draw_text(const struct script *script, size_t contestant)
{
    int64_t draw = script->standings->contest->contestants[contestant].draw;
    return draw > 0 ? number_text(draw, script->arena) : TEXT("");
}

static struct text read_aloud(const struct script *script, struct text text)
{
    return reading_aid_text(&script->aid, text, script->arena);
}

static struct text name_of(const struct script *script, size_t contestant)
{
    return glue_text(read_aloud(script, script->standings->contest->contestants[contestant].name), script->arena);
}

struct text script_whom(const struct script *script, size_t contestant)
{
    return say(script, "script.whom",
               FILL({"draw", draw_text(script, contestant)}, {"name", name_of(script, contestant)}));
}

struct text script_winner(const struct script *script, size_t contestant)
{
    struct text unit = script->standings->contest->contestants[contestant].unit;
    return say(script, "script.winner",
               FILL({"draw", draw_text(script, contestant)}, {"name", name_of(script, contestant)},
                    {"unit", read_aloud(script, unit)}));
}

/* ---- one round ---- */

/* 一个最高分93.2分 */
static struct text dropped_text(const struct script *script, size_t round, size_t contestant, bool is_high)
{
    size_t count;
    struct text marks = facts_dropped(&script->rounds[round], contestant, is_high, &count, script->arena);
    const char *keys[2][2] = {{"script.low.one", "script.low"}, {"script.high.one", "script.high"}};
    if (count == 0)
        return TEXT("");
    return say(script, keys[is_high][count > 1],
               FILL({"count", number_text((int64_t)count, script->arena)}, {"marks", marks}));
}

static struct text changed_text(const struct script *script, const char *added, const char *taken, points value)
{
    if (value == 0)
        return TEXT("");
    return say(script, value > 0 ? added : taken, FILL({"points", facts_points(value, script->arena)}));
}

static struct text multiplied_text(const struct script *script, const char *key, struct text by)
{
    return by.length > 0 ? say(script, key, FILL({"by", by})) : by;
}

static struct text changes_text(const struct script *script, size_t round, size_t contestant,
                                const struct round_result *result)
{
    const struct round_facts *facts = &script->rounds[round];
    struct listing changes = listing_of(script->rules, script->arena, "comma");
    listing_add(&changes, multiplied_text(script, "script.factor", facts_factor(facts, contestant, script->arena)));
    listing_add(&changes,
                multiplied_text(script, "script.coefficient", facts_coefficient(facts, contestant, script->arena)));
    listing_add(&changes, changed_text(script, "script.added", "script.time", result->overtime));
    listing_add(&changes, changed_text(script, "script.added", "script.taken", result->adjustments - result->overtime));
    return listing_text(&changes);
}

static struct text scored_text(const struct script *script, size_t round, size_t contestant,
                               const struct round_result *result)
{
    struct text sum = facts_sum(&script->rounds[round], contestant, script->arena);
    struct text counted = sum.length > 0 ? number_text((int64_t)result->counted, script->arena) : TEXT("");
    bool is_ranks = rules_lower_first(script->rules);
    return say(script, is_ranks ? "script.ranks" : "script.round",
               FILL({"high", dropped_text(script, round, contestant, true)},
                    {"low", dropped_text(script, round, contestant, false)}, {"counted", counted}, {"sum", sum},
                    {"changes", changes_text(script, round, contestant, result)},
                    {"round", script->rules->rounds[round].name},
                    {"score", score_text(script->rules, result->score, script->arena)}));
}

/* Empty where the contestant did not enter the round. */
static struct text round_text(const struct script *script, size_t round, size_t contestant)
{
    const struct round_result *result = &script->standings->results[contestant].rounds[round];
    int word = sheets_word(script->standings->sheets, round, contestant);
    struct text name = script->rules->rounds[round].name;
    if (!result->is_entered)
        return TEXT("");
    if (word != STATUS_COMPETING)
        return say(script, "script.worded",
                   FILL({"round", name}, {"status", words_status((enum language)script->rules->language, word)}));
    if (result->is_scored)
        return scored_text(script, round, contestant, result);
    return say(script, result->pending > 0 ? "script.pending" : "script.unscored", FILL({"round", name}));
}

/* ---- all ---- */

static struct text final_text(const struct script *script, const struct result *result)
{
    if (!result->has_final)
        return TEXT("");
    return say(script, rules_lower_first(script->rules) ? "script.final.ranks" : "script.final",
               FILL({"changes", changed_text(script, "script.added", "script.taken", result->adjustments)},
                    {"final", score_text(script->rules, result->final, script->arena)}));
}

/* Whether the rounds that a contestant has entered all have their scores. */
static bool has_all_rounds(const struct script *script, size_t contestant)
{
    for (size_t r = 0; r < script->rules->round_count; r++) {
        const struct round_result *round = &script->standings->results[contestant].rounds[r];
        if (round->is_entered && round->pending > 0)
            return false;
    }
    return true;
}

struct text script_scores(const struct script *script, size_t contestant)
{
    int status = sheets_status(script->standings->sheets, contestant);
    struct listing told = listing_of(script->rules, script->arena, "script.separator");
    if (status != STATUS_COMPETING) {
        listing_add(&told, words_status((enum language)script->rules->language, status));
    } else {
        for (size_t r = 0; r < script->rules->round_count; r++)
            listing_add(&told, round_text(script, r, contestant));
        if (has_all_rounds(script, contestant))
            listing_add(&told, final_text(script, &script->standings->results[contestant]));
    }
    return say(script, "script.scores", FILL({"scores", listing_text(&told)}));
}
