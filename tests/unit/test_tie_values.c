/* What tie keys compare beside scores, on small panels added up by hand. */
#include "tie_values.h"

#include "contest_builder.h"
#include "unit.h"

static struct contest contest;
static struct sheets sheets;

/* Two criteria a and b, b of weight 2; three judges, the second of weight 3. */
static struct rules two_criteria(struct tie_key *key)
{
    static struct criterion criteria[] = {{.id = TEXT_INIT("a"), .max = 1000000, .weight = POINTS_ONE},
                                          {.id = TEXT_INIT("b"), .max = 1000000, .weight = 2 * POINTS_ONE}};
    struct rules rules = builder_rules(1);
    rules.rounds[0].criteria = criteria;
    rules.rounds[0].criterion_count = 2;
    rules.ties = key;
    rules.tie_count = 1;
    return rules;
}

static void mark_three(struct rules *rules, const char *marks[3][2])
{
    contest = builder_contest(rules, 3, 1);
    contest.judges[1].weight = 3 * POINTS_ONE;
    sheets = sheets_of(&contest, unit_arena());
    for (size_t judge = 0; judge < 3; judge++)
        for (size_t criterion = 0; criterion < 2; criterion++)
            builder_mark(&sheets, 0, 0, judge, criterion, marks[judge][criterion]);
}

static void check_value(const char *expected)
{
    struct result result = builder_score(&sheets, 0);
    CU_ASSERT_FATAL(result.has_final && result.tie_values[0].items->is_there);
    struct sink sink = sink_in(unit_arena());
    exact_write_fraction(&sink, result.tie_values[0].items->value);
    CHECK_TEXT(sink_written(&sink), expected);
}

static const char *marks[3][2] = {{"10", "20"}, {"9", "22"}, {"8", "10"}}; /* totals 50, 53, 28 */

static void check_key(int kind, const char *written, int method, int by, const char *expected)
{
    struct tie_key key = {.kind = kind, .written = text_from_c(written)};
    struct rules rules = two_criteria(&key);
    rules.rounds[0].own.method = method;
    rules.rounds[0].own.drop.by = by;
    mark_three(&rules, marks);
    check_value(expected);
}

UNIT_TEST(sheet_keys_take_every_sheet_as_given)
{
    check_key(TIE_BEST_SHEET, "best-sheet", METHOD_TRIMMED_MEAN, DROP_BY_SHEET, "53/1");
    check_key(TIE_WORST_SHEET, "worst-sheet", METHOD_TRIMMED_MEAN, DROP_BY_SHEET, "28/1");
    check_key(TIE_MEDIAN_SHEET, "median-sheet", METHOD_TRIMMED_MEAN, DROP_BY_SHEET, "50/1");
    check_key(TIE_ALL_SHEETS, "all-sheets", METHOD_TRIMMED_MEAN, DROP_BY_SHEET, "131/3"); /* 50 + 53 + 28 */
}

UNIT_TEST(a_criterion_counts_the_marks_that_counted_by_weight)
{
    /* (10 + 3 × 9 + 8) ÷ 5 = 45 ÷ 5; the criterion's own weight is left out: (20 + 3 × 22 + 10) ÷ 5 = 96 ÷ 5 */
    check_key(TIE_CRITERION, "criterion:r1/a", METHOD_MEAN, DROP_BY_SHEET, "9/1");
    check_key(TIE_CRITERION, "criterion:r1/b", METHOD_MEAN, DROP_BY_SHEET, "96/5");
    check_key(TIE_CRITERIA, "criteria:r1/a+b", METHOD_MEAN, DROP_BY_SHEET, "141/5");
    /* sheets 53 and 28 are dropped: the marks of the first judge are left */
    check_key(TIE_CRITERIA, "criteria:r1/a+b", METHOD_TRIMMED_MEAN, DROP_BY_SHEET, "30/1");
    /* by criterion: of 10 9 8 the 9, of 20 22 10 the 20 */
    check_key(TIE_CRITERIA, "criteria:r1/a+b", METHOD_TRIMMED_MEAN, DROP_BY_CRITERION, "29/1");
}

UNIT_TEST(an_even_number_of_sheets_has_two_in_the_middle)
{
    struct tie_key key = {.kind = TIE_MEDIAN_SHEET, .written = TEXT("median-sheet")};
    struct rules rules = builder_rules(2);
    rules.combine = COMBINE_SUM;
    rules.ties = &key;
    rules.tie_count = 1;
    contest = builder_contest(&rules, 2, 1);
    sheets = sheets_of(&contest, unit_arena());
    builder_marks(&sheets, 0, 0, "90 81");
    builder_marks(&sheets, 1, 0, "85 70"); /* 70 81 85 90 */
    check_value("83/1");
}

UNIT_TEST(what_a_key_names_must_be_there)
{
    struct tie_key keys[] = {{.kind = TIE_CRITERION, .written = TEXT("criterion:r1/c")},
                             {.kind = TIE_CRITERION, .written = TEXT("criterion:r1/a+b")}};
    for (size_t i = 0; i < 2; i++) {
        struct rules rules = two_criteria(&keys[i]);
        rules_complete(&rules, unit_arena(), builder_faults());
        CU_ASSERT_EQUAL(faults_grave(builder_faults()), 1);
    }
}

UNIT_TEST(who_has_no_sheet_has_no_value)
{
    struct tie_key key = {.kind = TIE_BEST_SHEET, .written = TEXT("best-sheet")};
    struct rules rules = builder_rules(1);
    rules.rounds[0].own.method = METHOD_GIVEN;
    rules.ties = &key;
    rules.tie_count = 1;
    contest = builder_contest(&rules, 1, 1);
    sheets = sheets_of(&contest, unit_arena());
    builder_mark(&sheets, 0, 0, INDEX_NONE, 0, "90");
    struct result result = builder_score(&sheets, 0);
    CU_ASSERT(result.has_final);
    CU_ASSERT_FALSE(result.tie_values[0].items->is_there);
}

/* Who counts 0 for an absent round has no marks there to compare. */
UNIT_TEST(a_round_counted_as_0_has_no_criteria_and_no_panel)
{
    static const int kinds[] = {TIE_CRITERION, TIE_PANEL};
    static const char *const written[] = {"criterion:r1/r1", "panel:r1/全体"};
    for (size_t i = 0; i < 2; i++) {
        struct rules rules = builder_rules(2);
        rules.combine = COMBINE_SUM;
        rules.absent_round = ABSENT_ROUND_ZERO;
        rules.rounds[0].own.name = TEXT("全体");
        builder_tie(&rules, kinds[i], written[i]);
        contest = builder_open(&rules);
        contest_add_judge(&contest, builder_judge("J1", "全体"), builder_faults());
        for (size_t c = 0; c < 3; c++)
            builder_add_contestant(&contest, c == 0 ? "C1" : c == 1 ? "C2" : "C3", "全体");
        contest_complete(&contest, builder_faults());
        CU_ASSERT_EQUAL(builder_faults()->count, 0);
        sheets = sheets_of(&contest, unit_arena());
        builder_marks(&sheets, 0, 1, "90");
        struct mark absent = {.round = 0, .contestant = 0, .word = STATUS_ABSENT};
        CU_ASSERT(sheets_accept(&sheets, &absent, builder_faults()));
        for (size_t c = 0; c < 2; c++)
            builder_marks(&sheets, 1, c, "80");
        struct result zero = builder_score(&sheets, 0), marked = builder_score(&sheets, 1);
        CHECK_TEXT(builder_fraction(zero.final), "80/1");
        CU_ASSERT_FALSE(zero.tie_values[0].items->is_there);
        CU_ASSERT_FATAL(marked.tie_values[0].items->is_there);
        CHECK_TEXT(builder_fraction(marked.tie_values[0].items->value), "90/1");
        CU_ASSERT_FALSE(builder_score(&sheets, 2).has_final);
    }
}

/* Under best, who did not play the round has no value of it. */
UNIT_TEST(a_round_without_a_score_has_no_value)
{
    struct rules rules = builder_rules(2);
    rules.combine = COMBINE_BEST;
    builder_tie(&rules, TIE_CRITERION, "criterion:r1/r1");
    contest = builder_contest(&rules, 1, 1);
    sheets = sheets_of(&contest, unit_arena());
    builder_marks(&sheets, 1, 0, "80");
    struct result result = builder_score(&sheets, 0);
    CHECK_TEXT(builder_fraction(result.final), "80/1");
    CU_ASSERT_FALSE(result.tie_values[0].items->is_there);
}

/* Panels 甲组 (J1 J2: 90 80) and 乙组 (J3 J4: 70 60), half and half. Marks that counted: of 甲组 all, 85; of 乙组 too. */
UNIT_TEST(of_several_panels_each_has_its_score)
{
    static const struct {
        int kind;
        const char *written, *expected;
    } rows[] = {{TIE_PANEL, "panel:r1/甲组", "85/1"},
                {TIE_PANEL, "panel:r1/乙组", "65/1"},
                {TIE_CRITERION, "criterion:r1/r1", "75/1"}};
    for (size_t i = 0; i < 3; i++) {
        struct rules rules = builder_rules(1);
        struct panel_rule panels[2] = {rules.rounds[0].own, rules.rounds[0].own};
        panels[0].name = TEXT("甲组");
        panels[1].name = TEXT("乙组");
        panels[0].weight = panels[1].weight = builder_set("50");
        rules.rounds[0].panels = panels;
        rules.rounds[0].panel_count = 2;
        builder_tie(&rules, rows[i].kind, rows[i].written);
        contest = builder_open(&rules);
        static const char *const judges[] = {"J1", "J2", "J3", "J4"};
        for (size_t j = 0; j < 4; j++)
            contest_add_judge(&contest, builder_judge(judges[j], j < 2 ? "甲组" : "乙组"), builder_faults());
        builder_add_contestant(&contest, "C1", "");
        contest_complete(&contest, builder_faults());
        sheets = sheets_of(&contest, unit_arena());
        builder_marks(&sheets, 0, 0, "90 80 70 60");
        check_value(rows[i].expected);
    }
}

/* J1: 90 against 80, J2: 85 against 88, J3 has not scored the other, r2 has no judges: one sheet is won. */
UNIT_TEST(head_to_head_counts_sheets_of_judges_who_scored_both)
{
    struct rules rules = builder_rules(2);
    rules.combine = COMBINE_SUM;
    rules.rounds[1].own.method = METHOD_GIVEN;
    contest = builder_contest(&rules, 3, 2);
    sheets = sheets_of(&contest, unit_arena());
    builder_marks(&sheets, 0, 0, "90 85 99");
    builder_marks(&sheets, 0, 1, "80 88 缺评");
    builder_mark(&sheets, 1, 0, INDEX_NONE, 0, "60");
    builder_mark(&sheets, 1, 1, INDEX_NONE, 0, "50");
    CU_ASSERT_EQUAL(tie_values_beaten(&sheets, &contest.rules.stages[0], 0, 1), 1);
    CU_ASSERT_EQUAL(tie_values_beaten(&sheets, &contest.rules.stages[0], 1, 0), 1);
}

/* J1 and J2 put C1 before C2, J3 puts it behind. */
UNIT_TEST(the_lower_place_wins_head_to_head)
{
    struct points_list earned = {(points[]){builder_points("12")}, 1};
    struct rules rules = builder_rules(1);
    rules.rounds[0].own.method = METHOD_PLACE_POINTS;
    rules.rounds[0].place_points = earned;
    contest = builder_contest(&rules, 3, 2);
    sheets = sheets_of(&contest, unit_arena());
    builder_marks(&sheets, 0, 0, "1 1 4");
    builder_marks(&sheets, 0, 1, "2 2 2");
    CU_ASSERT_EQUAL(tie_values_beaten(&sheets, &contest.rules.stages[0], 0, 1), 2);
    CU_ASSERT_EQUAL(tie_values_beaten(&sheets, &contest.rules.stages[0], 1, 0), 1);
}

UNIT_TEST(a_column_that_nobody_filled_has_no_value)
{
    struct tie_key key = {.kind = TIE_COLUMN, .written = TEXT("column:years")};
    struct rules rules = two_criteria(&key);
    mark_three(&rules, marks);
    CU_ASSERT_FALSE(builder_score(&sheets, 0).tie_values[0].items->is_there);
    struct optional_points years = builder_set("3.5");
    contest.contestants[0].columns = &years;
    check_value("7/2");
    years.is_set = false;
    CU_ASSERT_FALSE(builder_score(&sheets, 0).tie_values[0].items->is_there);
}

/* A panel's own tally of several keys: best of 90 and 70, worst of them. */
UNIT_TEST(several_keys_have_a_value_each)
{
    struct rules rules = builder_rules(1);
    builder_tie(&rules, TIE_BEST_SHEET, "best-sheet");
    builder_tie(&rules, TIE_EXACT, "exact");
    builder_tie(&rules, TIE_WORST_SHEET, "worst-sheet");
    contest = builder_contest(&rules, 3, 1);
    sheets = sheets_of(&contest, unit_arena());
    builder_marks(&sheets, 0, 0, "90 70 缺评");
    struct result result = builder_score(&sheets, 0);
    CHECK_TEXT(builder_fraction(result.tie_values[0].items->value), "90/1");
    CU_ASSERT_EQUAL(result.tie_values[1].count, 0);
    CHECK_TEXT(builder_fraction(result.tie_values[2].items->value), "70/1");
}
