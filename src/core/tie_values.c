#include "tie_values.h"

#include <stdlib.h>

#include "panel.h"

/* ---- whole sheets, of all rounds together, as given ---- */

static int by_value(const void *left, const void *right)
{
    const wide *a = left, *b = right;
    return (*a > *b) - (*a < *b);
}

/* The totals of all given sheets of judges in a stage's rounds, lowest first; dropped ones too. */
static wide *all_totals(const struct sheets *sheets, size_t contestant, const struct stage *stage,
                        struct arena *scratch, size_t *count)
{
    const struct rules *rules = &sheets->contest->rules;
    size_t most = 0;
    for (size_t r = stage->first; r < stage->end; r++)
        most += sheets_expected(sheets, r, contestant);
    wide *totals = ARENA_ARRAY(scratch, wide, most);
    *count = 0;
    for (size_t r = stage->first; r < stage->end; r++)
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
        return exact_from_ratio(arena, totals[count - 1], TALLY_UNIT);
    if (kind == TIE_WORST_SHEET)
        return exact_from_ratio(arena, totals[0], TALLY_UNIT);
    if (kind == TIE_MEDIAN_SHEET)
        return exact_from_ratio(arena, totals[(count - 1) / 2] + totals[count / 2], 2 * TALLY_UNIT);
    for (size_t i = 0; i < count; i++)
        sum += totals[i];
    return exact_from_ratio(arena, sum, (wide)count * TALLY_UNIT);
}

/* ---- the marks of one criterion ---- */

static bool is_dropped(const struct round_result *result, size_t judge)
{
    for (size_t i = 0; i < result->dropped_count; i++)
        if (result->dropped[i] == judge)
            return true;
    return false;
}

struct weighed_sum {
    wide marks, weights;
};

/* Adds the marks of one panel that counted: of sheets not set aside, or those kept within the criterion. */
static void add_marks(struct weighed_sum *sum, const struct panel_rule *rule, const struct panel_sheets *sheets,
                      struct trim trim, size_t criterion, const struct round_result *result, struct arena scratch)
{
    struct tallies marks = {ARENA_ARRAY(&scratch, struct tally, sheets->given.count), sheets->given.count, POINTS_ONE};
    size_t first = 0, end = marks.count;
    for (size_t i = 0; i < marks.count; i++) {
        marks.items[i] = sheets->given.items[i];
        marks.items[i].value = sheets->cells[i][criterion].value;
    }
    if (panel_rule_drops_by_criterion(rule))
        panel_trim_marks(&marks, trim, &first, &end);
    for (size_t i = first; i < end; i++) {
        if (is_dropped(result, marks.items[i].judge))
            continue;
        sum->marks += marks.items[i].value * marks.items[i].weight;
        sum->weights += marks.items[i].weight;
    }
}

/* Mean of the criterion's marks that counted, by the judges' weights, over all panels of the round. */
static struct exact criterion_mean(const struct sheets *sheets, size_t number, size_t contestant, size_t criterion,
                                   const struct round_result *result, struct arena *arena, struct arena scratch)
{
    const struct round *round = &sheets->contest->rules.rounds[number];
    struct weighed_sum sum = {0, 0};
    for (size_t p = 0; p < round->panel_count; p++) {
        struct panel_sheets found = panel_sheets_of(sheets, number, contestant, p, &scratch, NULL);
        struct trim trim = panel_trim_of(&round->panels[p], found.given.count);
        add_marks(&sum, &round->panels[p], &found, trim, criterion, result, scratch);
    }
    return exact_from_ratio(arena, sum.marks, sum.weights * POINTS_ONE);
}

/* ---- one against another ---- */

/* Higher totals beat lower ones, but where judges write places. */
static bool beats(const struct round *round, const struct sheet *one, const struct sheet *other)
{
    wide of_one = sheet_total(one, round), of_other = sheet_total(other, round);
    return round->own.method == METHOD_PLACE_POINTS ? of_one < of_other : of_one > of_other;
}

int64_t tie_values_beaten(const struct sheets *sheets, const struct stage *stage, size_t contestant, size_t other)
{
    const struct rules *rules = &sheets->contest->rules;
    int64_t beaten = 0;
    for (size_t r = stage->first; r < stage->end; r++) {
        for (size_t slot = 0; slot < sheets_expected(sheets, r, contestant); slot++) {
            struct sheet own = sheets_sheet(sheets, r, contestant, slot), others;
            if (own.state != CELL_GIVEN || !sheets_find(sheets, r, other, own.judge, &others))
                continue;
            beaten += others.state == CELL_GIVEN && beats(&rules->rounds[r], &own, &others);
        }
    }
    return beaten;
}

/* ---- a key ---- */

static struct tie_value there(struct exact value)
{
    return (struct tie_value){true, value};
}

/* Whether a contestant has marks in a round: who counts 0 for an absent one has none. */
static bool has_marks(const struct round_result *result)
{
    return result->is_scored && result->counted > 0;
}

static struct tie_value of_criteria(const struct sheets *sheets, size_t contestant, const struct tie_key *key,
                                    const struct result *result, struct arena *arena, struct arena scratch)
{
    const struct round_result *round = &result->rounds[key->round];
    struct exact sum = {0};
    if (!has_marks(round))
        return (struct tie_value){0};
    for (size_t i = 0; i < key->criterion_count; i++)
        sum = exact_add(arena, sum,
                        criterion_mean(sheets, key->round, contestant, key->criteria[i], round, arena, scratch));
    return there(sum);
}

static struct tie_value of_panel(const struct tie_key *key, const struct result *result)
{
    const struct round_result *round = &result->rounds[key->round];
    if (!has_marks(round))
        return (struct tie_value){0};
    return there(round->panels ? round->panels[key->panel] : round->panel);
}

static struct tie_value of_sheets(const struct sheets *sheets, size_t contestant, const struct tie_key *key,
                                  const struct result *result, struct arena *arena, struct arena scratch)
{
    size_t count;
    const struct stage *stage = &sheets->contest->rules.stages[result->stage];
    wide *totals = all_totals(sheets, contestant, stage, &scratch, &count);
    return count > 0 ? there(of_totals(key->kind, totals, count, arena)) : (struct tie_value){0};
}

static struct tie_value of_tables(const struct contest *contest, size_t contestant, const struct tie_key *key,
                                  struct arena *arena)
{
    if (key->kind == TIE_COLUMN) {
        const struct optional_points *columns = contest->contestants[contestant].columns;
        bool is_there = columns && columns[key->column].is_set;
        return is_there ? there(exact_from_points(arena, columns[key->column].value)) : (struct tie_value){0};
    }
    const struct decision *decision = contest_decision(contest, contestant);
    return decision ? there(exact_from_integer(arena, decision->order)) : (struct tie_value){0};
}

static struct tie_value value_of(const struct sheets *sheets, size_t contestant, const struct tie_key *key,
                                 const struct result *result, struct arena *arena, struct arena scratch)
{
    switch (key->kind) {
    case TIE_CRITERION:
    case TIE_CRITERIA:
        return of_criteria(sheets, contestant, key, result, arena, scratch);
    case TIE_PANEL:
        return of_panel(key, result);
    case TIE_COLUMN:
    case TIE_DECISION:
        return of_tables(sheets->contest, contestant, key, arena);
    default:
        return of_sheets(sheets, contestant, key, result, arena, scratch);
    }
}

/* ---- keys of several values ---- */

static int better_first(const void *left, const void *right)
{
    const struct exact *a = left, *b = right;
    return exact_compare(*b, *a);
}

/* The scores of the stage's rounds behind the best ones that count. */
static struct tie_values next_best(const struct rules *rules, const struct result *result, struct arena *arena,
                                   struct arena scratch)
{
    const struct stage *stage = &rules->stages[result->stage];
    size_t rounds = stage->end - stage->first, scored = 0, best = (size_t)rules->best;
    struct exact *scores = ARENA_ARRAY(&scratch, struct exact, rounds);
    for (size_t r = stage->first; r < stage->end; r++)
        if (result->rounds[r].is_scored)
            scores[scored++] = result->rounds[r].score;
    if (scored > 1)
        qsort(scores, scored, sizeof *scores, better_first);
    struct tie_values values = {ARENA_ARRAY(arena, struct tie_value, rounds), rounds > best ? rounds - best : 0};
    for (size_t i = 0; i < values.count && best + i < scored; i++)
        values.items[i] = there(scores[best + i]);
    return values;
}

static struct tie_values playoffs(const struct contest *contest, size_t contestant, struct arena *arena)
{
    struct tie_values values = {ARENA_ARRAY(arena, struct tie_value, contest->playoff_attempts),
                                contest->playoff_attempts};
    for (size_t i = 0; i < values.count; i++) {
        const struct playoff *playoff = contest_playoff(contest, contestant, i + 1);
        if (playoff)
            values.items[i] = there(exact_from_points(arena, playoff->score));
    }
    return values;
}

void tie_values_set(const struct sheets *sheets, size_t contestant, struct arena *arena, struct arena scratch,
                    struct result *result)
{
    const struct rules *rules = &sheets->contest->rules;
    for (size_t i = 0; i < rules->tie_count; i++) {
        const struct tie_key *key = &rules->ties[i];
        if (key->kind == TIE_EXACT || key->kind == TIE_ROUND || key->kind == TIE_HEAD_TO_HEAD)
            continue;
        if (!result->tie_values)
            result->tie_values = ARENA_ARRAY(arena, struct tie_values, rules->tie_count);
        struct tie_values *values = &result->tie_values[i];
        if (key->kind == TIE_NEXT_BEST) {
            *values = next_best(rules, result, arena, scratch);
        } else if (key->kind == TIE_PLAYOFF) {
            *values = playoffs(sheets->contest, contestant, arena);
        } else {
            *values = (struct tie_values){ARENA_NEW(arena, struct tie_value), 1};
            *values->items = value_of(sheets, contestant, key, result, arena, scratch);
        }
    }
}
