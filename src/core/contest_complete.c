/* What is done once everybody is in: panels, automatic recusals, and what does not fit together. */
#include "contest_parts.h"

static bool share(struct text a, struct text b)
{
    return a.length > 0 && text_equal(a, b);
}

static void recuse_automatically(struct contest *contest)
{
    unsigned by = contest->rules.recusal_auto;
    for (size_t j = 0; by != 0 && j < contest->judge_count; j++) {
        const struct judge *judge = &contest->judges[j];
        for (size_t c = 0; c < contest->contestant_count; c++) {
            const struct contestant *contestant = &contest->contestants[c];
            bool of_unit = (by & 1u << RECUSAL_BY_UNIT) && share(judge->unit, contestant->unit);
            bool of_county = (by & 1u << RECUSAL_BY_COUNTY) && share(judge->county, contestant->county);
            if (of_unit || of_county)
                contest_add_recusal(contest, (struct recusal){j, c, of_unit ? judge->unit : judge->county});
        }
    }
}

static void check_round_panels(const struct contest *contest, struct faults *faults)
{
    for (size_t i = 0; i < contest->rules.round_count; i++) {
        const struct round *round = &contest->rules.rounds[i];
        for (size_t p = 0; p < round->panel_count; p++) {
            struct text name = round->panels[p].name;
            if (name.length > 0 && index_find(&contest->panel_names, name) == INDEX_NONE)
                faults_add(faults, SEVERITY_ERROR, round->panels[p].place,
                           MESSAGE("no judge sits in the panel {1} of round {2}", name, round->name),
                           MESSAGE("judges.csv names the panels in its column panel"));
        }
    }
}

/* Whether a judge sits in one of a round's panels; in two of them it would be open whose sheet a sheet is. */
static bool is_seated(const struct contest *contest, const struct round *round, size_t judge, struct faults *faults)
{
    size_t seats = 0;
    for (size_t p = 0; p < round->panel_count; p++) {
        size_t panel = index_find(&contest->panel_names, round->panels[p].name);
        seats += panel < contest->panel_count && panel_seats(&contest->panels[panel], judge);
    }
    if (seats > 1)
        faults_add(faults, SEVERITY_ERROR, contest->judges[judge].place,
                   MESSAGE("judge {1} sits in two panels of round {2}", contest->judges[judge].id, round->name),
                   MESSAGE("in one round a judge's sheet belongs to one panel"));
    return seats > 0;
}

/* A round with a list of panels is scored by a panel of all their judges. */
static void unite_panels(struct contest *contest, struct faults *faults)
{
    contest->round_panels = ARENA_ARRAY(contest->arena, size_t, contest->rules.round_count);
    for (size_t r = 0; r < contest->rules.round_count; r++) {
        const struct round *round = &contest->rules.rounds[r];
        contest->round_panels[r] = INDEX_NONE;
        if (!round->has_panels)
            continue;
        struct panel united = {.judges = ARENA_ARRAY(contest->arena, size_t, contest->judge_count)};
        for (size_t judge = 0; judge < contest->judge_count; judge++)
            if (is_seated(contest, round, judge, faults))
                united.judges[united.judge_count++] = judge;
        ARENA_RESERVE_ONE(contest->arena, contest->panels, contest->panel_count, contest->panel_capacity);
        contest->panels[contest->panel_count] = united;
        contest->round_panels[r] = contest->panel_count++;
    }
}

static void check_expected_panels(const struct contest *contest, struct faults *faults)
{
    for (size_t r = 0; r < contest->rules.round_count; r++) {
        const struct round *round = &contest->rules.rounds[r];
        bool asks_contestants = round_is_judged(round) && !round->has_panels && round->own.name.length == 0;
        for (size_t c = 0; asks_contestants && c < contest->contestant_count; c++) {
            const struct contestant *contestant = &contest->contestants[c];
            if (contestant->panel_name.length == 0 && contest_expected_panel(contest, r, c) == INDEX_NONE)
                faults_add(
                    faults, SEVERITY_ERROR, contestant->place,
                    MESSAGE("it is open which panel scores contestant {1} in round {2}", contestant->id, round->name),
                    MESSAGE("name it in the column panel of contestants.csv, or as panel of the round"));
        }
    }
}

static void check_counts(const struct contest *contest, struct text who, const struct counts *counts,
                         struct faults *faults)
{
    for (size_t i = 0; i < counts->by_sector_count; i++)
        if (index_find(&contest->sector_names, counts->by_sector[i].sector) == INDEX_NONE)
            faults_add(
                faults, SEVERITY_ERROR, counts->by_sector[i].place,
                MESSAGE("award {1} names the sector {2}, in which nobody is entered", who, counts->by_sector[i].sector),
                NO_HINT);
}

static void check_sectors(const struct contest *contest, struct faults *faults)
{
    const struct rules *rules = &contest->rules;
    for (size_t a = 0; a < rules->award_count; a++)
        check_counts(contest, rules->awards[a].name, &rules->awards[a].cut.count, faults);
    check_counts(contest, TEXT("promote"), &rules->promote.cut.count, faults);
}

/* Those who name no county are among themselves, so the first of them goes on. */
static void warn_of_missing_counties(const struct contest *contest, struct faults *faults)
{
    const struct promote *promote = &contest->rules.promote;
    bool goes_by_county = promote->is_set && promote->per == PROMOTE_PER_COUNTY && promote->quota.length == 0;
    for (size_t c = 0; goes_by_county && c < contest->contestant_count; c++)
        if (contest->contestants[c].county.length == 0 && contest->contestants[c].status == STATUS_COMPETING)
            faults_add(
                faults, SEVERITY_WARNING, contest->contestants[c].place,
                MESSAGE("contestant {1} names no county, and promote goes by county", contest->contestants[c].id),
                MESSAGE("all who name none count as one county"));
}

static void check_panel_sizes(const struct contest *contest, struct faults *faults)
{
    for (size_t p = 0; p < contest->panel_count; p++)
        if (contest->panels[p].judge_count > PANEL_MOST_JUDGES) {
            faults_add(faults, SEVERITY_ERROR, contest->rules.place,
                       MESSAGE("the contest is too large: more than 10,000 judges sit in one panel"), NO_HINT);
            return;
        }
}

static bool weigh_alike(const struct contest *contest, size_t panel)
{
    const struct panel *seated = &contest->panels[panel];
    for (size_t i = 1; i < seated->judge_count; i++)
        if (contest->judges[seated->judges[i]].weight != contest->judges[seated->judges[0]].weight)
            return false;
    return true;
}

/* The same of the panels of those who are scored by their own or by all judges. */
static bool own_panels_weigh_alike(const struct contest *contest, size_t round)
{
    size_t known = INDEX_NONE; /* of the one before: mostly the same */
    for (size_t c = 0; c < contest->contestant_count; c++) {
        size_t panel = contest_expected_panel(contest, round, c);
        if (panel != known && panel < contest->panel_count && !weigh_alike(contest, panel))
            return false;
        known = panel;
    }
    return true;
}

bool contest_drops_unequal(const struct contest *contest, size_t number)
{
    const struct round *round = &contest->rules.rounds[number];
    for (size_t i = 0; i < round->panel_count; i++) {
        const struct panel_rule *rule = &round->panels[i];
        size_t panel = index_find(&contest->panel_names, rule->name);
        if (!panel_rule_drops(rule))
            continue;
        if (rule->name.length == 0 ? !own_panels_weigh_alike(contest, number)
                                   : panel < contest->panel_count && !weigh_alike(contest, panel))
            return true;
    }
    return false;
}

static void warn_of_unequal_dropping(const struct contest *contest, struct faults *faults)
{
    for (size_t r = 0; r < contest->rules.round_count; r++)
        if (contest_drops_unequal(contest, r))
            faults_add(faults, SEVERITY_WARNING, contest->rules.rounds[r].place,
                       MESSAGE("round {1} drops sheets of judges with unequal weights: a higher mark can lower a score",
                               contest->rules.rounds[r].name),
                       MESSAGE("it may make another sheet the one that is dropped"));
}

/* What the contest takes in memory, in cells: marks, seats of judges in panels, pairs looked at for recusals. */
static size_t count_cells(const struct contest *contest)
{
    size_t cells = contest->panel_count * contest->judge_count;
    if (contest->rules.recusal_auto != 0)
        cells += contest->judge_count * contest->contestant_count;
    for (size_t r = 0; r < contest->rules.round_count; r++)
        for (size_t c = 0; c < contest->contestant_count && cells <= CONTEST_MOST_CELLS; c++)
            cells += contest_seats(contest, r, c) * contest->rules.rounds[r].criterion_count;
    return cells;
}

static bool is_too_large(const struct contest *contest, struct faults *faults)
{
    if (count_cells(contest) <= CONTEST_MOST_CELLS)
        return false;
    faults_add(faults, SEVERITY_ERROR, contest->rules.place,
               MESSAGE("the contest is too large: contestants × judges × criteria are more than 100,000,000"), NO_HINT);
    return true;
}

static void check_contestants_panels(const struct contest *contest, struct faults *faults)
{
    for (size_t i = 0; i < contest->contestant_count; i++) {
        const struct contestant *contestant = &contest->contestants[i];
        if (contestant->panel_name.length > 0 && contestant->panel == INDEX_NONE)
            faults_add(
                faults, SEVERITY_ERROR, contestant->place,
                MESSAGE("no judge sits in the panel {1} of contestant {2}", contestant->panel_name, contestant->id),
                MESSAGE("judges.csv names the panels in its column panel"));
    }
}

void contest_complete(struct contest *contest, struct faults *faults)
{
    unite_panels(contest, faults);
    check_contestants_panels(contest, faults);
    check_round_panels(contest, faults);
    check_expected_panels(contest, faults);
    check_sectors(contest, faults);
    warn_of_missing_counties(contest, faults);
    check_panel_sizes(contest, faults);
    warn_of_unequal_dropping(contest, faults);
    contest_complete_tables(contest, faults);
    if (!is_too_large(contest, faults))
        recuse_automatically(contest);
}
