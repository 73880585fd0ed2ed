#include "standings.h"

#include "sector_score.h"

/* ---- what is pending ---- */

static void report_pending(struct standings *standings, size_t round_number, size_t contestant_number,
                           const struct sheet *sheet, struct faults *faults)
{
    const struct contest *contest = standings->contest;
    const struct round *round = &contest->rules.rounds[round_number];
    const struct contestant *contestant = &contest->contestants[contestant_number];
    if (sheet->judge == INDEX_NONE) {
        blockers_add(&standings->blockers, BLOCKER_PENDING, faults, contestant->place,
                     MESSAGE("round {1}: the mark of contestant {2} is pending", round->name, contestant->id), NO_HINT);
        return;
    }
    struct text judge = contest->judges[sheet->judge].id;
    if (sheet_is_partial(sheet, round))
        blockers_add(&standings->blockers, BLOCKER_PENDING, faults, contestant->place,
                     MESSAGE("round {1}: judge {2} has not scored every criterion of contestant {3}", round->name,
                             judge, contestant->id),
                     MESSAGE("the sheet counts as pending until it is whole"));
    else
        blockers_add(&standings->blockers, BLOCKER_PENDING, faults, contestant->place,
                     MESSAGE("round {1}: the sheet of judge {2} for contestant {3} is pending", round->name, judge,
                             contestant->id),
                     NO_HINT);
}

/* A sheet far from the others, and a panel far apart: named, whether they were clamped or only flagged. */
static void report_outliers(const struct contest *contest, size_t round, size_t contestant,
                            const struct round_result *result, struct faults *faults)
{
    struct place place = contest->contestants[contestant].place;
    struct text id = contest->contestants[contestant].id, name = contest->rules.rounds[round].name;
    for (size_t i = 0; i < result->outlier_count; i++) {
        struct text judge = contest->judges[result->outliers[i].judge].id;
        faults_add(
            faults, SEVERITY_WARNING, place,
            result->outliers[i].is_clamped
                ? MESSAGE("round {1}: the sheet of judge {2} for contestant {3} was moved to the limit", name, judge,
                          id)
                : MESSAGE("round {1}: the sheet of judge {2} for contestant {3} is far from the mean of the panel",
                          name, judge, id),
            NO_HINT);
    }
    if (result->is_spread)
        faults_add(faults, SEVERITY_WARNING, place,
                   MESSAGE("round {1}: the highest and the lowest sheet for contestant {2} are far apart", name, id),
                   NO_HINT);
}

static void report_doubtful(const struct standings *standings, size_t contestant, struct faults *faults)
{
    const struct contest *contest = standings->contest;
    for (size_t r = 0; r < contest->rules.round_count; r++) {
        const struct round_result *result = &standings->results[contestant].rounds[r];
        report_outliers(contest, r, contestant, result, faults);
        if (result->kept_all)
            faults_add(faults, SEVERITY_WARNING, contest->contestants[contestant].place,
                       MESSAGE("round {1}: contestant {2} has too few sheets, so none is dropped",
                               contest->rules.rounds[r].name, contest->contestants[contestant].id),
                       NO_HINT);
    }
}

/* Marks of a round that the contestant did not enter are not looked at. */
static void report_needless(const struct sheets *sheets, size_t round, size_t contestant, struct faults *faults)
{
    const struct contest *contest = sheets->contest;
    for (size_t slot = 0; slot < sheets_expected(sheets, round, contestant); slot++)
        if (sheets_sheet(sheets, round, contestant, slot).state == CELL_GIVEN) {
            faults_add(faults, SEVERITY_WARNING, contest->contestants[contestant].place,
                       MESSAGE("contestant {1} did not advance to round {2}: the marks there are not counted",
                               contest->contestants[contestant].id, contest->rules.rounds[round].name),
                       NO_HINT);
            return;
        }
}

bool standings_wait_for(const struct standings *standings, size_t round, size_t contestant)
{
    return sheets_status(standings->sheets, contestant) == STATUS_COMPETING &&
           standings->results[contestant].rounds[round].is_entered &&
           sheets_word(standings->sheets, round, contestant) == STATUS_COMPETING;
}

/* Points given or taken in a round that the contestant did not enter, or that counts 0 or nothing by a word, change
 * nothing. */
static void report_idle_adjustments(const struct standings *standings, size_t contestant, struct faults *faults)
{
    size_t count;
    const struct contest *contest = standings->contest;
    const struct adjustment *adjustments = contest_adjustments_of(contest, contestant, &count);
    for (size_t i = 0; i < count; i++) {
        size_t round = adjustments[i].round;
        if (round != INDEX_NONE && !standings_wait_for(standings, round, contestant))
            faults_add(faults, SEVERITY_WARNING, adjustments[i].place,
                       MESSAGE("contestant {1} is not scored in round {2}: this adjustment is not counted",
                               contest->contestants[contestant].id, contest->rules.rounds[round].name),
                       MESSAGE("to change the final score, leave the round empty"));
    }
}

static size_t count_pending(struct standings *standings, size_t contestant, struct faults *faults)
{
    const struct sheets *sheets = standings->sheets;
    size_t pending = 0;
    for (size_t r = 0; r < sheets->contest->rules.round_count; r++) {
        if (!standings->results[contestant].rounds[r].is_entered) {
            report_needless(sheets, r, contestant, faults);
            continue;
        }
        /* None are where the round is not waited for. */
        bool has_pending = standings->results[contestant].rounds[r].pending > 0;
        size_t expected = has_pending ? sheets_expected(sheets, r, contestant) : 0;
        for (size_t slot = 0; slot < expected; slot++) {
            struct sheet sheet = sheets_sheet(sheets, r, contestant, slot);
            if (sheet.state != CELL_PENDING)
                continue;
            pending++;
            report_pending(standings, r, contestant, &sheet, faults);
        }
    }
    return pending;
}

/* ---- a sector ---- */

static void place_contestant(struct standings *standings, size_t contestant_number, struct placing *placings,
                             struct sector_standings *sector, struct faults *faults)
{
    const struct contestant *contestant = &standings->contest->contestants[contestant_number];
    struct result *result = &standings->results[contestant_number];
    int status = sheets_status(standings->sheets, contestant_number);
    if (status == STATUS_COMPETING && result->has_final) {
        placings[sector->ranking_count++] = (struct placing){.contestant = contestant_number, .result = result};
        return;
    }
    struct unranked *unranked = &sector->unranked[sector->unranked_count++];
    unranked->contestant = contestant_number;
    if (status != STATUS_COMPETING)
        return;
    unranked->result = result;
    unranked->reason = result->why_not;
    standings->without_final++;
    blockers_add(&standings->blockers, BLOCKER_NO_SCORE, faults, contestant->place,
                 MESSAGE("contestant {1} has no final score and no rank", contestant->id), *result->why_not);
}

/* Room for those who will not be ranked. */
static struct unranked *room_for_unranked(const struct standings *standings, const struct sector *sector,
                                          struct arena *arena)
{
    size_t count = 0;
    for (size_t i = 0; i < sector->contestant_count; i++)
        count += !standings->results[sector->contestants[i]].has_final;
    return ARENA_ARRAY(arena, struct unranked, count);
}

/* Scores and ranks a sector; *placings is taken from `scratch`. */
static struct placing *rank_sector(struct standings *standings, size_t number, struct arena *arena,
                                   struct arena *scratch, struct faults *faults)
{
    const struct sector *sector = &standings->contest->sectors[number];
    struct sector_standings *computed = &standings->sectors[number];
    struct placing *placings = ARENA_ARRAY(scratch, struct placing, sector->contestant_count);
    computed->sector = number;
    sector_score(standings->sheets, number, standings->results, arena, *scratch, NULL, faults);
    computed->unranked = room_for_unranked(standings, sector, arena);
    for (size_t i = 0; i < sector->contestant_count; i++) {
        size_t contestant = sector->contestants[i];
        if (sheets_status(standings->sheets, contestant) == STATUS_COMPETING) {
            standings->pending += count_pending(standings, contestant, faults);
            report_doubtful(standings, contestant, faults);
            report_idle_adjustments(standings, contestant, faults);
        }
        place_contestant(standings, contestant, placings, computed, faults);
    }
    ranking_assign(standings->sheets, placings, computed->ranking_count, arena, *scratch);
    return placings;
}

/* ---- across sectors ---- */

/* Awards, promotion and teams, from the placings of each sector. */
struct outcome {
    size_t *award_of;
    struct promotion *promotions;
    struct outlooks *outlooks;
};

/* All who are ranked, in contestants.csv order, with their results alone. */
static struct placing *all_placings(const struct standings *standings, struct arena *scratch, size_t *count)
{
    const struct contest *contest = standings->contest;
    struct placing *all = ARENA_ARRAY(scratch, struct placing, contest->contestant_count);
    *count = 0;
    for (size_t c = 0; c < contest->contestant_count; c++)
        if (standings->results[c].has_final)
            all[(*count)++] = (struct placing){.contestant = c, .result = &standings->results[c]};
    return all;
}

static bool has_award_per_contest(const struct rules *rules)
{
    for (size_t i = 0; i < rules->award_count; i++)
        if (rules->awards[i].per == AWARD_PER_CONTEST)
            return true;
    return false;
}

static void give_awards(struct standings *standings, struct placing *const *placings, struct arena *arena,
                        struct arena scratch, struct faults *faults, size_t *award_of)
{
    const struct contest *contest = standings->contest;
    struct award_group *groups = ARENA_ARRAY(&scratch, struct award_group, contest->sector_count);
    struct award_group whole = {.entered = contest->contestant_count};
    standings->outcomes = ARENA_ARRAY(arena, struct award_outcome, contest->rules.award_count);
    whole.outcomes = standings->outcomes;
    for (size_t s = 0; s < contest->sector_count; s++) {
        struct sector_standings *sector = &standings->sectors[s];
        sector->outcomes = ARENA_ARRAY(arena, struct award_outcome, contest->rules.award_count);
        groups[s] = (struct award_group){contest->sectors[s].name, placings[s], sector->ranking_count,
                                         contest->sectors[s].contestant_count, sector->outcomes};
    }
    if (has_award_per_contest(&contest->rules)) {
        struct placing *all = all_placings(standings, &scratch, &whole.count);
        ranking_assign(standings->sheets, all, whole.count, arena, scratch);
        whole.placings = all;
    }
    awards_give(contest, groups, contest->sector_count, &whole, scratch, faults, award_of);
}

static void promote(const struct standings *standings, struct arena *arena, struct arena scratch, struct faults *faults,
                    struct promotion *promotions)
{
    size_t count;
    struct placing *all = all_placings(standings, &scratch, &count);
    promotion_decide(standings->sheets, all, count, arena, scratch, faults, promotions);
}

static void rank_teams(struct standings *standings, struct placing *const *placings, struct arena *arena,
                       struct arena scratch)
{
    size_t *counts = ARENA_ARRAY(&scratch, size_t, standings->sector_count);
    for (size_t s = 0; s < standings->sector_count; s++)
        counts[s] = standings->sectors[s].ranking_count;
    standings->teams = teams_rank(standings->contest, (const struct placing *const *)placings, counts, arena, scratch);
}

/* ---- all of it ---- */

static void report_protests(struct standings *standings, struct faults *faults)
{
    const struct contest *contest = standings->contest;
    for (size_t i = 0; i < contest->protest_count; i++)
        if (contest->protests[i].decision.length == 0)
            blockers_add(&standings->blockers, BLOCKER_PROTEST, faults, contest->protests[i].place,
                         MESSAGE("the protest of contestant {1} is open",
                                 contest->contestants[contest->protests[i].contestant].id),
                         MESSAGE("once it is decided, write into the column decision what became of it"));
}

static void keep_ranking(struct sector_standings *sector, const struct placing *placings, struct outcome outcome,
                         struct arena *arena)
{
    sector->ranking = ARENA_ARRAY(arena, struct standing, sector->ranking_count);
    for (size_t i = 0; i < sector->ranking_count; i++)
        sector->ranking[i] =
            (struct standing){placings[i], outcome.award_of[placings[i].contestant],
                              outcome.promotions[placings[i].contestant], outcome.outlooks[placings[i].contestant]};
}

struct standings standings_of(const struct contest *contest, const struct sheets *sheets, struct arena *arena,
                              struct arena scratch, struct faults *faults)
{
    struct standings standings = {.contest = contest, .sheets = sheets, .sector_count = contest->sector_count};
    struct placing **placings = ARENA_ARRAY(&scratch, struct placing *, contest->sector_count);
    struct outcome outcome = {ARENA_ARRAY(&scratch, size_t, contest->contestant_count),
                              ARENA_ARRAY(&scratch, struct promotion, contest->contestant_count),
                              ARENA_ARRAY(&scratch, struct outlooks, contest->contestant_count)};
    standings.sectors = ARENA_ARRAY(arena, struct sector_standings, contest->sector_count);
    standings.results = ARENA_ARRAY(arena, struct result, contest->contestant_count);
    standings.blockers = blockers_in(arena);

    for (size_t s = 0; s < contest->sector_count; s++)
        placings[s] = rank_sector(&standings, s, arena, &scratch, faults);
    struct faults *ties = &standings.blockers.of[BLOCKER_TIE];
    give_awards(&standings, placings, arena, scratch, ties, outcome.award_of);
    promote(&standings, arena, scratch, ties, outcome.promotions);
    faults_join(faults, ties, SEVERITY_WARNING);
    report_protests(&standings, faults);
    if (standings.pending > 0)
        outlook_tell(sheets, outcome.award_of, *arena, scratch, outcome.outlooks);
    rank_teams(&standings, placings, arena, scratch);
    for (size_t s = 0; s < contest->sector_count; s++)
        keep_ranking(&standings.sectors[s], placings[s], outcome, arena);
    standings.is_complete = standings.pending == 0 && standings.without_final == 0;
    return standings;
}

const struct standing *standings_find(const struct standings *standings, size_t contestant,
                                      const struct sector_standings **sector)
{
    *sector = &standings->sectors[standings->contest->contestants[contestant].sector];
    for (size_t i = 0; i < (*sector)->ranking_count; i++)
        if ((*sector)->ranking[i].placing.contestant == contestant)
            return &(*sector)->ranking[i];
    return NULL;
}
