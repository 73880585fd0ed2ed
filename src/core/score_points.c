/* What is added and taken after the panels: steps 4, 6 and 7 of a round. */
#include <assert.h>

#include "score.h"

static points at_most(const struct overtime *overtime, points taken)
{
    return overtime->at_most.is_set && taken > overtime->at_most.value ? overtime->at_most.value : taken;
}

/* Points for each started unit over the limit. */
static points take_by_unit(const struct overtime *overtime, int64_t seconds, struct derivation *derivation,
                           struct arena *arena)
{
    int64_t started = (seconds - overtime->limit + overtime->every - 1) / overtime->every;
    points whole = started * overtime->deduct.value, taken = at_most(overtime, whole);
    struct step step = step_of(STEP_OVERTIME);
    step.count = seconds;
    step.units = started;
    step.weight = overtime->deduct.value;
    step.result = exact_from_points(arena, -whole);
    step.value = exact_from_points(arena, -taken);
    derivation_add(derivation, step);
    return taken;
}

/* Points of the last band that is reached. */
static points take_by_band(const struct overtime *overtime, int64_t seconds, struct derivation *derivation,
                           struct arena *arena)
{
    int64_t over = seconds - overtime->limit;
    points whole = 0;
    for (size_t i = 0; i < overtime->band_count && overtime->bands[i].seconds <= over; i++)
        whole = overtime->bands[i].points;
    points taken = at_most(overtime, whole);
    struct step step = step_of(STEP_BAND);
    step.count = seconds;
    step.units = over;
    step.result = exact_from_points(arena, -whole);
    step.value = exact_from_points(arena, -taken);
    derivation_add(derivation, step);
    return taken;
}

static points take_for_being_quick(const struct overtime *overtime, int64_t seconds, struct derivation *derivation,
                                   struct arena *arena)
{
    struct step step = step_of(STEP_UNDER);
    step.count = seconds;
    step.value = exact_from_points(arena, -overtime->under.points);
    derivation_add(derivation, step);
    return overtime->under.points;
}

static void deduct_overtime(const struct contest *contest, size_t round_number, size_t contestant,
                            struct derivation *derivation, struct round_result *result, struct arena *arena)
{
    const struct round *round = &contest->rules.rounds[round_number];
    const struct overtime *overtime = &round->overtime;
    int64_t seconds = contest_seconds(contest, contestant, round_number);
    bool costs = overtime->deduct.is_set || overtime->band_count > 0;
    bool is_over = costs && seconds > overtime->limit;
    bool is_quick = seconds >= 0 && seconds < overtime->under.seconds;
    if (!is_over && !is_quick)
        return;
    points taken = is_quick                    ? take_for_being_quick(overtime, seconds, derivation, arena)
                   : overtime->band_count == 0 ? take_by_unit(overtime, seconds, derivation, arena)
                                               : take_by_band(overtime, seconds, derivation, arena);
    result->is_adjusted = true;
    result->overtime = -taken;
    result->adjustments -= taken;
}

/* A product that is told where it changes anything. */
static struct exact times(enum step_kind kind, struct exact value, points by, struct arena *arena,
                          struct derivation *derivation)
{
    if (by == POINTS_ONE)
        return value;
    struct step step = step_of(kind);
    step.value = value;
    step.weight = by;
    step.result = exact_multiply(arena, value, exact_from_points(arena, by));
    derivation_add(derivation, step);
    return step.result;
}

void score_scale(const struct contest *contest, size_t round_number, size_t contestant, struct exact value,
                 struct arena *arena, struct derivation *derivation, struct round_result *result)
{
    points factor = contest_factor(contest, contestant, round_number);
    value = times(STEP_SCALED, value, contest->rules.rounds[round_number].scale, arena, derivation);
    result->scaled = times(STEP_FACTOR, value, factor, arena, derivation);
}

/* Not below the round's floor. */
static struct exact not_below_floor(const struct round *round, struct exact value, struct arena *arena,
                                    struct derivation *derivation)
{
    struct exact floor = exact_from_points(arena, round->floor.value);
    if (!round->floor.is_set || exact_compare(value, floor) >= 0)
        return value;
    struct step step = step_of(STEP_FLOOR);
    step.value = value;
    step.result = floor;
    derivation_add(derivation, step);
    return floor;
}

/* The sum of a contestant's adjustments of a round, or of the final for INDEX_NONE. */
static points add_adjustments(const struct contest *contest, size_t round, size_t contestant, struct arena *arena,
                              struct derivation *derivation, bool *is_adjusted)
{
    size_t count;
    points sum = 0;
    const struct adjustment *adjustments = contest_adjustments_of(contest, contestant, &count);
    for (size_t i = 0; i < count; i++) {
        if (adjustments[i].round != round)
            continue;
        sum += adjustments[i].value;
        *is_adjusted = true;
        struct step step = step_of(STEP_ADJUSTMENT);
        step.round = round;
        step.value = exact_from_points(arena, adjustments[i].value);
        step.note = MESSAGE("{1}", adjustments[i].reason);
        derivation_add(derivation, step);
    }
    return sum;
}

void score_round_finish(const struct contest *contest, size_t round_number, size_t contestant, struct arena *arena,
                        struct derivation *derivation, struct round_result *result)
{
    const struct round *round = &contest->rules.rounds[round_number];
    deduct_overtime(contest, round_number, contestant, derivation, result, arena);
    result->adjustments += add_adjustments(contest, round_number, contestant, arena, derivation, &result->is_adjusted);

    struct exact value = result->is_corrected ? result->corrected : result->scaled;
    struct step step = step_of(STEP_ROUND_SCORE);
    step.round = round_number;
    step.digits = round->digits;
    value = exact_add(arena, value, exact_from_points(arena, result->adjustments));
    step.value = not_below_floor(round, value, arena, derivation);
    step.result = rules_round(&contest->rules, arena, step.value, round->digits);
    derivation_add(derivation, step);
    result->score = step.result;
    result->is_scored = true;
}

/* ---- the final ---- */

static struct exact add_round(const struct rules *rules, size_t round, struct exact sum, struct exact score,
                              struct arena *arena, struct derivation *derivation)
{
    struct step step = step_of(rules->combine == COMBINE_WEIGHTED ? STEP_WEIGHTED : STEP_ADDED);
    step.round = round;
    step.value = step.result = score;
    if (rules->combine == COMBINE_WEIGHTED) {
        step.weight = rules->rounds[round].weight.value;
        step.result = exact_multiply(arena, score, exact_from_ratio(arena, step.weight, (wide)POINTS_ONE_HUNDRED));
    }
    derivation_add(derivation, step);
    return exact_add(arena, sum, step.result);
}

/* The place of a round among the scored ones of its stage, the best being 0; of equals the earlier is the better. */
static size_t place_of_round(const struct result *result, const struct stage *stage, size_t round)
{
    size_t better = 0;
    for (size_t i = stage->first; i < stage->end; i++) {
        if (!result->rounds[i].is_scored || i == round)
            continue;
        int order = exact_compare(result->rounds[i].score, result->rounds[round].score);
        better += order > 0 || (order == 0 && i < round);
    }
    return better;
}

static struct exact add_best_rounds(const struct rules *rules, const struct stage *stage, const struct result *result,
                                    struct arena *arena, struct derivation *derivation)
{
    struct exact sum = {0};
    for (size_t r = stage->first; r < stage->end; r++) {
        if (!result->rounds[r].is_scored)
            continue;
        if (place_of_round(result, stage, r) < (size_t)rules->best) {
            sum = add_round(rules, r, sum, result->rounds[r].score, arena, derivation);
            continue;
        }
        struct step step = step_of(STEP_LEFT_OUT);
        step.round = r;
        step.value = result->rounds[r].score;
        derivation_add(derivation, step);
    }
    return sum;
}

static struct exact add_all_rounds(const struct rules *rules, const struct stage *stage, const struct result *result,
                                   struct arena *arena, struct derivation *derivation)
{
    struct exact sum = {0};
    for (size_t r = stage->first; r < stage->end; r++)
        sum = add_round(rules, r, sum, result->rounds[r].score, arena, derivation);
    return sum;
}

/* Why there is no final: the first round without a score; under `best`, only where none has one. Else NULL. */
static const struct message *why_no_final(const struct rules *rules, const struct stage *stage,
                                          const struct result *result)
{
    size_t scored = 0, first_without = INDEX_NONE;
    for (size_t r = stage->first; r < stage->end; r++) {
        scored += result->rounds[r].is_scored;
        if (!result->rounds[r].is_scored && first_without == INDEX_NONE)
            first_without = r;
    }
    if (first_without == INDEX_NONE || (rules->combine == COMBINE_BEST && scored > 0))
        return NULL;
    assert(result->rounds[first_without].why_not);
    return result->rounds[first_without].why_not;
}

void score_combine(const struct contest *contest, size_t contestant, bool is_final, struct arena *arena,
                   struct derivation *derivation, struct result *result)
{
    const struct rules *rules = &contest->rules;
    const struct stage *stage = &rules->stages[result->stage];
    result->why_not = why_no_final(rules, stage, result);
    result->has_final = !result->why_not;
    if (!result->has_final) {
        struct step step = step_of(STEP_NO_FINAL);
        step.note = *result->why_not;
        derivation_add(derivation, step);
        return;
    }
    struct exact sum = rules->combine == COMBINE_BEST ? add_best_rounds(rules, stage, result, arena, derivation)
                                                      : add_all_rounds(rules, stage, result, arena, derivation);
    if (is_final)
        result->adjustments = add_adjustments(contest, INDEX_NONE, contestant, arena, derivation, &result->is_adjusted);

    struct step step = step_of(is_final ? STEP_FINAL : STEP_EARLIER);
    step.digits = rules->digits;
    step.value = exact_add(arena, sum, exact_from_points(arena, result->adjustments));
    step.result = rules_round(rules, arena, step.value, rules->digits);
    derivation_add(derivation, step);
    result->exact = step.value;
    result->final = step.result;
}
