#include "script_words.h"

#include "caveats.h"
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

/* What is told of a panel's sheets. */
struct told {
    struct text high, low, counted, sum;
};

/* 一个最高分93.2分 */
static struct text dropped_text(const struct script *script, size_t round, size_t contestant, size_t panel,
                                bool is_high)
{
    size_t count;
    struct text marks = facts_dropped(&script->rounds[round], contestant, panel, is_high, &count, script->arena);
    const char *keys[2][2] = {{"script.low.one", "script.low"}, {"script.high.one", "script.high"}};
    if (count == 0)
        return TEXT("");
    return say(script, keys[is_high][count > 1],
               FILL({"count", number_text((int64_t)count, script->arena)}, {"marks", marks}));
}

static struct told told_of(const struct script *script, size_t round, size_t contestant, size_t panel)
{
    const struct round_facts *facts = &script->rounds[round];
    struct told told = {.high = dropped_text(script, round, contestant, panel, true),
                        .low = dropped_text(script, round, contestant, panel, false),
                        .sum = facts_sum(facts, contestant, panel, script->arena)};
    if (told.sum.length > 0)
        told.counted = facts_counted(facts, contestant, panel, script->arena);
    return told;
}

static struct text panels_text(const struct script *script, size_t round, size_t contestant)
{
    const struct round_facts *facts = &script->rounds[round];
    struct listing panels = listing_of(script->rules, script->arena, "script.separator");
    for (size_t p = 0; p < facts_panel_count(facts); p++) {
        struct told told = told_of(script, round, contestant, p);
        listing_add(&panels, say(script, "script.panel",
                                 FILL({"panel", script->rules->rounds[round].panels[p].name}, {"high", told.high},
                                      {"low", told.low}, {"counted", told.counted}, {"sum", told.sum},
                                      {"score", facts_panel_score(facts, contestant, p, script->arena)})));
    }
    return listing_text(&panels);
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
    struct text floor = facts_floor(facts, contestant, script->arena);
    if (floor.length > 0)
        listing_add(&changes, say(script, "script.floor", FILL({"floor", floor})));
    return listing_text(&changes);
}

static struct text scored_text(const struct script *script, size_t round, size_t contestant,
                               const struct round_result *result)
{
    struct text changes = changes_text(script, round, contestant, result);
    struct text name = script->rules->rounds[round].name,
                score = score_text(script->rules, result->score, script->arena);
    if (rules_lower_first(script->rules))
        return say(script, "script.ranks", FILL({"changes", changes}, {"round", name}, {"score", score}));
    if (facts_panel_count(&script->rounds[round]) > 1 && result->has_panel)
        return say(script, "script.panels",
                   FILL({"panels", panels_text(script, round, contestant)}, {"changes", changes}, {"round", name},
                        {"score", score}));
    struct told told = told_of(script, round, contestant, 0);
    return say(script, "script.round",
               FILL({"high", told.high}, {"low", told.low}, {"counted", told.counted}, {"sum", told.sum},
                    {"changes", changes}, {"round", name}, {"score", score}));
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
    static const char *const keys[] = {"script.veto", "script.veto.promotion"};
    int status = sheets_status(script->standings->sheets, contestant);
    struct listing told = listing_of(script->rules, script->arena, "script.separator");
    if (status != STATUS_COMPETING) {
        listing_add(&told, words_status((enum language)script->rules->language, status));
    } else {
        for (size_t r = 0; r < script->rules->round_count; r++)
            listing_add(&told, round_text(script, r, contestant));
        if (has_all_rounds(script, contestant))
            listing_add(&told, final_text(script, &script->standings->results[contestant]));
        listing_add(&told, caveat_veto(script->standings, contestant, keys, script->arena));
    }
    return say(script, "script.scores", FILL({"scores", listing_text(&told)}));
}
