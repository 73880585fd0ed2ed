#include "scoresheet_legend.h"

#include "glue.h"
#include "method_wording.h"
#include "score_text.h"
#include "scoresheet_plan.h"
#include "scoresheet_steps.h"
#include "words.h"

/* The sentences while they are gathered. */
struct legend {
    const struct scoresheet *sheet;
    const struct contest *contest;
    const struct rules *rules;
    const struct round *round;
    struct arena *arena;
    struct listing sentences;
};

static void say(struct legend *legend, const char *key, const struct filling *fillings)
{
    listing_add(&legend->sentences, rule_say(legend->rules, legend->arena, key, fillings));
}

static struct text points_of(const struct legend *legend, points value)
{
    return rule_points(value, legend->arena);
}

/* ---- sheets ---- */

/* What stands in parentheses. */
static void say_dropped(struct legend *legend)
{
    bool high = false, low = false;
    for (size_t i = 0; i < legend->round->panel_count; i++) {
        const struct panel_rule *panel = &legend->round->panels[i];
        high = high || (panel_rule_drops(panel) && panel->drop.high > 0);
        low = low || (panel_rule_drops(panel) && panel->drop.low > 0);
    }
    const char *what = !low ? "scoresheet.legend.high" : !high ? "scoresheet.legend.low" : "scoresheet.legend.both";
    if (high || low)
        say(legend, "scoresheet.legend.dropped", FILL({"dropped", rule_say(legend->rules, legend->arena, what, NULL)}));
}

static void say_marks(struct legend *legend)
{
    bool is_named = scoresheet_names_judges(legend->sheet->standings, legend->sheet->sector, legend->sheet->round);
    const char *what = scoresheet_goes_by_criterion(legend->round)        ? "scoresheet.legend.criterion"
                       : legend->round->own.method == METHOD_PLACE_POINTS ? "scoresheet.legend.places"
                                                                          : "scoresheet.legend";
    say(legend, what,
        FILL({"seats", is_named ? TEXT("") : rule_say(legend->rules, legend->arena, "scoresheet.legend.seats", NULL)}));
    say_dropped(legend);
}

/* ---- sheets far from the others ---- */

static bool anybody_is_flagged(const struct legend *legend)
{
    const struct sector *members = &legend->contest->sectors[legend->sheet->sector->sector];
    for (size_t i = 0; i < members->contestant_count; i++) {
        const struct round_result *result = scoresheet_result(legend->sheet, members->contestants[i]);
        for (size_t k = 0; result && k < result->outlier_count; k++)
            if (scoresheet_is_flagged(result, result->outliers[k].judge))
                return true;
    }
    return false;
}

/* Whose highest and lowest sheet are too far apart, with the limit where there is one. */
static void say_spread(struct legend *legend)
{
    const struct sector *members = &legend->contest->sectors[legend->sheet->sector->sector];
    struct listing people = listing_of(legend->rules, legend->arena, "list.separator");
    struct text spread = TEXT("");
    if (!legend->round->has_panels)
        spread = rule_optional_points(legend->round->own.outliers.spread, legend->arena);
    for (size_t i = 0; i < members->contestant_count; i++) {
        const struct round_result *result = scoresheet_result(legend->sheet, members->contestants[i]);
        if (result && result->is_spread)
            listing_add(&people, glue_text(legend->contest->contestants[members->contestants[i]].name, legend->arena));
    }
    if (people.count > 0)
        say(legend, "scoresheet.legend.spread", FILL({"spread", spread}, {"people", listing_text(&people)}));
}

static void say_outliers(struct legend *legend)
{
    bool is_flagged = anybody_is_flagged(legend) && !scoresheet_goes_by_criterion(legend->round);
    for (size_t i = 0; i < legend->round->panel_count; i++) {
        const struct panel_rule *panel = &legend->round->panels[i];
        bool flags = is_flagged && panel->outliers.policy == OUTLIERS_FLAG && panel->outliers.limit.is_set;
        if (panel->outliers.policy == OUTLIERS_CLAMP || flags)
            say(legend, flags ? "scoresheet.legend.flagged" : "scoresheet.legend.clamped",
                FILL({"panel", legend->round->has_panels ? panel->name : TEXT("")},
                     {"limit", points_of(legend, panel->outliers.limit.value)}));
    }
    say_spread(legend);
}

/* Criteria's weights are in the totals; by criterion they have a column. */
static void say_criteria(struct legend *legend)
{
    const struct round *round = legend->round;
    struct listing weights = listing_of(legend->rules, legend->arena, "list.separator");
    bool weighs = false;
    for (size_t i = 0; i < round->criterion_count; i++) {
        weighs = weighs || round->criteria[i].weight != POINTS_ONE;
        listing_add(&weights, rule_say(legend->rules, legend->arena, "scoresheet.legend.weight",
                                       FILL({"name", round->criteria[i].name},
                                            {"weight", points_of(legend, round->criteria[i].weight)})));
    }
    if (weighs && !scoresheet_goes_by_criterion(round))
        say(legend, "scoresheet.legend.criteria", FILL({"weights", listing_text(&weights)}));
}

static void say_weights_of(struct legend *legend, size_t number)
{
    const struct panel *panel = &legend->contest->panels[number];
    struct listing weights = listing_of(legend->rules, legend->arena, "list.separator");
    bool are_alike = true;
    for (size_t i = 0; i < panel->judge_count; i++) {
        points weight = legend->contest->judges[panel->judges[i]].weight;
        are_alike = are_alike && weight == legend->contest->judges[panel->judges[0]].weight;
        listing_add(&weights, points_of(legend, weight));
    }
    if (!are_alike)
        say(legend, "scoresheet.legend.judges", FILL({"panel", panel->name}, {"weights", listing_text(&weights)}));
}

/* Judges' weights, of every panel that scores here, where they differ and count. */
static void say_weights(struct legend *legend)
{
    const struct sector *members = &legend->contest->sectors[legend->sheet->sector->sector];
    bool *told = ARENA_ARRAY(legend->arena, bool, legend->contest->panel_count);
    for (size_t i = 0; legend->round->has_panels && i < legend->round->panel_count; i++) {
        int method = legend->round->panels[i].method;
        if (method == METHOD_MEAN || method == METHOD_TRIMMED_MEAN)
            say_weights_of(legend, index_find(&legend->contest->panel_names, legend->round->panels[i].name));
    }
    bool counts = legend->round->own.method == METHOD_MEAN || legend->round->own.method == METHOD_TRIMMED_MEAN;
    for (size_t i = 0; !legend->round->has_panels && counts && i < members->contestant_count; i++) {
        size_t panel = contest_expected_panel(legend->contest, legend->sheet->round, members->contestants[i]);
        if (panel == INDEX_NONE || told[panel])
            continue;
        told[panel] = true;
        say_weights_of(legend, panel);
    }
}

static bool occurs(const struct legend *legend, enum cell_state state)
{
    const struct sheets *sheets = legend->sheet->standings->sheets;
    const struct sector *members = &legend->contest->sectors[legend->sheet->sector->sector];
    size_t round = legend->sheet->round;
    for (size_t i = 0; i < members->contestant_count; i++) {
        size_t contestant = members->contestants[i];
        const struct round_result *result = scoresheet_result(legend->sheet, contestant);
        if (!result || !result->is_entered || sheets_word(sheets, round, contestant) != STATUS_COMPETING)
            continue;
        for (size_t slot = 0; slot < sheets_expected(sheets, round, contestant); slot++)
            if (sheets_sheet(sheets, round, contestant, slot).state == (int)state)
                return true;
    }
    return false;
}

/* Of the words that stand in place of marks, those that do stand there. */
static void say_states(struct legend *legend)
{
    static const struct {
        enum cell_state state;
        const char *key;
    } words[] = {
        {CELL_PENDING, "scoresheet.pending"}, {CELL_ABSENT, "scoresheet.absent"}, {CELL_RECUSED, "scoresheet.recused"}};
    struct listing states = listing_of(legend->rules, legend->arena, "list.separator");
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (occurs(legend, words[i].state))
            listing_add(&states, rule_say(legend->rules, legend->arena, words[i].key, NULL));
    if (states.count > 0)
        say(legend, "scoresheet.legend.states", FILL({"states", listing_text(&states)}));
}

static void say_missing(struct legend *legend)
{
    bool fills = false;
    for (size_t i = 0; i < legend->round->panel_count; i++)
        fills = fills ||
                (legend->round->panels[i].missing == MISSING_MEAN_OF_OTHERS &&
                 (legend->round->panels[i].method == METHOD_SUM || legend->round->panels[i].method == METHOD_RANK_SUM));
    bool ranks = legend->round->own.method == METHOD_RANK_SUM;
    if (!fills)
        say_states(legend);
    else if (occurs(legend, CELL_ABSENT) || occurs(legend, CELL_RECUSED))
        say(legend, ranks ? "scoresheet.legend.filled.ranks" : "scoresheet.legend.filled", NULL);
}

/* ---- what is made of them ---- */

static void say_method(struct legend *legend)
{
    const struct round *round = legend->round;
    struct listing grades = listing_of(legend->rules, legend->arena, "list.separator");
    if (round->has_panels) {
        say(legend, "scoresheet.legend.panels", NULL);
    } else if (round->own.method == METHOD_RANK_SUM) {
        say(legend, "scoresheet.legend.ranks", FILL({"sector", rule_sector(legend->contest, legend->arena)}));
    } else if (round->own.method == METHOD_PLACE_POINTS) {
        say(legend, "scoresheet.legend.earned",
            FILL({"points", rule_points_list(legend->rules, legend->arena, &round->place_points)}));
    } else if (round->own.method == METHOD_BALLOT) {
        for (size_t i = 0; i < round->grade_count; i++)
            listing_add(&grades, rule_say(legend->rules, legend->arena, "rules.grade",
                                          FILL({"grade", round->grades[i].name},
                                               {"points", points_of(legend, round->grades[i].value)})));
        say(legend, "scoresheet.legend.ballot", FILL({"grades", listing_text(&grades)}));
    } else if (round->own.method == METHOD_GIVEN) {
        say(legend, "scoresheet.legend.given", NULL);
    }
}

static bool is_corrected(const struct legend *legend)
{
    const struct sector *members = &legend->contest->sectors[legend->sheet->sector->sector];
    for (size_t i = 0; i < members->contestant_count; i++) {
        const struct round_result *result = scoresheet_result(legend->sheet, members->contestants[i]);
        if (result && result->is_corrected)
            return true;
    }
    return false;
}

/* Each panel's mean, which its coefficient comes from, can be made from the column of raw scores: another tells who was
 * before which panel. */
static void say_correction(struct legend *legend)
{
    if (!is_corrected(legend))
        return;
    say(legend, "scoresheet.legend.corrected",
        FILL({"coefficient", correction_wording(legend->contest, legend->sheet->round, legend->arena)}));
    listing_add(&legend->sentences, correction_premise(legend->contest, legend->arena));
}

static void say_unscored(struct legend *legend)
{
    const struct sector *members = &legend->contest->sectors[legend->sheet->sector->sector];
    struct listing people = listing_of(legend->rules, legend->arena, "list.separator");
    for (size_t i = 0; i < members->contestant_count; i++) {
        const struct round_result *result = scoresheet_result(legend->sheet, members->contestants[i]);
        struct sink reason = sink_in(legend->arena);
        bool is_told = result && result->is_entered && !result->is_scored && result->pending == 0 && result->why_not &&
                       sheets_word(legend->sheet->standings->sheets, legend->sheet->round, members->contestants[i]) ==
                           STATUS_COMPETING;
        if (!is_told)
            continue;
        words_write_message(&reason, (enum language)legend->rules->language, result->why_not);
        listing_add(&people,
                    rule_say(legend->rules, legend->arena, "scoresheet.unscored.person",
                             FILL({"name", glue_text(legend->contest->contestants[members->contestants[i]].name,
                                                     legend->arena)},
                                  {"reason", sink_written(&reason)})));
    }
    if (people.count > 0)
        say(legend, "scoresheet.legend.unscored", FILL({"people", listing_text(&people)}));
}

struct text scoresheet_legend(const struct scoresheet *sheet, struct arena *arena)
{
    const struct contest *contest = sheet->standings->contest;
    struct legend legend = {.sheet = sheet,
                            .contest = contest,
                            .rules = &contest->rules,
                            .round = scoresheet_round(sheet),
                            .arena = arena,
                            .sentences = listing_of(&contest->rules, arena, "sentence.separator")};
    bool is_judged = round_is_judged(legend.round);
    if (is_judged)
        say_marks(&legend);
    if (is_judged)
        say_outliers(&legend);
    if (is_judged)
        say_criteria(&legend);
    if (is_judged)
        say_weights(&legend);
    say_method(&legend);
    say_correction(&legend);
    if (legend.round->floor.is_set)
        say(&legend, "scoresheet.legend.floor", FILL({"floor", points_of(&legend, legend.round->floor.value)}));
    if (is_judged)
        say_missing(&legend);
    say_unscored(&legend);
    return listing_text(&legend.sentences);
}
