/* Sheets far from the others of their panel (rules.md 3, step 2), by hand. */
#include "outliers.h"

#include "contest_builder.h"
#include "unit.h"

static struct contest contest;
static struct sheets sheets;
static struct result result;
static struct derivation derivation;

static struct rules with_outliers(int policy, const char *limit, const char *spread)
{
    struct rules rules = builder_rules(1);
    rules.rounds[0].own.outliers.policy = policy;
    if (limit)
        rules.rounds[0].own.outliers.limit = builder_set(limit);
    if (spread)
        rules.rounds[0].own.outliers.spread = builder_set(spread);
    rules.rounds[0].min = builder_set("-100");
    return rules;
}

/* One contestant's marks; scored twice, silently and told. */
static void score(struct rules rules, size_t judges, const char *marks)
{
    contest = builder_contest(&rules, judges, 1);
    sheets = sheets_of(&contest, unit_arena());
    builder_marks(&sheets, 0, 0, marks);
    derivation = (struct derivation){.arena = unit_arena()};
    result = builder_score(&sheets, 0);
    struct result told = builder_derive(&sheets, 0, &derivation);
    CU_ASSERT_FATAL(result.has_final && told.has_final);
    CU_ASSERT_EQUAL(exact_compare(result.exact, told.exact), 0);
}

/* "2: 50/1 -> 69/1; …", the judges (from 1) of the steps of a kind with their values and results. */
static void check_steps(enum step_kind kind, const char *expected)
{
    struct sink sink = sink_in(unit_arena());
    for (size_t i = 0; i < derivation.count; i++) {
        const struct step *step = &derivation.steps[i];
        if (step->kind != kind)
            continue;
        if (sink.length > 0)
            sink_c(&sink, "; ");
        if (step->judge != INDEX_NONE) {
            sink_integer(&sink, (int64_t)step->judge + 1);
            sink_c(&sink, ": ");
        }
        sink_text(&sink, builder_fraction(step->value));
        sink_c(&sink, " -> ");
        sink_text(&sink, builder_fraction(step->result));
    }
    CHECK_TEXT(sink_written(&sink), expected);
}

/* Mean (90 + 92 + 70) ÷ 3 = 84: 70 is 14 away, 92 is 8 away. Highest less lowest: 22. */
UNIT_TEST(flagged_sheets_stay_as_they_are)
{
    score(with_outliers(OUTLIERS_FLAG, "8", "22"), 3, "90 92 70");
    CHECK_TEXT(builder_fraction(result.exact), "84/1");
    CU_ASSERT_EQUAL_FATAL(result.rounds[0].outlier_count, 1);
    CU_ASSERT_EQUAL(result.rounds[0].outliers[0].judge, 2);
    CU_ASSERT_FALSE(result.rounds[0].outliers[0].is_clamped);
    CU_ASSERT_FALSE(result.rounds[0].is_spread);
    check_steps(STEP_FLAGGED, "3: 70/1 -> 84/1");
    score(with_outliers(OUTLIERS_FLAG, "7.9999", "21.9999"), 3, "90 92 70");
    CU_ASSERT_EQUAL(result.rounds[0].outlier_count, 2);
    CU_ASSERT(result.rounds[0].is_spread);
    check_steps(STEP_FLAGGED, "2: 92/1 -> 84/1; 3: 70/1 -> 84/1");
}

UNIT_TEST(a_spread_alone_names_no_sheet)
{
    score(with_outliers(OUTLIERS_FLAG, NULL, "21"), 3, "90 92 70");
    CU_ASSERT_EQUAL(result.rounds[0].outlier_count, 0);
    CU_ASSERT(result.rounds[0].is_spread);
}

/* Mean 84, limit 7: 92 to 91, 70 to 77. (90 + 91 + 77) ÷ 3 = 86. */
UNIT_TEST(clamped_sheets_are_moved_to_the_bound)
{
    score(with_outliers(OUTLIERS_CLAMP, "7", NULL), 3, "90 92 70");
    CHECK_TEXT(builder_fraction(result.exact), "86/1");
    CU_ASSERT_EQUAL(result.rounds[0].outlier_count, 2);
    check_steps(STEP_CLAMP_MEAN, "84/1 -> 84/1");
    check_steps(STEP_CLAMPED, "2: 92/1 -> 91/1; 3: 70/1 -> 77/1");
    score(with_outliers(OUTLIERS_CLAMP, "14", NULL), 3, "90 92 70"); /* on the bound is not outside */
    CU_ASSERT_EQUAL(result.rounds[0].outlier_count, 0);
    CHECK_TEXT(builder_fraction(result.exact), "84/1");
}

/* Mean of -1 -2 -2 is -5/3. To one digit: -1.7 (half-up), -1.6 cut off. Limit 0.5: bounds -1.2 and -2.2, or -1.1 and -2.1;
 * -1 is moved. Mean of 0.5 0 0 0 0 0 0 0 0 0: 0.05, to one digit 0.1 half-up, 0 half-even; of 1.5 and nine 0: 0.15, 0.2. */
UNIT_TEST(the_mean_is_rounded_to_clamp_digits)
{
    static const struct {
        int rounding;
        const char *marks, *steps, *clamped;
    } rows[] = {
        {ROUNDING_HALF_UP, "-1 -2 -2", "-5/3 -> -17/10", "1: -1/1 -> -6/5"},
        {ROUNDING_HALF_EVEN, "-1 -2 -2", "-5/3 -> -17/10", "1: -1/1 -> -6/5"},
        {ROUNDING_DOWN, "-1 -2 -2", "-5/3 -> -8/5", "1: -1/1 -> -11/10"},
        {ROUNDING_HALF_UP, "0.5 0 0 0 0 0 0 0 0 0", "1/20 -> 1/10", ""},
        {ROUNDING_HALF_EVEN, "0.5 0 0 0 0 0 0 0 0 0", "1/20 -> 0/1", ""},
        {ROUNDING_HALF_EVEN, "1.5 0 0 0 0 0 0 0 0 0", "3/20 -> 1/5", "1: 3/2 -> 7/10"},
        {ROUNDING_HALF_EVEN, "0.4 0 0 0 0 0 0 0 0 0", "1/25 -> 0/1", ""},
        {ROUNDING_HALF_UP, "0.4 0 0 0 0 0 0 0 0 0", "1/25 -> 0/1", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct rules rules = with_outliers(OUTLIERS_CLAMP, "0.5", NULL);
        rules.rounding = rows[i].rounding;
        rules.rounds[0].own.clamp_digits = 1;
        score(rules, i < 3 ? 3 : 10, rows[i].marks);
        check_steps(STEP_CLAMP_MEAN, rows[i].steps);
        check_steps(STEP_CLAMPED, rows[i].clamped);
    }
}

/* Limit 0.25 around 0: -0.25 and 0.25 to one digit are -0.3 and 0.3 half-up, -0.2 and 0.2 half-even. */
UNIT_TEST(a_bound_is_rounded_to_clamp_digits)
{
    struct rules rules = with_outliers(OUTLIERS_CLAMP, "0.25", NULL);
    rules.rounds[0].own.clamp_digits = 1;
    score(rules, 3, "1 0 -1");
    check_steps(STEP_CLAMPED, "1: 1/1 -> 3/10; 3: -1/1 -> -3/10");
    rules = with_outliers(OUTLIERS_CLAMP, "0.25", NULL);
    rules.rounds[0].own.clamp_digits = 1;
    rules.rounding = ROUNDING_HALF_EVEN;
    score(rules, 3, "1 0 -1");
    check_steps(STEP_CLAMPED, "1: 1/1 -> 1/5; 3: -1/1 -> -1/5");
}

/* 甲组 90 70 is spread, 乙组 80 81 is not: the contestant's sheets are. */
UNIT_TEST(one_spread_panel_is_enough)
{
    struct rules rules = with_outliers(OUTLIERS_FLAG, NULL, "10");
    struct panel_rule panels[2] = {rules.rounds[0].own, rules.rounds[0].own};
    panels[0].name = TEXT("甲组");
    panels[1].name = TEXT("乙组");
    panels[0].weight = panels[1].weight = builder_set("50");
    rules.rounds[0].panels = panels;
    rules.rounds[0].panel_count = 2;
    contest = builder_open(&rules);
    static const char *const judges[] = {"J1", "J2", "J3", "J4"};
    for (size_t j = 0; j < 4; j++)
        contest_add_judge(&contest, builder_judge(judges[j], j < 2 ? "甲组" : "乙组"), builder_faults());
    builder_add_contestant(&contest, "C1", "");
    contest_complete(&contest, builder_faults());
    sheets = sheets_of(&contest, unit_arena());
    builder_marks(&sheets, 0, 0, "90 70 80 81");
    CU_ASSERT(builder_score(&sheets, 0).rounds[0].is_spread);
}
