/* The worked examples of rules.md 3, and what happens where sheets are missing. */
#include "score.h"

#include "contest_builder.h"
#include "unit.h"

static struct result score(const struct sheets *tried, size_t contestant)
{
    return builder_score(tried, contestant);
}

static void check_exact(struct exact value, const char *expected)
{
    struct sink sink = sink_in(unit_arena());
    exact_write_fraction(&sink, value);
    CHECK_TEXT(sink_written(&sink), expected);
}

static void check_final(const struct sheets *sheets, const char *expected)
{
    struct result result = score(sheets, 0);
    CU_ASSERT_FATAL(result.has_final);
    struct sink sink = sink_in(unit_arena());
    exact_write_decimal(&sink, result.final, sheets->contest->rules.digits);
    CHECK_TEXT(sink_written(&sink), expected);
}

static struct contest contest;
static struct sheets sheets;

/* One contestant in one round, trimmed mean unless changed. */
static void set_up_round(struct rules rules, size_t judges, const char *marks)
{
    contest = builder_contest(&rules, judges, 1);
    sheets = sheets_of(&contest, unit_arena());
    builder_marks(&sheets, 0, 0, marks);
}

static struct rules trimmed(void)
{
    struct rules rules = builder_rules(1);
    rules.rounds[0].own.method = METHOD_TRIMMED_MEAN;
    return rules;
}

UNIT_TEST(example_a_the_newspaper)
{
    set_up_round(trimmed(), 7, "92.5 91.0 93.2 90.8 92.6 91.4 92.3");
    check_final(&sheets, "91.96");
    struct result result = score(&sheets, 0);
    check_exact(result.exact, "2299/25");
    CU_ASSERT_EQUAL(result.rounds[0].counted, 5);
    CU_ASSERT_EQUAL_FATAL(result.rounds[0].dropped_count, 2);
    CU_ASSERT_EQUAL(result.rounds[0].dropped[0], 2);
    CU_ASSERT_EQUAL(result.rounds[0].dropped[1], 3);
    CU_ASSERT(result.rounds[0].dropped_high[0]);
    CU_ASSERT_FALSE(result.rounds[0].dropped_high[1]);
}

UNIT_TEST(example_b_where_floats_fail)
{
    static const struct {
        int rounding;
        const char *expected;
    } rows[] = {{ROUNDING_HALF_UP, "90.03"}, {ROUNDING_HALF_EVEN, "90.02"}, {ROUNDING_DOWN, "90.02"}};
    for (size_t i = 0; i < 3; i++) {
        struct rules rules = trimmed();
        rules.rounding = rows[i].rounding;
        set_up_round(rules, 6, "88.73 90.01 90.02 90.03 90.04 93.00");
        check_final(&sheets, rows[i].expected);
        set_up_round(rules, 6, "90.04 93.00 90.02 88.73 90.03 90.01");
        check_final(&sheets, rows[i].expected);
    }
}

/* Written 40 %: a panel of three. Stage 60 %: the seven of example A, 0.5 taken for overtime. */
static void set_up_example_c(int digits)
{
    struct rules rules = builder_rules(2);
    rules.rounds[0].weight = (struct optional_points){true, builder_points("40")};
    rules.rounds[1].weight = (struct optional_points){true, builder_points("60")};
    rules.rounds[0].own.name = TEXT("written");
    rules.rounds[1].own.name = TEXT("stage");
    rules.rounds[1].own.method = METHOD_TRIMMED_MEAN;
    rules.rounds[1].overtime = (struct overtime){.limit = 480, .every = 30, .deduct = {true, builder_points("0.5")}};
    for (size_t i = 0; i < 2; i++)
        rules.rounds[i].digits = digits;

    rules_complete(&rules, unit_arena(), builder_faults());
    contest = contest_with(&rules, unit_arena());
    const char *const judges[] = {"W1", "W2", "W3", "S1", "S2", "S3", "S4", "S5", "S6", "S7"};
    for (size_t i = 0; i < 10; i++)
        contest_add_judge(&contest, builder_judge(judges[i], i < 3 ? "written" : "stage"), builder_faults());
    contest_add_contestant(&contest, builder_contestant("C1", "领域"), builder_faults());
    contest_add_timing(&contest, (struct timing){0, 1, 481, {.file = TEXT("timings.csv"), .line = 2, .column = 1}});
    contest_complete(&contest, builder_faults());

    sheets = sheets_of(&contest, unit_arena());
    const char *const marks[] = {"88", "90", "91", "92.5", "91.0", "93.2", "90.8", "92.6", "91.4", "92.3"};
    for (size_t i = 0; i < 10; i++)
        builder_mark(&sheets, i < 3 ? 0 : 1, 0, i, 0, marks[i]);
}

UNIT_TEST(example_c_order_of_steps)
{
    set_up_example_c(DIGITS_ABSENT);
    check_final(&sheets, "90.74");
    struct result result = score(&sheets, 0);
    check_exact(result.rounds[0].score, "8967/100");
    check_exact(result.rounds[1].score, "4573/50");
    check_exact(result.exact, "11343/125"); /* 35.868 + 54.876 = 90.744 */
    CU_ASSERT_EQUAL(result.rounds[1].adjustments, -5000);

    set_up_example_c(DIGITS_EXACT);
    check_final(&sheets, "90.74");
    check_exact(score(&sheets, 0).exact, "68057/750");

    set_up_example_c(1);
    check_final(&sheets, "90.78");
}

UNIT_TEST(example_d_a_weight_and_a_drop)
{
    static const struct {
        const char *marks, *expected;
    } rows[] = {{"90 91 50 85", "86.25"}, {"92 91 50 85", "75.33"}};
    for (size_t i = 0; i < 2; i++) {
        struct rules rules = trimmed();
        rules.rounds[0].own.drop = (struct drop){.high = 1, .by = DROP_BY_SHEET};
        contest = builder_contest(&rules, 4, 1);
        contest.judges[0].weight = 10 * POINTS_ONE;
        sheets = sheets_of(&contest, unit_arena());
        builder_marks(&sheets, 0, 0, rows[i].marks);
        check_final(&sheets, rows[i].expected);
    }
}

UNIT_TEST(of_equal_extremes_the_first_low_and_the_last_high_go)
{
    set_up_round(trimmed(), 4, "90 90 90 90");
    struct result result = score(&sheets, 0);
    CU_ASSERT_EQUAL_FATAL(result.rounds[0].dropped_count, 2);
    CU_ASSERT_EQUAL(result.rounds[0].dropped[0], 0);
    CU_ASSERT_FALSE(result.rounds[0].dropped_high[0]);
    CU_ASSERT_EQUAL(result.rounds[0].dropped[1], 3);
    CU_ASSERT(result.rounds[0].dropped_high[1]);
}

/* (18 × 80 + 70 + 90) ÷ 20 = 80; of those equal go the first of 70 (seat 20) and the last of 90 (seat 1). */
UNIT_TEST(a_large_panel_drops_as_a_small_one_does)
{
    set_up_round(trimmed(), 22, "90 90 80 80 80 80 80 80 80 80 80 80 80 80 80 80 80 80 80 80 70 70");
    struct result result = score(&sheets, 0);
    check_exact(result.exact, "80/1");
    CU_ASSERT_EQUAL_FATAL(result.rounds[0].dropped_count, 2);
    CU_ASSERT_EQUAL(result.rounds[0].dropped[0], 1);
    CU_ASSERT_EQUAL(result.rounds[0].dropped[1], 20);
}

UNIT_TEST(a_missing_sheet_is_never_a_zero)
{
    struct rules rules = builder_rules(1);
    set_up_round(rules, 5, "90 - 缺评 回避 91");
    check_final(&sheets, "90.50");
    struct round_result round = score(&sheets, 0).rounds[0];
    CU_ASSERT_EQUAL(round.expected, 5);
    CU_ASSERT_EQUAL(round.counted, 2);
    CU_ASSERT_EQUAL(round.pending, 1);
    CU_ASSERT_EQUAL(round.absent, 1);
    CU_ASSERT_EQUAL(round.recused, 1);
}

UNIT_TEST(a_given_zero_is_a_number)
{
    set_up_round(builder_rules(1), 2, "0 90");
    check_final(&sheets, "45.00");
}

UNIT_TEST(a_void_judge_counts_as_absent)
{
    struct rules rules = builder_rules(1);
    contest = builder_contest(&rules, 3, 1);
    contest.judges[1].is_void = true;
    sheets = sheets_of(&contest, unit_arena());
    builder_marks(&sheets, 0, 0, "90 0 91");
    check_final(&sheets, "90.50");
    CU_ASSERT_EQUAL(score(&sheets, 0).rounds[0].absent, 1);
}

UNIT_TEST(too_few_sheets_give_no_score)
{
    set_up_round(trimmed(), 3, "90 91 -");
    struct result result = score(&sheets, 0);
    CU_ASSERT_FALSE(result.has_final);
    CHECK_TEXT(result.why_not->arguments[1], "2");
    CHECK_TEXT(result.why_not->arguments[2], "3");

    set_up_round(builder_rules(1), 2, "- -");
    CU_ASSERT_FALSE(score(&sheets, 0).has_final);
}

UNIT_TEST(keep_all_drops_nothing_from_too_few)
{
    struct rules rules = trimmed();
    rules.rounds[0].own.too_few = TOO_FEW_KEEP_ALL;
    rules.rounds[0].own.min_sheets = 5;
    set_up_round(rules, 5, "90 91 95 88 -");
    check_final(&sheets, "91.00");
    CU_ASSERT_EQUAL(score(&sheets, 0).rounds[0].dropped_count, 0);
    set_up_round(rules, 5, "- - - - -");
    CU_ASSERT_FALSE(score(&sheets, 0).has_final);
}

/* By hand: marks of A 8 9 10, of B 5 5 7; drop one high: A 8.5, B 5; × 1.2 = 10.2, × 0.8 = 4. */
UNIT_TEST(criteria_are_dropped_and_rounded_one_by_one)
{
    struct rules rules = trimmed();
    struct criterion criteria[] = {
        {.id = TEXT_INIT("a"), .max = builder_points("10"), .weight = builder_points("1.2")},
        {.id = TEXT_INIT("b"), .max = builder_points("10"), .weight = builder_points("0.8")},
    };
    rules.rounds[0].criteria = criteria;
    rules.rounds[0].criterion_count = 2;
    rules.rounds[0].own.drop = (struct drop){.high = 1, .by = DROP_BY_CRITERION};
    contest = builder_contest(&rules, 3, 1);
    sheets = sheets_of(&contest, unit_arena());
    const char *const marks[3][2] = {{"8", "5"}, {"9", "5"}, {"10", "7"}};
    for (size_t j = 0; j < 3; j++)
        for (size_t c = 0; c < 2; c++)
            builder_mark(&sheets, 0, 0, j, c, marks[j][c]);
    check_final(&sheets, "14.20");
    CU_ASSERT_EQUAL(score(&sheets, 0).rounds[0].dropped_count, 0);
    CU_ASSERT_EQUAL(score(&sheets, 0).rounds[0].counted, 3);

    contest.rules.rounds[0].panels->panel_digits = 0; /* 8.5 -> 9, 5 -> 5; 10.8 + 4 */
    check_final(&sheets, "14.80");
    contest.rules.rounds[0].panels->criterion_digits = 0; /* 10.8 -> 11 */
    check_final(&sheets, "15.00");
}

UNIT_TEST(overtime_counts_started_units_up_to_its_most)
{
    static const struct {
        int64_t seconds;
        const char *expected;
    } rows[] = {{480, "90.00"}, {481, "89.50"}, {510, "89.50"}, {511, "89.00"}, {10000, "87.00"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct rules rules = builder_rules(1);
        rules.rounds[0].overtime =
            (struct overtime){480, 30, {true, builder_points("0.5")}, {true, builder_points("3")}, NULL, 0, {0}};
        contest = builder_contest(&rules, 1, 1);
        contest_add_timing(
            &contest, (struct timing){0, 0, rows[i].seconds, {.file = TEXT("timings.csv"), .line = 2, .column = 1}});
        sheets = sheets_of(&contest, unit_arena());
        builder_marks(&sheets, 0, 0, "90");
        check_final(&sheets, rows[i].expected);
    }
}

UNIT_TEST(overtime_by_bands_takes_the_last_band_reached)
{
    static struct band bands[] = {{1, 200}, {11, 500}, {21, 1000}}; /* 0.02, 0.05, 0.1 */
    static const struct {
        int64_t seconds;
        const char *expected;
    } rows[] = {{359, "89.90"}, {360, "90.00"}, {480, "90.00"}, {481, "89.98"},
                {490, "89.98"}, {491, "89.95"}, {501, "89.92"}, {9000, "89.92"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct rules rules = builder_rules(1);
        rules.rounds[0].overtime = (struct overtime){.limit = 480,
                                                     .bands = bands,
                                                     .band_count = 3,
                                                     .at_most = {true, builder_points("0.08")},
                                                     .under = {360, builder_points("0.1")}};
        contest = builder_contest(&rules, 1, 1);
        contest_add_timing(
            &contest, (struct timing){0, 0, rows[i].seconds, {.file = TEXT("timings.csv"), .line = 2, .column = 1}});
        sheets = sheets_of(&contest, unit_arena());
        builder_marks(&sheets, 0, 0, "90");
        check_final(&sheets, rows[i].expected);
    }
}

UNIT_TEST(median_is_the_middle_or_the_mean_of_two)
{
    struct rules rules = builder_rules(1);
    rules.rounds[0].own.method = METHOD_MEDIAN;
    set_up_round(rules, 5, "80 95 91 缺评 90"); /* 80 90 91 95: (90 + 91) ÷ 2 */
    check_final(&sheets, "90.50");
    set_up_round(rules, 3, "80 95 91");
    check_final(&sheets, "91.00");
    set_up_round(rules, 1, "80.5");
    check_final(&sheets, "80.50");
}

UNIT_TEST(sum_never_counts_a_missing_sheet_as_zero)
{
    struct rules rules = builder_rules(1);
    rules.rounds[0].own.method = METHOD_SUM;
    set_up_round(rules, 3, "80 95 91");
    check_final(&sheets, "266.00");
    set_up_round(rules, 3, "80 95 缺评");
    CU_ASSERT_FALSE(score(&sheets, 0).has_final);
    rules.rounds[0].own.missing = MISSING_MEAN_OF_OTHERS;
    set_up_round(rules, 4, "80 95 缺评 回避"); /* 175 ÷ 2 = 87.5; 175 + 87.5 × 2 = 350 */
    check_final(&sheets, "350.00");
    rules.rounds[0].own.missing = MISSING_LEAVE_OUT;
    set_up_round(rules, 4, "80 95 缺评 回避");
    check_final(&sheets, "175.00");
    set_up_round(rules, 4, "80 95 缺评 -");
    CU_ASSERT_FALSE(score(&sheets, 0).has_final);
}

UNIT_TEST(scale_comes_before_adjustments_and_floor_after)
{
    struct rules rules = builder_rules(1);
    rules.rounds[0].scale = builder_points("0.3");
    rules.rounds[0].floor = (struct optional_points){true, builder_points("26")};
    contest = builder_contest(&rules, 1, 1);
    contest_add_adjustment(&contest, (struct adjustment){.round = 0, .value = builder_points("-0.5")});
    sheets = sheets_of(&contest, unit_arena());
    builder_marks(&sheets, 0, 0, "90"); /* 90 × 0.3 - 0.5 = 26.5 */
    check_final(&sheets, "26.50");
    contest.adjustments[0].value = builder_points("-1.5"); /* 25.5 is below the floor */
    check_final(&sheets, "26.00");
}

UNIT_TEST(a_factor_is_the_contestants_own_and_one_where_there_is_none)
{
    struct rules rules = builder_rules(2);
    rules.combine = COMBINE_SUM;
    rules.rounds[0].scale = builder_points("3");
    contest = builder_contest(&rules, 1, 2);
    contest_add_factor(&contest, (struct factor){.contestant = 1, .round = 0, .value = builder_points("2")});
    contest_add_factor(&contest, (struct factor){.contestant = 0, .round = 0, .value = builder_points("2.8")});
    contest_complete(&contest, builder_faults());
    CU_ASSERT_EQUAL(faults_grave(builder_faults()), 0);
    sheets = sheets_of(&contest, unit_arena());
    builder_marks(&sheets, 0, 0, "8.5"); /* 8.5 × 3 × 2.8 = 71.4 */
    builder_marks(&sheets, 1, 0, "10");  /* and 10 */
    check_final(&sheets, "81.40");

    contest_add_factor(&contest, (struct factor){.contestant = 0, .round = 0, .value = builder_points("2.8")});
    contest_complete(&contest, builder_faults());
    CU_ASSERT(builder_reported("contestant {1} has two factors in round {2}"));
}

UNIT_TEST(who_alone_has_no_factor_is_named)
{
    struct rules rules = builder_rules(1);
    contest = builder_contest(&rules, 1, 2);
    contest_add_factor(&contest, (struct factor){.contestant = 0, .round = 0, .value = builder_points("2")});
    contest_complete(&contest, builder_faults());
    CU_ASSERT(builder_reported("contestant {1} has no factor in round {2}: it counts as 1"));
}

static void set_up_rounds(int combine, int64_t best)
{
    struct rules rules = builder_rules(3);
    rules.combine = combine;
    rules.best = best;
    contest = builder_contest(&rules, 1, 1);
    sheets = sheets_of(&contest, unit_arena());
}

UNIT_TEST(a_given_mark_is_rounded_to_panel_digits)
{
    struct rules rules = builder_rules(1);
    rules.rounds[0].own.method = METHOD_GIVEN;
    rules.rounds[0].own.panel_digits = 1;
    contest = builder_contest(&rules, 0, 1);
    sheets = sheets_of(&contest, unit_arena());
    builder_mark(&sheets, 0, 0, INDEX_NONE, 0, "88.25");
    check_final(&sheets, "88.30");
    CU_ASSERT_EQUAL(score(&sheets, 0).rounds[0].counted, 1);
}

UNIT_TEST(the_reason_is_that_of_the_first_round_without_a_score)
{
    set_up_rounds(COMBINE_SUM, 1);
    builder_marks(&sheets, 0, 0, "80");
    CHECK_TEXT(score(&sheets, 0).why_not->arguments[0], "r2");
}

UNIT_TEST(best_rounds_need_not_all_be_there)
{
    set_up_rounds(COMBINE_BEST, 1);
    builder_marks(&sheets, 0, 0, "80");
    builder_marks(&sheets, 2, 0, "85.5");
    check_final(&sheets, "85.50");
    set_up_rounds(COMBINE_BEST, 2);
    builder_marks(&sheets, 0, 0, "80");
    builder_marks(&sheets, 1, 0, "70");
    builder_marks(&sheets, 2, 0, "85.5");
    check_final(&sheets, "165.50");
    set_up_rounds(COMBINE_BEST, 2);
    CU_ASSERT_FALSE(score(&sheets, 0).has_final);
}

UNIT_TEST(a_sum_needs_every_round)
{
    set_up_rounds(COMBINE_SUM, 1);
    builder_marks(&sheets, 0, 0, "80");
    builder_marks(&sheets, 1, 0, "70");
    CU_ASSERT_FALSE(score(&sheets, 0).has_final);
    builder_marks(&sheets, 2, 0, "85.5");
    check_final(&sheets, "235.50");
}

UNIT_TEST(adjustments_go_to_their_round_or_to_the_final)
{
    set_up_rounds(COMBINE_SUM, 1);
    contest_add_adjustment(&contest, (struct adjustment){0, INDEX_NONE, builder_points("-10"), TEXT("x"), {.line = 0}});
    contest_add_adjustment(&contest, (struct adjustment){0, 1, builder_points("0.25"), TEXT("y"), {.line = 0}});
    contest_complete(&contest, builder_faults());
    sheets = sheets_of(&contest, unit_arena());
    for (size_t r = 0; r < 3; r++)
        builder_marks(&sheets, r, 0, "80");
    check_final(&sheets, "230.25");
    CU_ASSERT_EQUAL(score(&sheets, 0).rounds[1].adjustments, 2500);
    CU_ASSERT_EQUAL(score(&sheets, 0).adjustments, -100000);
}

UNIT_TEST(the_derivation_tells_every_step_and_changes_nothing)
{
    set_up_example_c(DIGITS_ABSENT);
    struct derivation derivation = {.arena = unit_arena()};
    struct result told = builder_derive(&sheets, 0, &derivation), silent = builder_score(&sheets, 0);
    CU_ASSERT_EQUAL(exact_compare(told.exact, silent.exact), 0);

    static const enum step_kind expected[] = {
        STEP_ROUND,       STEP_SHEET,    STEP_SHEET,       STEP_SHEET,       STEP_MEAN,         STEP_PANEL_SCORE,
        STEP_ROUND_SCORE, STEP_ROUND,    STEP_SHEET,       STEP_SHEET,       STEP_SHEET,        STEP_SHEET,
        STEP_SHEET,       STEP_SHEET,    STEP_SHEET,       STEP_DROPPED_LOW, STEP_DROPPED_HIGH, STEP_MEAN,
        STEP_PANEL_SCORE, STEP_OVERTIME, STEP_ROUND_SCORE, STEP_WEIGHTED,    STEP_WEIGHTED,     STEP_FINAL};
    CU_ASSERT_EQUAL_FATAL(derivation.count, sizeof expected / sizeof *expected);
    for (size_t i = 0; i < derivation.count; i++)
        CU_ASSERT_EQUAL(derivation.steps[i].kind, expected[i]);
}

UNIT_TEST(the_steps_of_another_are_not_told)
{
    struct rules rules = builder_rules(1);
    contest = builder_contest(&rules, 1, 2);
    sheets = sheets_of(&contest, unit_arena());
    builder_marks(&sheets, 0, 1, "90");
    struct derivation derivation = {.arena = unit_arena(), .contestant = 0};
    builder_derive(&sheets, 1, &derivation);
    for (size_t i = 0; i < derivation.count; i++)
        CU_ASSERT(derivation.steps[i].kind != STEP_SHEET || derivation.steps[i].state == CELL_PENDING);
}

/* Of equal rounds the earlier are the better: of 80 85 80 85 the two best are r2 and r4, the next r1. */
UNIT_TEST(of_equal_rounds_the_earlier_counts)
{
    static const struct {
        int64_t best;
        const char *expected, *counted;
    } rows[] = {{1, "85/1", "2"}, {2, "170/1", "24"}, {3, "250/1", "124"}, {4, "330/1", "1234"}};
    static const char *const marks[] = {"80", "85", "80", "85"};
    for (size_t i = 0; i < 4; i++) {
        struct rules rules = builder_rules(4);
        rules.combine = COMBINE_BEST;
        rules.best = rows[i].best;
        contest = builder_contest(&rules, 1, 1);
        sheets = sheets_of(&contest, unit_arena());
        for (size_t r = 0; r < 4; r++)
            builder_marks(&sheets, r, 0, marks[r]);
        struct derivation derivation = {.arena = unit_arena()};
        struct result result = builder_derive(&sheets, 0, &derivation);
        check_exact(result.exact, rows[i].expected);
        struct sink counted = sink_in(unit_arena());
        for (size_t s = 0; s < derivation.count; s++)
            if (derivation.steps[s].kind == STEP_ADDED)
                sink_integer(&counted, (int64_t)derivation.steps[s].round + 1);
        CHECK_TEXT(sink_written(&counted), rows[i].counted);
    }
}

/* 甲组 (J2 J4 J6: 90 80 70) drops J2 and J6, 乙组 (J1 J3 J5: 60 50 40) drops J1 and J5; 0.7 × 80 + 0.3 × 50 = 71. */
UNIT_TEST(several_panels_drop_in_the_order_of_judges)
{
    struct rules rules = trimmed();
    struct panel_rule panels[2] = {rules.rounds[0].own, rules.rounds[0].own};
    panels[0].name = TEXT("甲组");
    panels[0].weight = builder_set("70");
    panels[1].name = TEXT("乙组");
    panels[1].weight = builder_set("30");
    rules.rounds[0].panels = panels;
    rules.rounds[0].panel_count = 2;
    contest = builder_open(&rules);
    static const char *const judges[] = {"J1", "J2", "J3", "J4", "J5", "J6"};
    for (size_t j = 0; j < 6; j++)
        contest_add_judge(&contest, builder_judge(judges[j], j % 2 == 0 ? "乙组" : "甲组"), builder_faults());
    builder_add_contestant(&contest, "C1", "");
    contest_complete(&contest, builder_faults());
    sheets = sheets_of(&contest, unit_arena());
    builder_marks(&sheets, 0, 0, "60 90 50 80 40 70");
    struct result result = score(&sheets, 0);
    check_exact(result.exact, "71/1");
    static const size_t dropped[] = {0, 1, 4, 5};
    static const bool high[] = {true, true, false, false};
    CU_ASSERT_EQUAL_FATAL(result.rounds[0].dropped_count, 4);
    for (size_t i = 0; i < 4; i++) {
        CU_ASSERT_EQUAL(result.rounds[0].dropped[i], dropped[i]);
        CU_ASSERT_EQUAL(result.rounds[0].dropped_high[i], high[i]);
    }
    CU_ASSERT_EQUAL(result.rounds[0].counted, 2);
    check_exact(result.rounds[0].panels[0], "80/1");
    check_exact(result.rounds[0].panels[1], "50/1");
}
