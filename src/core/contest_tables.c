/* What a contest holds beside people: tables that are filled in any order, and looked up once sorted. */
#include <stddef.h>
#include <string.h>

#include "contest.h"

void contest_add_adjustment(struct contest *contest, struct adjustment adjustment)
{
    ARENA_RESERVE_ONE(contest->arena, contest->adjustments, contest->adjustment_count, contest->adjustment_capacity);
    contest->adjustments[contest->adjustment_count++] = adjustment;
}

void contest_add_recusal(struct contest *contest, struct recusal recusal)
{
    ARENA_RESERVE_ONE(contest->arena, contest->recusals, contest->recusal_count, contest->recusal_capacity);
    contest->recusals[contest->recusal_count++] = recusal;
}

void contest_add_timing(struct contest *contest, struct timing timing)
{
    ARENA_RESERVE_ONE(contest->arena, contest->timings, contest->timing_count, contest->timing_capacity);
    contest->timings[contest->timing_count++] = timing;
}

void contest_add_factor(struct contest *contest, struct factor factor)
{
    ARENA_RESERVE_ONE(contest->arena, contest->factors, contest->factor_count, contest->factor_capacity);
    contest->factors[contest->factor_count++] = factor;
}

void contest_add_ballot(struct contest *contest, struct ballot ballot)
{
    ARENA_RESERVE_ONE(contest->arena, contest->ballots, contest->ballot_count, contest->ballot_capacity);
    contest->ballots[contest->ballot_count++] = ballot;
}

void contest_insert_ballot(struct contest *contest, struct ballot ballot)
{
    contest_add_ballot(contest, ballot);
    size_t at = contest->ballot_count - 1;
    for (; at > 0; at--) {
        const struct ballot *before = &contest->ballots[at - 1];
        if (before->contestant < ballot.contestant ||
            (before->contestant == ballot.contestant && before->round < ballot.round))
            break;
        contest->ballots[at] = *before;
    }
    contest->ballots[at] = ballot;
}

void contest_add_playoff(struct contest *contest, struct playoff playoff)
{
    ARENA_RESERVE_ONE(contest->arena, contest->playoffs, contest->playoff_count, contest->playoff_capacity);
    contest->playoffs[contest->playoff_count++] = playoff;
}

void contest_add_decision(struct contest *contest, struct decision decision)
{
    ARENA_RESERVE_ONE(contest->arena, contest->decisions, contest->decision_count, contest->decision_capacity);
    contest->decisions[contest->decision_count++] = decision;
}

void contest_add_protest(struct contest *contest, struct protest protest)
{
    ARENA_RESERVE_ONE(contest->arena, contest->protests, contest->protest_count, contest->protest_capacity);
    contest->protests[contest->protest_count++] = protest;
}

void contest_add_special(struct contest *contest, struct special_given special)
{
    ARENA_RESERVE_ONE(contest->arena, contest->specials, contest->special_count, contest->special_capacity);
    contest->specials[contest->special_count++] = special;
}

void contest_add_quota(struct contest *contest, struct quota quota)
{
    ARENA_RESERVE_ONE(contest->arena, contest->quotas, contest->quota_count, contest->quota_capacity);
    contest->quotas[contest->quota_count++] = quota;
}

/* ---- lookups ---- */

/* Sorted tables begin with whose their items are and of which round (or attempt). */
struct of_round {
    size_t contestant, round;
};
#define BEGINS_AS_OF_ROUND(type, second)                                                                               \
    _Static_assert(offsetof(struct type, contestant) == 0 && offsetof(struct type, second) == sizeof(size_t),          \
                   "begins as struct of_round")
BEGINS_AS_OF_ROUND(timing, round);
BEGINS_AS_OF_ROUND(factor, round);
BEGINS_AS_OF_ROUND(ballot, round);
BEGINS_AS_OF_ROUND(playoff, attempt);

const struct adjustment *contest_adjustments_of(const struct contest *contest, size_t contestant, size_t *count)
{
    size_t low = 0, high = contest->adjustment_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (contest->adjustments[middle].contestant < contestant)
            low = middle + 1;
        else
            high = middle;
    }
    *count = 0;
    while (low + *count < contest->adjustment_count && contest->adjustments[low + *count].contestant == contestant)
        ++*count;
    return contest->adjustments + low;
}

/* The item of a contestant and round among those sorted by them, or NULL. */
static const void *find_of_round(const void *items, size_t count, size_t size, size_t contestant, size_t round)
{
    size_t low = 0, high = count;
    struct of_round found;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        memcpy(&found, (const char *)items + middle * size, sizeof found);
        if (found.contestant < contestant || (found.contestant == contestant && found.round < round))
            low = middle + 1;
        else
            high = middle;
    }
    if (low == count)
        return NULL;
    memcpy(&found, (const char *)items + low * size, sizeof found);
    return found.contestant == contestant && found.round == round ? (const char *)items + low * size : NULL;
}

int64_t contest_seconds(const struct contest *contest, size_t contestant, size_t round)
{
    const struct timing *timing =
        find_of_round(contest->timings, contest->timing_count, sizeof *timing, contestant, round);
    return timing ? timing->seconds : -1;
}

const struct factor *contest_find_factor(const struct contest *contest, size_t contestant, size_t round)
{
    return find_of_round(contest->factors, contest->factor_count, sizeof(struct factor), contestant, round);
}

points contest_factor(const struct contest *contest, size_t contestant, size_t round)
{
    const struct factor *factor = contest_find_factor(contest, contestant, round);
    return factor ? factor->value : POINTS_ONE;
}

bool contest_has_factors(const struct contest *contest, size_t round)
{
    for (size_t i = 0; i < contest->factor_count; i++)
        if (contest->factors[i].round == round)
            return true;
    return false;
}

const struct ballot *contest_ballots_of(const struct contest *contest, size_t contestant, size_t round, size_t *count)
{
    const struct ballot *first =
        find_of_round(contest->ballots, contest->ballot_count, sizeof *first, contestant, round);
    *count = 0;
    while (first && first + *count < contest->ballots + contest->ballot_count &&
           first[*count].contestant == contestant && first[*count].round == round)
        ++*count;
    return first;
}

const struct playoff *contest_playoff(const struct contest *contest, size_t contestant, size_t attempt)
{
    return find_of_round(contest->playoffs, contest->playoff_count, sizeof(struct playoff), contestant, attempt);
}

const struct decision *contest_decision(const struct contest *contest, size_t contestant)
{
    for (size_t i = 0; i < contest->decision_count; i++)
        if (contest->decisions[i].contestant == contestant)
            return &contest->decisions[i];
    return NULL;
}
