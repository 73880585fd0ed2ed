#include "field.h"

#include <stdlib.h>

#include "outliers.h"
#include "panel.h"

static struct round_result *result_of(const struct field *field, size_t member)
{
    return &field->results[field->members[member]].rounds[field->round];
}

static struct derivation *told(const struct field *field, size_t member)
{
    return derivation_of(field->derivation, field->members[member]);
}

static const struct round *round_of(const struct field *field)
{
    return &field->sheets->contest->rules.rounds[field->round];
}

/* ---- rank sums ---- */

/* A sheet among those of one judge; values of different contestants may be in different units. */
struct ranked_sheet {
    size_t member, at; /* at: its place among the member's given sheets */
    wide value, unit;
};

static int higher_first(const void *left, const void *right)
{
    const struct ranked_sheet *a = left, *b = right;
    /* Each at most 10^36: docs/architecture.md. */
    wide first = a->value * b->unit, second = b->value * a->unit;
    if (first != second)
        return first > second ? -1 : 1;
    return (a->member > b->member) - (a->member < b->member);
}

static bool are_equal(const struct ranked_sheet *a, const struct ranked_sheet *b)
{
    return a->value * b->unit == b->value * a->unit;
}

/* The given sheets of each member with enough of them, clamped where the rules say so. */
static struct panel_sheets *collect(const struct field *field, struct arena *scratch)
{
    const struct rules *rules = &field->sheets->contest->rules;
    struct panel_sheets *all = ARENA_ARRAY(scratch, struct panel_sheets, field->count);
    for (size_t m = 0; m < field->count; m++) {
        if (!result_of(field, m)->has_panel)
            continue;
        all[m] = panel_sheets_of(field->sheets, field->round, field->members[m], 0, scratch, NULL);
        outliers_treat(rules, round_of(field)->panels, &all[m].given, field->arena, told(field, m),
                       result_of(field, m));
        result_of(field, m)->twice_ranks = ARENA_ARRAY(field->arena, int64_t, all[m].given.count);
    }
    return all;
}

static void record_rank(const struct field *field, size_t member, size_t judge, int64_t twice, size_t of)
{
    if (!told(field, member))
        return;
    struct step step = step_of(STEP_RANK);
    step.judge = judge;
    step.count = (int64_t)of;
    step.result = exact_from_ratio(field->arena, twice, 2);
    derivation_add(told(field, member), step);
}

/* Turns one judge's sheets into ranks, equal ones sharing the mean of their places, and adds twice the rank of each. */
static void rank_judge(const struct field *field, size_t judge, struct ranked_sheet *sheets, size_t count,
                       int64_t *twice_sum)
{
    if (count > 1)
        qsort(sheets, count, sizeof *sheets, higher_first);
    for (size_t first = 0, end; first < count; first = end) {
        for (end = first + 1; end < count && are_equal(&sheets[first], &sheets[end]);)
            end++;
        int64_t twice = (int64_t)(first + 1 + end); /* of the mean of the places first + 1 … end */
        for (size_t i = first; i < end; i++) {
            twice_sum[sheets[i].member] += twice;
            result_of(field, sheets[i].member)->twice_ranks[sheets[i].at] = twice;
            record_rank(field, sheets[i].member, judge, twice, count);
        }
    }
}

static void set_rank_sum(const struct field *field, size_t member, const struct panel_sheets *sheets, int64_t twice_sum)
{
    const struct rules *rules = &field->sheets->contest->rules;
    const struct panel_rule *rule = round_of(field)->panels;
    struct round_result *result = result_of(field, member);
    struct step sum = step_of(STEP_RANK_SUM);
    size_t missing = sheets->absent + sheets->recused;
    sum.count = (int64_t)sheets->given.count;
    sum.result = exact_from_ratio(field->arena, twice_sum, 2);
    derivation_add(told(field, member), sum);
    if (missing > 0) {
        struct step filled = step_of(STEP_MISSING);
        filled.count = (int64_t)missing;
        filled.value = exact_from_ratio(field->arena, twice_sum, 2 * (wide)sheets->given.count);
        filled.result =
            exact_add(field->arena, sum.result,
                      exact_multiply(field->arena, filled.value, exact_from_integer(field->arena, (int64_t)missing)));
        derivation_add(told(field, member), filled);
        sum.result = filled.result;
    }
    struct step score = step_of(STEP_PANEL_SCORE);
    score.value = sum.result;
    score.digits = rule->panel_digits;
    score.result = rules_round(rules, field->arena, score.value, score.digits);
    derivation_add(told(field, member), score);
    result->panel = score.result;
}

void field_rank_sum(const struct field *field, struct arena scratch)
{
    struct panel_sheets *all = collect(field, &scratch);
    size_t *next = ARENA_ARRAY(&scratch, size_t, field->count);
    int64_t *twice_sum = ARENA_ARRAY(&scratch, int64_t, field->count);
    struct ranked_sheet *sheets = ARENA_ARRAY(&scratch, struct ranked_sheet, field->count);
    for (size_t judge = 0; judge < field->sheets->contest->judge_count; judge++) {
        size_t count = 0;
        for (size_t m = 0; m < field->count; m++) {
            const struct tallies *given = &all[m].given;
            if (next[m] == given->count || given->items[next[m]].judge != judge)
                continue;
            sheets[count++] = (struct ranked_sheet){m, next[m], given->items[next[m]].value, given->unit};
            next[m]++;
        }
        rank_judge(field, judge, sheets, count, twice_sum);
    }
    for (size_t m = 0; m < field->count; m++)
        if (result_of(field, m)->has_panel)
            set_rank_sum(field, m, &all[m], twice_sum[m]);
}

/* ---- points by place ---- */

struct placed {
    size_t member;
    struct exact mean;
};

static int lowest_first(const void *left, const void *right)
{
    const struct placed *a = left, *b = right;
    int order = exact_compare(a->mean, b->mean);
    return order != 0 ? order : (a->member > b->member) - (a->member < b->member);
}

static void record_place(const struct field *field, const struct placed *placed, size_t first, size_t end,
                         struct exact earned)
{
    struct step step = step_of(STEP_PLACE);
    step.value = placed->mean;
    step.count = (int64_t)first + 1;
    step.units = (int64_t)(end - first);
    step.result = earned;
    derivation_add(told(field, placed->member), step);
}

void field_place_points(const struct field *field, struct arena scratch, struct exact *earned)
{
    struct placed *placed = ARENA_ARRAY(&scratch, struct placed, field->count);
    size_t count = 0;
    for (size_t m = 0; m < field->count; m++)
        if (result_of(field, m)->has_panel)
            placed[count++] = (struct placed){m, result_of(field, m)->panel};
    if (count > 1)
        qsort(placed, count, sizeof *placed, lowest_first);
    for (size_t first = 0, end; first < count; first = end) {
        for (end = first + 1; end < count && exact_compare(placed[first].mean, placed[end].mean) == 0;)
            end++;
        struct exact share = points_of_places(&round_of(field)->place_points, first, end, field->arena);
        for (size_t i = first; i < end; i++) {
            earned[placed[i].member] = share;
            record_place(field, &placed[i], first, end, share);
        }
    }
}

/* ---- correction between panels ---- */

/* The contestants of one panel in this sector. */
struct part {
    size_t panel, scored;
    bool is_pending;
    struct exact sum, mean;
};

static size_t panel_of(const struct field *field, size_t member)
{
    return field->sheets->contest->contestants[field->members[member]].panel;
}

static struct part *part_of(struct part *parts, size_t *count, size_t panel)
{
    size_t i = 0;
    while (i < *count && parts[i].panel != panel)
        i++;
    if (i == *count)
        parts[(*count)++] = (struct part){.panel = panel};
    return &parts[i];
}

static struct part *divide(const struct field *field, struct arena *scratch, size_t *count)
{
    struct part *parts = ARENA_ARRAY(scratch, struct part, field->count);
    *count = 0;
    for (size_t m = 0; m < field->count; m++) {
        const struct round_result *result = result_of(field, m);
        struct part *part = part_of(parts, count, panel_of(field, m));
        part->is_pending |= result->pending > 0;
        if (!result->has_panel)
            continue;
        part->scored++;
        part->sum = exact_add(scratch, part->sum, result->scaled);
    }
    for (size_t i = 0; i < *count; i++)
        if (parts[i].scored > 0)
            parts[i].mean = exact_divide(scratch, parts[i].sum, exact_from_integer(scratch, (int64_t)parts[i].scored));
    return parts;
}

/* The mean that all panels are brought to. */
static struct exact reference(const struct field *field, const struct part *parts, size_t count, struct arena *scratch)
{
    struct exact sum = {0};
    size_t number = 0;
    bool by_panel = round_of(field)->panel_correction == CORRECTION_PANEL_MEANS;
    for (size_t i = 0; i < count; i++) {
        sum = exact_add(scratch, sum, by_panel ? parts[i].mean : parts[i].sum);
        number += by_panel ? 1 : parts[i].scored;
    }
    return exact_divide(scratch, sum, exact_from_integer(scratch, (int64_t)number));
}

static void correct(const struct field *field, size_t member, struct exact mean, struct exact reference_mean)
{
    const struct rules *rules = &field->sheets->contest->rules;
    struct round_result *result = result_of(field, member);
    struct step means = step_of(STEP_CORRECTION_MEANS);
    means.value = mean;
    means.result = reference_mean;
    derivation_add(told(field, member), means);

    struct step coefficient = step_of(STEP_COEFFICIENT);
    coefficient.value = exact_divide(field->arena, reference_mean, mean);
    coefficient.digits = round_of(field)->correction_digits;
    coefficient.result = rules_round(rules, field->arena, coefficient.value, coefficient.digits);
    derivation_add(told(field, member), coefficient);

    struct step step = step_of(STEP_CORRECTED);
    step.value = result->scaled;
    step.result = exact_multiply(field->arena, result->scaled, coefficient.result);
    derivation_add(told(field, member), step);
    result->coefficient = coefficient.result;
    result->corrected = step.result;
    result->is_corrected = true;
}

/* No contestant of the sector can be corrected while a panel has no mean to be corrected from. */
static void refuse_all(const struct field *field, size_t panel, bool is_pending, struct message what)
{
    const struct contest *contest = field->sheets->contest;
    for (size_t m = 0; m < field->count; m++)
        if (result_of(field, m)->has_panel) {
            result_of(field, m)->has_panel = false;
            score_refuse(result_of(field, m), field->arena, told(field, m),
                         MESSAGE("round {1}: not every panel has a mean to correct by", round_of(field)->name));
        }
    size_t one = 0;
    while (panel_of(field, one) != panel)
        one++;
    faults_add(field->faults, is_pending ? SEVERITY_WARNING : SEVERITY_ERROR,
               contest->contestants[field->members[one]].place, what, NO_HINT);
}

static bool can_correct(const struct field *field, const struct part *parts, size_t count)
{
    const struct contest *contest = field->sheets->contest;
    for (size_t i = 0; i < count; i++) {
        struct text panel = parts[i].panel == INDEX_NONE ? TEXT("") : contest->panels[parts[i].panel].name;
        if (parts[i].scored > 0 && exact_sign(parts[i].mean) != 0)
            continue;
        refuse_all(field, parts[i].panel, parts[i].scored == 0 && parts[i].is_pending,
                   parts[i].scored == 0 ? MESSAGE("round {1}: panel {2} has scored nobody, so there is no correction",
                                                  round_of(field)->name, panel)
                                        : MESSAGE("round {1}: the mean of panel {2} is 0, so there is no correction",
                                                  round_of(field)->name, panel));
        return false;
    }
    return true;
}

void field_correct(const struct field *field, struct arena scratch)
{
    size_t count;
    if (round_of(field)->panel_correction == CORRECTION_NONE || round_of(field)->has_panels ||
        round_of(field)->own.name.length > 0 || !round_is_judged(round_of(field)))
        return;
    struct part *parts = divide(field, &scratch, &count);
    if (count < 2 || !can_correct(field, parts, count))
        return;
    struct exact mean = reference(field, parts, count, &scratch);
    for (size_t m = 0; m < field->count; m++)
        if (result_of(field, m)->has_panel)
            correct(field, m, part_of(parts, &count, panel_of(field, m))->mean, mean);
}
