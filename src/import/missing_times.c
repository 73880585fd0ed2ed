#include "missing_times.h"

static bool is_timed(const struct contest *contest, size_t round)
{
    for (size_t i = 0; i < contest->timing_count; i++)
        if (contest->timings[i].round == round)
            return true;
    return false;
}

static bool has_marks(const struct sheets *sheets, size_t round, size_t contestant)
{
    size_t criteria = sheets->contest->rules.rounds[round].criterion_count;
    for (size_t slot = 0; slot < sheets_expected(sheets, round, contestant); slot++) {
        struct sheet sheet = sheets_sheet(sheets, round, contestant, slot);
        for (size_t c = 0; c < criteria; c++)
            if (sheet.cells[c].state == CELL_GIVEN)
                return true;
    }
    return false;
}

static void warn_in_round(const struct sheets *sheets, size_t round, struct place place, struct faults *faults)
{
    const struct contest *contest = sheets->contest;
    for (size_t c = 0; c < contest->contestant_count; c++) {
        const struct contestant *contestant = &contest->contestants[c];
        if (contestant->status != STATUS_COMPETING || contest_seconds(contest, c, round) >= 0 ||
            !has_marks(sheets, round, c))
            continue;
        faults_add(faults, SEVERITY_WARNING, place,
                   MESSAGE("contestant {1} has marks in round {2} and no time here: no overtime is deducted",
                           contestant->id, contest->rules.rounds[round].name),
                   MESSAGE("is a row missing?"));
    }
}

void missing_times_warn(const struct sheets *sheets, struct place place, struct faults *faults)
{
    const struct contest *contest = sheets->contest;
    for (size_t r = 0; r < contest->rules.round_count; r++)
        if (round_has_overtime(&contest->rules.rounds[r]) && is_timed(contest, r))
            warn_in_round(sheets, r, place, faults);
}
