/* What standings report beside ranks: what is pending, what is doubtful, awards across sectors. */
#include "standings.h"

#include "contest_builder.h"
#include "unit.h"

static struct contest contest;
static struct sheets sheets;
static struct standings standings;

static void compute(void)
{
    standings = standings_of(&contest, &sheets, unit_arena(), unit_scratch(), builder_faults());
}

UNIT_TEST(a_mark_without_a_judge_is_pending_too)
{
    struct rules rules = builder_rules(1);
    rules.rounds[0].own.method = METHOD_GIVEN;
    contest = builder_contest(&rules, 0, 1);
    sheets = sheets_of(&contest, unit_arena());
    compute();
    CU_ASSERT(builder_reported("round {1}: the mark of contestant {2} is pending"));
    CU_ASSERT_EQUAL(standings.pending, 1);
    builder_mark(&sheets, 0, 0, INDEX_NONE, 0, "88");
    compute();
    CU_ASSERT_EQUAL(standings.pending, 0);
}

UNIT_TEST(a_sheet_that_is_not_whole_is_named)
{
    static struct criterion two[] = {{.id = TEXT_INIT("a"), .max = 1000000, .weight = POINTS_ONE},
                                     {.id = TEXT_INIT("b"), .max = 1000000, .weight = POINTS_ONE}};
    struct rules rules = builder_rules(1);
    rules.rounds[0].criteria = two;
    rules.rounds[0].criterion_count = 2;
    contest = builder_contest(&rules, 2, 1);
    sheets = sheets_of(&contest, unit_arena());
    for (size_t criterion = 0; criterion < 2; criterion++)
        builder_mark(&sheets, 0, 0, 0, criterion, "40");
    builder_mark(&sheets, 0, 0, 1, 1, "45");
    compute();
    CU_ASSERT(builder_reported("round {1}: judge {2} has not scored every criterion of contestant {3}"));
    CU_ASSERT_EQUAL(standings.pending, 1);
    CHECK_TEXT(builder_fraction(standings.results[0].final), "80/1");
    /* the explanation shows the marks that are there: two of J1, one of J2 */
    struct derivation derivation = {.arena = unit_arena()};
    builder_derive(&sheets, 0, &derivation);
    size_t marks = 0;
    for (size_t i = 0; i < derivation.count; i++)
        marks += derivation.steps[i].kind == STEP_MARK;
    CU_ASSERT_EQUAL(marks, 3);
}

UNIT_TEST(outliers_are_named)
{
    struct rules rules = builder_rules(1);
    rules.rounds[0].own.outliers = (struct outliers){OUTLIERS_FLAG, builder_set("8"), builder_set("20")};
    contest = builder_contest(&rules, 3, 1);
    sheets = sheets_of(&contest, unit_arena());
    builder_marks(&sheets, 0, 0, "90 92 70"); /* mean 84 */
    compute();
    CU_ASSERT(
        builder_reported("round {1}: the sheet of judge {2} for contestant {3} is far from the mean of the panel"));
    CU_ASSERT(builder_reported("round {1}: the highest and the lowest sheet for contestant {2} are far apart"));
    CU_ASSERT(standings.is_complete);
}

/* Nothing is pending, and yet a contestant has no final: the result is not complete. */
UNIT_TEST(without_a_final_nothing_is_complete)
{
    struct rules rules = builder_rules(1);
    rules.rounds[0].own.min_sheets = 2;
    contest = builder_contest(&rules, 2, 1);
    sheets = sheets_of(&contest, unit_arena());
    builder_marks(&sheets, 0, 0, "90 缺评");
    compute();
    CU_ASSERT_EQUAL(standings.pending, 0);
    CU_ASSERT_EQUAL(standings.without_final, 1);
    CU_ASSERT_FALSE(standings.is_complete);
}

/* ---- a ballot ---- */

static struct grade grades[] = {{.name = TEXT_INIT("优秀"), .value = 100 * POINTS_ONE},
                                {.name = TEXT_INIT("良好"), .value = 85 * POINTS_ONE}};

/* C1: 3 votes of 100 and 1 of 85, 385 ÷ 4 = 96.25; C2: nobody; C3: 0 votes. */
UNIT_TEST(a_ballot_is_the_mean_of_its_votes)
{
    struct rules rules = builder_rules(1);
    rules.rounds[0].own.method = METHOD_BALLOT;
    rules.rounds[0].own.panel_digits = 1;
    rules.rounds[0].grades = grades;
    rules.rounds[0].grade_count = 2;
    contest = builder_contest(&rules, 1, 3);
    static const struct ballot votes[] = {{.contestant = 0, .grade = 1, .count = 1},
                                          {.contestant = 0, .grade = 0, .count = 3},
                                          {.contestant = 2, .grade = 0, .count = 0}};
    for (size_t i = 0; i < 3; i++)
        contest_add_ballot(&contest, votes[i]);
    contest_complete(&contest, builder_faults());
    sheets = sheets_of(&contest, unit_arena());
    compute();
    CHECK_TEXT(builder_fraction(standings.results[0].final), "963/10");
    CU_ASSERT_EQUAL(standings.results[0].rounds[0].counted, 1);
    CU_ASSERT_STRING_EQUAL(standings.results[1].why_not->format, "round {1}: no marks");
    CU_ASSERT_STRING_EQUAL(standings.results[2].why_not->format, "round {1}: no votes");
    CU_ASSERT_EQUAL(standings.pending, 1);
    struct derivation derivation = {.arena = unit_arena()};
    builder_derive(&sheets, 0, &derivation);
    int64_t told = 0;
    for (size_t i = 0; i < derivation.count; i++)
        if (derivation.steps[i].kind == STEP_VOTES)
            told += derivation.steps[i].count;
    CU_ASSERT_EQUAL(told, 4);
}

/* ---- across sectors ---- */

/* 街道: A 90, C 70; 社区: B 95, D 80. The first two of the contest have 一等奖: B and A; the next of each sector 二等奖. */
UNIT_TEST(an_award_may_be_given_across_sectors)
{
    struct award awards[] = {
        {.name = TEXT_INIT("一等奖"), .cut.count = {.is_set = true, .count = 2}, .per = AWARD_PER_CONTEST},
        {.name = TEXT_INIT("二等奖"), .cut.count = {.is_set = true, .count = 1}},
        {.name = TEXT_INIT("总冠军"), .cut.count = {.is_set = true, .count = 1}, .per = AWARD_PER_CONTEST}};
    struct rules rules = builder_rules(1);
    rules.awards = awards;
    rules.award_count = 3;
    contest = builder_open(&rules);
    contest_add_judge(&contest, builder_judge("J1", ""), builder_faults());
    static const char *const people[][2] = {{"A", "街道"}, {"B", "社区"}, {"C", "街道"}, {"D", "社区"}};
    for (size_t i = 0; i < 4; i++)
        contest_add_contestant(&contest, builder_contestant(people[i][0], people[i][1]), builder_faults());
    contest_complete(&contest, builder_faults());
    sheets = sheets_of(&contest, unit_arena());
    static const char *const marks[] = {"90", "95", "70", "80"};
    for (size_t c = 0; c < 4; c++)
        builder_marks(&sheets, 0, c, marks[c]);
    compute();
    CU_ASSERT_EQUAL(standings.outcomes[0].given, 2);
    for (size_t s = 0; s < 2; s++) {
        CU_ASSERT_EQUAL(standings.sectors[s].ranking[0].award, 0);
        CU_ASSERT_EQUAL(standings.sectors[s].ranking[1].award, 1);
        CU_ASSERT_EQUAL(standings.sectors[s].outcomes[1].given, 1);
    }
    CU_ASSERT(standings.outcomes[2].is_vacant);
}

UNIT_TEST(without_an_award_across_sectors_none_is_given)
{
    struct award award = {.name = TEXT_INIT("一等奖"), .cut.count = {.is_set = true, .count = 1}};
    struct rules rules = builder_rules(1);
    rules.awards = &award;
    rules.award_count = 1;
    contest = builder_contest(&rules, 1, 2);
    sheets = sheets_of(&contest, unit_arena());
    builder_marks(&sheets, 0, 0, "80");
    builder_marks(&sheets, 0, 1, "90");
    compute();
    CU_ASSERT_EQUAL(standings.sectors[0].ranking[0].award, 0);
    CU_ASSERT_EQUAL(standings.sectors[0].ranking[1].award, INDEX_NONE);
    CU_ASSERT_EQUAL(standings.outcomes[0].given, 0);
}

/* One advances to r2. C1 does; C2 does not; C3 withdrew; C4's cell of r1 says so. */
UNIT_TEST(sheets_are_waited_for_where_they_can_still_count)
{
    struct rules rules = builder_rules(2);
    rules.combine = COMBINE_SUM;
    rules.rounds[1].advance = 1;
    contest = builder_contest(&rules, 1, 4);
    contest.contestants[2].status = STATUS_WITHDRAWN;
    sheets = sheets_of(&contest, unit_arena());
    builder_marks(&sheets, 0, 0, "90");
    builder_marks(&sheets, 0, 1, "80");
    struct mark mark = {
        .contestant = 3, .word = STATUS_ABSENT, .place = {.file = TEXT("scores.csv"), .line = 2, .column = 1}};
    CU_ASSERT(sheets_accept(&sheets, &mark, builder_faults()));
    compute();
    static const bool expected[][2] = {{true, true}, {true, false}, {false, false}, {false, false}};
    for (size_t c = 0; c < 4; c++)
        for (size_t r = 0; r < 2; r++)
            CU_ASSERT_EQUAL(standings_wait_for(&standings, r, c), expected[c][r]);
    CU_ASSERT_EQUAL(standings.pending, 1);
}

/* C2 does not advance to r2; C1 advances, and 弃权 there counts 0. C3 is withdrawn: nothing of it counts anyhow. */
UNIT_TEST(adjustments_that_change_nothing_are_named)
{
    struct rules rules = builder_rules(2);
    rules.combine = COMBINE_SUM;
    rules.absent_round = ABSENT_ROUND_ZERO;
    rules.rounds[1].advance = 1;
    rules.rounds[0].own.method = rules.rounds[1].own.method = METHOD_GIVEN;
    contest = builder_contest(&rules, 0, 3);
    contest.contestants[2].status = STATUS_WITHDRAWN;
    for (size_t c = 0; c < 3; c++)
        contest_add_adjustment(
            &contest, (struct adjustment){.contestant = c, .round = 1, .value = POINTS_ONE, .place.line = c + 2});
    contest_add_adjustment(&contest, (struct adjustment){.contestant = 0, .round = 0, .value = POINTS_ONE});
    contest_add_adjustment(&contest, (struct adjustment){.contestant = 1, .round = INDEX_NONE, .value = POINTS_ONE});
    contest_complete(&contest, builder_faults());
    sheets = sheets_of(&contest, unit_arena());
    builder_mark(&sheets, 0, 0, INDEX_NONE, 0, "90");
    builder_mark(&sheets, 0, 1, INDEX_NONE, 0, "80");
    struct mark word = {.round = 1, .contestant = 0, .judge = INDEX_NONE, .word = STATUS_WITHDRAWN};
    CU_ASSERT(sheets_accept(&sheets, &word, builder_faults()));
    compute();
    CHECK_TEXT(builder_fraction(standings.results[0].final), "91/1");
    CHECK_TEXT(builder_fraction(standings.results[1].final), "81/1");
    CU_ASSERT_EQUAL_FATAL(builder_faults()->count, 2);
    CU_ASSERT(builder_reported("contestant {1} is not scored in round {2}: this adjustment is not counted"));
    CU_ASSERT_EQUAL(builder_faults()->items[0].place.line, 2);
    CU_ASSERT_EQUAL(builder_faults()->items[1].place.line, 3);
}
