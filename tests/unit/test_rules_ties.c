/* What tie keys name (rules.md 4). */
#include "contest_builder.h"
#include "unit.h"
#include "words.h"

static struct criterion two[] = {{.id = TEXT_INIT("a"), .name = TEXT_INIT("甲"), .max = 1},
                                 {.id = TEXT_INIT("b"), .name = TEXT_INIT("乙"), .max = 1}};
static struct panel_rule panels[2];

/* r1 of the criteria a and b, by the panels 专家组 and 大众评委; r2 a ballot. */
static struct rules with_key(int kind, const char *written)
{
    static struct grade grades[] = {{.name = TEXT_INIT("优秀"), .value = 1000000}};
    struct rules rules = builder_rules(2);
    rules.combine = COMBINE_SUM;
    rules.rounds[0].criteria = two;
    rules.rounds[0].criterion_count = 2;
    panels[0] = panels[1] = rules.rounds[0].own;
    panels[0].name = TEXT("专家组");
    panels[1].name = TEXT("大众评委");
    panels[0].weight = panels[1].weight = builder_set("50");
    rules.rounds[0].panels = panels;
    rules.rounds[0].panel_count = 2;
    rules.rounds[1].own.method = METHOD_BALLOT;
    rules.rounds[1].grades = grades;
    rules.rounds[1].grade_count = 1;
    builder_tie(&rules, kind, written);
    return rules;
}

static void check_key(int kind, const char *written, const char *format)
{
    struct rules rules = with_key(kind, written);
    CU_ASSERT(builder_rules_report(&rules, format));
}

UNIT_TEST(criteria_are_those_of_the_round)
{
    struct rules rules = with_key(TIE_CRITERIA, "criteria:r1/b+甲");
    CU_ASSERT(builder_rules_report(&rules, NULL));
    CU_ASSERT_EQUAL(rules.ties[0].round, 0);
    CU_ASSERT_EQUAL_FATAL(rules.ties[0].criterion_count, 2);
    CU_ASSERT_EQUAL(rules.ties[0].criteria[0], 1);
    CU_ASSERT_EQUAL(rules.ties[0].criteria[1], 0);
    check_key(TIE_CRITERION, "criterion:r1/a", NULL);
    check_key(TIE_CRITERION, "criterion:r1/c", "tie key {1}: round {2} has no criterion {3}");
    check_key(TIE_CRITERION, "criterion:r1/a+b", "tie key {1} does not name what it compares");
    check_key(TIE_CRITERION, "criterion:r1", "tie key {1} does not name what it compares");
    check_key(TIE_CRITERION, "criterion:r3/a", "tie key {1}: there is no such round");
    check_key(TIE_CRITERION, "criterion:r2/r2", "tie key {1}: a ballot has no criteria");
}

UNIT_TEST(a_panel_is_one_of_the_round)
{
    struct rules rules = with_key(TIE_PANEL, "panel:r1/大众评委");
    CU_ASSERT(builder_rules_report(&rules, NULL));
    CU_ASSERT_EQUAL(rules.ties[0].panel, 1);
    check_key(TIE_PANEL, "panel:r1/媒体组", "tie key {1}: round {2} names no such panel");
    check_key(TIE_PANEL, "panel:r2/", "tie key {1}: round {2} names no such panel");
}

UNIT_TEST(columns_are_numbered_as_they_are_first_named)
{
    struct rules rules = with_key(TIE_COLUMN, "-column:lot");
    builder_tie(&rules, TIE_COLUMN, "column:years");
    builder_tie(&rules, TIE_COLUMN, "column:lot");
    CU_ASSERT(builder_rules_report(&rules, NULL));
    CU_ASSERT_EQUAL_FATAL(rules.columns.count, 2);
    CHECK_TEXT(rules.columns.items[0], "lot");
    CU_ASSERT_EQUAL(rules.ties[1].column, 1);
    CU_ASSERT_EQUAL(rules.ties[2].column, 0);
}

UNIT_TEST(next_best_needs_best_rounds)
{
    check_key(TIE_NEXT_BEST, "next-best", "tie key next-best needs combine: best");
    struct rules rules = with_key(TIE_NEXT_BEST, "next-best");
    rules.combine = COMBINE_BEST;
    CU_ASSERT(builder_rules_report(&rules, NULL));
}

/* r1 by points, r2 by places, or both by ranks. */
static void check_lower_first(int method, int kind, const char *written, const char *format)
{
    static points earned[] = {1};
    struct rules rules = builder_rules(2);
    rules.combine = COMBINE_SUM;
    for (size_t r = method == METHOD_PLACE_POINTS; r < 2; r++) {
        rules.rounds[r].own.method = method;
        rules.rounds[r].own.name = TEXT("专家组");
    }
    if (method == METHOD_PLACE_POINTS)
        rules.rounds[1].place_points = (struct points_list){earned, 1};
    builder_tie(&rules, kind, written);
    CU_ASSERT(builder_rules_report(&rules, format));
}

UNIT_TEST(no_key_puts_the_worse_place_or_rank_first)
{
    const char *places = "tie key {1}: the marks of round {2} are places, the lowest is the best";
    check_lower_first(METHOD_PLACE_POINTS, TIE_CRITERION, "criterion:r2/r2", places);
    check_lower_first(METHOD_PLACE_POINTS, TIE_PANEL, "panel:r2/专家组", places);
    check_lower_first(METHOD_PLACE_POINTS, TIE_BEST_SHEET, "best-sheet", places);
    check_lower_first(METHOD_PLACE_POINTS, TIE_WORST_SHEET, "worst-sheet", places);
    check_lower_first(METHOD_PLACE_POINTS, TIE_MEDIAN_SHEET, "median-sheet", places);
    check_lower_first(METHOD_PLACE_POINTS, TIE_ALL_SHEETS, "all-sheets", places);
    check_lower_first(METHOD_PLACE_POINTS, TIE_CRITERION, "criterion:r1/r1", NULL);
    check_lower_first(METHOD_PLACE_POINTS, TIE_ROUND, "round:r2", NULL);
    check_lower_first(METHOD_PLACE_POINTS, TIE_HEAD_TO_HEAD, "head-to-head", NULL);
    check_lower_first(METHOD_RANK_SUM, TIE_PANEL, "panel:r1/专家组",
                      "tie key {1}: a rank sum is the score of its round");
    check_lower_first(METHOD_RANK_SUM, TIE_ROUND, "round:r1", NULL);
    check_lower_first(METHOD_RANK_SUM, TIE_BEST_SHEET, "best-sheet", NULL);
}

UNIT_TEST(a_round_of_a_contest_without_rounds_is_reported_too)
{
    struct rules rules = builder_rules(0);
    builder_tie(&rules, TIE_ROUND, "round:r1");
    CU_ASSERT_FALSE(builder_rules_report(&rules, NULL));
    CU_ASSERT(builder_reported("the contest has no rounds"));
    CU_ASSERT(builder_reported("tie key {1}: there is no such round"));
    CU_ASSERT_PTR_NULL(builder_faults()->items[1].hint.format);
}

static void check_words(enum language language, int kind, const char *written, const char *expected)
{
    struct rules rules = with_key(kind, written);
    rules.language = (int)language;
    CU_ASSERT(builder_rules_report(&rules, NULL));
    struct sink sink = sink_in(unit_arena());
    words_write_tie_key(&sink, &rules, rules.ties);
    CHECK_TEXT(sink_written(&sink), expected);
}

UNIT_TEST(a_reader_is_told_what_a_key_compares)
{
    check_words(LANGUAGE_CHINESE, TIE_CRITERIA, "criteria:r1/a+b", "r1的甲与乙平均分");
    check_words(LANGUAGE_ENGLISH, TIE_CRITERIA, "criteria:r1/a+b", "mean of 甲 and 乙 in r1");
    check_words(LANGUAGE_CHINESE, TIE_CRITERION, "criterion:r1/b", "r1的乙平均分");
    check_words(LANGUAGE_CHINESE, TIE_PANEL, "panel:r1/专家组", "r1的专家组得分");
    check_words(LANGUAGE_CHINESE, TIE_COLUMN, "-column:抽签号", "抽签号");
    check_words(LANGUAGE_CHINESE, TIE_HEAD_TO_HEAD, "head-to-head", "相互对比胜出份数");
    check_words(LANGUAGE_ENGLISH, TIE_DECISION, "decision", "decision of the judges");
}
