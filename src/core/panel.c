#include "panel.h"

#include <stdlib.h>

#include "outliers.h"

static struct text count_text(struct arena *arena, size_t count)
{
    struct sink sink = sink_in(arena);
    sink_integer(&sink, (int64_t)count);
    return sink_written(&sink);
}

/* ---- sheets ---- */

static void record_sheet(struct derivation *derivation, const struct round *round, const struct sheet *sheet,
                         struct arena *arena)
{
    if (!derivation)
        return;
    struct step step = step_of(STEP_SHEET);
    step.judge = sheet->judge;
    step.state = sheet->state;
    if (sheet->state == CELL_GIVEN)
        step.value = exact_from_ratio(arena, sheet_total(sheet, round), TALLY_UNIT);
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

/* Whether a sheet belongs to one of a round's panels; to the only one every sheet does. */
static bool is_of_panel(const struct contest *contest, const struct round *round, size_t panel, size_t judge)
{
    if (!round->has_panels)
        return true;
    size_t number = index_find(&contest->panel_names, round->panels[panel].name);
    return panel_seats(&contest->panels[number], judge);
}

struct panel_sheets panel_sheets_of(const struct sheets *sheets, size_t round_number, size_t contestant, size_t panel,
                                    struct arena *arena, struct derivation *derivation)
{
    const struct contest *contest = sheets->contest;
    const struct round *round = &contest->rules.rounds[round_number];
    size_t expected = sheets_expected(sheets, round_number, contestant);
    struct panel_sheets found = {.given = {ARENA_ARRAY(arena, struct tally, expected), 0, TALLY_UNIT},
                                 .cells = ARENA_ARRAY(arena, const struct cell *, expected)};
    for (size_t slot = 0; slot < expected; slot++) {
        struct sheet sheet = sheets_sheet(sheets, round_number, contestant, slot);
        if (!is_of_panel(contest, round, panel, sheet.judge))
            continue;
        found.pending += sheet.state == CELL_PENDING;
        found.absent += sheet.state == CELL_ABSENT;
        found.recused += sheet.state == CELL_RECUSED;
        record_sheet(derivation, round, &sheet, arena);
        if (sheet.state != CELL_GIVEN)
            continue;
        points weight = sheet.judge == INDEX_NONE ? POINTS_ONE : contest->judges[sheet.judge].weight;
        found.cells[found.given.count] = sheet.cells;
        found.given.items[found.given.count] =
            (struct tally){sheet.judge, found.given.count, weight, sheet_total(&sheet, round)};
        found.given.count++;
    }
    return found;
}

/* ---- whether they are enough ---- */

/* Whether a sum lacks sheets: added up without them, each would count as 0. */
static bool is_sum_open(const struct panel_rule *rule, const struct panel_sheets *sheets)
{
    bool adds = rule->method == METHOD_SUM || rule->method == METHOD_RANK_SUM;
    bool lacks = rule->missing == MISSING_ERROR && sheets->absent + sheets->recused > 0;
    return adds && (sheets->pending > 0 || lacks);
}

static struct trim written_trim(const struct panel_rule *rule)
{
    bool drops = rule->method == METHOD_TRIMMED_MEAN;
    return (struct trim){drops ? (size_t)rule->drop.low : 0, drops ? (size_t)rule->drop.high : 0, false};
}

struct trim panel_trim_of(const struct panel_rule *rule, size_t given)
{
    struct trim trim = written_trim(rule);
    bool too_few = given < (size_t)rule->min_sheets || given <= trim.low + trim.high;
    return too_few ? (struct trim){.kept_all = true} : trim;
}

bool panel_has_enough(const struct round *round, const struct panel_rule *rule, const struct panel_sheets *sheets,
                      struct arena *arena, struct message *why_not)
{
    size_t given = sheets->given.count, least = (size_t)rule->min_sheets;
    if (given == 0) {
        *why_not = MESSAGE("round {1}: no marks", round->name);
        return false;
    }
    if (is_sum_open(rule, sheets)) {
        *why_not = MESSAGE("round {1}: sheets are missing, so there is no sum", round->name);
        return false;
    }
    if (rule->too_few == TOO_FEW_ERROR && panel_trim_of(rule, given).kept_all) {
        size_t after_drop = written_trim(rule).low + written_trim(rule).high + 1;
        size_t needed = after_drop > least ? after_drop : least;
        *why_not = MESSAGE("round {1}: {2} sheets are too few, {3} are needed", round->name, count_text(arena, given),
                           count_text(arena, needed));
        return false;
    }
    return true;
}

/* ---- means ---- */

static int by_value_then_seat(const void *left, const void *right)
{
    const struct tally *a = left, *b = right;
    if (a->value != b->value)
        return a->value < b->value ? -1 : 1;
    return (a->seat > b->seat) - (a->seat < b->seat);
}

/* By insertion while there are few: most panels are small, and there are many of them. */
static void sort(struct tallies *tallies)
{
    enum { MANY = 20 };
    struct tally *items = tallies->items;
    if (tallies->count > MANY) {
        qsort(items, tallies->count, sizeof *items, by_value_then_seat);
        return;
    }
    for (size_t i = 1; i < tallies->count; i++) {
        struct tally moved = items[i];
        size_t at = i;
        for (; at > 0 && by_value_then_seat(&moved, &items[at - 1]) < 0; at--)
            items[at] = items[at - 1];
        items[at] = moved;
    }
}

/* Equal ones by seat, so that of equal lowest the first judge's goes and of equal highest the last one's. */
void panel_trim_marks(struct tallies *marks, struct trim trim, size_t *first, size_t *end)
{
    if (trim.low + trim.high > 0)
        sort(marks);
    *first = trim.low;
    *end = marks->count - trim.high;
}

static void record_dropped(struct derivation *derivation, enum step_kind kind, const struct tallies *tallies, size_t at,
                           size_t criterion, struct arena *arena)
{
    if (!derivation)
        return;
    struct step step = step_of(kind);
    step.judge = tallies->items[at].judge;
    step.criterion = criterion;
    step.value = exact_from_ratio(arena, tallies->items[at].value, tallies->unit);
    derivation_add(derivation, step);
}

/* Σ weight × value ÷ Σ weight of [first, end). At most 10^38 and a little: docs/architecture.md. */
static struct exact weighted_mean(const struct tallies *tallies, size_t first, size_t end, struct arena *arena,
                                  struct derivation *derivation)
{
    wide sum = 0, weights = 0;
    for (size_t i = first; i < end; i++) {
        sum += tallies->items[i].value * tallies->items[i].weight;
        weights += tallies->items[i].weight;
    }
    struct exact numerator = exact_from_ratio(arena, sum, tallies->unit);
    struct exact mean = exact_divide(arena, numerator, exact_from_ratio(arena, weights, 1));
    if (derivation) {
        struct step step = step_of(STEP_MEAN);
        step.count = (int64_t)(end - first);
        step.weight = (points)weights;
        step.value = exact_multiply(arena, numerator, exact_from_ratio(arena, 1, POINTS_ONE));
        step.result = mean;
        derivation_add(derivation, step);
    }
    return mean;
}

static struct exact trimmed_mean(struct tallies *tallies, struct trim trim, size_t criterion, struct arena *arena,
                                 struct derivation *derivation)
{
    size_t first, end;
    panel_trim_marks(tallies, trim, &first, &end);
    for (size_t i = 0; i < first; i++)
        record_dropped(derivation, STEP_DROPPED_LOW, tallies, i, criterion, arena);
    for (size_t i = end; i < tallies->count; i++)
        record_dropped(derivation, STEP_DROPPED_HIGH, tallies, i, criterion, arena);
    return weighted_mean(tallies, first, end, arena, derivation);
}

static struct exact record_counted(struct derivation *derivation, enum step_kind kind, size_t count, struct exact value)
{
    struct step step = step_of(kind);
    step.count = (int64_t)count;
    step.result = value;
    derivation_add(derivation, step);
    return value;
}

/* The middle one, of an even number the mean of the middle two; weights do not count. */
static struct exact median(struct tallies *tallies, struct arena *arena, struct derivation *derivation)
{
    sort(tallies);
    wide two = tallies->items[(tallies->count - 1) / 2].value + tallies->items[tallies->count / 2].value;
    return record_counted(derivation, STEP_MEDIAN, tallies->count, exact_from_ratio(arena, two, 2 * tallies->unit));
}

/* The sum; `missing` more sheets count as the mean of the given each. Weights do not count. */
static struct exact sum(const struct tallies *tallies, size_t missing, struct arena *arena,
                        struct derivation *derivation)
{
    wide total = 0;
    for (size_t i = 0; i < tallies->count; i++)
        total += tallies->items[i].value;
    struct exact given = exact_from_ratio(arena, total, tallies->unit);
    record_counted(derivation, STEP_SUM, tallies->count, given);
    if (missing == 0)
        return given;

    struct step filled = step_of(STEP_MISSING);
    filled.count = (int64_t)missing;
    filled.value = exact_divide(arena, given, exact_from_integer(arena, (int64_t)tallies->count));
    filled.result = exact_multiply(arena, filled.value, exact_from_integer(arena, (int64_t)(tallies->count + missing)));
    derivation_add(derivation, filled);
    return filled.result;
}

/* The plain mean of the places that judges wrote. */
static struct exact mean_place(const struct tallies *tallies, struct arena *arena, struct derivation *derivation)
{
    wide total = 0;
    for (size_t i = 0; i < tallies->count; i++)
        total += tallies->items[i].value;
    struct exact mean = exact_from_ratio(arena, total, tallies->unit * (wide)tallies->count);
    return record_counted(derivation, STEP_MEAN_PLACE, tallies->count, mean);
}

/* ---- by sheet ---- */

static void note_dropped_sheets(const struct tallies *ordered, struct trim trim, struct arena *arena,
                                struct arena scratch, struct round_result *result)
{
    enum fate { KEPT, LOW, HIGH };
    size_t more = trim.low + trim.high;
    if (more == 0)
        return;
    const struct tally **by_seat = ARENA_ARRAY(&scratch, const struct tally *, ordered->count);
    enum fate *fate = ARENA_ARRAY(&scratch, enum fate, ordered->count);
    for (size_t i = 0; i < ordered->count; i++) {
        size_t seat = ordered->items[i].seat;
        by_seat[seat] = &ordered->items[i];
        fate[seat] = i < trim.low ? LOW : i >= ordered->count - trim.high ? HIGH : KEPT;
    }
    result->dropped = arena_grow(arena, result->dropped, result->dropped_count * sizeof(size_t),
                                 (result->dropped_count + more) * sizeof(size_t));
    result->dropped_high = arena_grow(arena, result->dropped_high, result->dropped_count * sizeof(bool),
                                      (result->dropped_count + more) * sizeof(bool));
    for (size_t i = 0; i < ordered->count; i++) {
        if (fate[i] == KEPT)
            continue;
        result->dropped[result->dropped_count] = by_seat[i]->judge;
        result->dropped_high[result->dropped_count++] = fate[i] == HIGH;
    }
}

static struct exact score_by_sheet(const struct panel_rule *rule, const struct panel_sheets *sheets, struct trim trim,
                                   struct arena *arena, struct arena scratch, struct derivation *derivation,
                                   struct round_result *result)
{
    struct tallies tallies = sheets->given;
    size_t missing = rule->missing == MISSING_MEAN_OF_OTHERS ? sheets->absent + sheets->recused : 0;
    if (rule->method == METHOD_MEDIAN)
        return median(&tallies, arena, derivation);
    if (rule->method == METHOD_SUM)
        return sum(&tallies, missing, arena, derivation);
    if (rule->method == METHOD_PLACE_POINTS)
        return mean_place(&tallies, arena, derivation);
    struct exact mean = trimmed_mean(&tallies, trim, INDEX_NONE, arena, derivation);
    note_dropped_sheets(&tallies, trim, arena, scratch, result);
    return mean;
}

static struct exact record_panel_score(const struct rules *rules, struct exact value, int digits, size_t criterion,
                                       struct arena *arena, struct derivation *derivation)
{
    struct step step = step_of(STEP_PANEL_SCORE);
    step.criterion = criterion;
    step.value = value;
    step.digits = digits;
    step.result = rules_round(rules, arena, value, digits);
    derivation_add(derivation, step);
    return step.result;
}

/* ---- by criterion ---- */

static struct exact criterion_score(const struct rules *rules, const struct round *round, const struct panel_rule *rule,
                                    size_t criterion, struct exact mean, struct arena *arena,
                                    struct derivation *derivation)
{
    struct step weighted = step_of(STEP_CRITERION_WEIGHTED);
    weighted.criterion = criterion;
    weighted.value = record_panel_score(rules, mean, rule->panel_digits, criterion, arena, derivation);
    weighted.weight = round->criteria[criterion].weight;
    weighted.result = exact_multiply(arena, weighted.value, exact_from_points(arena, weighted.weight));
    derivation_add(derivation, weighted);

    struct step score = step_of(STEP_CRITERION_SCORE);
    score.criterion = criterion;
    score.value = weighted.result;
    score.digits = rule->criterion_digits;
    score.result = rules_round(rules, arena, score.value, score.digits);
    derivation_add(derivation, score);
    return score.result;
}

static struct exact score_by_criterion(const struct rules *rules, const struct round *round,
                                       const struct panel_rule *rule, const struct panel_sheets *sheets,
                                       struct trim trim, struct arena *arena, struct arena scratch,
                                       struct derivation *derivation)
{
    const struct tallies *given = &sheets->given;
    struct tallies marks = {ARENA_ARRAY(&scratch, struct tally, given->count), given->count, POINTS_ONE};
    struct step sum = step_of(STEP_CRITERIA_SUM);
    for (size_t c = 0; c < round->criterion_count; c++) {
        struct step begin = step_of(STEP_CRITERION);
        begin.criterion = c;
        derivation_add(derivation, begin);
        for (size_t i = 0; i < given->count; i++) {
            marks.items[i] = given->items[i];
            marks.items[i].value = sheets->cells[i][c].value;
        }
        struct exact mean = trimmed_mean(&marks, trim, c, arena, derivation);
        sum.result = exact_add(arena, sum.result, criterion_score(rules, round, rule, c, mean, arena, derivation));
    }
    derivation_add(derivation, sum);
    return sum.result;
}

struct exact panel_score(const struct rules *rules, const struct round *round, const struct panel_rule *rule,
                         const struct panel_sheets *sheets, struct trim trim, struct arena *arena, struct arena scratch,
                         struct derivation *derivation, struct round_result *result)
{
    struct panel_sheets treated = *sheets;
    outliers_treat(rules, rule, &treated.given, arena, derivation, result);
    if (panel_rule_drops_by_criterion(rule)) {
        result->counted += treated.given.count;
        return score_by_criterion(rules, round, rule, &treated, trim, arena, scratch, derivation);
    }
    result->counted += treated.given.count - trim.low - trim.high;
    struct exact score = score_by_sheet(rule, &treated, trim, arena, scratch, derivation, result);
    return record_panel_score(rules, score, rule->panel_digits, INDEX_NONE, arena, derivation);
}
