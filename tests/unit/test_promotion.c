/* Who goes on to the next level, and who is next in line (rules.md 5). */
#include "promotion.h"

#include "contest_builder.h"
#include "standings.h"
#include "unit.h"

enum { MOST = 12 };

static struct contest contest;
static struct sheets sheets;

/* A row a contestant: its mark, its unit, its county. */
struct entrant {
    const char *mark, *unit, *county;
};

/* A letter a contestant, in contestants.csv order: P promoted, a digit the number of a reserve, - neither. */
static const char *decide(struct promote promote, const struct entrant *entrants, size_t count)
{
    static char decided[MOST + 1];
    struct promotion promotions[MOST] = {{0}};
    struct placing placings[MOST];
    struct result results[MOST];
    struct rules rules = builder_rules(1);
    promote.is_set = true;
    rules.promote = promote;
    contest = builder_contest(&rules, 1, count);
    sheets = sheets_of(&contest, unit_arena());
    for (size_t c = 0; c < count; c++) {
        if (entrants[c].unit)
            contest.contestants[c].unit = text_from_c(entrants[c].unit);
        if (entrants[c].county)
            contest.contestants[c].county = text_from_c(entrants[c].county);
        builder_marks(&sheets, 0, c, entrants[c].mark);
    }
    for (size_t c = 0; c < count; c++) {
        results[c] = builder_score(&sheets, c);
        placings[c] = (struct placing){.contestant = c, .result = &results[c]};
    }
    promotion_decide(&sheets, placings, count, unit_arena(), unit_scratch(), builder_faults(), promotions);
    for (size_t c = 0; c < count; c++)
        decided[c] = promotions[c].is_promoted   ? 'P'
                     : promotions[c].reserve > 0 ? (char)('0' + promotions[c].reserve)
                                                 : '-';
    decided[count] = '\0';
    return decided;
}

#define COUNT(n) .cut.count = {.is_set = true, .count = (n)}

static const struct entrant plain[] = {{"90", NULL, NULL}, {"80", NULL, NULL}, {"85", NULL, NULL}, {"80", NULL, NULL}};

UNIT_TEST(the_best_go_on_and_the_next_are_in_reserve)
{
    CU_ASSERT_STRING_EQUAL(decide((struct promote){COUNT(1)}, plain, 4), "P---");
    CU_ASSERT_STRING_EQUAL(decide((struct promote){COUNT(1), .reserves = 1}, plain, 4), "P-1-");
    /* equal ones share a number, and all of them are named */
    CU_ASSERT_STRING_EQUAL(decide((struct promote){COUNT(1), .reserves = 2}, plain, 4), "P212");
    CU_ASSERT_STRING_EQUAL(decide((struct promote){COUNT(2), .reserves = 1}, plain, 4), "P1P1");
    /* 30 % of 4 is 1.2: 2 */
    CU_ASSERT_STRING_EQUAL(decide((struct promote){.cut.percent = {true, 30 * POINTS_ONE}}, plain, 4), "P-P-");
}

UNIT_TEST(a_least_score_alone_has_no_number)
{
    CU_ASSERT_STRING_EQUAL(decide((struct promote){.cut.min_score = {true, 80 * POINTS_ONE}}, plain, 4), "PPPP");
    CU_ASSERT_STRING_EQUAL(decide((struct promote){.cut.min_score = {true, 81 * POINTS_ONE}, .reserves = 3}, plain, 4),
                           "P-P-");
}

UNIT_TEST(a_tie_across_the_cut_goes_as_the_rules_say)
{
    CU_ASSERT_STRING_EQUAL(decide((struct promote){COUNT(3), .cut.tie = CUT_TIE_EXTEND}, plain, 4), "PPPP");
    CU_ASSERT_STRING_EQUAL(decide((struct promote){COUNT(3), .cut.tie = CUT_TIE_WITHHOLD}, plain, 4), "P-P-");
    CU_ASSERT_EQUAL(builder_faults()->count, 0);
    CU_ASSERT_STRING_EQUAL(decide((struct promote){COUNT(3), .cut.tie = CUT_TIE_ERROR}, plain, 4), "P-P-");
    CU_ASSERT(builder_reported("contestant {1} is tied across the cut for the next level: it must be decided"));
    CU_ASSERT_EQUAL(builder_faults()->kinds[0].count, 2);
}

/* 90 甲, 85 甲, 80 乙, 70 (no unit), 65 (no unit), 60 乙 */
static const struct entrant of_units[] = {{"90", "甲", NULL}, {"85", "甲", NULL}, {"80", "乙", NULL},
                                          {"70", NULL, NULL}, {"65", NULL, NULL}, {"60", "乙", NULL}};

UNIT_TEST(a_unit_sends_no_more_than_it_may)
{
    CU_ASSERT_STRING_EQUAL(decide((struct promote){COUNT(3), .at_most = 1}, of_units, 6), "P-PP--");
    CU_ASSERT_STRING_EQUAL(decide((struct promote){COUNT(3), .at_most = 2}, of_units, 6), "PPP---");
    CU_ASSERT_STRING_EQUAL(decide((struct promote){COUNT(2), .at_most = 1, .reserves = 5}, of_units, 6), "P-P12-");
}

/* Second and third are tied: 甲 has one place left and two of them, 乙 one. Until it is decided which of 甲 goes on, neither
 * does; its place stays free. */
UNIT_TEST(a_units_limit_may_lie_within_a_tie)
{
    static const struct entrant tied[] = {
        {"80", "甲", NULL}, {"80", "乙", NULL}, {"80", "甲", NULL}, {"70", "丙", NULL}};
    CU_ASSERT_STRING_EQUAL(decide((struct promote){COUNT(3), .at_most = 1, .cut.tie = CUT_TIE_ERROR}, tied, 4), "-P-P");
    CU_ASSERT_EQUAL(builder_faults()->kinds[0].count, 2);
    CU_ASSERT(
        builder_reported("contestant {1} is tied with others of {2}, of whom not all may go on: it must be decided"));
    CU_ASSERT_STRING_EQUAL(decide((struct promote){COUNT(3), .at_most = 1, .cut.tie = CUT_TIE_EXTEND}, tied, 4),
                           "PPP-");
    CU_ASSERT_STRING_EQUAL(
        decide((struct promote){.cut.min_score = {true, 1}, .at_most = 1, .cut.tie = CUT_TIE_WITHHOLD}, tied, 4),
        "-P-P");
}

static const struct entrant of_counties[] = {
    {"90", NULL, "云岭区"}, {"85", NULL, NULL}, {"80", NULL, "云岭区"}, {"70", NULL, NULL}, {"60", NULL, "露河区"}};

UNIT_TEST(each_county_sends_its_best_and_those_of_none_are_together)
{
    CU_ASSERT_STRING_EQUAL(decide((struct promote){COUNT(1), .per = PROMOTE_PER_COUNTY}, of_counties, 5), "PP--P");
}

UNIT_TEST(a_veto_keeps_out)
{
    struct rules rules = builder_rules(1);
    rules.promote = (struct promote){.is_set = true, COUNT(1)};
    contest = builder_contest(&rules, 1, 2);
    contest.contestants[0].veto = TEXT("信访");
    sheets = sheets_of(&contest, unit_arena());
    builder_marks(&sheets, 0, 0, "90");
    builder_marks(&sheets, 0, 1, "80");
    struct standings standings = standings_of(&contest, &sheets, unit_arena(), unit_scratch(), builder_faults());
    CU_ASSERT_FALSE(standings.sectors[0].ranking[0].promotion.is_promoted);
    CU_ASSERT(standings.sectors[0].ranking[1].promotion.is_promoted);
}

UNIT_TEST(quotas_say_how_many_of_whom)
{
    struct rules rules = builder_rules(1);
    rules.promote = (struct promote){.is_set = true, .quota = TEXT("quota.csv"), .per = PROMOTE_PER_COUNTY};
    contest = builder_contest(&rules, 1, 5);
    static const char *const marks[] = {"90", "85", "80", "70", "60"};
    sheets = sheets_of(&contest, unit_arena());
    for (size_t c = 0; c < 5; c++) {
        contest.contestants[c].county = c % 2 == 0 ? TEXT("云岭区") : TEXT("露河区");
        builder_marks(&sheets, 0, c, marks[c]);
    }
    contest_add_quota(&contest, (struct quota){.county = TEXT("云岭区"), .count = 2});
    contest_add_quota(&contest, (struct quota){.county = TEXT("露河区"), .sector = TEXT("别的"), .count = 1});
    struct standings standings = standings_of(&contest, &sheets, unit_arena(), unit_scratch(), builder_faults());
    static const bool expected[] = {true, false, true, false, false};
    for (size_t i = 0; i < 5; i++)
        CU_ASSERT_EQUAL(standings.sectors[0].ranking[i].promotion.is_promoted, expected[i]);
}
