#include "contest.h"

#include <stddef.h>
#include <string.h>

enum { ALL_JUDGES = 0 };

static void add_panel(struct contest *contest, struct text name);

struct contest contest_with(const struct rules *rules, struct arena *arena)
{
    struct contest contest = {.arena = arena, .rules = *rules};
    contest.contestant_ids = index_in(arena);
    contest.contestant_names = index_in(arena);
    contest.judge_ids = index_in(arena);
    contest.judge_names = index_in(arena);
    contest.sector_names = index_in(arena);
    contest.panel_names = index_in(arena);
    add_panel(&contest, TEXT(""));
    return contest;
}

/* ---- judges and panels ---- */

static void add_panel(struct contest *contest, struct text name)
{
    ARENA_RESERVE_ONE(contest->arena, contest->panels, contest->panel_count, contest->panel_capacity);
    contest->panels[contest->panel_count] = (struct panel){.name = name};
    index_add(&contest->panel_names, name, contest->panel_count++);
}

static void seat(struct contest *contest, size_t panel_number, size_t judge)
{
    struct panel *panel = &contest->panels[panel_number];
    bool is_seated = panel->judge_count > 0 && panel->judges[panel->judge_count - 1] == judge;
    if (is_seated)
        return;
    ARENA_RESERVE_ONE(contest->arena, panel->judges, panel->judge_count, panel->judge_capacity);
    panel->judges[panel->judge_count++] = judge;
}

static void seat_in_named_panels(struct contest *contest, size_t judge)
{
    struct text rest = contest->judges[judge].panel_names, name;
    while (text_next_part(&rest, ';', &name)) {
        name = text_trimmed(name);
        if (name.length == 0)
            continue;
        if (index_find(&contest->panel_names, name) == INDEX_NONE)
            add_panel(contest, name);
        seat(contest, index_find(&contest->panel_names, name), judge);
    }
}

static void report_doubled(struct faults *faults, struct place place, struct text id, struct place first,
                           struct arena *arena)
{
    struct sink line = sink_in(arena);
    sink_integer(&line, (int64_t)first.line);
    faults_add(faults, SEVERITY_ERROR, place, MESSAGE("id {1} stands twice", id),
               MESSAGE("it stands first on line {1}", sink_written(&line)));
}

void contest_add_judge(struct contest *contest, struct judge judge, struct faults *faults)
{
    size_t known = index_find(&contest->judge_ids, judge.id);
    if (known != INDEX_NONE) {
        report_doubled(faults, judge.place, judge.id, contest->judges[known].place, contest->arena);
        return;
    }
    size_t number = contest->judge_count;
    ARENA_RESERVE_ONE(contest->arena, contest->judges, contest->judge_count, contest->judge_capacity);
    contest->judges[contest->judge_count++] = judge;
    index_add(&contest->judge_ids, judge.id, number);
    index_add(&contest->judge_names, judge.name, number);
    seat(contest, ALL_JUDGES, number);
    seat_in_named_panels(contest, number);
}

/* ---- contestants and sectors ---- */

static size_t sector_named(struct contest *contest, struct text name)
{
    size_t known = index_find(&contest->sector_names, name);
    if (known != INDEX_NONE)
        return known;
    ARENA_RESERVE_ONE(contest->arena, contest->sectors, contest->sector_count, contest->sector_capacity);
    contest->sectors[contest->sector_count] = (struct sector){.name = name};
    index_add(&contest->sector_names, name, contest->sector_count);
    return contest->sector_count++;
}

void contest_add_contestant(struct contest *contest, struct contestant contestant, struct faults *faults)
{
    size_t known = index_find(&contest->contestant_ids, contestant.id);
    if (known != INDEX_NONE) {
        report_doubled(faults, contestant.place, contestant.id, contest->contestants[known].place, contest->arena);
        return;
    }
    size_t number = contest->contestant_count;
    contestant.sector = sector_named(contest, contestant.sector_name);
    contestant.panel =
        contestant.panel_name.length > 0 ? index_find(&contest->panel_names, contestant.panel_name) : INDEX_NONE;

    struct sector *sector = &contest->sectors[contestant.sector];
    ARENA_RESERVE_ONE(contest->arena, sector->contestants, sector->contestant_count, sector->contestant_capacity);
    sector->contestants[sector->contestant_count++] = number;

    ARENA_RESERVE_ONE(contest->arena, contest->contestants, contest->contestant_count, contest->contestant_capacity);
    contest->contestants[contest->contestant_count++] = contestant;
    index_add(&contest->contestant_ids, contestant.id, number);
    index_add(&contest->contestant_names, contestant.name, number);
}

/* ---- the rest ---- */

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

/* ---- lookups ---- */

static size_t find_person(const struct index *ids, const struct index *names, struct text written)
{
    size_t by_id = index_find(ids, written);
    return by_id != INDEX_NONE ? by_id : index_find(names, written);
}

size_t contest_find_contestant(const struct contest *contest, struct text id_or_name)
{
    return find_person(&contest->contestant_ids, &contest->contestant_names, id_or_name);
}

size_t contest_find_judge(const struct contest *contest, struct text id_or_name)
{
    return find_person(&contest->judge_ids, &contest->judge_names, id_or_name);
}

static struct text nearest(const struct index *ids, const struct index *names, struct text written,
                           struct arena scratch)
{
    struct text name = index_nearest(names, written, scratch);
    return name.bytes ? name : index_nearest(ids, written, scratch);
}

struct text contest_nearest_contestant(const struct contest *contest, struct text written, struct arena scratch)
{
    return nearest(&contest->contestant_ids, &contest->contestant_names, written, scratch);
}

struct text contest_nearest_judge(const struct contest *contest, struct text written, struct arena scratch)
{
    return nearest(&contest->judge_ids, &contest->judge_names, written, scratch);
}

size_t contest_expected_panel(const struct contest *contest, size_t round, size_t contestant)
{
    struct text of_round = contest->rules.rounds[round].panel;
    if (of_round.length > 0)
        return index_find(&contest->panel_names, of_round);
    if (contest->contestants[contestant].panel_name.length > 0)
        return contest->contestants[contestant].panel;
    enum { ALL_JUDGES_AND_ONE_PANEL = 2 };
    return contest->panel_count <= ALL_JUDGES_AND_ONE_PANEL ? ALL_JUDGES : INDEX_NONE;
}

size_t contest_seats(const struct contest *contest, size_t round, size_t contestant)
{
    if (contest->rules.rounds[round].method == METHOD_GIVEN)
        return 1;
    size_t panel = contest_expected_panel(contest, round, contestant);
    return panel == INDEX_NONE ? 0 : contest->panels[panel].judge_count;
}

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

/* Timings and factors begin with whose they are and of which round. */
struct of_round {
    size_t contestant, round;
};
_Static_assert(offsetof(struct timing, contestant) == 0 && offsetof(struct timing, round) == sizeof(size_t),
               "begins as struct of_round");
_Static_assert(offsetof(struct factor, contestant) == 0 && offsetof(struct factor, round) == sizeof(size_t),
               "begins as struct of_round");

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

points contest_factor(const struct contest *contest, size_t contestant, size_t round)
{
    const struct factor *factor =
        find_of_round(contest->factors, contest->factor_count, sizeof *factor, contestant, round);
    return factor ? factor->value : POINTS_ONE;
}

bool contest_has_factors(const struct contest *contest, size_t round)
{
    for (size_t i = 0; i < contest->factor_count; i++)
        if (contest->factors[i].round == round)
            return true;
    return false;
}
