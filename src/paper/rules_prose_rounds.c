/* 一、评分: a paragraph for each round. */
#include "method_wording.h"
#include "rules_prose.h"
#include "score_text.h"

/* One round while its sentences are gathered. */
struct telling {
    const struct prose *prose;
    const struct round *round;
    size_t number;
    struct listing sentences;
};

static void tell(struct telling *telling, const char *key, const struct filling *fillings)
{
    listing_add(&telling->sentences, prose_say(telling->prose, key, fillings));
}

/* A clause of the short wording as a sentence of its own. */
static void tell_clause(struct telling *telling, struct text clause)
{
    if (clause.length > 0)
        tell(telling, "rules.sentence", FILL({"text", clause}));
}

static struct text points_of(const struct telling *telling, points value)
{
    return rule_points(value, telling->prose->arena);
}

/* ---- who scores ---- */

static struct text judges_of(const struct telling *telling, size_t panel)
{
    const struct contest *contest = telling->prose->contest;
    int64_t count = 0;
    for (size_t i = 0; i < contest->panels[panel].judge_count; i++)
        count += !contest->judges[contest->panels[panel].judges[i]].is_void;
    return number_text(count, telling->prose->arena);
}

static struct text panels_text(const struct telling *telling)
{
    const struct prose *prose = telling->prose;
    struct listing panels = listing_of(prose->rules, prose->arena, "list.separator");
    for (size_t i = 0; i < telling->round->panel_count; i++) {
        const struct panel_rule *panel = &telling->round->panels[i];
        size_t number = index_find(&prose->contest->panel_names, panel->name);
        listing_add(&panels, prose_say(prose, "prose.panel",
                                       FILL({"panel", panel->name},
                                            {"judges", number == INDEX_NONE ? TEXT("") : judges_of(telling, number)},
                                            {"weight", points_of(telling, panel->weight.value)})));
    }
    return listing_text(&panels);
}

/* Whether contestants have panels of their own. */
static bool have_own_panels(const struct telling *telling)
{
    const struct contest *contest = telling->prose->contest;
    for (size_t i = 1; i < contest->contestant_count; i++)
        if (contest_expected_panel(contest, telling->number, i) != contest_expected_panel(contest, telling->number, 0))
            return true;
    return false;
}

static void tell_judges(struct telling *telling)
{
    const struct contest *contest = telling->prose->contest;
    size_t panel = INDEX_NONE;
    if (contest->contestant_count > 0)
        panel = contest_expected_panel(contest, telling->number, 0);
    if (telling->round->has_panels)
        tell(telling, "prose.judges.panels", FILL({"panels", panels_text(telling)}));
    else if (have_own_panels(telling))
        tell(telling, "prose.judges.own", NULL);
    else if (panel != INDEX_NONE)
        tell(telling, "prose.judges",
             FILL({"panel", contest->panels[panel].name}, {"judges", judges_of(telling, panel)}));
}

static void tell_entry(struct telling *telling)
{
    const struct round *round = telling->round;
    if (round->advance > 0)
        tell(telling, round->carry ? "prose.entry" : "prose.entry.fresh",
             FILL({"sector", rule_sector(telling->prose->contest, telling->prose->arena)},
                  {"count", number_text(round->advance, telling->prose->arena)}));
}

/* ---- what is scored ---- */

static struct text criterion_text(const struct telling *telling, const struct criterion *criterion)
{
    struct arena *arena = telling->prose->arena;
    struct text none = TEXT("");
    return prose_say(telling->prose, "prose.criterion",
                     FILL({"name", criterion->name}, {"max", rule_points(criterion->max, arena)},
                          {"min", criterion->min != 0 ? rule_points(criterion->min, arena) : none},
                          {"step", rule_optional_points(criterion->step, arena)},
                          {"weight", criterion->weight != POINTS_ONE ? rule_points(criterion->weight, arena) : none}));
}

static void tell_list(struct telling *telling)
{
    const struct round *round = telling->round;
    struct arena *arena = telling->prose->arena;
    struct listing criteria = listing_of(telling->prose->rules, arena, "list.separator");
    struct exact most = {0};
    for (size_t i = 0; i < round->criterion_count; i++) {
        const struct criterion *criterion = &round->criteria[i];
        listing_add(&criteria, criterion_text(telling, criterion));
        most = exact_add(arena, most,
                         exact_multiply(arena, exact_from_points(arena, criterion->weight),
                                        exact_from_points(arena, criterion->max)));
    }
    struct sink written = sink_in(arena);
    exact_write_decimal(&written, most, exact_digits_used(most));
    tell(telling, "prose.criteria",
         FILL({"count", number_text((int64_t)round->criterion_count, arena)}, {"criteria", listing_text(&criteria)},
              {"most", sink_written(&written)}));
}

static void tell_criteria(struct telling *telling)
{
    const struct criterion *only = telling->round->criteria;
    struct arena *arena = telling->prose->arena;
    if (telling->round->own.method == METHOD_BALLOT && !telling->round->has_panels)
        return;
    if (telling->round->criterion_count > 1) {
        tell_list(telling);
        return;
    }
    bool is_place = telling->round->own.method == METHOD_PLACE_POINTS;
    struct text none = TEXT("");
    tell(telling, is_place ? "prose.marks.places" : "prose.marks",
         FILL({"max", rule_points(only->max, arena)},
              {"min", is_place || only->min != 0 ? rule_points(only->min, arena) : none},
              {"step", is_place ? none : rule_optional_points(only->step, arena)},
              {"weight", only->weight != POINTS_ONE ? rule_points(only->weight, arena) : none}));
}

/* ---- how ---- */

/* With how few sheets there is no score, or nothing is dropped; said where it is more than one. */
static void tell_least(struct telling *telling)
{
    for (size_t i = 0; round_is_judged(telling->round) && i < telling->round->panel_count; i++) {
        const struct panel_rule *panel = &telling->round->panels[i];
        int64_t least = method_least_sheets(panel);
        bool keeps = panel->too_few == TOO_FEW_KEEP_ALL;
        if (least > 1 && (!keeps || panel_rule_drops(panel)))
            tell(telling, keeps ? "prose.few.kept" : "prose.few",
                 FILL({"panel", telling->round->has_panels ? panel->name : TEXT("")},
                      {"least", number_text(least, telling->prose->arena)}));
    }
}

static void tell_flags(struct telling *telling)
{
    for (size_t i = 0; i < telling->round->panel_count; i++) {
        const struct panel_rule *panel = &telling->round->panels[i];
        struct arena *arena = telling->prose->arena;
        bool flags = panel->outliers.policy == OUTLIERS_FLAG;
        struct text limit = flags ? rule_optional_points(panel->outliers.limit, arena) : TEXT("");
        struct text spread =
            panel->outliers.policy != OUTLIERS_NONE ? rule_optional_points(panel->outliers.spread, arena) : TEXT("");
        struct text name = telling->round->has_panels ? panel->name : TEXT("");
        if (limit.length > 0)
            tell(telling, "prose.flag", FILL({"panel", name}, {"limit", limit}));
        if (spread.length > 0)
            tell(telling, "prose.spread", FILL({"panel", name}, {"spread", spread}));
    }
}

static void tell_missing(struct telling *telling)
{
    const struct panel_rule *panel = &telling->round->own;
    bool adds = panel->method == METHOD_SUM || panel->method == METHOD_RANK_SUM;
    if (!telling->round->has_panels && adds && panel->missing == MISSING_ERROR)
        tell(telling, "prose.missing", NULL);
}

static void tell_how(struct telling *telling)
{
    const struct prose *prose = telling->prose;
    const struct round *round = telling->round;
    bool has_factors = contest_has_factors(prose->contest, telling->number);
    if (round->own.method != METHOD_GIVEN || round->has_panels)
        tell(telling, "prose.method",
             FILL({"text", round_method_wording(prose->contest, telling->number, prose->arena)}));
    tell_least(telling);
    tell_missing(telling);
    tell_flags(telling);
    if (round->scale != POINTS_ONE)
        tell(telling, "prose.scale", FILL({"scale", points_of(telling, round->scale)}));
    if (has_factors)
        tell(telling, "prose.factor", NULL);
    if (method_corrects(round)) {
        tell(telling, "prose.correction",
             FILL({"sector", rule_sector(prose->contest, prose->arena)},
                  {"coefficient", correction_wording(prose->contest, telling->number, prose->arena)}));
        listing_add(&telling->sentences, correction_premise(prose->contest, prose->arena));
    }
    tell_clause(telling, overtime_wording(prose->rules, &round->overtime, prose->arena));
    tell_clause(telling, under_wording(prose->rules, &round->overtime, prose->arena));
    if (round->floor.is_set)
        tell(telling, "prose.floor", FILL({"floor", points_of(telling, round->floor.value)}));
    if (round->digits != DIGITS_EXACT)
        tell(telling, "prose.digits", FILL({"rounding", rule_rounding(prose->rules, prose->arena, round->digits)}));
    else if (prose->rules->round_count > 1)
        tell(telling, "prose.digits.exact", NULL);
}

/* ---- all ---- */

/* The only round needs no number. */
static struct text label_of(const struct prose *prose, size_t number)
{
    const struct round *round = &prose->rules->rounds[number];
    bool weighs = prose->rules->combine == COMBINE_WEIGHTED && round->weight.value != POINTS_ONE_HUNDRED;
    struct text weight = weighs ? rule_points(round->weight.value, prose->arena) : TEXT("");
    struct text place = prose->rules->round_count > 1 ? prose_number(prose, number + 1) : TEXT("");
    return prose_say(prose, "prose.round", FILL({"number", place}, {"round", round->name}, {"weight", weight}));
}

void prose_add_rounds(struct prose *prose)
{
    for (size_t i = 0; i < prose->rules->round_count; i++) {
        struct telling telling = {prose, &prose->rules->rounds[i], i,
                                  listing_of(prose->rules, prose->arena, "sentence.separator")};
        const struct round *round = telling.round;
        bool is_ballot = round->own.method == METHOD_BALLOT && !round->has_panels;
        tell_entry(&telling);
        if (round_is_judged(round))
            tell_judges(&telling);
        else
            tell(&telling, is_ballot ? "prose.judges.voters" : "prose.judges.given", NULL);
        tell_criteria(&telling);
        tell_how(&telling);
        prose_add(prose, label_of(prose, i), listing_text(&telling.sentences));
    }
}
