/* What stands twice in a contest's tables, or fits to no rule. */
#include "contest_builder.h"
#include "unit.h"

static struct contest contest;

static void set_up(struct rules rules)
{
    contest = builder_contest(&rules, 1, 2);
}

/* Completes once more, with what a test has added; whether that reports exactly one fault, of this format. */
static bool reports(const char *format)
{
    *builder_faults() = faults_in(unit_arena());
    contest_complete(&contest, builder_faults());
    return format ? builder_faults()->count == 1 && builder_reported(format) : builder_faults()->count == 0;
}

static struct rules rank_sum(void)
{
    struct rules rules = builder_rules(1);
    rules.rounds[0].own.method = METHOD_RANK_SUM;
    return rules;
}

UNIT_TEST(rank_sums_take_no_adjustments_and_no_factors)
{
    static const char format[] = "a rank sum takes no adjustments and no factors";
    set_up(rank_sum());
    CU_ASSERT(reports(NULL));
    contest_add_adjustment(&contest, (struct adjustment){.contestant = 0, .round = 0, .value = 1});
    CU_ASSERT(reports(format));
    set_up(rank_sum());
    for (size_t c = 0; c < 2; c++)
        contest_add_factor(&contest, (struct factor){.contestant = c, .round = 0, .value = POINTS_ONE});
    contest_complete(&contest, builder_faults());
    CU_ASSERT_EQUAL(builder_faults()->kinds[0].count, 2);
    CU_ASSERT(builder_reported(format));
}

UNIT_TEST(a_time_and_a_factor_stand_once)
{
    set_up(builder_rules(1));
    contest_add_timing(&contest, (struct timing){.contestant = 1, .round = 0, .seconds = 480});
    CU_ASSERT(reports(NULL));
    contest_add_timing(&contest, (struct timing){.contestant = 1, .round = 0, .seconds = 481});
    CU_ASSERT(reports("contestant {1} is timed twice in round {2}"));
    set_up(builder_rules(1));
    for (size_t c = 0; c < 2; c++)
        contest_add_factor(&contest, (struct factor){.contestant = c, .round = 0, .value = POINTS_ONE});
    CU_ASSERT(reports(NULL)); /* 1 is a factor, too */
    contest_add_factor(&contest, (struct factor){.contestant = 0, .round = 0, .value = 2 * POINTS_ONE});
    CU_ASSERT(reports("contestant {1} has two factors in round {2}"));
}

UNIT_TEST(who_does_not_compete_needs_no_factor)
{
    set_up(builder_rules(1));
    contest_add_factor(&contest, (struct factor){.contestant = 0, .round = 0, .value = 2 * POINTS_ONE});
    CU_ASSERT(reports("contestant {1} has no factor in round {2}: it counts as 1"));
    contest.contestants[1].status = STATUS_WITHDRAWN;
    CU_ASSERT(reports(NULL));
}

/* A factor in another round is none in this one. */
UNIT_TEST(a_factor_is_missed_round_by_round)
{
    struct rules rules = builder_rules(2);
    rules.combine = COMBINE_SUM;
    set_up(rules);
    contest_add_factor(&contest, (struct factor){.contestant = 0, .round = 0, .value = 2 * POINTS_ONE});
    contest_add_factor(&contest, (struct factor){.contestant = 1, .round = 1, .value = 2 * POINTS_ONE});
    contest_complete(&contest, builder_faults());
    CU_ASSERT_EQUAL(builder_faults()->count, 2);
    CHECK_TEXT(builder_faults()->items[0].what.arguments[0], "C2");
    CHECK_TEXT(builder_faults()->items[1].what.arguments[0], "C1");
}

UNIT_TEST(votes_for_one_grade_stand_once)
{
    static struct grade grades[] = {{.name = TEXT_INIT("优秀"), .value = 1000000},
                                    {.name = TEXT_INIT("良好"), .value = 850000}};
    struct rules rules = builder_rules(1);
    rules.rounds[0].own.method = METHOD_BALLOT;
    rules.rounds[0].grades = grades;
    rules.rounds[0].grade_count = 2;
    set_up(rules);
    contest_add_ballot(&contest, (struct ballot){.contestant = 1, .round = 0, .grade = 1, .count = 3});
    contest_add_ballot(&contest, (struct ballot){.contestant = 1, .round = 0, .grade = 0, .count = 5});
    contest_add_ballot(&contest, (struct ballot){.contestant = 0, .round = 0, .grade = 0, .count = 8});
    CU_ASSERT(reports(NULL));
    size_t count;
    CU_ASSERT_EQUAL(contest_ballots_of(&contest, 1, 0, &count)->count, 5);
    CU_ASSERT_EQUAL(count, 2);
    contest_add_ballot(&contest, (struct ballot){.contestant = 1, .round = 0, .grade = 1, .count = 3});
    CU_ASSERT(reports("the votes {1} for contestant {2} stand twice"));
    CHECK_TEXT(builder_faults()->items[0].what.arguments[0], "良好");
}

UNIT_TEST(an_attempt_of_a_playoff_stands_once)
{
    struct rules rules = builder_rules(1);
    builder_tie(&rules, TIE_PLAYOFF, "playoff");
    set_up(rules);
    for (size_t attempt = 2; attempt > 0; attempt--)
        contest_add_playoff(&contest, (struct playoff){.contestant = 1, .attempt = attempt, .score = 90});
    contest_add_playoff(&contest, (struct playoff){.contestant = 0, .attempt = 1, .score = 80});
    CU_ASSERT(reports(NULL));
    CU_ASSERT_EQUAL(contest.playoff_attempts, 2);
    CU_ASSERT_EQUAL(contest_playoff(&contest, 0, 1)->score, 80);
    CU_ASSERT_PTR_NULL(contest_playoff(&contest, 0, 2));
    contest_add_playoff(&contest, (struct playoff){.contestant = 1, .attempt = 2, .score = 91});
    CU_ASSERT(reports("contestant {1} has two scores of one attempt"));
}

UNIT_TEST(a_contestant_is_decided_about_once)
{
    struct rules rules = builder_rules(1);
    builder_tie(&rules, TIE_DECISION, "decision");
    set_up(rules);
    contest_add_decision(&contest, (struct decision){.contestant = 1, .order = 1});
    contest_add_decision(&contest, (struct decision){.contestant = 0, .order = 2});
    CU_ASSERT(reports(NULL));
    CU_ASSERT_EQUAL(contest_decision(&contest, 0)->order, 2);
    contest_add_decision(&contest, (struct decision){.contestant = 0, .order = 1});
    CU_ASSERT(reports("two decisions are about contestant {1}"));
}

UNIT_TEST(a_table_that_no_tie_key_names_parts_nobody)
{
    static const char format[] = "this table parts no ties: the rules do not name it";
    set_up(builder_rules(1));
    contest_add_playoff(&contest, (struct playoff){.contestant = 1, .attempt = 1, .score = 90});
    CU_ASSERT(reports(format));
    CHECK_TEXT(text_from_c(builder_faults()->items[0].hint.format), "add playoff to ties");
    set_up(builder_rules(1));
    contest_add_decision(&contest, (struct decision){.contestant = 1, .order = 1});
    CU_ASSERT(reports(format));
    CHECK_TEXT(text_from_c(builder_faults()->items[0].hint.format), "add decision to ties");
}

UNIT_TEST(specials_stand_in_the_order_of_the_rules)
{
    set_up(builder_rules(1));
    static const size_t rows[][2] = {{1, 2}, {0, 4}, {1, 3}, {0, 5}}; /* which award, on which line */
    for (size_t i = 0; i < 4; i++)
        contest_add_special(&contest, (struct special_given){.special = rows[i][0], .place.line = rows[i][1]});
    CU_ASSERT(reports(NULL));
    static const size_t lines[] = {4, 5, 2, 3};
    for (size_t i = 0; i < 4; i++)
        CU_ASSERT_EQUAL(contest.specials[i].place.line, lines[i]);
}

/* ---- quotas ---- */

/* Promotion by quotas per county or per sector; C1 of 云岭区, C2 of 露河区, both of the sector 领域. */
static void set_up_quotas(int per, const char *table)
{
    struct rules rules = builder_rules(1);
    rules.promote = (struct promote){.is_set = true, .quota = text_from_c(table), .per = per};
    rules.promote.cut.count = (struct counts){.is_set = *table == '\0', .count = 1};
    set_up(rules);
    contest.contestants[0].county = TEXT("云岭区");
    contest.contestants[1].county = TEXT("露河区");
}

static void add_quota(const char *county, const char *sector)
{
    contest_add_quota(&contest,
                      (struct quota){.county = text_from_c(county), .sector = text_from_c(sector), .count = 1});
}

UNIT_TEST(quotas_are_of_what_promotion_goes_by)
{
    set_up_quotas(PROMOTE_PER_COUNTY, "quota.csv");
    CU_ASSERT(reports("promote goes by quota.csv, and no quota is there"));
    add_quota("云岭区", "");
    CU_ASSERT(reports(NULL));
    add_quota("", "别的领域");
    CU_ASSERT_FALSE(reports(NULL));
    CU_ASSERT(builder_reported("this quota names no county"));
    CU_ASSERT(builder_reported("nobody is entered whom this quota is for"));
    set_up_quotas(PROMOTE_PER_SECTOR, "quota.csv");
    add_quota("云岭区", "");
    CU_ASSERT(reports("this quota names no sector"));
    set_up_quotas(PROMOTE_PER_SECTOR, "quota.csv");
    add_quota("云岭区", "领域");
    add_quota("露河区", "领域");
    CU_ASSERT(reports(NULL));
    add_quota("霜林县", "领域");
    CU_ASSERT(reports("nobody is entered whom this quota is for"));
}

UNIT_TEST(a_contestant_has_one_quota)
{
    set_up_quotas(PROMOTE_PER_COUNTY, "quota.csv");
    add_quota("云岭区", "");
    add_quota("云岭区", "领域");
    CU_ASSERT(reports("two quotas are for contestant {1}"));
    CHECK_TEXT(builder_faults()->items[0].what.arguments[0], "C1");
}

UNIT_TEST(quotas_that_no_rule_asks_for_are_not_used)
{
    set_up_quotas(PROMOTE_PER_COUNTY, "");
    CU_ASSERT(reports(NULL));
    add_quota("云岭区", "");
    CU_ASSERT(reports("these quotas are not used: the rules do not name them"));
}

UNIT_TEST(a_ballot_is_put_in_at_its_place)
{
    set_up(builder_rules(3));
    static const size_t order[][2] = {{1, 1}, {0, 2}, {1, 2}, {1, 0}, {0, 0}};
    for (size_t i = 0; i < 5; i++)
        contest_insert_ballot(&contest, (struct ballot){.contestant = order[i][0], .round = order[i][1]});
    static const size_t sorted[][2] = {{0, 0}, {0, 2}, {1, 0}, {1, 1}, {1, 2}};
    for (size_t i = 0; i < 5; i++) {
        CU_ASSERT_EQUAL(contest.ballots[i].contestant, sorted[i][0]);
        CU_ASSERT_EQUAL(contest.ballots[i].round, sorted[i][1]);
    }
}
