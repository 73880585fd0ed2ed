/* Scores that need the whole sector: rank sums, points by place, the correction between panels (rules.md 3). */
#include "field.h"

#include "contest_builder.h"
#include "unit.h"

static struct contest contest;
static struct sheets sheets;

static void set_up(struct rules rules, size_t judges, size_t contestants, const char *const *marks)
{
    contest = builder_contest(&rules, judges, contestants);
    sheets = sheets_of(&contest, unit_arena());
    for (size_t c = 0; c < contestants; c++)
        if (marks[c])
            builder_marks(&sheets, 0, c, marks[c]);
}

static void check_finals(size_t count, const char *const *expected)
{
    for (size_t c = 0; c < count; c++) {
        struct result result = builder_score(&sheets, c);
        CU_ASSERT_EQUAL(result.has_final, expected[c] != NULL);
        if (result.has_final && expected[c])
            CHECK_TEXT(builder_fraction(result.exact), expected[c]);
    }
}

/* ---- rank sums ---- */

static struct rules rank_sum(void)
{
    struct rules rules = builder_rules(1);
    rules.rounds[0].own.method = METHOD_RANK_SUM;
    return rules;
}

/* J1: 90 85 85 80 are 1 2.5 2.5 4; J2: 70 90 80 60 are 3 1 2 4. */
UNIT_TEST(equal_sheets_of_a_judge_share_the_mean_of_their_places)
{
    set_up(rank_sum(), 2, 4, (const char *const[]){"90 70", "85 90", "85 80", "80 60"});
    check_finals(4, (const char *const[]){"4/1", "7/2", "9/2", "8/1"});
}

/* C2 lacks J2's sheet: its rank by J1 is 2, and J2 counts as the mean of it, 2. J2 ranks C1 and C3 alone. */
UNIT_TEST(a_missing_sheet_counts_as_the_mean_of_the_given_ranks)
{
    struct rules rules = rank_sum();
    rules.rounds[0].own.missing = MISSING_MEAN_OF_OTHERS;
    set_up(rules, 2, 3, (const char *const[]){"90 70", "85 缺评", "80 75"});
    check_finals(3, (const char *const[]){"3/1", "4/1", "4/1"});
}

/* Without it, C2 has no sum, and is not among those whom the judges rank. */
UNIT_TEST(who_has_no_rank_sum_takes_no_place)
{
    set_up(rank_sum(), 2, 3, (const char *const[]){"90 70", "95 缺评", "80 75"});
    check_finals(3, (const char *const[]){"3/1", NULL, "3/1"});
    CHECK_TEXT(builder_score(&sheets, 1).why_not->arguments[0], "r1");
}

UNIT_TEST(each_rank_is_told_to_its_contestant)
{
    struct rules rules = rank_sum();
    rules.rounds[0].own.missing = MISSING_MEAN_OF_OTHERS;
    set_up(rules, 3, 3, (const char *const[]){"90 70 缺评", "85 80 85", "85 60 75"});
    struct derivation derivation = {.arena = unit_arena(), .contestant = 0};
    struct result told = builder_derive(&sheets, 0, &derivation);
    /* J1 1 of 3, J2 2 of 3; 3; and once more their mean, 1.5 */
    CHECK_TEXT(builder_fraction(told.exact), "9/2");
    static const struct {
        enum step_kind kind;
        int64_t count;
        const char *result;
    } expected[] = {{STEP_RANK, 3, "1/1"}, {STEP_RANK, 3, "2/1"}, {STEP_RANK_SUM, 2, "3/1"}, {STEP_MISSING, 1, "9/2"}};
    size_t found = 0;
    for (size_t i = 0; i < derivation.count && found < 4; i++) {
        const struct step *step = &derivation.steps[i];
        if (step->kind != expected[found].kind)
            continue;
        CU_ASSERT_EQUAL(step->count, expected[found].count);
        CHECK_TEXT(builder_fraction(step->result), expected[found].result);
        found++;
    }
    CU_ASSERT_EQUAL(found, 4);
}

/* Clamped by 5, and in units of their own: three sheets of C1, two of C2. */
UNIT_TEST(sheets_are_ranked_as_they_are_clamped)
{
    struct rules rules = rank_sum();
    rules.rounds[0].own.missing = MISSING_MEAN_OF_OTHERS;
    rules.rounds[0].own.outliers = (struct outliers){OUTLIERS_CLAMP, builder_set("5"), {false, 0}};
    set_up(rules, 3, 2, (const char *const[]){"90 90 60", "80 缺评 74"});
    /* C1's mean 80, bounds 75 and 85: 85 85 75. C2's mean 77: as they are. J1: 85 80; J2: C1; J3: 75 74. */
    check_finals(2, (const char *const[]){"3/1", "6/1"});
    set_up(rules, 3, 2, (const char *const[]){"90 90 60", "85 缺评 76"});
    /* C2's mean 80.5: 85 76. J1: 85 and 85 share 1.5; J3: 75 is behind 76. C1 1.5 + 1 + 2, C2 1.5 + 1, × 3 ÷ 2 */
    check_finals(2, (const char *const[]){"9/2", "15/4"});
}

/* ---- points by place ---- */

static points by_place[] = {12 * POINTS_ONE, 10 * POINTS_ONE, 8 * POINTS_ONE};

/* Means of the written places 1 1, 2 3, 3 2, 4 5: the second and third share (10 + 8) ÷ 2, the fourth gets 0. */
UNIT_TEST(equal_means_share_the_points_of_their_places)
{
    struct rules rules = builder_rules(1);
    rules.rounds[0].own.method = METHOD_PLACE_POINTS;
    rules.rounds[0].place_points = (struct points_list){by_place, 3};
    set_up(rules, 2, 5, (const char *const[]){"1 1", "2 3", "3 2", "4 5", NULL});
    check_finals(5, (const char *const[]){"12/1", "9/1", "9/1", "0/1", NULL});
}

UNIT_TEST(who_is_alone_has_the_first_place)
{
    struct rules rules = builder_rules(1);
    rules.rounds[0].own.method = METHOD_PLACE_POINTS;
    rules.rounds[0].place_points = (struct points_list){by_place, 3};
    set_up(rules, 1, 1, (const char *const[]){"4"});
    check_finals(1, (const char *const[]){"12/1"});
}

/* ---- correction ---- */

/* Panels 甲组 (J1) and 乙组 (J2); C1 C2 before 甲组, C3 C4 before 乙组; a mark a contestant, NULL: pending. */
static void set_up_correction(struct rules rules, const char *const marks[4])
{
    contest = builder_open(&rules);
    contest_add_judge(&contest, builder_judge("J1", "甲组"), builder_faults());
    contest_add_judge(&contest, builder_judge("J2", "乙组"), builder_faults());
    static const char *const ids[] = {"C1", "C2", "C3", "C4"};
    for (size_t c = 0; c < 4; c++)
        builder_add_contestant(&contest, ids[c], c < 2 ? "甲组" : "乙组");
    contest_complete(&contest, builder_faults());
    sheets = sheets_of(&contest, unit_arena());
    for (size_t c = 0; c < 4; c++)
        if (marks[c])
            builder_mark(&sheets, 0, c, c < 2 ? 0 : 1, 0, marks[c]);
}

static struct rules corrected(int how)
{
    struct rules rules = builder_rules(1);
    rules.rounds[0].panel_correction = how;
    return rules;
}

/* Means 80 of 90 and 70, 60 of 60 alone; all: 220 ÷ 3; of the means: 70. 90 × 220/3 ÷ 80 = 82.5, 70 … 64 1/6,
 * 60 × 220/3 ÷ 60 = 73 1/3; or 90 × 7/8 = 78.75, 61.25, 70. */
UNIT_TEST(panels_are_brought_to_one_mean)
{
    static const char *const marks[] = {"90", "70", "60", NULL};
    set_up_correction(corrected(CORRECTION_MEAN), marks);
    check_finals(4, (const char *const[]){"165/2", "385/6", "220/3", NULL});
    set_up_correction(corrected(CORRECTION_PANEL_MEANS), marks);
    check_finals(4, (const char *const[]){"315/4", "245/4", "70/1", NULL});
    CU_ASSERT_EQUAL(builder_faults()->count, 0);
    set_up_correction(corrected(CORRECTION_NONE), marks);
    check_finals(4, (const char *const[]){"90/1", "70/1", "60/1", NULL});
}

UNIT_TEST(the_coefficient_is_rounded_and_told)
{
    struct rules rules = corrected(CORRECTION_MEAN);
    rules.rounds[0].correction_digits = 4;
    set_up_correction(rules, (const char *const[]){"90", "70", "60", NULL});
    struct derivation derivation = {.arena = unit_arena(), .contestant = 1};
    struct result told = builder_derive(&sheets, 1, &derivation);
    CHECK_TEXT(builder_fraction(told.rounds[0].coefficient), "9167/10000"); /* 220/3 ÷ 80 = 0.91666… */
    CHECK_TEXT(builder_fraction(told.exact), "64169/1000");                 /* 70 × 0.9167 */
    size_t told_steps = 0;
    for (size_t i = 0; i < derivation.count; i++)
        told_steps += derivation.steps[i].kind == STEP_CORRECTION_MEANS ||
                      derivation.steps[i].kind == STEP_COEFFICIENT || derivation.steps[i].kind == STEP_CORRECTED;
    CU_ASSERT_EQUAL(told_steps, 3);
}

UNIT_TEST(without_a_mean_of_every_panel_nobody_is_corrected)
{
    static const char nobody[] = "round {1}: panel {2} has scored nobody, so there is no correction";
    set_up_correction(corrected(CORRECTION_MEAN), (const char *const[]){"90", "70", NULL, NULL});
    check_finals(4, (const char *const[]){NULL, NULL, NULL, NULL});
    CU_ASSERT(builder_reported(nobody));
    CHECK_TEXT(builder_faults()->items[0].what.arguments[1], "乙组");
    CU_ASSERT_EQUAL(faults_grave(builder_faults()), 0); /* their sheets may still come */
    CU_ASSERT_STRING_EQUAL(builder_score(&sheets, 0).why_not->format,
                           "round {1}: not every panel has a mean to correct by");

    set_up_correction(corrected(CORRECTION_MEAN), (const char *const[]){"缺评", "缺评", "80", "70"});
    check_finals(4, (const char *const[]){NULL, NULL, NULL, NULL});
    CU_ASSERT(builder_reported(nobody));
    CU_ASSERT(faults_grave(builder_faults()) > 0);
}

UNIT_TEST(a_mean_of_0_corrects_nobody)
{
    struct rules rules = corrected(CORRECTION_MEAN);
    rules.rounds[0].min = builder_set("-10");
    set_up_correction(rules, (const char *const[]){"90", "70", "5", "-5"});
    check_finals(4, (const char *const[]){NULL, NULL, NULL, NULL});
    CU_ASSERT(builder_reported("round {1}: the mean of panel {2} is 0, so there is no correction"));
    CU_ASSERT(faults_grave(builder_faults()) > 0);
}

/* Where nobody names a panel, all judges are one: there is nothing to correct. So is it where the round names its panels,
 * or has no judges; the rules warn of that. */
UNIT_TEST(one_panel_for_all_is_not_corrected)
{
    set_up(corrected(CORRECTION_MEAN), 1, 2, (const char *const[]){"90", "60"});
    check_finals(2, (const char *const[]){"90/1", "60/1"});

    struct rules rules = corrected(CORRECTION_MEAN);
    rules.rounds[0].own.method = METHOD_GIVEN;
    contest = builder_contest(&rules, 0, 1);
    sheets = sheets_of(&contest, unit_arena());
    builder_mark(&sheets, 0, 0, INDEX_NONE, 0, "88");
    check_finals(1, (const char *const[]){"88/1"});

    rules = corrected(CORRECTION_MEAN);
    rules.rounds[0].own.name = TEXT("甲组");
    contest = builder_open(&rules);
    contest_add_judge(&contest, builder_judge("J1", "甲组"), builder_faults());
    builder_add_contestant(&contest, "C1", "甲组");
    contest_complete(&contest, builder_faults());
    sheets = sheets_of(&contest, unit_arena());
    builder_mark(&sheets, 0, 0, 0, 0, "88");
    check_finals(1, (const char *const[]){"88/1"});

    rules = corrected(CORRECTION_MEAN);
    struct panel_rule panels[2] = {rules.rounds[0].own, rules.rounds[0].own};
    panels[0].name = TEXT("甲组");
    panels[1].name = TEXT("乙组");
    panels[0].weight = panels[1].weight = builder_set("50");
    rules.rounds[0].panels = panels;
    rules.rounds[0].panel_count = 2;
    contest = builder_open(&rules);
    contest_add_judge(&contest, builder_judge("J1", "甲组"), builder_faults());
    contest_add_judge(&contest, builder_judge("J2", "乙组"), builder_faults());
    builder_add_contestant(&contest, "C1", "");
    contest_complete(&contest, builder_faults());
    sheets = sheets_of(&contest, unit_arena());
    builder_marks(&sheets, 0, 0, "88 80");
    check_finals(1, (const char *const[]){"84/1"});
}

/* C3 names no panel where there is only one: 甲组 and all judges are two panels to the correction. */
UNIT_TEST(who_names_no_panel_is_before_all_judges)
{
    struct rules rules = corrected(CORRECTION_PANEL_MEANS);
    contest = builder_open(&rules);
    contest_add_judge(&contest, builder_judge("J1", "甲组"), builder_faults());
    builder_add_contestant(&contest, "C1", "甲组");
    builder_add_contestant(&contest, "C2", "");
    contest_complete(&contest, builder_faults());
    sheets = sheets_of(&contest, unit_arena());
    builder_mark(&sheets, 0, 0, 0, 0, "90");
    check_finals(2, (const char *const[]){NULL, NULL});
    CU_ASSERT(builder_reported("round {1}: panel {2} has scored nobody, so there is no correction"));
    CHECK_TEXT(builder_faults()->items[0].what.arguments[1], "");
}
