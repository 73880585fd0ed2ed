/* What does not fit together in awards, teams and promotion. */
#include "index.h"
#include "rule_table.h"
#include "rules_parts.h"

static void report(struct place place, struct faults *faults, struct message what, struct message hint)
{
    faults_add(faults, SEVERITY_ERROR, place, what, hint);
}

/* `who` is an award's name, or "promote". */
static void complete_cut(const struct rules *rules, struct cut *cut, struct text who, struct place place,
                         struct faults *faults)
{
    cut->need.round = INDEX_NONE;
    if (cut->need.round_id.length > 0) {
        cut->need.round = rules_find_round(rules, cut->need.round_id);
        if (cut->need.round == INDEX_NONE)
            report(place, faults,
                   MESSAGE("{1} needs a score of round {2}, and there is no such round", who, cut->need.round_id),
                   NO_HINT);
    }
    if (cut->count.is_set && cut->percent.is_set)
        report(place, faults, MESSAGE("{1} has both count and percent", who), MESSAGE("keep one of them"));
}

static void complete_award(const struct rules *rules, struct award *award, struct faults *faults)
{
    struct cut *cut = &award->cut;
    bool has_limit = cut->count.is_set || cut->percent.is_set;
    complete_cut(rules, cut, award->name, award->place, faults);
    if (!has_limit && !cut->min_score.is_set && !award->rest && cut->need.round_id.length == 0)
        report(award->place, faults, MESSAGE("award {1} does not say who gets it", award->name),
               MESSAGE("add count, percent, min-score or rest"));
    if (award->rest && has_limit)
        report(award->place, faults,
               MESSAGE("award {1} goes to the rest and has a count or percent as well", award->name),
               MESSAGE("keep one of them"));
    if (award->per == AWARD_PER_CONTEST && cut->count.by_sector_count > 0)
        report(award->place, faults, MESSAGE("award {1} is given per contest, and counts by sector", award->name),
               MESSAGE("write one number for all"));
}

static void check_specials(const struct rules *rules, struct faults *faults)
{
    for (size_t i = 0; i < rules->special_count; i++) {
        const struct special *special = &rules->specials[i];
        if (!text_equal(special->from, TEXT("special.csv")))
            report(special->place, faults,
                   MESSAGE("special awards are read from special.csv, not from {1}", special->from),
                   MESSAGE("write all of them into special.csv, with their names in its column award"));
        for (size_t j = 0; j < i; j++)
            if (text_equal(rules->specials[j].name, special->name))
                report(special->place, faults, MESSAGE("award {1} stands twice", special->name), NO_HINT);
    }
}

static void complete_promote(const struct rules *rules, struct promote *promote, struct faults *faults)
{
    const struct cut *cut = &promote->cut;
    bool has_limit = cut->count.is_set || cut->percent.is_set, has_quota = promote->quota.length > 0;
    complete_cut(rules, &promote->cut, TEXT("promote"), promote->place, faults);
    if (!has_limit && !has_quota && !cut->min_score.is_set && cut->need.round_id.length == 0)
        report(promote->place, faults, MESSAGE("promote does not say who goes on"),
               MESSAGE("add count, percent, quota or min-score"));
    if (has_limit && has_quota)
        report(promote->place, faults, MESSAGE("promote has a quota and a count or percent as well"),
               MESSAGE("keep one of them"));
    if (has_quota && !text_equal(promote->quota, TEXT("quota.csv")))
        report(promote->place, faults, MESSAGE("quotas are read from quota.csv, not from {1}", promote->quota),
               NO_HINT);
    if (promote->per == PROMOTE_PER_COUNTY && cut->count.by_sector_count > 0)
        report(promote->place, faults, MESSAGE("promote goes by county, and counts by sector"),
               MESSAGE("write one number for all, or a quota"));
}

static void complete_teams(const struct teams *teams, struct faults *faults)
{
    bool goes_by_points = teams->method == TEAMS_POINTS;
    if (teams->is_set && goes_by_points && teams->points.count == 0)
        report(teams->place, faults, MESSAGE("teams go by points for places, and there are none"),
               MESSAGE("write points: [15, 13, 12], of the first place, the second …"));
    if (teams->is_set && !goes_by_points && teams->points.count > 0)
        faults_add(faults, SEVERITY_WARNING, teams->place,
                   MESSAGE("teams go by the sum of final scores, and the points for places are not used"),
                   MESSAGE("write method: points"));
}

void rules_complete_awards(struct rules *rules, struct faults *faults)
{
    for (size_t i = 0; i < rules->award_count; i++) {
        complete_award(rules, &rules->awards[i], faults);
        for (size_t j = 0; j < i; j++)
            if (text_equal(rules->awards[i].name, rules->awards[j].name))
                report(rules->awards[i].place, faults, MESSAGE("award {1} stands twice", rules->awards[i].name),
                       NO_HINT);
    }
    check_specials(rules, faults);
    if (rules->promote.is_set)
        complete_promote(rules, &rules->promote, faults);
    complete_teams(&rules->teams, faults);
}

/* ---- contests by rank sums ---- */

static void check_rank_sum_round(const struct round *round, struct faults *faults)
{
    bool is_alike = round->own.method == METHOD_RANK_SUM;
    bool changes_score = round->scale != POINTS_ONE || round_has_overtime(round) || round->floor.is_set ||
                         round->panel_correction != CORRECTION_NONE;
    if (!is_alike)
        report(round->place, faults, MESSAGE("round {1}: in a contest by rank sums every round is one", round->name),
               MESSAGE("write method: rank-sum in every round, or in none"));
    if (changes_score)
        report(round->place, faults,
               MESSAGE("round {1}: a rank sum takes no scale, overtime, floor or panel-correction", round->name),
               NO_HINT);
}

static void check_rank_sum_cut(const struct cut *cut, bool crosses_sectors, struct place place, struct faults *faults)
{
    if (cut && (cut->min_score.is_set || cut->need.round_id.length > 0))
        report(place, faults, MESSAGE("min-score and need are not for contests by rank sums"), NO_HINT);
    if (crosses_sectors)
        report(place, faults,
               MESSAGE("rank sums of different sectors cannot be compared: no award per contest, promotion per county "
                       "or sum of teams"),
               NO_HINT);
}

void rules_check_rank_sum(const struct rules *rules, struct faults *faults)
{
    bool adds_up = rules->combine == COMBINE_SUM || (rules->combine == COMBINE_WEIGHTED && rules->round_count == 1);
    for (size_t i = 0; i < rules->round_count; i++)
        check_rank_sum_round(&rules->rounds[i], faults);
    for (size_t i = 0; i < rules->award_count; i++)
        check_rank_sum_cut(&rules->awards[i].cut, rules->awards[i].per == AWARD_PER_CONTEST, rules->awards[i].place,
                           faults);
    if (rules->promote.is_set)
        check_rank_sum_cut(&rules->promote.cut, rules->promote.per == PROMOTE_PER_COUNTY, rules->promote.place, faults);
    if (rules->teams.is_set)
        check_rank_sum_cut(NULL, rules->teams.method == TEAMS_SUM, rules->teams.place, faults);
    if (!adds_up)
        report(rules->rounds->place, faults, MESSAGE("rank sums are added up"), MESSAGE("write combine: sum"));
    if (rules->absent_round == ABSENT_ROUND_ZERO)
        report(rules->rounds->place, faults, MESSAGE("absent-round: zero would be the best rank sum of all"), NO_HINT);
}
