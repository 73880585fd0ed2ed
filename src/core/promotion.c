#include "promotion.h"

struct deciding {
    const struct contest *contest;
    const struct promote *promote;
    struct faults *faults;
    struct promotion *promotions;
};

/* ---- those who share a rank ---- */

/* How many of a unit have a place, or would have one once a tie is decided. */
struct units {
    struct index names;
    size_t *taken;
};

static struct text unit_of(const struct deciding *deciding, const struct placing *placing)
{
    return deciding->contest->contestants[placing->contestant].unit;
}

/* How many more of its unit may go on; SIZE_MAX where there is no limit. */
static size_t room_for(const struct deciding *deciding, const struct units *units, const struct placing *placing)
{
    size_t most = (size_t)deciding->promote->at_most;
    struct text unit = unit_of(deciding, placing);
    if (most == 0 || unit.length == 0)
        return SIZE_MAX;
    size_t known = index_find(&units->names, unit);
    size_t taken = known == INDEX_NONE ? 0 : units->taken[known];
    return taken < most ? most - taken : 0;
}

static void count_unit(const struct deciding *deciding, struct units *units, const struct placing *placing)
{
    struct text unit = unit_of(deciding, placing);
    size_t known = index_find(&units->names, unit);
    if (known == INDEX_NONE) {
        known = units->names.count;
        index_add(&units->names, unit, known);
    }
    units->taken[known]++;
}

/* The candidates of one rank. */
struct peers {
    const struct placing **items; /* those whose unit has room */
    bool *is_open;                /* beside them: the limit of the unit would part them */
    size_t count, fitting;        /* fitting: so many of them can go on together */
};

static struct peers peers_of(const struct deciding *deciding, const struct units *units,
                             const struct placing *const *candidates, size_t count, struct arena *scratch)
{
    struct peers peers = {ARENA_ARRAY(scratch, const struct placing *, count), ARENA_ARRAY(scratch, bool, count), 0, 0};
    for (size_t i = 0; i < count; i++) {
        size_t room = room_for(deciding, units, candidates[i]), alike = 0, before = 0;
        for (size_t j = 0; room != SIZE_MAX && j < count; j++) {
            bool is_alike = text_equal(unit_of(deciding, candidates[i]), unit_of(deciding, candidates[j]));
            alike += is_alike;
            before += is_alike && j < i;
        }
        if (room == 0)
            continue;
        peers.is_open[peers.count] = alike > room;
        peers.items[peers.count++] = candidates[i];
        peers.fitting += before < room;
    }
    return peers;
}

static void report_tied_in_unit(const struct deciding *deciding, const struct placing *placing)
{
    const struct contestant *contestant = &deciding->contest->contestants[placing->contestant];
    faults_add(deciding->faults, SEVERITY_WARNING, contestant->place,
               MESSAGE("contestant {1} is tied with others of {2}, of whom not all may go on: it must be decided",
                       contestant->id, contestant->unit),
               MESSAGE("by playoff.csv or decisions.csv, named in ties"));
}

/* Sends those of one rank on, as places and policy allow. A tie is all of them or, until it is decided, none, and then
 * the places that they would have had stay free. Returns the places used; left: SIZE_MAX for no limit. */
static size_t send_on(const struct deciding *deciding, const struct peers *peers, size_t left, struct units *units)
{
    int tie = deciding->promote->cut.tie;
    bool is_across = peers->fitting > left;
    size_t used = is_across ? left : peers->fitting;
    for (size_t i = 0; i < peers->count; i++) {
        bool is_tied = is_across || peers->is_open[i];
        if (!is_tied || tie == CUT_TIE_EXTEND)
            deciding->promotions[peers->items[i]->contestant].is_promoted = true;
        else if (tie == CUT_TIE_ERROR && !is_across)
            report_tied_in_unit(deciding, peers->items[i]);
        else if (tie == CUT_TIE_ERROR)
            cut_report_tie(deciding->contest, (const struct placing *const *)peers->items,
                           (struct cut_line){i, i, i + 1}, TEXT(""), deciding->faults);
        count_unit(deciding, units, peers->items[i]);
    }
    return tie == CUT_TIE_EXTEND ? peers->count : used;
}

/* ---- in line ---- */

static bool is_candidate(const struct deciding *deciding, const struct placing *placing, struct arena scratch)
{
    return deciding->contest->contestants[placing->contestant].veto.length == 0 &&
           cut_is_reached(&deciding->promote->cut, placing, scratch);
}

/* Rank by rank: who goes on while there are places, and behind them the reserves, equal ones with one number. */
static void take_in_line(const struct deciding *deciding, const struct placing *const *line, size_t count,
                         int64_t places, struct arena scratch)
{
    struct units units = {index_in(&scratch), ARENA_ARRAY(&scratch, size_t, count + 1)};
    size_t left = places == NO_LIMIT ? SIZE_MAX : (size_t)places, reserved = 0;
    for (size_t first = 0, end; first < count; first = end) {
        for (end = first + 1; end < count && line[end]->rank == line[first]->rank;)
            end++;
        struct peers peers = peers_of(deciding, &units, line + first, end - first, &scratch);
        if (left > 0) {
            size_t used = send_on(deciding, &peers, left, &units);
            left = left == SIZE_MAX ? left : left > used ? left - used : 0;
            continue;
        }
        if (reserved >= (size_t)deciding->promote->reserves)
            return;
        for (size_t i = 0; i < peers.count; i++) {
            deciding->promotions[peers.items[i]->contestant].reserve = reserved + 1;
            count_unit(deciding, &units, peers.items[i]);
        }
        reserved += peers.count;
    }
}

void promotion_decide_group(const struct contest *contest, const struct promotion_group *group,
                            const struct placing *placings, size_t count, struct arena scratch, struct faults *faults,
                            struct promotion *promotions)
{
    struct deciding deciding = {contest, &contest->rules.promote, faults, promotions};
    const struct placing **line = ARENA_ARRAY(&scratch, const struct placing *, count);
    size_t in_line = 0, entered = 0;
    for (size_t i = 0; i < count; i++)
        if (is_candidate(&deciding, &placings[i], scratch))
            line[in_line++] = &placings[i];
    for (size_t c = 0; c < contest->contestant_count; c++)
        entered += promotion_group_holds(group, &contest->contestants[c]);
    int64_t places = group->quota;
    if (deciding.promote->quota.length == 0)
        places = cut_places(&deciding.promote->cut, group->sector, count, entered);
    take_in_line(&deciding, (const struct placing *const *)line, in_line, places, scratch);
}

/* ---- groups ---- */

static struct text any_where_empty(struct text name)
{
    return name.length > 0 ? name : (struct text){0};
}

static struct promotion_group group_of_quota(const struct quota *quota)
{
    return (struct promotion_group){any_where_empty(quota->county), any_where_empty(quota->sector), quota->count};
}

bool promotion_group_holds(const struct promotion_group *group, const struct contestant *contestant)
{
    return (!group->county.bytes || text_equal(group->county, contestant->county)) &&
           (!group->sector.bytes || text_equal(group->sector, contestant->sector_name));
}

bool promotion_group_of(const struct contest *contest, size_t contestant, struct promotion_group *group)
{
    const struct contestant *of = &contest->contestants[contestant];
    const struct promote *promote = &contest->rules.promote;
    *group = (struct promotion_group){.sector = of->sector_name, .quota = NO_LIMIT};
    if (promote->quota.length == 0 && promote->per == PROMOTE_PER_COUNTY)
        *group = (struct promotion_group){.county = of->county.bytes ? of->county : TEXT(""), .quota = NO_LIMIT};
    for (size_t i = 0; promote->quota.length > 0 && i < contest->quota_count; i++) {
        *group = group_of_quota(&contest->quotas[i]);
        if (promotion_group_holds(group, of))
            return true;
    }
    return promote->quota.length == 0;
}

void promotion_decide(const struct sheets *sheets, const struct placing *placings, size_t count, struct arena *arena,
                      struct arena scratch, struct faults *faults, struct promotion *promotions)
{
    const struct contest *contest = sheets->contest;
    bool *is_decided = ARENA_ARRAY(&scratch, bool, contest->contestant_count);
    struct placing *of_group = ARENA_ARRAY(&scratch, struct placing, count);
    for (size_t i = 0; contest->rules.promote.is_set && i < count; i++) {
        struct promotion_group group;
        size_t in_group = 0;
        if (is_decided[placings[i].contestant] || !promotion_group_of(contest, placings[i].contestant, &group))
            continue;
        for (size_t j = i; j < count; j++)
            if (promotion_group_holds(&group, &contest->contestants[placings[j].contestant])) {
                is_decided[placings[j].contestant] = true;
                of_group[in_group++] =
                    (struct placing){.contestant = placings[j].contestant, .result = placings[j].result};
            }
        ranking_assign(sheets, of_group, in_group, arena, scratch);
        promotion_decide_group(contest, &group, of_group, in_group, scratch, faults, promotions);
    }
}
