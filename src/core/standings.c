#include "standings.h"

/* ---- what is pending ---- */

static void report_pending(const struct sheets *sheets, size_t round_number, size_t contestant_number,
                           const struct sheet *sheet, struct faults *faults)
{
    const struct contest *contest = sheets->contest;
    const struct round *round = &contest->rules.rounds[round_number];
    const struct contestant *contestant = &contest->contestants[contestant_number];
    if (sheet->judge == INDEX_NONE) {
        faults_add(faults, SEVERITY_WARNING, contestant->place,
                   MESSAGE("round {1}: the mark of contestant {2} is pending", round->name, contestant->id), NO_HINT);
        return;
    }
    struct text judge = contest->judges[sheet->judge].id;
    if (sheet_is_partial(sheet, round))
        faults_add(faults, SEVERITY_WARNING, contestant->place,
                   MESSAGE("round {1}: judge {2} has not scored every criterion of contestant {3}", round->name, judge,
                           contestant->id),
                   MESSAGE("the sheet counts as pending until it is whole"));
    else
        faults_add(faults, SEVERITY_WARNING, contestant->place,
                   MESSAGE("round {1}: the sheet of judge {2} for contestant {3} is pending", round->name, judge,
                           contestant->id),
                   NO_HINT);
}

static void report_kept_all(const struct standings *standings, size_t contestant, struct faults *faults)
{
    const struct contest *contest = standings->contest;
    for (size_t r = 0; r < contest->rules.round_count; r++)
        if (standings->results[contestant].rounds[r].kept_all)
            faults_add(faults, SEVERITY_WARNING, contest->contestants[contestant].place,
                       MESSAGE("round {1}: contestant {2} has too few sheets, so none is dropped",
                               contest->rules.rounds[r].name, contest->contestants[contestant].id),
                       NO_HINT);
}

static size_t count_pending(const struct sheets *sheets, size_t contestant, struct faults *faults)
{
    size_t pending = 0;
    for (size_t r = 0; r < sheets->contest->rules.round_count; r++) {
        bool is_worded = sheets_word(sheets, r, contestant) != STATUS_COMPETING;
        size_t expected = is_worded ? 0 : sheets_expected(sheets, r, contestant);
        for (size_t slot = 0; slot < expected; slot++) {
            struct sheet sheet = sheets_sheet(sheets, r, contestant, slot);
            if (sheet.state != CELL_PENDING)
                continue;
            pending++;
            report_pending(sheets, r, contestant, &sheet, faults);
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
    faults_add(faults, SEVERITY_WARNING, contestant->place,
               MESSAGE("contestant {1} has no final score and no rank", contestant->id), result->why_not);
}

static void compute_sector(struct standings *standings, size_t number, struct arena *arena, struct arena scratch,
                           struct faults *faults)
{
    const struct contest *contest = standings->contest;
    const struct sector *sector = &contest->sectors[number];
    struct sector_standings *computed = &standings->sectors[number];
    struct placing *placings = ARENA_ARRAY(&scratch, struct placing, sector->contestant_count);
    size_t *award_of = ARENA_ARRAY(&scratch, size_t, sector->contestant_count);

    computed->sector = number;
    computed->unranked = ARENA_ARRAY(arena, struct unranked, sector->contestant_count);
    for (size_t i = 0; i < sector->contestant_count; i++)
        place_contestant(standings, sector->contestants[i], placings, computed, faults);

    computed->outcomes = ARENA_ARRAY(arena, struct award_outcome, contest->rules.award_count);
    ranking_assign(&contest->rules, placings, computed->ranking_count, arena, scratch);
    awards_give(&contest->rules, sector->name, placings, computed->ranking_count, sector->contestant_count, scratch,
                award_of, computed->outcomes);

    computed->ranking = ARENA_ARRAY(arena, struct standing, computed->ranking_count);
    for (size_t i = 0; i < computed->ranking_count; i++)
        computed->ranking[i] = (struct standing){placings[i], award_of[i]};
}

struct standings standings_of(const struct contest *contest, const struct sheets *sheets, struct arena *arena,
                              struct arena scratch, struct faults *faults)
{
    struct standings standings = {.contest = contest, .sheets = sheets};
    standings.sector_count = contest->sector_count;
    standings.sectors = ARENA_ARRAY(arena, struct sector_standings, contest->sector_count);
    standings.results = ARENA_ARRAY(arena, struct result, contest->contestant_count);

    for (size_t c = 0; c < contest->contestant_count; c++) {
        if (sheets_status(sheets, c) != STATUS_COMPETING)
            continue;
        score_contestant(sheets, c, arena, scratch, NULL, &standings.results[c]);
        standings.pending += count_pending(sheets, c, faults);
        report_kept_all(&standings, c, faults);
    }
    for (size_t s = 0; s < contest->sector_count; s++)
        compute_sector(&standings, s, arena, scratch, faults);
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
