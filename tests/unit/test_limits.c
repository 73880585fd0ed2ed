/* The largest numbers that may be read, where they are added up and multiplied: docs/architecture.md, Numbers. What comes
 * out is worked out by hand. */
#include "contest_builder.h"
#include "outliers.h"
#include "standings.h"
#include "unit.h"

#define MOST_MARK     POINTS_LIMIT
#define MOST_WEIGHT   POINTS_LIMIT        /* a judge's */
#define CRITERIA_MOST (1000 * POINTS_ONE) /* a criterion's weight */
/* A sheet's total: 1,000 criteria of weight 1,000 and 1,000,000 points each, in 1/10^8. */
#define MOST_TOTAL ((wide)ROUND_MOST_CRITERIA * CRITERIA_MOST * MOST_MARK)

static struct contest contest;
static struct sheets sheets;

/* ---- one sheet ---- */

static struct rules of_1000_criteria(void)
{
    struct rules rules = builder_rules(1);
    struct criterion *criteria = ARENA_ARRAY(unit_arena(), struct criterion, ROUND_MOST_CRITERIA);
    for (size_t c = 0; c < ROUND_MOST_CRITERIA; c++) {
        struct sink id = sink_in(unit_arena());
        sink_integer(&id, (int64_t)c);
        criteria[c] =
            (struct criterion){.id = sink_written(&id), .max = MOST_MARK, .min = -MOST_MARK, .weight = CRITERIA_MOST};
    }
    rules.rounds[0].criteria = criteria;
    rules.rounds[0].criterion_count = ROUND_MOST_CRITERIA;
    return rules;
}

/* 1,000 × 1,000 × 1,000,000 = 10^12; the other judge the same below 0, and both weigh 1,000,000. */
UNIT_TEST(the_largest_sheets)
{
    struct rules rules = of_1000_criteria();
    contest = builder_contest(&rules, 2, 2);
    CU_ASSERT_EQUAL(builder_faults()->count, 0);
    contest.judges[0].weight = contest.judges[1].weight = MOST_WEIGHT;
    sheets = sheets_of(&contest, unit_arena());
    for (size_t c = 0; c < ROUND_MOST_CRITERIA; c++) {
        builder_mark(&sheets, 0, 0, 0, c, "1000000");
        builder_mark(&sheets, 0, 0, 1, c, "1000000");
        builder_mark(&sheets, 0, 1, 0, c, "-1000000");
        builder_mark(&sheets, 0, 1, 1, c, "-999999.9999");
    }
    struct sheet sheet = sheets_sheet(&sheets, 0, 0, 0);
    CU_ASSERT(sheet_total(&sheet, &contest.rules.rounds[0]) == MOST_TOTAL);
    CHECK_TEXT(builder_fraction(builder_score(&sheets, 0).exact), "1000000000000/1");
    /* -10^12, and 10^6 × 0.0001 more: their mean is 50 more */
    CHECK_TEXT(builder_fraction(builder_score(&sheets, 1).exact), "-999999999950/1");
}

UNIT_TEST(the_largest_sheets_by_criterion)
{
    struct rules rules = of_1000_criteria();
    rules.rounds[0].own.method = METHOD_TRIMMED_MEAN;
    rules.rounds[0].own.drop = (struct drop){.by = DROP_BY_CRITERION};
    rules.rounds[0].own.criterion_digits = 4;
    contest = builder_contest(&rules, 1, 1);
    sheets = sheets_of(&contest, unit_arena());
    for (size_t c = 0; c < ROUND_MOST_CRITERIA; c++)
        builder_mark(&sheets, 0, 0, 0, c, "999999.9999");
    /* 1,000 × 1,000 × 999,999.9999 = 10^12 - 100 */
    CHECK_TEXT(builder_fraction(builder_score(&sheets, 0).exact), "999999999900/1");
}

/* ---- one panel ---- */

/* What a panel of 10,000 judges of weight 1,000,000 makes of sheets of 10^12 points, one of which is -10^12; all of it
 * times `sign`. */
static struct exact score_panel(struct panel_rule rule, int sign, struct round_result *result)
{
    struct rules rules = builder_rules(1);
    rules.rounds[0].own = rule;
    CU_ASSERT(builder_rules_report(&rules, NULL));
    struct panel_sheets found = {
        .given = {ARENA_ARRAY(unit_arena(), struct tally, PANEL_MOST_JUDGES), PANEL_MOST_JUDGES, TALLY_UNIT}};
    for (size_t i = 0; i < PANEL_MOST_JUDGES; i++)
        found.given.items[i] = (struct tally){i, i, MOST_WEIGHT, sign * (i == 5000 ? -MOST_TOTAL : MOST_TOTAL)};
    *result = (struct round_result){.expected = PANEL_MOST_JUDGES};
    struct derivation derivation = {.arena = unit_arena()};
    const struct panel_rule *completed = rules.rounds[0].panels;
    return panel_score(&rules, &rules.rounds[0], completed, &found, panel_trim_of(completed, PANEL_MOST_JUDGES),
                       unit_arena(), unit_scratch(), &derivation, result);
}

static struct panel_rule by_method(int method)
{
    struct panel_rule rule = builder_rules(1).rounds[0].own;
    rule.method = method;
    return rule;
}

static void check_panel(struct panel_rule rule, const char *expected, const char *below_zero)
{
    struct round_result result;
    CHECK_TEXT(builder_fraction(score_panel(rule, 1, &result)), expected);
    CHECK_TEXT(builder_fraction(score_panel(rule, -1, &result)), below_zero);
}

UNIT_TEST(the_largest_panel_by_each_method)
{
    /* 9,998 sheets are left: 9,999 × 10^12 - 10^12 = 9,998 × 10^12; of 10,000 the mean is 0.9998 × 10^12 */
    check_panel(by_method(METHOD_MEAN), "999800000000/1", "-999800000000/1");
    check_panel(by_method(METHOD_TRIMMED_MEAN), "1000000000000/1", "-1000000000000/1");
    check_panel(by_method(METHOD_MEDIAN), "1000000000000/1", "-1000000000000/1");
    check_panel(by_method(METHOD_SUM), "9998000000000000/1", "-9998000000000000/1");
}

/* The mean m is 999,800,000,000. Clamped by 1,000,000 the 9,999 come to m + 10^6 and the one to m - 10^6: their mean is
 * m + 10^6 - 2 × 10^6 ÷ 10,000. Here the products are the largest of all: 10^20 × 10^4 × 10^10 each, 10^38 together. */
UNIT_TEST(the_largest_panel_clamped)
{
    struct panel_rule rule = by_method(METHOD_MEAN);
    rule.outliers = (struct outliers){OUTLIERS_CLAMP, {true, POINTS_LIMIT}, {false, 0}};
    check_panel(rule, "999800999800/1", "-999800999800/1");
    rule.clamp_digits = 0;
    check_panel(rule, "999800999800/1", "-999800999800/1");
    rule.method = METHOD_SUM;
    check_panel(rule, "9998009998000000/1", "-9998009998000000/1");
    rule.method = METHOD_MEDIAN;
    check_panel(rule, "999801000000/1", "-999801000000/1");
    rule.method = METHOD_TRIMMED_MEAN;
    check_panel(rule, "999801000000/1", "-999801000000/1");
}

/* Nobody is moved: the largest values themselves are weighed in the finer unit. */
UNIT_TEST(the_largest_sum_of_products)
{
    struct rules rules = builder_rules(1);
    rules.rounds[0].own.outliers = (struct outliers){OUTLIERS_CLAMP, {true, POINTS_LIMIT}, {false, 0}};
    CU_ASSERT(builder_rules_report(&rules, NULL));
    for (int sign = -1; sign <= 1; sign += 2) {
        struct panel_sheets found = {
            .given = {ARENA_ARRAY(unit_arena(), struct tally, PANEL_MOST_JUDGES), PANEL_MOST_JUDGES, TALLY_UNIT}};
        for (size_t i = 0; i < PANEL_MOST_JUDGES; i++)
            found.given.items[i] = (struct tally){i, i, MOST_WEIGHT, sign * MOST_TOTAL};
        struct round_result result = {.expected = PANEL_MOST_JUDGES};
        struct exact mean = panel_score(&rules, &rules.rounds[0], rules.rounds[0].panels, &found,
                                        (struct trim){0, 0, false}, unit_arena(), unit_scratch(), NULL, &result);
        CHECK_TEXT(builder_fraction(mean), sign < 0 ? "-1000000000000/1" : "1000000000000/1");
        CU_ASSERT_EQUAL(result.outlier_count, 0);
    }
}

UNIT_TEST(the_largest_panel_flagged)
{
    struct panel_rule rule = by_method(METHOD_MEAN);
    rule.outliers = (struct outliers){OUTLIERS_FLAG, {true, POINTS_LIMIT}, {true, POINTS_LIMIT}};
    struct round_result result;
    score_panel(rule, 1, &result);
    CU_ASSERT_EQUAL(result.outlier_count, PANEL_MOST_JUDGES); /* 2 × 10^8 from the mean, and the one nearly 2 × 10^12 */
    CU_ASSERT(result.is_spread);
}

/* ---- the sector ---- */

/* All sheets of a contest, whose only criterion stands for 1,000: `values` a contestant; the last judge leaves out the
 * last contestant. */
static void give_all(const points *values, size_t judges, size_t contestants)
{
    sheets = sheets_of(&contest, unit_arena());
    for (size_t c = 0; c < contestants; c++)
        for (size_t j = 0; j < judges; j++)
            sheets.cells[c * judges + j] = (struct cell){.value = values[c], .line = 1, .state = CELL_GIVEN};
    sheets.cells[contestants * judges - 1] = (struct cell){.line = 1, .state = CELL_ABSENT};
}

/* C2 has a clamped sheet less, so its unit is 9,999 × 10^8, and that of C1 10^12: products of 10^36. */
UNIT_TEST(the_largest_rank_sums)
{
    static struct criterion criterion[] = {
        {.id = TEXT_INIT("a"), .max = ROUND_MOST_CRITERIA * MOST_MARK, .weight = CRITERIA_MOST}};
    struct rules rules = builder_rules(1);
    rules.rounds[0].own.method = METHOD_RANK_SUM;
    rules.rounds[0].own.missing = MISSING_MEAN_OF_OTHERS;
    rules.rounds[0].own.outliers = (struct outliers){OUTLIERS_CLAMP, {true, POINTS_LIMIT}, {false, 0}};
    rules.rounds[0].criteria = criterion;
    rules.rounds[0].criterion_count = 1;
    contest = builder_contest(&rules, PANEL_MOST_JUDGES, 2);
    CU_ASSERT_EQUAL(builder_faults()->count, 0);
    const points most = ROUND_MOST_CRITERIA * MOST_MARK;

    give_all((const points[]){most, most}, PANEL_MOST_JUDGES, 2);
    /* they share 1.5 of 9,999 judges; the last one ranks C1 alone, and counts for C2 as the mean */
    CHECK_TEXT(builder_fraction(builder_score(&sheets, 0).exact), "29999/2");
    CHECK_TEXT(builder_fraction(builder_score(&sheets, 1).exact), "15000/1");
    give_all((const points[]){most, most - 1}, PANEL_MOST_JUDGES, 2);
    CHECK_TEXT(builder_fraction(builder_score(&sheets, 0).exact), "10000/1");
    CHECK_TEXT(builder_fraction(builder_score(&sheets, 1).exact), "20000/1");
    give_all((const points[]){most - 1, most}, PANEL_MOST_JUDGES, 2);
    CHECK_TEXT(builder_fraction(builder_score(&sheets, 0).exact), "19999/1"); /* 9,999 × 2 + 1 */
    CHECK_TEXT(builder_fraction(builder_score(&sheets, 1).exact), "10000/1");
}

/* Judges weigh 1,000,000 and 0.0001 in turn and give 1,000,000 and 999,999: (10^6 × 10^10 + 999,999) ÷ (10^10 + 1). */
UNIT_TEST(the_largest_tie_values)
{
    static const struct {
        int kind;
        const char *written, *expected;
    } rows[] = {{TIE_CRITERION, "criterion:r1/r1", "10000000000999999/10000000001"},
                {TIE_ALL_SHEETS, "all-sheets", "1999999/2"},
                {TIE_MEDIAN_SHEET, "median-sheet", "1999999/2"}};
    for (size_t i = 0; i < 3; i++) {
        struct rules rules = builder_rules(1);
        rules.rounds[0].max = (struct optional_points){true, MOST_MARK};
        builder_tie(&rules, rows[i].kind, rows[i].written);
        contest = builder_contest(&rules, PANEL_MOST_JUDGES, 1);
        sheets = sheets_of(&contest, unit_arena());
        for (size_t j = 0; j < PANEL_MOST_JUDGES; j++) {
            contest.judges[j].weight = j % 2 == 0 ? MOST_WEIGHT : 1;
            sheets.cells[j] =
                (struct cell){.value = MOST_MARK - (j % 2 == 0 ? 0 : POINTS_ONE), .line = 1, .state = CELL_GIVEN};
        }
        struct result result = builder_score(&sheets, 0);
        CHECK_TEXT(builder_fraction(result.tie_values[0].items->value), rows[i].expected);
        if (i == 0)
            CHECK_TEXT(builder_fraction(result.exact), rows[i].expected);
    }
}

/* ---- beside the panels ---- */

/* 1,000 grades with 1,000,000 votes each, worth 1,000,000 and 999,999.9999 in turn. */
UNIT_TEST(the_largest_ballot)
{
    enum { GRADES = 1000, VOTES = 1000000 };
    struct rules rules = builder_rules(1);
    struct grade *grades = ARENA_ARRAY(unit_arena(), struct grade, GRADES);
    for (size_t g = 0; g < GRADES; g++)
        grades[g].value = MOST_MARK - (points)(g % 2);
    rules.rounds[0].own.method = METHOD_BALLOT;
    rules.rounds[0].grades = grades;
    rules.rounds[0].grade_count = GRADES;
    contest = builder_contest(&rules, 0, 1);
    for (size_t g = 0; g < GRADES; g++)
        contest_add_ballot(&contest, (struct ballot){.grade = g, .count = VOTES});
    contest_complete(&contest, builder_faults());
    sheets = sheets_of(&contest, unit_arena());
    CHECK_TEXT(builder_fraction(builder_score(&sheets, 0).exact), "19999999999/20000");
}

/* 1,000,000 seconds of which one is allowed: 999,999 × 1,000,000 points, taken from 100; and as many added by adjustments. */
UNIT_TEST(the_longest_overtime_and_the_largest_adjustments)
{
    enum { ADJUSTMENTS = 1000 };
    struct rules rules = builder_rules(1);
    rules.rounds[0].overtime = (struct overtime){.limit = 1, .every = 1, .deduct = {true, POINTS_LIMIT}};
    contest = builder_contest(&rules, 1, 1);
    contest_add_timing(&contest, (struct timing){.seconds = 1000000});
    sheets = sheets_of(&contest, unit_arena());
    builder_marks(&sheets, 0, 0, "100");
    CHECK_TEXT(builder_fraction(builder_score(&sheets, 0).exact), "-999998999900/1");
    for (size_t i = 0; i < ADJUSTMENTS; i++)
        contest_add_adjustment(&contest, (struct adjustment){.value = POINTS_LIMIT, .place.line = i});
    CHECK_TEXT(builder_fraction(builder_score(&sheets, 0).exact), "-998998999900/1"); /* 10^9 more */
}

/* 1,000,000 × 1,000,000 × 1,000,000 twice, the second a 10,000th of that less: the sum leaves 64 bits. */
UNIT_TEST(the_largest_factors)
{
    struct rules rules = builder_rules(2);
    rules.combine = COMBINE_SUM;
    rules.digits = 4;
    for (size_t r = 0; r < 2; r++) {
        rules.rounds[r].max = (struct optional_points){true, MOST_MARK};
        rules.rounds[r].scale = POINTS_LIMIT;
    }
    contest = builder_contest(&rules, 1, 1);
    for (size_t r = 0; r < 2; r++)
        contest_add_factor(&contest, (struct factor){.round = r, .value = POINTS_LIMIT});
    sheets = sheets_of(&contest, unit_arena());
    builder_marks(&sheets, 0, 0, "1000000");
    builder_marks(&sheets, 1, 0, "999999.9999");
    CHECK_TEXT(builder_fraction(builder_score(&sheets, 0).final), "1999999999900000000/1"); /* 10^18 + 10^18 - 10^8 */
}

UNIT_TEST(the_largest_share)
{
    static const struct {
        points percent;
        int round;
        int64_t places;
    } rows[] = {{POINTS_ONE_HUNDRED, AWARD_ROUND_UP, 100000000},
                {999999, AWARD_ROUND_DOWN, 99999900},
                {333333, AWARD_ROUND_UP, 33333300},
                {1, AWARD_ROUND_HALF_UP, 100}};
    for (size_t i = 0; i < 4; i++) {
        struct cut cut = {.percent = {true, rows[i].percent}, .round = rows[i].round};
        CU_ASSERT_EQUAL(cut_places(&cut, TEXT(""), CONTEST_MOST_CELLS, 0), rows[i].places);
    }
}
