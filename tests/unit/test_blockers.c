/* What keeps a result from being official: by kind, beside the warnings that tell it. */
#include "contest_builder.h"
#include "standings.h"
#include "unit.h"

static struct contest contest;
static struct sheets sheets;
static struct standings standings;

static void set_up(struct rules *rules, size_t judges, size_t contestants)
{
    contest = builder_contest(rules, judges, contestants);
    sheets = sheets_of(&contest, unit_arena());
}

static void compute(void)
{
    *builder_faults() = faults_in(unit_arena());
    standings = standings_of(&contest, &sheets, unit_arena(), unit_scratch(), builder_faults());
}

/* Whether there are so many of this kind, none of another, and each is told as a warning. */
static bool is_blocked_by(enum blocker_kind kind, size_t count)
{
    return blockers_count(&standings.blockers) == count && faults_told(&standings.blockers.of[kind]) == count &&
           faults_told(builder_faults()) == count && faults_grave(builder_faults()) == 0;
}

UNIT_TEST(nothing_blocks_a_whole_result)
{
    struct rules rules = builder_rules(1);
    set_up(&rules, 2, 2);
    builder_marks(&sheets, 0, 0, "90 91");
    builder_marks(&sheets, 0, 1, "80 81");
    compute();
    CU_ASSERT(is_blocked_by(BLOCKER_PENDING, 0));
    CU_ASSERT(standings.is_complete);
    CU_ASSERT_FALSE(standings.is_official); /* that is for others to say */
}

UNIT_TEST(pending_sheets_block)
{
    struct rules rules = builder_rules(1);
    set_up(&rules, 2, 2);
    builder_marks(&sheets, 0, 0, "90 -");
    builder_marks(&sheets, 0, 1, "80 81");
    compute();
    CU_ASSERT(is_blocked_by(BLOCKER_PENDING, 1));
    CU_ASSERT_STRING_EQUAL(standings.blockers.of[BLOCKER_PENDING].items[0].what.format,
                           "round {1}: the sheet of judge {2} for contestant {3} is pending");
}

UNIT_TEST(a_pending_mark_without_a_judge_blocks)
{
    struct rules rules = builder_rules(1);
    rules.rounds[0].own.method = METHOD_GIVEN;
    set_up(&rules, 0, 1);
    compute();
    CU_ASSERT_EQUAL(faults_told(&standings.blockers.of[BLOCKER_PENDING]), 1);
    CU_ASSERT_EQUAL(faults_told(&standings.blockers.of[BLOCKER_NO_SCORE]), 1);
}

UNIT_TEST(who_has_no_score_blocks)
{
    struct rules rules = builder_rules(1);
    rules.rounds[0].own.min_sheets = 2;
    set_up(&rules, 2, 1);
    builder_marks(&sheets, 0, 0, "90 缺评");
    compute();
    CU_ASSERT(is_blocked_by(BLOCKER_NO_SCORE, 1));
}

/* Two share the first place, and the award is for one. */
static void tie_for_an_award(int policy)
{
    static struct award award;
    struct rules rules = builder_rules(1);
    award = (struct award){.name = TEXT_INIT("一等奖"),
                           .cut = {.count = {.is_set = true, .count = 1}, .tie = policy, .need.round = INDEX_NONE}};
    rules.awards = &award;
    rules.award_count = 1;
    set_up(&rules, 1, 3);
    builder_marks(&sheets, 0, 0, "90");
    builder_marks(&sheets, 0, 1, "90");
    builder_marks(&sheets, 0, 2, "80");
    compute();
}

UNIT_TEST(a_tie_that_must_be_decided_blocks)
{
    tie_for_an_award(CUT_TIE_ERROR);
    CU_ASSERT(is_blocked_by(BLOCKER_TIE, 2)); /* each of the two is named */
    tie_for_an_award(CUT_TIE_EXTEND);
    CU_ASSERT(is_blocked_by(BLOCKER_TIE, 0));
    tie_for_an_award(CUT_TIE_WITHHOLD);
    CU_ASSERT(is_blocked_by(BLOCKER_TIE, 0));
}

UNIT_TEST(a_tie_for_promotion_blocks)
{
    struct rules rules = builder_rules(1);
    rules.promote = (struct promote){
        .is_set = true, .cut = {.count = {.is_set = true, .count = 1}, .tie = CUT_TIE_ERROR, .need.round = INDEX_NONE}};
    set_up(&rules, 1, 2);
    builder_marks(&sheets, 0, 0, "90");
    builder_marks(&sheets, 0, 1, "90");
    compute();
    CU_ASSERT(is_blocked_by(BLOCKER_TIE, 2));
}

UNIT_TEST(an_open_protest_blocks_until_it_is_decided)
{
    struct rules rules = builder_rules(1);
    set_up(&rules, 1, 2);
    builder_marks(&sheets, 0, 0, "90");
    builder_marks(&sheets, 0, 1, "80");
    contest_add_protest(&contest, (struct protest){.contestant = 1, .about = TEXT_INIT("x"), .place.line = 2});
    contest_add_protest(&contest,
                        (struct protest){.contestant = 0, .about = TEXT_INIT("x"), .decision = TEXT_INIT("维持")});
    compute();
    CU_ASSERT(is_blocked_by(BLOCKER_PROTEST, 1));
    CU_ASSERT(standings.is_complete); /* it changes no result */
    CU_ASSERT_EQUAL(standings.blockers.of[BLOCKER_PROTEST].items[0].place.line, 2);
    CHECK_TEXT(standings.blockers.of[BLOCKER_PROTEST].items[0].what.arguments[0], "C2");
}

UNIT_TEST(every_kind_has_its_name)
{
    for (size_t a = 0; a < BLOCKER_COUNT; a++)
        for (size_t b = 0; b < BLOCKER_COUNT; b++)
            CU_ASSERT(blocker_names[a].length > 0 && (a == b || !text_equal(blocker_names[a], blocker_names[b])));
}
