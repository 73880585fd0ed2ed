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
    struct result result;
    score_contestant(&sheets, 0, unit_arena(), unit_scratch(), NULL, &result);
    CU_ASSERT_FATAL(result.has_final && result.tie_values[0].is_there);
    struct sink sink = sink_in(unit_arena());
    exact_write_fraction(&sink, result.tie_values[0].value);
    CHECK_TEXT(sink_written(&sink), expected);
}

static const char *marks[3][2] = {{"10", "20"}, {"9", "22"}, {"8", "10"}}; /* totals 50, 53, 28 */

static void check_key(int kind, const char *written, int method, int by, const char *expected)
{
    struct tie_key key = {.kind = kind, .written = text_from_c(written)};
    struct rules rules = two_criteria(&key);
    rules.rounds[0].method = method;
    rules.rounds[0].drop.by = by;
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
    rules.rounds[0].method = METHOD_GIVEN;
    rules.ties = &key;
    rules.tie_count = 1;
    contest = builder_contest(&rules, 1, 1);
    sheets = sheets_of(&contest, unit_arena());
    builder_mark(&sheets, 0, 0, INDEX_NONE, 0, "90");
    struct result result;
    score_contestant(&sheets, 0, unit_arena(), unit_scratch(), NULL, &result);
    CU_ASSERT(result.has_final);
    CU_ASSERT_FALSE(result.tie_values[0].is_there);
}
