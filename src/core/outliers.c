#include "outliers.h"

#include <assert.h>

/* numerator ÷ denominator to a whole number, by the contest's rounding; denominator > 0. */
static wide round_quotient(wide numerator, wide denominator, int rounding)
{
    wide size = numerator < 0 ? -numerator : numerator;
    wide whole = size / denominator, twice_left = size % denominator * 2;
    bool is_up = rounding == ROUNDING_HALF_UP ? twice_left >= denominator
                 : rounding == ROUNDING_HALF_EVEN
                     ? twice_left > denominator || (twice_left == denominator && whole % 2 == 1)
                     : false;
    whole += is_up;
    return numerator < 0 ? -whole : whole;
}

/* A value in 1/unit at a rounding place. */
static wide rounded(wide value, wide unit, int digits, int rounding)
{
    wide step = unit;
    for (int i = 0; i < digits; i++)
        step /= 10;
    return digits == DIGITS_EXACT ? value : round_quotient(value, step, rounding) * step;
}

static wide sum_of(const struct tallies *tallies)
{
    wide sum = 0;
    for (size_t i = 0; i < tallies->count; i++)
        sum += tallies->items[i].value;
    return sum;
}

/* Makes the unit so fine that the mean of the tallies is a whole number of it. */
static void refine(struct tallies *tallies)
{
    for (size_t i = 0; i < tallies->count; i++)
        tallies->items[i].value *= (wide)tallies->count;
    tallies->unit *= (wide)tallies->count;
}

static void record(struct derivation *derivation, enum step_kind kind, size_t judge, struct exact before,
                   struct exact after, int digits)
{
    struct step step = step_of(kind);
    step.judge = judge;
    step.value = before;
    step.result = after;
    step.digits = digits;
    derivation_add(derivation, step);
}

static void note(struct round_result *result, struct outlier outlier, struct arena *arena)
{
    if (!result->outliers)
        result->outliers = ARENA_ARRAY(arena, struct outlier, result->expected); /* over all panels */
    result->outliers[result->outlier_count++] = outlier;
}

static void clamp(const struct rules *rules, const struct panel_rule *rule, struct tallies *tallies,
                  struct arena *arena, struct derivation *derivation, struct round_result *result)
{
    refine(tallies);
    wide unit = tallies->unit, exact_mean = sum_of(tallies) / (wide)tallies->count;
    wide mean = rounded(exact_mean, unit, rule->clamp_digits, rules->rounding);
    wide limit = unit / POINTS_ONE * rule->outliers.limit.value;
    if (derivation)
        record(derivation, STEP_CLAMP_MEAN, INDEX_NONE, exact_from_ratio(arena, exact_mean, unit),
               exact_from_ratio(arena, mean, unit), rule->clamp_digits);
    for (size_t i = 0; i < tallies->count; i++) {
        struct tally *tally = &tallies->items[i];
        bool is_low = tally->value<mean - limit, is_high = tally->value> mean + limit;
        if (!is_low && !is_high)
            continue;
        wide before = tally->value;
        tally->value = rounded(is_low ? mean - limit : mean + limit, unit, rule->clamp_digits, rules->rounding);
        note(result, (struct outlier){tally->judge, true}, arena);
        if (derivation)
            record(derivation, STEP_CLAMPED, tally->judge, exact_from_ratio(arena, before, unit),
                   exact_from_ratio(arena, tally->value, unit), rule->clamp_digits);
    }
}

/* Names who lies further off than the limit; the values stay. */
static void flag(const struct panel_rule *rule, const struct tallies *tallies, struct arena *arena,
                 struct derivation *derivation, struct round_result *result)
{
    wide count = (wide)tallies->count, sum = sum_of(tallies);
    wide limit = tallies->unit / POINTS_ONE * rule->outliers.limit.value * count;
    for (size_t i = 0; rule->outliers.limit.is_set && i < tallies->count; i++) {
        const struct tally *tally = &tallies->items[i];
        wide off = tally->value * count - sum;
        if (off <= limit && -off <= limit)
            continue;
        note(result, (struct outlier){tally->judge, false}, arena);
        if (derivation)
            record(derivation, STEP_FLAGGED, tally->judge, exact_from_ratio(arena, tally->value, tallies->unit),
                   exact_from_ratio(arena, sum, tallies->unit * count), DIGITS_EXACT);
    }
}

static bool is_spread(const struct panel_rule *rule, const struct tallies *tallies)
{
    wide lowest = tallies->items[0].value, highest = lowest;
    for (size_t i = 1; i < tallies->count; i++) {
        wide value = tallies->items[i].value;
        lowest = value < lowest ? value : lowest;
        highest = value > highest ? value : highest;
    }
    return rule->outliers.spread.is_set && highest - lowest > tallies->unit / POINTS_ONE * rule->outliers.spread.value;
}

void outliers_treat(const struct rules *rules, const struct panel_rule *rule, struct tallies *tallies,
                    struct arena *arena, struct derivation *derivation, struct round_result *result)
{
    if (rule->outliers.policy == OUTLIERS_NONE)
        return;
    assert(tallies->count > 0);
    result->is_spread |= is_spread(rule, tallies);
    if (rule->outliers.policy == OUTLIERS_CLAMP)
        clamp(rules, rule, tallies, arena, derivation, result);
    else
        flag(rule, tallies, arena, derivation, result);
}
