#include "teams.h"

#include <stdlib.h>

/* What a contestant is worth to the team. */
struct member {
    size_t contestant;
    struct exact worth;
};

struct roster {
    struct text name;
    struct member *items;
    size_t count, capacity;
};

struct rosters {
    struct roster *items;
    size_t count, capacity;
    struct index names;
};

static int best_member_first(const void *left, const void *right)
{
    const struct member *a = left, *b = right;
    int order = exact_compare(b->worth, a->worth);
    return order != 0 ? order : (a->contestant > b->contestant) - (a->contestant < b->contestant);
}

static int best_team_first(const void *left, const void *right)
{
    const struct team *a = left, *b = right;
    int order = exact_compare(b->score, a->score);
    return order != 0 ? order : (a->rank > b->rank) - (a->rank < b->rank); /* rank: of appearance until it is set */
}

static void add_member(struct rosters *rosters, const struct contest *contest, struct member member,
                       struct arena *scratch)
{
    const struct contestant *contestant = &contest->contestants[member.contestant];
    struct text name = contest->rules.teams.by == TEAMS_BY_UNIT ? contestant->unit : contestant->county;
    if (name.length == 0)
        return;
    size_t number = index_find(&rosters->names, name);
    if (number == INDEX_NONE) {
        number = rosters->count++;
        index_add(&rosters->names, name, number);
        rosters->items[number] = (struct roster){.name = name};
    }
    struct roster *roster = &rosters->items[number];
    ARENA_RESERVE_ONE(scratch, roster->items, roster->count, roster->capacity);
    roster->items[roster->count++] = member;
}

/* What each ranked contestant is worth, by contestant. */
static void weigh_sector(const struct rules *rules, const struct placing *placings, size_t count, struct arena *arena,
                         struct exact *worth, bool *is_ranked)
{
    for (size_t first = 0, end; first < count; first = end) {
        for (end = first + 1; end < count && placings[end].rank == placings[first].rank;)
            end++;
        struct exact points_each = {0};
        if (rules->teams.method == TEAMS_POINTS)
            points_each = points_of_places(&rules->teams.points, first, end, arena);
        for (size_t i = first; i < end; i++) {
            is_ranked[placings[i].contestant] = true;
            worth[placings[i].contestant] =
                rules->teams.method == TEAMS_POINTS ? points_each : placings[i].result->final;
        }
    }
}

static struct team team_of(const struct roster *roster, size_t number, int64_t best, struct arena *arena)
{
    struct team team = {.name = roster->name, .rank = number};
    team.member_count = best > 0 && (size_t)best < roster->count ? (size_t)best : roster->count;
    team.members = ARENA_ARRAY(arena, size_t, team.member_count);
    qsort(roster->items, roster->count, sizeof *roster->items, best_member_first);
    for (size_t i = 0; i < team.member_count; i++) {
        team.members[i] = roster->items[i].contestant;
        team.score = exact_add(arena, team.score, roster->items[i].worth);
    }
    return team;
}

static void number_ranks(struct teams_ranking *teams)
{
    size_t rank = 0;
    for (size_t i = 0; i < teams->count; i++) {
        bool shares = i > 0 && exact_compare(teams->items[i - 1].score, teams->items[i].score) == 0;
        rank = shares ? rank : i + 1;
        teams->items[i].rank = rank;
    }
}

struct teams_ranking teams_rank(const struct contest *contest, const struct placing *const *sectors,
                                const size_t *counts, struct arena *arena, struct arena scratch)
{
    struct teams_ranking teams = {0};
    if (!contest->rules.teams.is_set)
        return teams;
    struct exact *worth = ARENA_ARRAY(&scratch, struct exact, contest->contestant_count);
    bool *is_ranked = ARENA_ARRAY(&scratch, bool, contest->contestant_count);
    struct rosters rosters = {.items = ARENA_ARRAY(&scratch, struct roster, contest->contestant_count),
                              .names = index_in(&scratch)};
    for (size_t s = 0; s < contest->sector_count; s++)
        weigh_sector(&contest->rules, sectors[s], counts[s], arena, worth, is_ranked);
    for (size_t c = 0; c < contest->contestant_count; c++)
        if (is_ranked[c])
            add_member(&rosters, contest, (struct member){c, worth[c]}, &scratch);
    teams.items = ARENA_ARRAY(arena, struct team, rosters.count);
    teams.count = rosters.count;
    for (size_t i = 0; i < rosters.count; i++)
        teams.items[i] = team_of(&rosters.items[i], i, contest->rules.teams.best, arena);
    if (teams.count > 1)
        qsort(teams.items, teams.count, sizeof *teams.items, best_team_first);
    number_ranks(&teams);
    return teams;
}
