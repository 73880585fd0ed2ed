#include "tie_values.h"

#include <stdlib.h>

#define WIDE_ONE ((wide)POINTS_ONE * POINTS_ONE)

/* ---- whole sheets, of all rounds together, as given ---- */

static int by_value(const void *left, const void *right)
{
    const wide *a = left, *b = right;
    return (*a > *b) - (*a < *b);
}

/* The totals of all given sheets of judges, lowest first; dropped ones too. */
static wide *all_totals(const struct sheets *sheets, size_t contestant, struct arena *scratch, size_t *count)
{
    const struct rules *rules = &sheets->contest->rules;
    size_t most = 0;
    for (size_t r = 0; r < rules->round_count; r++)
        most += sheets_expected(sheets, r, contestant);
    wide *totals = ARENA_ARRAY(scratch, wide, most);
    *count = 0;
    for (size_t r = 0; r < rules->round_count; r++)
        for (size_t slot = 0; slot < sheets_expected(sheets, r, contestant); slot++) {
            struct sheet sheet = sheets_sheet(sheets, r, contestant, slot);
            if (sheet.state == CELL_GIVEN && sheet.judge != INDEX_NONE)
                totals[(*count)++] = sheet_total(&sheet, &rules->rounds[r]);
        }
    if (*count > 1)
        qsort(totals, *count, sizeof *totals, by_value);
    return totals;
}

static struct exact of_totals(int kind, const wide *totals, size_t count, struct arena *arena)
{
    wide sum = 0;
    if (kind == TIE_BEST_SHEET)
        return exact_from_ratio(arena, totals[count - 1], WIDE_ONE);
    if (kind == TIE_WORST_SHEET)
        return exact_from_ratio(arena, totals[0], WIDE_ONE);
    if (kind == TIE_MEDIAN_SHEET)
        return exact_from_ratio(arena, totals[(count - 1) / 2] + totals[count / 2], 2 * WIDE_ONE);
    for (size_t i = 0; i < count; i++)
        sum += totals[i];
    return exact_from_ratio(arena, sum, (wide)count * WIDE_ONE);
}

/* ---- the marks of one criterion ---- */

struct weighed_mark {
    points value, weight;
    size_t seat;
};

static int by_mark_then_seat(const void *left, const void *right)
{
    const struct weighed_mark *a = left, *b = right;
    if (a->value != b->value)
        return a->value < b->value ? -1 : 1;
    return (a->seat > b->seat) - (a->seat < b->seat);
}

static bool is_dropped(const struct round_result *result, size_t judge)
{
    for (size_t i = 0; i < result->dropped_count; i++)
        if (result->dropped[i] == judge)
            return true;
    return false;
}

/* The marks of the sheets that were not set aside, in the order of judges.csv. */
static struct weighed_mark *marks_of(const struct sheets *sheets, size_t round, size_t contestant, size_t criterion,
                                     const struct round_result *result, struct arena *scratch, size_t *count)
{
    size_t expected = sheets_expected(sheets, round, contestant);
    struct weighed_mark *marks = ARENA_ARRAY(scratch, struct weighed_mark, expected);
    *count = 0;
    for (size_t slot = 0; slot < expected; slot++) {
        struct sheet sheet = sheets_sheet(sheets, round, contestant, slot);
        if (sheet.state != CELL_GIVEN || is_dropped(result, sheet.judge))
            continue;
        points weight = sheet.judge == INDEX_NONE ? POINTS_ONE : sheets->contest->judges[sheet.judge].weight;
        marks[(*count)++] = (struct weighed_mark){sheet.cells[criterion].value, weight, slot};
    }
    return marks;
}

/* Mean of the criterion's marks that counted, by the judges' weights. */
static struct exact criterion_mean(const struct sheets *sheets, size_t number, size_t contestant, size_t criterion,
                                   const struct round_result *result, struct arena *arena, struct arena scratch)
{
    const struct round *round = &sheets->contest->rules.rounds[number];
    size_t count, low = 0, high = 0;
    struct weighed_mark *marks = marks_of(sheets, number, contestant, criterion, result, &scratch, &count);
    bool drops_marks = round->method == METHOD_TRIMMED_MEAN && round->drop.by == DROP_BY_CRITERION;
    if (drops_marks && !result->kept_all) {
        qsort(marks, count, sizeof *marks, by_mark_then_seat);
        low = (size_t)round->drop.low;
        high = (size_t)round->drop.high;
    }
    wide sum = 0, weights = 0;
    for (size_t i = low; i < count - high; i++) {
        sum += (wide)marks[i].value * marks[i].weight;
        weights += marks[i].weight;
    }
    return exact_from_ratio(arena, sum, weights * POINTS_ONE);
}

/* ---- a key ---- */

static bool asks_for_criteria(const struct tie_key *key)
{
    return key->kind == TIE_CRITERION || key->kind == TIE_CRITERIA;
}

static struct tie_value value_of(const struct sheets *sheets, size_t contestant, const struct tie_key *key,
                                 const struct result *result, struct arena *arena, struct arena scratch)
{
    struct tie_value value = {0};
    if (asks_for_criteria(key)) {
        const struct round_result *round = &result->rounds[key->round];
        value.is_there = round->is_scored;
        for (size_t i = 0; value.is_there && i < key->criterion_count; i++)
            value.value =
                exact_add(arena, value.value,
                          criterion_mean(sheets, key->round, contestant, key->criteria[i], round, arena, scratch));
        return value;
    }
    size_t count;
    wide *totals = all_totals(sheets, contestant, &scratch, &count);
    value.is_there = count > 0;
    if (value.is_there)
        value.value = of_totals(key->kind, totals, count, arena);
    return value;
}

void tie_values_set(const struct sheets *sheets, size_t contestant, struct arena *arena, struct arena scratch,
                    struct result *result)
{
    const struct rules *rules = &sheets->contest->rules;
    for (size_t i = 0; i < rules->tie_count; i++) {
        const struct tie_key *key = &rules->ties[i];
        if (key->kind == TIE_EXACT || key->kind == TIE_ROUND)
            continue;
        if (!result->tie_values)
            result->tie_values = ARENA_ARRAY(arena, struct tie_value, rules->tie_count);
        result->tie_values[i] = value_of(sheets, contestant, key, result, arena, scratch);
    }
}
