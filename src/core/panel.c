#include "panel.h"

#include <stdlib.h>

/* Something with a value that may be dropped: a sheet, or one criterion's mark of it. */
struct ballot {
    size_t judge, seat;
    points weight;
    wide value; /* in 1/10^8 */
};

#define WIDE_ONE ((wide)POINTS_ONE * POINTS_ONE)

static int by_value_then_seat(const void *left, const void *right)
{
    const struct ballot *a = left, *b = right;
    if (a->value != b->value)
        return a->value < b->value ? -1 : 1;
    return (a->seat > b->seat) - (a->seat < b->seat);
}

static void record_dropped(struct derivation *derivation, enum step_kind kind, const struct ballot *ballot,
                           size_t criterion, struct arena *arena)
{
    if (!derivation)
        return;
    struct step step = step_of(kind);
    step.judge = ballot->judge;
    step.criterion = criterion;
    step.value = exact_from_ratio(arena, ballot->value, WIDE_ONE);
    derivation_add(derivation, step);
}

/* Σ weight × value ÷ Σ weight. Over all criteria and judges of a contest it stays below 10^35 (docs/architecture.md). */
static struct exact weighted_mean(const struct ballot *ballots, size_t count, struct arena *arena,
                                  struct derivation *derivation)
{
    wide sum = 0, weights = 0;
    for (size_t i = 0; i < count; i++) {
        sum += ballots[i].value * ballots[i].weight;
        weights += ballots[i].weight;
    }
    struct exact mean = exact_from_ratio(arena, sum, weights * WIDE_ONE);
    if (derivation) {
        struct step step = step_of(STEP_MEAN);
        step.count = (int64_t)count;
        step.weight = (points)weights;
        step.value = exact_from_ratio(arena, sum, WIDE_ONE * POINTS_ONE);
        step.result = mean;
        derivation_add(derivation, step);
    }
    return mean;
}

/* Orders the ballots (equal ones by seat, so that of equal lowest the first judge's goes and of equal highest the last
 * one's) and gives the mean of those between `low` and `high`. */
static struct exact trimmed_mean(struct ballot *ballots, size_t count, size_t low, size_t high, size_t criterion,
                                 struct arena *arena, struct derivation *derivation)
{
    if (low + high > 0)
        qsort(ballots, count, sizeof *ballots, by_value_then_seat);
    for (size_t i = 0; i < low; i++)
        record_dropped(derivation, STEP_DROPPED_LOW, &ballots[i], criterion, arena);
    for (size_t i = count - high; i < count; i++)
        record_dropped(derivation, STEP_DROPPED_HIGH, &ballots[i], criterion, arena);
    return weighted_mean(ballots + low, count - low - high, arena, derivation);
}

/* The middle ballot, of an even number the mean of the middle two; weights do not count. */
static struct exact median(struct ballot *ballots, size_t count, struct arena *arena, struct derivation *derivation)
{
    qsort(ballots, count, sizeof *ballots, by_value_then_seat);
    struct step step = step_of(STEP_MEDIAN);
    step.count = (int64_t)count;
    step.result = exact_from_ratio(arena, ballots[(count - 1) / 2].value + ballots[count / 2].value, 2 * WIDE_ONE);
    derivation_add(derivation, step);
    return step.result;
}

/* The sum; `missing` more ballots count as the mean of the given each. Weights do not count. */
static struct exact sum(const struct ballot *ballots, size_t count, size_t missing, struct arena *arena,
                        struct derivation *derivation)
{
    wide total = 0;
    for (size_t i = 0; i < count; i++)
        total += ballots[i].value;
    struct step step = step_of(STEP_SUM);
    step.count = (int64_t)count;
    step.result = exact_from_ratio(arena, total, WIDE_ONE);
    derivation_add(derivation, step);
    if (missing == 0)
        return step.result;

    struct step filled = step_of(STEP_MISSING);
    filled.count = (int64_t)missing;
    filled.value = exact_from_ratio(arena, total, (wide)count * WIDE_ONE);
    filled.result = exact_multiply(arena, filled.value, exact_from_integer(arena, (int64_t)(count + missing)));
    derivation_add(derivation, filled);
    return filled.result;
}

/* ---- by sheet ---- */

static void note_dropped_sheets(const struct ballot *ballots, const struct given_sheets *given, size_t low, size_t high,
                                struct arena *arena, struct arena scratch, struct round_result *result)
{
    enum { KEPT, LOW, HIGH };
    char *fate = ARENA_ARRAY(&scratch, char, given->count);
    for (size_t i = 0; i < low; i++)
        fate[ballots[i].seat] = LOW;
    for (size_t i = given->count - high; i < given->count; i++)
        fate[ballots[i].seat] = HIGH;

    result->dropped = ARENA_ARRAY(arena, size_t, low + high);
    result->dropped_high = ARENA_ARRAY(arena, bool, low + high);
    for (size_t i = 0; i < given->count; i++) {
        if (fate[i] == KEPT)
            continue;
        result->dropped[result->dropped_count] = given->items[i].judge;
        result->dropped_high[result->dropped_count++] = fate[i] == HIGH;
    }
}

/* Sheets that are not there and count as the mean of the others. */
static size_t count_filled(const struct round *round, const struct round_result *result)
{
    return round->missing == MISSING_MEAN_OF_OTHERS ? result->absent + result->recused : 0;
}

static struct exact score_by_sheet(const struct rules *rules, const struct round *round,
                                   const struct given_sheets *given, size_t low, size_t high, struct arena *arena,
                                   struct arena scratch, struct derivation *derivation, struct round_result *result)
{
    struct ballot *ballots = ARENA_ARRAY(&scratch, struct ballot, given->count);
    for (size_t i = 0; i < given->count; i++)
        ballots[i] = (struct ballot){given->items[i].judge, i, given->items[i].weight, given->items[i].total};

    struct step step = step_of(STEP_PANEL_SCORE);
    if (round->method == METHOD_MEDIAN)
        step.value = median(ballots, given->count, arena, derivation);
    else if (round->method == METHOD_SUM)
        step.value = sum(ballots, given->count, count_filled(round, result), arena, derivation);
    else
        step.value = trimmed_mean(ballots, given->count, low, high, INDEX_NONE, arena, derivation);
    if (low + high > 0)
        note_dropped_sheets(ballots, given, low, high, arena, scratch, result);
    step.digits = round->panel_digits;
    step.result = rules_round(rules, arena, step.value, round->panel_digits);
    derivation_add(derivation, step);
    return step.result;
}

/* ---- by criterion ---- */

static struct exact criterion_score(const struct rules *rules, const struct round *round, size_t criterion,
                                    struct exact mean, struct arena *arena, struct derivation *derivation)
{
    struct step step = step_of(STEP_PANEL_SCORE);
    step.criterion = criterion;
    step.value = mean;
    step.digits = round->panel_digits;
    step.result = rules_round(rules, arena, mean, round->panel_digits);
    derivation_add(derivation, step);

    struct step weighted = step_of(STEP_CRITERION_WEIGHTED);
    weighted.criterion = criterion;
    weighted.value = step.result;
    weighted.weight = round->criteria[criterion].weight;
    weighted.result = exact_multiply(arena, step.result, exact_from_points(arena, weighted.weight));
    derivation_add(derivation, weighted);

    struct step score = step_of(STEP_CRITERION_SCORE);
    score.criterion = criterion;
    score.value = weighted.result;
    score.digits = round->criterion_digits;
    score.result = rules_round(rules, arena, score.value, score.digits);
    derivation_add(derivation, score);
    return score.result;
}

static struct exact score_by_criterion(const struct rules *rules, const struct round *round,
                                       const struct given_sheets *given, size_t low, size_t high, struct arena *arena,
                                       struct arena scratch, struct derivation *derivation)
{
    struct ballot *ballots = ARENA_ARRAY(&scratch, struct ballot, given->count);
    struct step sum = step_of(STEP_CRITERIA_SUM);
    for (size_t c = 0; c < round->criterion_count; c++) {
        struct step begin = step_of(STEP_CRITERION);
        begin.criterion = c;
        derivation_add(derivation, begin);
        for (size_t i = 0; i < given->count; i++) {
            const struct given_sheet *sheet = &given->items[i];
            ballots[i] = (struct ballot){sheet->judge, i, sheet->weight, (wide)sheet->cells[c].value * POINTS_ONE};
        }
        struct exact mean = trimmed_mean(ballots, given->count, low, high, c, arena, derivation);
        sum.result = exact_add(arena, sum.result, criterion_score(rules, round, c, mean, arena, derivation));
    }
    derivation_add(derivation, sum);
    return sum.result;
}

struct exact panel_score(const struct rules *rules, const struct round *round, const struct given_sheets *given,
                         size_t low, size_t high, struct arena *arena, struct arena scratch,
                         struct derivation *derivation, struct round_result *result)
{
    result->counted = given->count - low - high;
    if (round->method == METHOD_TRIMMED_MEAN && round->drop.by == DROP_BY_CRITERION) {
        result->counted = given->count;
        return score_by_criterion(rules, round, given, low, high, arena, scratch, derivation);
    }
    return score_by_sheet(rules, round, given, low, high, arena, scratch, derivation, result);
}
