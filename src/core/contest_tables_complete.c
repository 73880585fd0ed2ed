#include <stdlib.h>

#include "contest_parts.h"

static int by_number(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

static struct text contestant_of(const struct contest *contest, size_t contestant)
{
    return contest->contestants[contestant].id;
}

static struct text round_of(const struct contest *contest, size_t round)
{
    return contest->rules.rounds[round].name;
}

static void sort(void *items, size_t count, size_t size, int (*in_order)(const void *, const void *))
{
    if (count > 1)
        qsort(items, count, size, in_order);
}

/* ---- adjustments ---- */

static int adjustments_in_order(const void *left, const void *right)
{
    const struct adjustment *a = left, *b = right;
    int order = by_number(a->contestant, b->contestant);
    return order != 0 ? order : by_number(a->place.line, b->place.line);
}

static void complete_adjustments(struct contest *contest, struct faults *faults)
{
    sort(contest->adjustments, contest->adjustment_count, sizeof *contest->adjustments, adjustments_in_order);
    for (size_t i = 0; rules_lower_first(&contest->rules) && i < contest->adjustment_count; i++)
        faults_add(faults, SEVERITY_ERROR, contest->adjustments[i].place,
                   MESSAGE("a rank sum takes no adjustments and no factors"), NO_HINT);
}

/* ---- timings and factors ---- */

static int timings_in_order(const void *left, const void *right)
{
    const struct timing *a = left, *b = right;
    int order = by_number(a->contestant, b->contestant);
    return order != 0 ? order : by_number(a->round, b->round);
}

static void complete_timings(struct contest *contest, struct faults *faults)
{
    const struct timing *timings = contest->timings;
    sort(contest->timings, contest->timing_count, sizeof *timings, timings_in_order);
    for (size_t i = 1; i < contest->timing_count; i++)
        if (timings_in_order(&timings[i - 1], &timings[i]) == 0)
            faults_add(faults, SEVERITY_ERROR, timings[i].place,
                       MESSAGE("contestant {1} is timed twice in round {2}",
                               contestant_of(contest, timings[i].contestant), round_of(contest, timings[i].round)),
                       NO_HINT);
}

static int factors_in_order(const void *left, const void *right)
{
    const struct factor *a = left, *b = right;
    int order = by_number(a->contestant, b->contestant);
    return order != 0 ? order : by_number(a->round, b->round);
}

static void complete_factors(struct contest *contest, struct faults *faults)
{
    const struct factor *factors = contest->factors;
    sort(contest->factors, contest->factor_count, sizeof *factors, factors_in_order);
    for (size_t i = 1; i < contest->factor_count; i++)
        if (factors_in_order(&factors[i - 1], &factors[i]) == 0)
            faults_add(faults, SEVERITY_ERROR, factors[i].place,
                       MESSAGE("contestant {1} has two factors in round {2}",
                               contestant_of(contest, factors[i].contestant), round_of(contest, factors[i].round)),
                       NO_HINT);
    for (size_t i = 0; rules_lower_first(&contest->rules) && i < contest->factor_count; i++)
        faults_add(faults, SEVERITY_ERROR, factors[i].place, MESSAGE("a rank sum takes no adjustments and no factors"),
                   NO_HINT);
}

/* Where others have a factor, one who has none may have been forgotten. */
static void warn_of_missing_factors(const struct contest *contest, struct faults *faults)
{
    for (size_t r = 0; r < contest->rules.round_count; r++) {
        bool has_factors = contest_has_factors(contest, r);
        for (size_t c = 0; has_factors && c < contest->contestant_count; c++)
            if (contest->contestants[c].status == STATUS_COMPETING && !contest_find_factor(contest, c, r))
                faults_add(faults, SEVERITY_WARNING, contest->contestants[c].place,
                           MESSAGE("contestant {1} has no factor in round {2}: it counts as 1",
                                   contestant_of(contest, c), round_of(contest, r)),
                           NO_HINT);
    }
}

/* ---- ballots ---- */

static int ballots_in_order(const void *left, const void *right)
{
    const struct ballot *a = left, *b = right;
    int order = by_number(a->contestant, b->contestant);
    if (order == 0)
        order = by_number(a->round, b->round);
    return order != 0 ? order : by_number(a->grade, b->grade);
}

static void complete_ballots(struct contest *contest, struct faults *faults)
{
    const struct ballot *ballots = contest->ballots;
    sort(contest->ballots, contest->ballot_count, sizeof *ballots, ballots_in_order);
    for (size_t i = 1; i < contest->ballot_count; i++)
        if (ballots_in_order(&ballots[i - 1], &ballots[i]) == 0)
            faults_add(faults, SEVERITY_ERROR, ballots[i].place,
                       MESSAGE("the votes {1} for contestant {2} stand twice",
                               contest->rules.rounds[ballots[i].round].grades[ballots[i].grade].name,
                               contestant_of(contest, ballots[i].contestant)),
                       NO_HINT);
}

/* ---- what parts ties ---- */

static bool ties_ask_for(const struct rules *rules, int kind)
{
    for (size_t i = 0; i < rules->tie_count; i++)
        if (rules->ties[i].kind == kind)
            return true;
    return false;
}

static int playoffs_in_order(const void *left, const void *right)
{
    const struct playoff *a = left, *b = right;
    int order = by_number(a->contestant, b->contestant);
    return order != 0 ? order : by_number(a->attempt, b->attempt);
}

static void complete_playoffs(struct contest *contest, struct faults *faults)
{
    const struct playoff *playoffs = contest->playoffs;
    sort(contest->playoffs, contest->playoff_count, sizeof *playoffs, playoffs_in_order);
    for (size_t i = 0; i < contest->playoff_count; i++) {
        if (playoffs[i].attempt > contest->playoff_attempts)
            contest->playoff_attempts = playoffs[i].attempt;
        if (i > 0 && playoffs_in_order(&playoffs[i - 1], &playoffs[i]) == 0)
            faults_add(
                faults, SEVERITY_ERROR, playoffs[i].place,
                MESSAGE("contestant {1} has two scores of one attempt", contestant_of(contest, playoffs[i].contestant)),
                NO_HINT);
    }
    if (contest->playoff_count > 0 && !ties_ask_for(&contest->rules, TIE_PLAYOFF))
        faults_add(faults, SEVERITY_WARNING, playoffs[0].place,
                   MESSAGE("this table parts no ties: the rules do not name it"), MESSAGE("add playoff to ties"));
}

static void complete_decisions(struct contest *contest, struct faults *faults)
{
    const struct decision *decisions = contest->decisions;
    for (size_t i = 0; i < contest->decision_count; i++)
        if (contest_decision(contest, decisions[i].contestant) != &decisions[i])
            faults_add(
                faults, SEVERITY_ERROR, decisions[i].place,
                MESSAGE("two decisions are about contestant {1}", contestant_of(contest, decisions[i].contestant)),
                NO_HINT);
    if (contest->decision_count > 0 && !ties_ask_for(&contest->rules, TIE_DECISION))
        faults_add(faults, SEVERITY_WARNING, decisions[0].place,
                   MESSAGE("this table parts no ties: the rules do not name it"), MESSAGE("add decision to ties"));
}

/* ---- special awards ---- */

static int specials_in_order(const void *left, const void *right)
{
    const struct special_given *a = left, *b = right;
    int order = by_number(a->special, b->special);
    return order != 0 ? order : by_number(a->place.line, b->place.line);
}

/* ---- quotas ---- */

static bool is_of_quota(const struct contestant *contestant, const struct quota *quota)
{
    return (quota->county.length == 0 || text_equal(quota->county, contestant->county)) &&
           (quota->sector.length == 0 || text_equal(quota->sector, contestant->sector_name));
}

static void check_quota(const struct contest *contest, const struct quota *quota, struct faults *faults)
{
    bool by_county = contest->rules.promote.per == PROMOTE_PER_COUNTY, is_anybody = false;
    struct text needed = by_county ? quota->county : quota->sector;
    if (needed.length == 0)
        faults_add(faults, SEVERITY_ERROR, quota->place,
                   by_county ? MESSAGE("this quota names no county") : MESSAGE("this quota names no sector"),
                   MESSAGE("promote: per says whether quotas are of sectors or of counties"));
    for (size_t i = 0; i < contest->contestant_count; i++)
        is_anybody = is_anybody || is_of_quota(&contest->contestants[i], quota);
    if (!is_anybody)
        faults_add(faults, SEVERITY_WARNING, quota->place, MESSAGE("nobody is entered whom this quota is for"),
                   NO_HINT);
}

/* Each contestant has one quota. */
static void check_quotas_of_contestants(const struct contest *contest, struct faults *faults)
{
    for (size_t c = 0; c < contest->contestant_count; c++) {
        size_t count = 0;
        for (size_t i = 0; i < contest->quota_count; i++)
            count += is_of_quota(&contest->contestants[c], &contest->quotas[i]);
        if (count > 1)
            faults_add(faults, SEVERITY_ERROR, contest->contestants[c].place,
                       MESSAGE("two quotas are for contestant {1}", contestant_of(contest, c)), NO_HINT);
        if (count == 0 && contest->contestants[c].status == STATUS_COMPETING)
            faults_add(faults, SEVERITY_WARNING, contest->contestants[c].place,
                       MESSAGE("no quota is for contestant {1}, who cannot go on", contestant_of(contest, c)),
                       MESSAGE("where that is meant, write a row with count 0 into quota.csv"));
    }
}

static void complete_quotas(const struct contest *contest, struct faults *faults)
{
    bool are_asked_for = contest->rules.promote.quota.length > 0;
    if (contest->quota_count > 0 && !are_asked_for)
        faults_add(faults, SEVERITY_WARNING, contest->quotas[0].place,
                   MESSAGE("these quotas are not used: the rules do not name them"),
                   MESSAGE("write promote: { quota: quota.csv }"));
    if (contest->quota_count == 0 && are_asked_for)
        faults_add(faults, SEVERITY_ERROR, contest->rules.promote.place,
                   MESSAGE("promote goes by quota.csv, and no quota is there"), NO_HINT);
    for (size_t i = 0; are_asked_for && i < contest->quota_count; i++)
        check_quota(contest, &contest->quotas[i], faults);
    if (are_asked_for && contest->quota_count > 0)
        check_quotas_of_contestants(contest, faults);
}

void contest_complete_tables(struct contest *contest, struct faults *faults)
{
    complete_adjustments(contest, faults);
    complete_timings(contest, faults);
    complete_factors(contest, faults);
    warn_of_missing_factors(contest, faults);
    complete_ballots(contest, faults);
    complete_playoffs(contest, faults);
    complete_decisions(contest, faults);
    sort(contest->specials, contest->special_count, sizeof *contest->specials, specials_in_order);
    complete_quotas(contest, faults);
}
