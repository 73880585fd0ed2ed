#include "rules_wording.h"

#include "score_text.h"

/* ---- rounds ---- */

/* Whether every round is rounded to `digits`. */
static bool all_rounds_to(const struct rules *rules, int digits)
{
    for (size_t i = 0; i < rules->round_count; i++)
        if (rules->rounds[i].digits != digits)
            return false;
    return true;
}

/* Where the score of a round is rounded: empty where the sentence about the final score says it for all of them. */
static struct text digits_text(const struct rules *rules, struct arena *arena, const struct round *round)
{
    bool is_alone = rules->round_count == 1 && (round->digits == DIGITS_EXACT || round->digits == rules->digits);
    if (is_alone || all_rounds_to(rules, rules->digits) || all_rounds_to(rules, DIGITS_EXACT))
        return TEXT("");
    if (round->digits == DIGITS_EXACT)
        return rule_say(rules, arena, "rules.exact", NULL);
    return rule_say(rules, arena, "rules.digits", FILL({"rounding", rule_rounding(rules, arena, round->digits)}));
}

/* Who enters the round: 取前8名. */
static struct text entry_text(const struct contest *contest, struct arena *arena, const struct round *round)
{
    if (round->advance == 0)
        return TEXT("");
    return rule_say(&contest->rules, arena, round->carry ? "rules.entry" : "rules.entry.fresh",
                    FILL({"sector", rule_sector(contest, arena)}, {"count", number_text(round->advance, arena)}));
}

/* How a round is scored, without its name. */
static struct text how_text(const struct contest *contest, struct arena *arena, size_t number)
{
    const struct rules *rules = &contest->rules;
    const struct round *round = &rules->rounds[number];
    bool has_factors = contest_has_factors(contest, number);
    return rule_say(
        rules, arena, "rules.how",
        FILL({"entry", entry_text(contest, arena, round)}, {"method", round_method_wording(contest, number, arena)},
             {"scale", round->scale != POINTS_ONE ? rule_points(round->scale, arena) : TEXT("")},
             {"factor", has_factors ? rule_say(rules, arena, "rules.factor", NULL) : TEXT("")},
             {"correction", correction_wording(contest, number, arena)},
             {"overtime", overtime_wording(rules, &round->overtime, arena)},
             {"under", under_wording(rules, &round->overtime, arena)},
             {"floor", rule_optional_points(round->floor, arena)}, {"digits", digits_text(rules, arena, round)}));
}

static struct text name_text(const struct rules *rules, struct arena *arena, const struct round *round)
{
    struct text weight = TEXT("");
    if (rules->combine == COMBINE_WEIGHTED && round->weight.value != POINTS_ONE_HUNDRED)
        weight = rule_points(round->weight.value, arena);
    return rule_say(rules, arena, "rules.round", FILL({"round", round->name}, {"weight", weight}));
}

/* The rounds that are scored as round `first` is; none where an earlier one stands for it. */
static struct listing alike(const struct rules *rules, const struct text *how, size_t first, struct arena *arena)
{
    struct listing names = listing_of(rules, arena, "list.separator");
    for (size_t i = 0; i < first; i++)
        if (text_equal(how[i], how[first]))
            return names;
    for (size_t i = first; i < rules->round_count; i++)
        if (text_equal(how[i], how[first]))
            listing_add(&names, name_text(rules, arena, &rules->rounds[i]));
    return names;
}

/* The same in brief: what is the same for all contestants, without what time costs and where it is rounded. */
static struct text brief_how_text(const struct contest *contest, struct arena *arena, size_t number)
{
    const struct rules *rules = &contest->rules;
    const struct round *round = &rules->rounds[number];
    bool has_factors = contest_has_factors(contest, number), corrects = method_corrects(round);
    return rule_say(rules, arena, "rules.how",
                    FILL({"entry", entry_text(contest, arena, round)},
                         {"method", round_method_wording(contest, number, arena)},
                         {"scale", round->scale != POINTS_ONE ? rule_points(round->scale, arena) : TEXT("")},
                         {"factor", has_factors ? rule_say(rules, arena, "rules.factor", NULL) : TEXT("")},
                         {"correction", corrects ? rule_say(rules, arena, "rules.correction.brief", NULL) : TEXT("")},
                         {"overtime", TEXT("")}, {"under", TEXT("")}, {"floor", TEXT("")}, {"digits", TEXT("")}));
}

typedef struct text how_fn(const struct contest *contest, struct arena *arena, size_t number);

static struct text rounds_text(const struct contest *contest, struct arena *arena, how_fn *how_of)
{
    const struct rules *rules = &contest->rules;
    struct text *how = ARENA_ARRAY(arena, struct text, rules->round_count);
    struct listing clauses = listing_of(rules, arena, "clause.separator");
    for (size_t i = 0; i < rules->round_count; i++)
        how[i] = how_of(contest, arena, i);
    for (size_t i = 0; i < rules->round_count; i++) {
        struct listing names = alike(rules, how, i, arena);
        if (names.count == 0)
            continue;
        bool is_all = names.count == rules->round_count && names.count > 1 && rules->combine != COMBINE_WEIGHTED;
        const char *key = is_all ? "rules.all" : names.count > 1 ? "rules.several" : "rules.single";
        listing_add(&clauses, rule_say(rules, arena, key, FILL({"rounds", listing_text(&names)}, {"how", how[i]})));
    }
    return listing_text(&clauses);
}

/* ---- the final score ---- */

bool final_has_adjustments(const struct contest *contest)
{
    for (size_t i = 0; i < contest->adjustment_count; i++)
        if (contest->adjustments[i].round == INDEX_NONE)
            return true;
    return false;
}

/* The rounds whose scores make the final: by name where earlier ones were dropped, else all of them. */
static struct text rounds_that_count(const struct rules *rules, struct arena *arena)
{
    const struct stage *last = &rules->stages[rules->stage_count - 1];
    struct listing names = listing_of(rules, arena, "list.separator");
    if (last->first == 0)
        return rule_say(rules, arena, "rules.rounds", NULL);
    for (size_t i = last->first; i < last->end; i++)
        listing_add(&names, rules->rounds[i].name);
    return listing_text(&names);
}

static const char *combine_key(const struct rules *rules)
{
    static const char *const keys[] = {[COMBINE_WEIGHTED] = "rules.final.weighted",
                                       [COMBINE_SUM] = "rules.final.sum",
                                       [COMBINE_BEST] = "rules.final.best"};
    const struct stage *last = &rules->stages[rules->stage_count - 1];
    if (rules->round_count == 1)
        return "rules.final.one";
    return last->end - last->first == 1 ? "rules.final.last" : keys[rules->combine];
}

struct text final_wording(const struct contest *contest, struct arena *arena)
{
    const struct rules *rules = &contest->rules;
    bool is_zero = rules->absent_round == ABSENT_ROUND_ZERO && rules->combine != COMBINE_BEST;
    struct text final = rule_say(rules, arena, combine_key(rules),
                                 FILL({"rounds", rounds_that_count(rules, arena)}, {"best", rule_best(rules, arena)}));
    struct text none = TEXT("");
    return rule_say(
        rules, arena, "rules.final",
        FILL({"final", final}, {"zero", is_zero ? rule_say(rules, arena, "rules.zero", NULL) : none},
             {"adjusted", final_has_adjustments(contest) ? rule_say(rules, arena, "rules.adjusted", NULL) : none}));
}

/* Where rounds and final are rounded. */
static struct text rounding_text(const struct rules *rules, struct arena *arena)
{
    struct text rounding = rule_rounding(rules, arena, rules->digits);
    if (rules->round_count == 1)
        return rounding;
    const char *key = all_rounds_to(rules, rules->digits)  ? "rules.rounding.all"
                      : all_rounds_to(rules, DIGITS_EXACT) ? "rules.rounding.exact"
                                                           : "rules.rounding.final";
    return rule_say(rules, arena, key, FILL({"rounding", rounding}));
}

static struct text tie_text(const struct rules *rules, struct arena *arena)
{
    struct listing keys = listing_of(rules, arena, "list.separator");
    for (size_t i = 0; i < rules->tie_count; i++)
        listing_add(&keys, rule_tie_key(rules, arena, &rules->ties[i]));
    return rule_say(rules, arena, rules->dense ? "rules.ties.dense" : "rules.ties",
                    FILL({"order", rule_say(rules, arena, keys.count > 1 ? "rules.order.several" : "rules.order.one",
                                            FILL({"keys", listing_text(&keys)}))}));
}

static struct text second_sentence(const struct contest *contest, struct arena *arena)
{
    const struct rules *rules = &contest->rules;
    struct listing clauses = listing_of(rules, arena, "clause.separator");
    struct text lower = rules_lower_first(rules) ? rule_say(rules, arena, "rules.lower", NULL) : TEXT("");
    listing_add(&clauses, rule_say(rules, arena, "rules.final.rounded",
                                   FILL({"final", final_wording(contest, arena)},
                                        {"rounding", rounding_text(rules, arena)}, {"lower", lower})));
    if (rules->stage_count > 1)
        listing_add(&clauses, rule_say(rules, arena, "rules.behind", NULL));
    listing_add(&clauses, tie_text(rules, arena));
    return listing_text(&clauses);
}

static bool corrects_any(const struct rules *rules)
{
    bool corrects = false;
    for (size_t i = 0; i < rules->round_count; i++)
        corrects = corrects || method_corrects(&rules->rounds[i]);
    return corrects;
}

struct text rules_wording(const struct contest *contest, struct arena *arena)
{
    const struct rules *rules = &contest->rules;
    struct listing sentences = listing_of(rules, arena, "sentence.separator");
    listing_add(&sentences,
                rule_say(rules, arena, "rules.sentence", FILL({"text", rounds_text(contest, arena, how_text)})));
    listing_add(&sentences, rule_say(rules, arena, "rules.sentence", FILL({"text", second_sentence(contest, arena)})));
    if (corrects_any(rules))
        listing_add(&sentences, correction_premise(contest, arena));
    return listing_text(&sentences);
}

struct text rules_brief_wording(const struct contest *contest, struct arena *arena)
{
    const struct rules *rules = &contest->rules;
    enum language language = (enum language)rules->language;
    struct listing sentences = listing_of(rules, arena, "sentence.separator"),
                   final = listing_of(rules, arena, "comma");
    struct text rounds = rounds_text(contest, arena, brief_how_text);
    struct text more = rule_say(rules, arena, "rules.more", FILL({"rules", wording_plain(language, "prose.title")}));
    listing_add(&final, final_wording(contest, arena));
    if (rules_lower_first(rules))
        listing_add(&final, rule_say(rules, arena, "rules.lower", NULL));
    listing_add(&sentences, rule_say(rules, arena, "rules.sentence", FILL({"text", rounds})));
    listing_add(&sentences, rule_say(rules, arena, "rules.sentence", FILL({"text", listing_text(&final)})));
    if (corrects_any(rules))
        listing_add(&sentences, correction_premise(contest, arena));
    listing_add(&sentences, rule_say(rules, arena, "rules.sentence", FILL({"text", more})));
    return listing_text(&sentences);
}
