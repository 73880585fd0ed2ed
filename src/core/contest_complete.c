/* What is done once everybody is in: orders for lookups, automatic recusals, and what does not fit together. */
#include <stdlib.h>

#include "contest.h"

static int by_number(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

static int adjustments_in_order(const void *left, const void *right)
{
    const struct adjustment *a = left, *b = right;
    int order = by_number(a->contestant, b->contestant);
    if (order == 0)
        order = by_number(a->place.line, b->place.line);
    return order;
}

static int timings_in_order(const void *left, const void *right)
{
    const struct timing *a = left, *b = right;
    int order = by_number(a->contestant, b->contestant);
    return order != 0 ? order : by_number(a->round, b->round);
}

static void sort_timings(struct contest *contest, struct faults *faults)
{
    if (contest->timing_count < 2)
        return;
    qsort(contest->timings, contest->timing_count, sizeof *contest->timings, timings_in_order);
    for (size_t i = 1; i < contest->timing_count; i++)
        if (timings_in_order(&contest->timings[i - 1], &contest->timings[i]) == 0)
            faults_add(faults, SEVERITY_ERROR, contest->timings[i].place,
                       MESSAGE("contestant {1} is timed twice in round {2}",
                               contest->contestants[contest->timings[i].contestant].id,
                               contest->rules.rounds[contest->timings[i].round].name),
                       NO_HINT);
}

static int factors_in_order(const void *left, const void *right)
{
    const struct factor *a = left, *b = right;
    int order = by_number(a->contestant, b->contestant);
    return order != 0 ? order : by_number(a->round, b->round);
}

static void sort_factors(struct contest *contest, struct faults *faults)
{
    if (contest->factor_count < 2)
        return;
    qsort(contest->factors, contest->factor_count, sizeof *contest->factors, factors_in_order);
    for (size_t i = 1; i < contest->factor_count; i++)
        if (factors_in_order(&contest->factors[i - 1], &contest->factors[i]) == 0)
            faults_add(faults, SEVERITY_ERROR, contest->factors[i].place,
                       MESSAGE("contestant {1} has two factors in round {2}",
                               contest->contestants[contest->factors[i].contestant].id,
                               contest->rules.rounds[contest->factors[i].round].name),
                       NO_HINT);
}

/* Where others have a factor, one who has none may have been forgotten. */
static void warn_of_missing_factors(const struct contest *contest, struct faults *faults)
{
    for (size_t r = 0; r < contest->rules.round_count; r++) {
        size_t with = 0;
        for (size_t i = 0; i < contest->factor_count; i++)
            with += contest->factors[i].round == r;
        for (size_t c = 0, at = 0; with > 0 && c < contest->contestant_count; c++) {
            while (at < contest->factor_count &&
                   factors_in_order(&contest->factors[at], &(struct factor){.contestant = c, .round = r}) < 0)
                at++;
            bool has_one =
                at < contest->factor_count && contest->factors[at].contestant == c && contest->factors[at].round == r;
            if (!has_one && contest->contestants[c].status == STATUS_COMPETING)
                faults_add(faults, SEVERITY_WARNING, contest->contestants[c].place,
                           MESSAGE("contestant {1} has no factor in round {2}: it counts as 1",
                                   contest->contestants[c].id, contest->rules.rounds[r].name),
                           NO_HINT);
        }
    }
}

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
        if (round->panel.length > 0 && index_find(&contest->panel_names, round->panel) == INDEX_NONE)
            faults_add(faults, SEVERITY_ERROR, round->place,
                       MESSAGE("no judge sits in the panel {1} of round {2}", round->panel, round->name),
                       MESSAGE("judges.csv names the panels in its column panel"));
    }
}

static void check_expected_panels(const struct contest *contest, struct faults *faults)
{
    for (size_t r = 0; r < contest->rules.round_count; r++) {
        const struct round *round = &contest->rules.rounds[r];
        bool asks_contestants = round->method != METHOD_GIVEN && round->panel.length == 0;
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

static void check_award_sectors(const struct contest *contest, struct faults *faults)
{
    for (size_t a = 0; a < contest->rules.award_count; a++) {
        const struct award *award = &contest->rules.awards[a];
        for (size_t i = 0; i < award->by_sector_count; i++)
            if (index_find(&contest->sector_names, award->by_sector[i].sector) == INDEX_NONE)
                faults_add(faults, SEVERITY_ERROR, award->by_sector[i].place,
                           MESSAGE("award {1} names the sector {2}, in which nobody is entered", award->name,
                                   award->by_sector[i].sector),
                           NO_HINT);
    }
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
    if (contest->adjustment_count > 1)
        qsort(contest->adjustments, contest->adjustment_count, sizeof *contest->adjustments, adjustments_in_order);
    sort_timings(contest, faults);
    sort_factors(contest, faults);
    warn_of_missing_factors(contest, faults);
    check_contestants_panels(contest, faults);
    check_round_panels(contest, faults);
    check_expected_panels(contest, faults);
    check_award_sectors(contest, faults);
    if (!is_too_large(contest, faults))
        recuse_automatically(contest);
}
