#include "rules_prose.h"

#include "imprint.h"
#include "rules_wording.h"
#include "score_text.h"

static void add_plain(struct prose *prose, const char *key)
{
    prose_add(prose, TEXT(""), prose_say(prose, key, NULL));
}

/* ---- the final score ---- */

/* 书面比武得分×30%＋登台述评得分×70%: of the rounds that make a stage's result. */
static struct text terms_text(const struct prose *prose, const struct stage *stage)
{
    const struct rules *rules = prose->rules;
    struct listing terms =
        listing_of(rules, prose->arena, rules->combine == COMBINE_BEST ? "list.separator" : "prose.plus");
    for (size_t i = stage->first; i < stage->end; i++) {
        const struct round *round = &rules->rounds[i];
        bool weighs = rules->combine == COMBINE_WEIGHTED && round->weight.value != POINTS_ONE_HUNDRED;
        listing_add(&terms,
                    prose_say(prose, "prose.term",
                              FILL({"round", round->name},
                                   {"weight", weighs ? rule_points(round->weight.value, prose->arena) : TEXT("")})));
    }
    return listing_text(&terms);
}

static struct text stage_text(const struct prose *prose, const struct stage *stage, const char *key)
{
    bool picks = prose->rules->combine == COMBINE_BEST && stage->end - stage->first > 1;
    struct text entered = stage->since > 0 ? prose->rules->rounds[stage->since].name : TEXT("");
    struct text best = picks ? rule_best(prose->rules, prose->arena) : TEXT("");
    return prose_say(prose, key,
                     FILL({"entered", entered}, {"terms", terms_text(prose, stage)}, {"best", best},
                          {"rounding", rule_rounding(prose->rules, prose->arena, prose->rules->digits)}));
}

static void add_final(struct prose *prose)
{
    const struct rules *rules = prose->rules;
    bool picks = rules->combine == COMBINE_BEST;
    prose_begin_section(prose, "prose.final");
    for (size_t i = 0; i < rules->stage_count; i++) {
        bool is_last = i + 1 == rules->stage_count;
        prose_add(prose, TEXT(""),
                  stage_text(prose, &rules->stages[i],
                             picks && rules->stages[i].end - rules->stages[i].first > 1
                                 ? (is_last ? "prose.final.best" : "prose.earlier.best")
                                 : (is_last ? "prose.final.terms" : "prose.earlier.terms")));
    }
    if (prose->contest->adjustment_count > 0)
        add_plain(prose, final_has_adjustments(prose->contest) ? "prose.adjustments.final" : "prose.adjustments");
}

/* ---- ranks ---- */

/* By what equal ones are ordered; several keys are numbered. */
static struct text order_text(const struct prose *prose)
{
    const struct rules *rules = prose->rules;
    struct listing keys = listing_of(rules, prose->arena, "clause.separator");
    if (rules->tie_count == 1)
        return prose_say(prose, "rules.order.one", FILL({"keys", rule_tie_key(rules, prose->arena, &rules->ties[0])}));
    for (size_t i = 0; i < rules->tie_count; i++)
        listing_add(&keys, prose_say(prose, "prose.tie.key",
                                     FILL({"number", number_text((int64_t)i + 1, prose->arena)},
                                          {"key", rule_tie_key(rules, prose->arena, &rules->ties[i])})));
    return prose_say(prose, "prose.order", FILL({"keys", listing_text(&keys)}));
}

static void add_ranks(struct prose *prose)
{
    const struct rules *rules = prose->rules;
    static const char *const orders[2][2] = {{"prose.ranks.only", "prose.ranks.only.lower"},
                                             {"prose.ranks.higher", "prose.ranks.lower"}};
    prose_begin_section(prose, "prose.ranks");
    add_plain(prose, orders[prose->contest->sector_count > 1][rules_lower_first(rules)]);
    if (rules->stage_count > 1)
        add_plain(prose, "prose.ranks.behind");
    prose_add(prose, TEXT(""),
              prose_say(prose, rules->dense ? "prose.ties.dense" : "prose.ties", FILL({"order", order_text(prose)})));
}

/* ---- who is not scored ---- */

static bool has_void_judges(const struct contest *contest)
{
    for (size_t i = 0; i < contest->judge_count; i++)
        if (contest->judges[i].is_void)
            return true;
    return false;
}

static bool has_vetoes(const struct contest *contest)
{
    for (size_t i = 0; i < contest->contestant_count; i++)
        if (contest->contestants[i].veto.length > 0)
            return true;
    return false;
}

static bool is_judged(const struct rules *rules)
{
    for (size_t i = 0; i < rules->round_count; i++)
        if (round_is_judged(&rules->rounds[i]))
            return true;
    return false;
}

static const char *absence_key(const struct rules *rules)
{
    if (rules->combine == COMBINE_BEST)
        return "prose.absent.best";
    return rules->absent_round == ABSENT_ROUND_ZERO ? "prose.absent.zero" : "prose.absent.unranked";
}

static struct text recusal_text(const struct prose *prose)
{
    struct listing same = listing_of(prose->rules, prose->arena, "prose.or");
    if (prose->rules->recusal_auto & 1u << RECUSAL_BY_UNIT)
        listing_add(&same, prose_say(prose, "prose.same.unit", NULL));
    if (prose->rules->recusal_auto & 1u << RECUSAL_BY_COUNTY)
        listing_add(&same, prose_say(prose, "prose.same.county", NULL));
    if (same.count == 0)
        return TEXT("");
    return prose_say(prose, "prose.recusal", FILL({"same", listing_text(&same)}));
}

static void add_absences(struct prose *prose)
{
    bool judged = is_judged(prose->rules);
    prose_begin_section(prose, "prose.absences");
    add_plain(prose, "prose.unranked");
    add_plain(prose, absence_key(prose->rules));
    if (judged)
        add_plain(prose, "prose.sheets");
    prose_add(prose, TEXT(""), recusal_text(prose));
    if (has_void_judges(prose->contest))
        add_plain(prose, "prose.void");
    if (has_vetoes(prose->contest))
        add_plain(prose, prose->rules->promote.is_set ? "prose.veto.promotion" : "prose.veto");
}

static void add_protest(struct prose *prose)
{
    const struct rules *rules = prose->rules;
    if (rules->protest_until.length + rules->protest_office.length + rules->protest_phone.length == 0)
        return;
    struct text office = rules->protest_office;
    if (office.length == 0)
        office = rules->hosts.count > 0 ? imprint_hosts(rules, prose->arena)
                                        : prose_say(prose, "leaderboard.protest.nobody", NULL);
    prose_begin_section(prose, "prose.protest");
    prose_add(prose, TEXT(""),
              prose_say(prose, "prose.protest.text",
                        FILL({"until", imprint_written_date(rules, rules->protest_until, prose->arena)},
                             {"office", office}, {"phone", rules->protest_phone})));
}

struct prose rules_prose(const struct contest *contest, struct arena *arena)
{
    struct prose prose = {.contest = contest, .rules = &contest->rules, .arena = arena};
    prose_begin_section(&prose, "prose.scoring");
    prose_add_rounds(&prose);
    add_final(&prose);
    add_ranks(&prose);
    prose_add_awards(&prose);
    prose_add_promotion(&prose);
    add_absences(&prose);
    add_protest(&prose);
    return prose;
}
