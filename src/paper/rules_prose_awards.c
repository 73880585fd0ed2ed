/* 奖项 and 晋级: who gets what. */
#include "rules_prose.h"
#include "score_text.h"

/* ---- a cut ---- */

/* 街道3名、社区1名 */
static struct text counts_text(const struct prose *prose, const struct counts *counts)
{
    struct listing listing = listing_of(prose->rules, prose->arena, "list.separator");
    for (size_t i = 0; i < counts->by_sector_count; i++)
        listing_add(&listing, prose_say(prose, "prose.cut.sector",
                                        FILL({"sector", counts->by_sector[i].sector},
                                             {"count", number_text(counts->by_sector[i].count, prose->arena)})));
    return listing_text(&listing);
}

/* `among`: 各领域, 全部领域合计, 各旗县区; empty where there is one sector alone. `cumulative`: that places are counted
 * from the first one of all awards; empty where they are not. */
static struct text places_text(const struct prose *prose, const struct cut *cut, struct text among,
                               struct text cumulative)
{
    static const char *const rounds[] = {[AWARD_ROUND_UP] = "prose.cut.up",
                                         [AWARD_ROUND_DOWN] = "prose.cut.down",
                                         [AWARD_ROUND_HALF_UP] = "prose.cut.half-up"};
    if (cut->count.is_set && cut->count.by_sector_count > 0)
        return prose_say(prose, "prose.cut.sectors",
                         FILL({"counts", counts_text(prose, &cut->count)}, {"cumulative", cumulative}));
    if (cut->count.is_set)
        return prose_say(
            prose, "prose.cut.count",
            FILL({"among", among}, {"count", number_text(cut->count.count, prose->arena)}, {"cumulative", cumulative}));
    if (!cut->percent.is_set)
        return TEXT("");
    return prose_say(prose, cut->of == AWARD_OF_ENTERED ? "prose.cut.entered" : "prose.cut.ranked",
                     FILL({"among", among}, {"percent", rule_points(cut->percent.value, prose->arena)},
                          {"cumulative", cumulative}, {"round", prose_say(prose, rounds[cut->round], NULL)}));
}

/* 最终得分不低于85分，且登台述评得分不低于60分 */
static struct text bounds_text(const struct prose *prose, const struct cut *cut)
{
    struct listing bounds = listing_of(prose->rules, prose->arena, "prose.and");
    if (cut->min_score.is_set)
        listing_add(&bounds, prose_say(prose, "prose.cut.least",
                                       FILL({"least", rule_points(cut->min_score.value, prose->arena)})));
    if (cut->need.round != INDEX_NONE && cut->need.round_id.length > 0)
        listing_add(&bounds, prose_say(prose, "prose.cut.need",
                                       FILL({"round", prose->rules->rounds[cut->need.round].name},
                                            {"least", rule_points(cut->need.at_least, prose->arena)})));
    return listing_text(&bounds);
}

static struct text among_sectors(const struct prose *prose)
{
    return prose->contest->sector_count > 1 ? prose_say(prose, "prose.among.sectors", NULL) : TEXT("");
}

/* ---- awards ---- */

static bool has_places(const struct award *award)
{
    return award->cut.count.is_set || award->cut.percent.is_set;
}

/* What all awards with places do with ties, or INDEX_NONE where they differ or none has any. */
static size_t common_tie(const struct rules *rules)
{
    size_t tie = INDEX_NONE;
    for (size_t i = 0; i < rules->award_count; i++) {
        size_t own = (size_t)rules->awards[i].cut.tie;
        if (!has_places(&rules->awards[i]))
            continue;
        if (tie != INDEX_NONE && tie != own)
            return INDEX_NONE;
        tie = own;
    }
    return tie;
}

static struct text tie_text(const struct prose *prose, size_t tie)
{
    static const char *const ties[] = {[CUT_TIE_EXTEND] = "prose.tie.extend",
                                       [CUT_TIE_ABSORB] = "prose.tie.absorb",
                                       [CUT_TIE_WITHHOLD] = "prose.tie.withhold",
                                       [CUT_TIE_ERROR] = "prose.tie.error"};
    return prose_say(prose, ties[tie], NULL);
}

/* Ties are told of each award only where the awards do not treat them alike. */
static struct text award_text(const struct prose *prose, const struct award *award, bool tells_tie)
{
    bool is_whole = award->per == AWARD_PER_CONTEST;
    struct text none = TEXT("");
    struct text among = is_whole ? prose_say(prose, "prose.among.contest", NULL) : among_sectors(prose);
    struct text cumulative = award->cumulative ? prose_say(prose, "prose.award.cumulative", NULL) : none;
    struct text places = places_text(prose, &award->cut, among, cumulative), bounds = bounds_text(prose, &award->cut);
    bool passes = award->vacant == VACANT_PASS_DOWN && places.length > 0;
    const char *key = places.length > 0 ? "prose.award" : award->rest ? "prose.award.rest" : "prose.award.all";
    return prose_say(prose, key,
                     FILL({"award", award->name}, {"places", places}, {"bounds", bounds},
                          {"tie", tells_tie ? tie_text(prose, (size_t)award->cut.tie) : none},
                          {"vacant", passes ? prose_say(prose, "prose.award.vacant", NULL) : none}));
}

static struct text specials_text(const struct prose *prose)
{
    struct listing names = listing_of(prose->rules, prose->arena, "list.separator");
    for (size_t i = 0; i < prose->rules->special_count; i++)
        listing_add(&names, prose->rules->specials[i].name);
    return names.count > 0 ? prose_say(prose, "prose.specials", FILL({"names", listing_text(&names)})) : TEXT("");
}

static struct text teams_text(const struct prose *prose)
{
    const struct teams *teams = &prose->rules->teams;
    if (!teams->is_set)
        return TEXT("");
    struct text by = prose_say(prose, teams->by == TEAMS_BY_UNIT ? "prose.teams.unit" : "prose.teams.county", NULL);
    return prose_say(prose, teams->method == TEAMS_SUM ? "prose.teams.sum" : "prose.teams.points",
                     FILL({"by", by}, {"best", teams->best > 0 ? number_text(teams->best, prose->arena) : TEXT("")},
                          {"points", rule_points_list(prose->rules, prose->arena, &teams->points)}));
}

void prose_add_awards(struct prose *prose)
{
    const struct rules *rules = prose->rules;
    if (rules->award_count + rules->special_count == 0 && !rules->teams.is_set)
        return;
    size_t tie = common_tie(rules);
    prose_begin_section(prose, "prose.awards");
    if (rules->award_count > 1)
        prose_add(prose, TEXT(""), prose_say(prose, "prose.awards.order", NULL));
    for (size_t i = 0; i < rules->award_count; i++)
        prose_add(prose, TEXT(""), award_text(prose, &rules->awards[i], tie == INDEX_NONE));
    if (tie != INDEX_NONE)
        prose_add(prose, TEXT(""), prose_say(prose, "prose.award.ties", FILL({"tie", tie_text(prose, tie)})));
    prose_add(prose, TEXT(""), specials_text(prose));
    prose_add(prose, TEXT(""), teams_text(prose));
}

/* ---- promotion ---- */

/* 东旗1名、西县农村3名 */
static struct text quotas_text(const struct prose *prose)
{
    struct listing listing = listing_of(prose->rules, prose->arena, "list.separator");
    for (size_t i = 0; i < prose->contest->quota_count; i++) {
        const struct quota *quota = &prose->contest->quotas[i];
        listing_add(&listing, prose_say(prose, "prose.quota",
                                        FILL({"county", quota->county}, {"sector", quota->sector},
                                             {"count", number_text(quota->count, prose->arena)})));
    }
    return listing_text(&listing);
}

void prose_add_promotion(struct prose *prose)
{
    static const char *const ties[] = {[CUT_TIE_EXTEND] = "prose.promote.extend",
                                       [CUT_TIE_ABSORB] = "prose.promote.extend",
                                       [CUT_TIE_WITHHOLD] = "prose.promote.withhold",
                                       [CUT_TIE_ERROR] = "prose.promote.error"};
    const struct promote *promote = &prose->rules->promote;
    struct arena *arena = prose->arena;
    struct text none = TEXT("");
    if (!promote->is_set)
        return;
    struct text among =
        promote->per == PROMOTE_PER_COUNTY ? prose_say(prose, "prose.among.counties", NULL) : among_sectors(prose);
    struct text places = places_text(prose, &promote->cut, among, none), bounds = bounds_text(prose, &promote->cut);
    struct text quotas = promote->quota.length > 0 ? quotas_text(prose) : none;
    const char *key = quotas.length > 0   ? "prose.promote.quota"
                      : places.length > 0 ? "prose.promote"
                                          : "prose.promote.all";
    prose_begin_section(prose, "prose.promotion");
    prose_add(prose, TEXT(""),
              prose_say(prose, key,
                        FILL({"places", places}, {"quotas", quotas}, {"bounds", bounds},
                             {"most", promote->at_most > 0 ? number_text(promote->at_most, arena) : none},
                             {"tie", prose_say(prose, ties[promote->cut.tie], NULL)})));
    if (promote->reserves > 0)
        prose_add(prose, TEXT(""),
                  prose_say(prose, "prose.reserves", FILL({"count", number_text(promote->reserves, arena)})));
}
