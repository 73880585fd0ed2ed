#include "score.h"

#include "panel.h"
#include "tie_values.h"

static struct text count_text(struct arena *arena, size_t count)
{
    struct sink sink = sink_in(arena);
    sink_integer(&sink, (int64_t)count);
    return sink_written(&sink);
}

/* ---- sheets ---- */

static void record_sheet(struct derivation *derivation, const struct round *round, const struct sheet *sheet,
                         const struct given_sheet *given, struct arena *arena)
{
    if (!derivation)
        return;
    struct step step = step_of(STEP_SHEET);
    step.judge = sheet->judge;
    step.state = sheet->state;
    if (sheet->state == CELL_GIVEN)
        step.value = exact_from_ratio(arena, given->total, (wide)POINTS_ONE * POINTS_ONE);
    derivation_add(derivation, step);
    for (size_t c = 0; round->criterion_count > 1 && c < round->criterion_count; c++) {
        if (sheet->cells[c].state != CELL_GIVEN)
            continue;
        struct step mark = step_of(STEP_MARK);
        mark.judge = sheet->judge;
        mark.criterion = c;
        mark.value = exact_from_points(arena, sheet->cells[c].value);
        derivation_add(derivation, mark);
    }
}

static struct given_sheet given_from(const struct contest *contest, const struct round *round,
                                     const struct sheet *sheet)
{
    struct given_sheet given = {.judge = sheet->judge, .cells = sheet->cells, .weight = POINTS_ONE};
    if (sheet->judge != INDEX_NONE)
        given.weight = contest->judges[sheet->judge].weight;
    given.total = sheet_total(sheet, round);
    return given;
}

/* The given sheets, and the others counted by their state. */
static struct given_sheets collect_sheets(const struct sheets *sheets, size_t round_number, size_t contestant,
                                          struct arena *arena, struct arena *scratch, struct derivation *derivation,
                                          struct round_result *result)
{
    const struct round *round = &sheets->contest->rules.rounds[round_number];
    result->expected = sheets_expected(sheets, round_number, contestant);
    struct given_sheets given = {ARENA_ARRAY(scratch, struct given_sheet, result->expected), 0};
    for (size_t slot = 0; slot < result->expected; slot++) {
        struct sheet sheet = sheets_sheet(sheets, round_number, contestant, slot);
        result->pending += sheet.state == CELL_PENDING;
        result->absent += sheet.state == CELL_ABSENT;
        result->recused += sheet.state == CELL_RECUSED;
        struct given_sheet *next = &given.items[given.count];
        if (sheet.state == CELL_GIVEN) {
            *next = given_from(sheets->contest, round, &sheet);
            given.count++;
        }
        record_sheet(derivation, round, &sheet, next, arena);
    }
    return given;
}

/* ---- the panel score of a round ---- */

static bool refuse(struct round_result *result, struct derivation *derivation, struct message why_not)
{
    result->why_not = why_not;
    struct step step = step_of(STEP_NO_SCORE);
    step.note = why_not;
    derivation_add(derivation, step);
    return false;
}

static void score_given(const struct rules *rules, const struct round *round, const struct given_sheet *mark,
                        struct arena *arena, struct derivation *derivation, struct round_result *result)
{
    struct step step = step_of(STEP_GIVEN);
    result->counted = 1;
    step.digits = round->panel_digits;
    step.value = exact_from_ratio(arena, mark->total, (wide)POINTS_ONE * POINTS_ONE);
    step.result = rules_round(rules, arena, step.value, round->panel_digits);
    derivation_add(derivation, step);
    result->panel = step.result;
}

/* Whether a sum lacks sheets: added up without them, each would count as 0. */
static bool is_sum_open(const struct round *round, const struct round_result *result)
{
    bool lacks = round->missing == MISSING_ERROR && result->absent + result->recused > 0;
    return round->method == METHOD_SUM && (result->pending > 0 || lacks);
}

/* Sets result->panel; false, with the reason, where the sheets are too few. */
static bool score_panel(const struct sheets *sheets, size_t round_number, size_t contestant, struct arena *arena,
                        struct arena scratch, struct derivation *derivation, struct round_result *result)
{
    const struct rules *rules = &sheets->contest->rules;
    const struct round *round = &rules->rounds[round_number];
    struct given_sheets given = collect_sheets(sheets, round_number, contestant, arena, &scratch, derivation, result);
    if (given.count == 0)
        return refuse(result, derivation, MESSAGE("round {1}: no marks", round->name));
    if (round->method == METHOD_GIVEN) {
        score_given(rules, round, given.items, arena, derivation, result);
        return true;
    }

    if (is_sum_open(round, result))
        return refuse(result, derivation, MESSAGE("round {1}: sheets are missing, so there is no sum", round->name));
    bool drops = round->method == METHOD_TRIMMED_MEAN;
    size_t low = drops ? (size_t)round->drop.low : 0, high = drops ? (size_t)round->drop.high : 0;
    bool too_few = given.count < (size_t)round->min_sheets || given.count <= low + high;
    if (too_few && round->too_few == TOO_FEW_ERROR) {
        size_t needed = low + high + 1 > (size_t)round->min_sheets ? low + high + 1 : (size_t)round->min_sheets;
        return refuse(result, derivation,
                      MESSAGE("round {1}: {2} sheets are too few, {3} are needed", round->name,
                              count_text(arena, given.count), count_text(arena, needed)));
    }
    if (too_few) {
        result->kept_all = true;
        struct step step = step_of(STEP_KEPT_ALL);
        step.count = (int64_t)given.count;
        derivation_add(derivation, step);
        low = high = 0;
    }
    result->panel = panel_score(rules, round, &given, low, high, arena, scratch, derivation, result);
    return true;
}

/* ---- what is added and taken ---- */

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

static void score_round(const struct sheets *sheets, size_t round_number, size_t contestant, struct arena *arena,
                        struct arena scratch, struct derivation *derivation, struct round_result *result)
{
    const struct contest *contest = sheets->contest;
    const struct round *round = &contest->rules.rounds[round_number];
    *result = (struct round_result){0};

    struct step step = step_of(STEP_ROUND);
    step.round = round_number;
    derivation_add(derivation, step);
    if (!score_panel(sheets, round_number, contestant, arena, scratch, derivation, result))
        return;
    result->scaled = times(STEP_SCALED, result->panel, round->scale, arena, derivation);
    points factor = contest_factor(contest, contestant, round_number);
    result->scaled = times(STEP_FACTOR, result->scaled, factor, arena, derivation);
    deduct_overtime(contest, round_number, contestant, derivation, result, arena);
    result->adjustments += add_adjustments(contest, round_number, contestant, arena, derivation, &result->is_adjusted);

    step = step_of(STEP_ROUND_SCORE);
    step.round = round_number;
    step.digits = round->digits;
    struct exact value = exact_add(arena, result->scaled, exact_from_points(arena, result->adjustments));
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

/* The place of a round among the scored ones, the best being 0; of equals the earlier round is the better. */
static size_t place_of_round(const struct result *result, size_t round_count, size_t round)
{
    size_t better = 0;
    for (size_t i = 0; i < round_count; i++) {
        if (!result->rounds[i].is_scored || i == round)
            continue;
        int order = exact_compare(result->rounds[i].score, result->rounds[round].score);
        better += order > 0 || (order == 0 && i < round);
    }
    return better;
}

static struct exact add_best_rounds(const struct rules *rules, const struct result *result, struct arena *arena,
                                    struct derivation *derivation)
{
    struct exact sum = {0};
    for (size_t r = 0; r < rules->round_count; r++) {
        if (!result->rounds[r].is_scored)
            continue;
        if (place_of_round(result, rules->round_count, r) < (size_t)rules->best) {
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

static struct exact add_all_rounds(const struct rules *rules, const struct result *result, struct arena *arena,
                                   struct derivation *derivation)
{
    struct exact sum = {0};
    for (size_t r = 0; r < rules->round_count; r++)
        sum = add_round(rules, r, sum, result->rounds[r].score, arena, derivation);
    return sum;
}

/* Why there is no final: the first round without a score; under `best`, only where none has one. */
static bool lacks_final(const struct rules *rules, const struct result *result, struct message *why_not)
{
    size_t scored = 0, first_without = INDEX_NONE;
    for (size_t r = 0; r < rules->round_count; r++) {
        scored += result->rounds[r].is_scored;
        if (!result->rounds[r].is_scored && first_without == INDEX_NONE)
            first_without = r;
    }
    if (scored == rules->round_count || (rules->combine == COMBINE_BEST && scored > 0))
        return false;
    *why_not = result->rounds[first_without].why_not;
    return true;
}

void score_contestant(const struct sheets *sheets, size_t contestant, struct arena *arena, struct arena scratch,
                      struct derivation *derivation, struct result *result)
{
    const struct rules *rules = &sheets->contest->rules;
    *result = (struct result){.rounds = ARENA_ARRAY(arena, struct round_result, rules->round_count)};
    for (size_t r = 0; r < rules->round_count; r++)
        score_round(sheets, r, contestant, arena, scratch, derivation, &result->rounds[r]);

    if (lacks_final(rules, result, &result->why_not)) {
        struct step step = step_of(STEP_NO_FINAL);
        step.note = result->why_not;
        derivation_add(derivation, step);
        return;
    }
    struct exact sum = rules->combine == COMBINE_BEST ? add_best_rounds(rules, result, arena, derivation)
                                                      : add_all_rounds(rules, result, arena, derivation);
    result->adjustments =
        add_adjustments(sheets->contest, INDEX_NONE, contestant, arena, derivation, &result->is_adjusted);

    struct step step = step_of(STEP_FINAL);
    step.digits = rules->digits;
    step.value = exact_add(arena, sum, exact_from_points(arena, result->adjustments));
    step.result = rules_round(rules, arena, step.value, rules->digits);
    derivation_add(derivation, step);
    result->exact = step.value;
    result->final = step.result;
    result->has_final = true;
    tie_values_set(sheets, contestant, arena, scratch, result);
}
