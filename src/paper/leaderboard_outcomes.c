/* Under a ranking: special awards, and who goes on. */
#include "glue.h"
#include "leaderboard_notes.h"
#include "rule_words.h"
#include "score_text.h"

/* ---- special awards ---- */

static bool is_of_sector(const struct contest *contest, const struct special_given *given, size_t sector)
{
    if (sector == INDEX_NONE)
        return true;
    if (given->contestant != INDEX_NONE)
        return contest->contestants[given->contestant].sector == sector;
    const struct sector *members = &contest->sectors[sector];
    for (size_t i = 0; i < members->contestant_count; i++)
        if (text_equal(contest->contestants[members->contestants[i]].unit, given->unit))
            return true;
    return false;
}

static struct text given_text(const struct contest *contest, const struct special_given *given, struct arena *arena)
{
    struct text name = given->unit;
    struct listing about = listing_of(&contest->rules, arena, "comma");
    if (given->contestant != INDEX_NONE) {
        name = glue_text(contest->contestants[given->contestant].name, arena);
        listing_add(&about, contest->contestants[given->contestant].unit);
    }
    listing_add(&about, given->reason);
    return rule_say(&contest->rules, arena, "leaderboard.special.given",
                    FILL({"name", name}, {"about", listing_text(&about)}));
}

struct text special_awards_text(const struct standings *standings, size_t sector, struct arena *arena)
{
    const struct contest *contest = standings->contest;
    const struct rules *rules = &contest->rules;
    struct listing awards = listing_of(rules, arena, "clause.separator");
    for (size_t a = 0; a < rules->special_count; a++) {
        struct listing people = listing_of(rules, arena, "list.separator");
        for (size_t i = 0; i < contest->special_count; i++)
            if (contest->specials[i].special == a && is_of_sector(contest, &contest->specials[i], sector))
                listing_add(&people, given_text(contest, &contest->specials[i], arena));
        if (people.count > 0)
            listing_add(&awards, rule_say(rules, arena, "leaderboard.special",
                                          FILL({"award", rules->specials[a].name}, {"people", listing_text(&people)})));
    }
    if (awards.count == 0)
        return TEXT("");
    return rule_say(rules, arena, "rules.sentence", FILL({"text", listing_text(&awards)}));
}

/* ---- promotion ---- */

/* Reserves are counted in each county where places are given so. */
static struct text reserve_text(const struct contest *contest, const struct standing *standing, struct arena *arena)
{
    const struct contestant *contestant = &contest->contestants[standing->placing.contestant];
    bool goes_by_county = contest->rules.promote.per == PROMOTE_PER_COUNTY && contest->quota_count == 0;
    for (size_t i = 0; i < contest->quota_count; i++)
        goes_by_county = goes_by_county || (contest->quotas[i].county.length > 0 &&
                                            text_equal(contest->quotas[i].county, contestant->county));
    return rule_say(&contest->rules, arena, "leaderboard.reserve",
                    FILL({"name", glue_text(contestant->name, arena)},
                         {"county", goes_by_county ? contestant->county : TEXT("")},
                         {"number", number_text((int64_t)standing->promotion.reserve, arena)}));
}

struct text promotion_text(const struct standings *standings, const struct sector_standings *sector,
                           struct arena *arena)
{
    const struct contest *contest = standings->contest;
    const struct rules *rules = &contest->rules;
    struct listing names = listing_of(rules, arena, "list.separator"), reserves = names;
    struct text so_far = standings->is_complete ? TEXT("") : rule_say(rules, arena, "leaderboard.so-far", NULL);
    reserves.sink = sink_in(arena);
    if (!rules->promote.is_set)
        return TEXT("");
    for (size_t i = 0; i < sector->ranking_count; i++) {
        const struct standing *standing = &sector->ranking[i];
        if (standing->promotion.is_promoted)
            listing_add(&names, glue_text(contest->contestants[standing->placing.contestant].name, arena));
        if (standing->promotion.reserve > 0)
            listing_add(&reserves, reserve_text(contest, standing, arena));
    }
    return rule_say(rules, arena, names.count > 0 ? "leaderboard.promoted" : "leaderboard.promoted.nobody",
                    FILL({"provisional", so_far}, {"names", listing_text(&names)},
                         {"count", number_text((int64_t)names.count, arena)}, {"reserves", listing_text(&reserves)}));
}
