#include "scoresheet_steps.h"

bool scoresheet_goes_by_criterion(const struct round *round)
{
    return !round->has_panels && panel_rule_drops_by_criterion(&round->own);
}

bool scoresheet_clamps(const struct round *round)
{
    for (size_t i = 0; i < round->panel_count; i++)
        if (round->panels[i].outliers.policy == OUTLIERS_CLAMP)
            return true;
    return false;
}

static struct derivation derive(const struct standings *standings, size_t contestant, size_t round, struct arena *arena,
                                struct arena scratch)
{
    struct derivation derivation = {.arena = arena, .contestant = contestant};
    struct round_result again = {.is_entered = true};
    score_panels(standings->sheets, round, contestant, arena, scratch, &derivation, &again);
    return derivation;
}

const struct derivation *scoresheet_steps(const struct standings *standings, size_t sector, size_t number,
                                          struct arena *arena, struct arena scratch)
{
    const struct contest *contest = standings->contest;
    const struct round *round = &contest->rules.rounds[number];
    const struct sector *members = &contest->sectors[sector];
    if (!scoresheet_goes_by_criterion(round) && !scoresheet_clamps(round))
        return NULL;
    struct derivation *steps = ARENA_ARRAY(arena, struct derivation, contest->contestant_count);
    for (size_t i = 0; i < members->contestant_count; i++) {
        size_t contestant = members->contestants[i];
        bool has_sheets = sheets_status(standings->sheets, contestant) == STATUS_COMPETING &&
                          sheets_word(standings->sheets, number, contestant) == STATUS_COMPETING &&
                          standings->results[contestant].rounds[number].is_entered;
        if (has_sheets)
            steps[contestant] = derive(standings, contestant, number, arena, scratch);
    }
    return steps;
}

const struct step *scoresheet_step(const struct derivation *steps, size_t contestant, enum step_kind kind, size_t judge,
                                   size_t criterion)
{
    for (size_t i = 0; steps && i < steps[contestant].count; i++) {
        const struct step *step = &steps[contestant].steps[i];
        if (step->kind == kind && step->judge == judge && step->criterion == criterion)
            return step;
    }
    return NULL;
}
