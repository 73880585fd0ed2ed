#include "contest.h"

#include <assert.h>

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
        if (index_find(&contest->panel_names, name) == INDEX_NONE) {
            add_panel(contest, name);
            contest->named_panels++;
        }
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

bool panel_seats(const struct panel *panel, size_t judge)
{
    size_t low = 0, high = panel->judge_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (panel->judges[middle] < judge)
            low = middle + 1;
        else
            high = middle;
    }
    return low < panel->judge_count && panel->judges[low] == judge;
}

/* ---- contestants and sectors ---- */

const struct text contest_no_sector = TEXT_INIT("全体");

struct text contest_sector_title(const struct contest *contest, size_t sector)
{
    struct text name = contest->sectors[sector].name;
    return contest->sector_count == 1 && text_equal(name, contest_no_sector) ? TEXT("") : name;
}

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

void contest_expect_contestants(struct contest *contest, size_t count)
{
    assert(contest->contestant_count == 0);
    contest->contestants = arena_take_unset(contest->arena, count * sizeof *contest->contestants);
    contest->contestant_capacity = count;
    index_expect(&contest->contestant_ids, count);
    index_expect(&contest->contestant_names, count);
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
    struct text of_round = contest->rules.rounds[round].own.name;
    if (contest->round_panels && contest->round_panels[round] != INDEX_NONE)
        return contest->round_panels[round];
    if (of_round.length > 0)
        return index_find(&contest->panel_names, of_round);
    if (contest->contestants[contestant].panel_name.length > 0)
        return contest->contestants[contestant].panel;
    enum { ALL_JUDGES_AND_ONE_PANEL = 2 };
    return contest->named_panels < ALL_JUDGES_AND_ONE_PANEL ? ALL_JUDGES : INDEX_NONE;
}

size_t contest_seats(const struct contest *contest, size_t round, size_t contestant)
{
    if (!round_is_judged(&contest->rules.rounds[round]))
        return 1;
    size_t panel = contest_expected_panel(contest, round, contestant);
    return panel == INDEX_NONE ? 0 : contest->panels[panel].judge_count;
}
