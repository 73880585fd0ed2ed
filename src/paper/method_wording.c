#include "method_wording.h"

#include "score_text.h"

/* ---- who counts how much ---- */

static bool are_unequal(const struct contest *contest, size_t panel)
{
    const struct panel *judges = panel == INDEX_NONE ? NULL : &contest->panels[panel];
    for (size_t i = 1; judges && i < judges->judge_count; i++)
        if (contest->judges[judges->judges[i]].weight != contest->judges[judges->judges[0]].weight)
            return true;
    return false;
}

/* Whether the mean is one by judges' weights. */
static bool weighs_judges(const struct contest *contest, size_t round, const struct panel_rule *panel)
{
    if (contest->rules.rounds[round].has_panels)
        return are_unequal(contest, index_find(&contest->panel_names, panel->name));
    for (size_t i = 0; i < contest->contestant_count; i++)
        if (are_unequal(contest, contest_expected_panel(contest, round, i)))
            return true;
    return false;
}

static bool weighs_criteria(const struct round *round)
{
    for (size_t i = 0; i < round->criterion_count; i++)
        if (round->criteria[i].weight != POINTS_ONE)
            return true;
    return false;
}

/* ---- methods ---- */

static struct text dropped_text(const struct rules *rules, struct arena *arena, const struct drop *drop)
{
    struct text high = number_text(drop->high, arena), low = number_text(drop->low, arena);
    if (drop->low == 0)
        return rule_say(rules, arena, "rules.high", FILL({"count", high}));
    if (drop->high == 0)
        return rule_say(rules, arena, "rules.low", FILL({"count", low}));
    if (drop->high == drop->low)
        return rule_say(rules, arena, "rules.each", FILL({"count", high}));
    return rule_say(rules, arena, "rules.both", FILL({"high", high}, {"low", low}));
}

/* Criterion by criterion; in a round of one criterion that shows only in weights and digits. */
static bool goes_by_criterion(const struct round *round, const struct panel_rule *panel)
{
    return panel_rule_drops_by_criterion(panel) &&
           (round->criterion_count > 1 || weighs_criteria(round) || panel->criterion_digits >= 0);
}

/* 取评委平均分; after a drop and within a panel shorter. */
static struct text plain_mean_text(const struct rules *rules, struct arena *arena, bool drops, bool is_short,
                                   bool weighs)
{
    static const char *const keys[3][2] = {{"rules.mean", "rules.mean.weighted"},
                                           {"rules.mean.short", "rules.mean.short.weighted"},
                                           {"rules.mean.rest", "rules.mean.rest.weighted"}};
    return rule_say(rules, arena, keys[drops ? 2 : is_short][weighs], NULL);
}

static struct text mean_text(const struct contest *contest, size_t round, const struct panel_rule *panel, bool is_short,
                             struct arena *arena)
{
    const struct rules *rules = &contest->rules;
    bool by_criterion = goes_by_criterion(&rules->rounds[round], panel), drops = panel_rule_drops(panel);
    struct text dropped = drops ? dropped_text(rules, arena, &panel->drop) : TEXT(""), times = TEXT("");
    struct text mean =
        plain_mean_text(rules, arena, drops, is_short || by_criterion, weighs_judges(contest, round, panel));
    if (!by_criterion)
        return rule_say(rules, arena, "rules.trimmed", FILL({"dropped", dropped}, {"mean", mean}));
    if (weighs_criteria(&rules->rounds[round]))
        times = rule_say(rules, arena, "rules.criterion.times", NULL);
    return rule_say(rules, arena, "rules.trimmed.criterion",
                    FILL({"dropped", dropped}, {"mean", mean},
                         {"digits", rule_rounding(rules, arena, panel->panel_digits)}, {"times", times},
                         {"rounding", rule_rounding(rules, arena, panel->criterion_digits)}));
}

static struct text grades_text(const struct rules *rules, struct arena *arena, const struct round *round)
{
    struct listing grades = listing_of(rules, arena, "list.separator");
    for (size_t i = 0; i < round->grade_count; i++)
        listing_add(&grades, rule_say(rules, arena, "rules.grade",
                                      FILL({"grade", round->grades[i].name},
                                           {"points", rule_points(round->grades[i].value, arena)})));
    return listing_text(&grades);
}

static struct text sum_text(const struct contest *contest, struct arena *arena, const struct panel_rule *panel)
{
    static const char *const keys[2][3] = {
        {[MISSING_ERROR] = "rules.sum",
         [MISSING_MEAN_OF_OTHERS] = "rules.sum.filled",
         [MISSING_LEAVE_OUT] = "rules.sum.left"},
        {[MISSING_ERROR] = "rules.ranks",
         [MISSING_MEAN_OF_OTHERS] = "rules.ranks.filled",
         [MISSING_LEAVE_OUT] = "rules.ranks"},
    };
    return rule_say(&contest->rules, arena, keys[panel->method == METHOD_RANK_SUM][panel->missing],
                    FILL({"sector", rule_sector(contest, arena)}));
}

static struct text plain_method(const struct contest *contest, size_t number, const struct panel_rule *panel,
                                bool is_short, struct arena *arena)
{
    const struct rules *rules = &contest->rules;
    const struct round *round = &rules->rounds[number];
    switch (panel->method) {
    case METHOD_GIVEN:
        return rule_say(rules, arena, "rules.given", NULL);
    case METHOD_BALLOT:
        return rule_say(rules, arena, "rules.ballot", FILL({"grades", grades_text(rules, arena, round)}));
    case METHOD_PLACE_POINTS:
        return rule_say(rules, arena, "rules.places",
                        FILL({"points", rule_points_list(rules, arena, &round->place_points)}));
    case METHOD_MEDIAN:
        return rule_say(rules, arena, "rules.median", NULL);
    case METHOD_SUM:
    case METHOD_RANK_SUM:
        return sum_text(contest, arena, panel);
    default:
        return mean_text(contest, number, panel, is_short, arena);
    }
}

int64_t method_least_sheets(const struct panel_rule *panel)
{
    int64_t dropped = panel->method == METHOD_TRIMMED_MEAN ? panel->drop.high + panel->drop.low : 0;
    return panel->min_sheets > dropped + 1 ? panel->min_sheets : dropped + 1;
}

static struct text clamp_text(const struct rules *rules, struct arena *arena, const struct panel_rule *panel)
{
    if (panel->outliers.policy != OUTLIERS_CLAMP)
        return TEXT("");
    return rule_say(rules, arena, "rules.clamp",
                    FILL({"limit", rule_points(panel->outliers.limit.value, arena)},
                         {"rounding", rule_rounding(rules, arena, panel->clamp_digits)}));
}

struct text method_wording(const struct contest *contest, size_t number, const struct panel_rule *panel, bool is_short,
                           struct arena *arena)
{
    const struct rules *rules = &contest->rules;
    const struct round *round = &rules->rounds[number];
    bool by_criterion = goes_by_criterion(round, panel);
    bool keeps_all = panel_rule_drops(panel) && panel->too_few == TOO_FEW_KEEP_ALL;
    bool weighs = round_is_judged(round) && weighs_criteria(round) && !by_criterion;
    struct text few = keeps_all ? number_text(method_least_sheets(panel), arena) : TEXT("");
    return rule_say(rules, arena, "rules.panel",
                    FILL({"weights", weighs ? rule_say(rules, arena, "rules.criteria.weighed", NULL) : TEXT("")},
                         {"clamp", clamp_text(rules, arena, panel)},
                         {"method", plain_method(contest, number, panel, is_short, arena)},
                         {"rounding", by_criterion ? TEXT("") : rule_rounding(rules, arena, panel->panel_digits)},
                         {"few", few}));
}

struct text round_method_wording(const struct contest *contest, size_t number, struct arena *arena)
{
    const struct rules *rules = &contest->rules;
    const struct round *round = &rules->rounds[number];
    if (!round->has_panels)
        return method_wording(contest, number, &round->own, false, arena);
    struct listing panels = listing_of(rules, arena, "comma");
    for (size_t i = 0; i < round->panel_count; i++)
        listing_add(&panels,
                    rule_say(rules, arena, "rules.panel.share",
                             FILL({"panel", round->panels[i].name},
                                  {"weight", rule_points(round->panels[i].weight.value, arena)},
                                  {"method", method_wording(contest, number, &round->panels[i], true, arena)})));
    return rule_say(rules, arena, "rules.panels", FILL({"panels", listing_text(&panels)}));
}

/* ---- correction ---- */

bool method_corrects(const struct round *round)
{
    return round->panel_correction != CORRECTION_NONE && !round->has_panels && round->own.name.length == 0 &&
           round_is_judged(round);
}

struct text correction_wording(const struct contest *contest, size_t number, struct arena *arena)
{
    const struct round *round = &contest->rules.rounds[number];
    if (!method_corrects(round))
        return TEXT("");
    return rule_say(&contest->rules, arena,
                    round->panel_correction == CORRECTION_MEAN ? "rules.correction" : "rules.correction.means",
                    FILL({"sector", rule_sector(contest, arena)},
                         {"rounding", rule_rounding(&contest->rules, arena, round->correction_digits)}));
}

struct text correction_premise(const struct contest *contest, struct arena *arena)
{
    return rule_say(&contest->rules, arena, "rules.correction.assumes", FILL({"sector", rule_sector(contest, arena)}));
}

/* ---- time ---- */

/* "超时1秒起扣0.02分、超时11秒起扣0.05分" */
static struct text bands_text(const struct rules *rules, struct arena *arena, const struct overtime *overtime)
{
    struct listing bands = listing_of(rules, arena, "list.separator");
    for (size_t i = 0; i < overtime->band_count; i++)
        listing_add(&bands, rule_say(rules, arena, "rules.band",
                                     FILL({"over", rule_duration(rules, arena, overtime->bands[i].seconds)},
                                          {"points", rule_points(overtime->bands[i].points, arena)})));
    return listing_text(&bands);
}

struct text overtime_wording(const struct rules *rules, const struct overtime *overtime, struct arena *arena)
{
    struct text most = rule_optional_points(overtime->at_most, arena);
    struct text limit = rule_duration(rules, arena, overtime->limit);
    if (overtime->limit == 0 || (!overtime->deduct.is_set && overtime->band_count == 0))
        return TEXT("");
    if (overtime->band_count > 0)
        return rule_say(rules, arena, "rules.bands",
                        FILL({"limit", limit}, {"bands", bands_text(rules, arena, overtime)}, {"most", most}));
    return rule_say(rules, arena, "rules.overtime",
                    FILL({"limit", limit}, {"every", rule_duration(rules, arena, overtime->every)},
                         {"deduct", rule_points(overtime->deduct.value, arena)}, {"most", most}));
}

struct text under_wording(const struct rules *rules, const struct overtime *overtime, struct arena *arena)
{
    if (overtime->under.seconds == 0)
        return TEXT("");
    return rule_say(rules, arena, "rules.under",
                    FILL({"least", rule_duration(rules, arena, overtime->under.seconds)},
                         {"points", rule_points(overtime->under.points, arena)}));
}
