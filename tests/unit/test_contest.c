#include "contest.h"

#include "contest_builder.h"
#include "unit.h"

static struct contest empty(struct rules rules)
{
    rules_complete(&rules, unit_arena(), builder_faults());
    return contest_with(&rules, unit_arena());
}

UNIT_TEST(people_are_found_by_id_and_by_unique_name)
{
    struct contest contest = empty(builder_rules(1));
    static const char *const people[][2] = {{"01", "王伟"}, {"02", "李娜"}, {"03", "王伟"}, {"李娜", "别人"}};
    for (size_t i = 0; i < 4; i++) {
        struct contestant contestant = builder_contestant(people[i][0], "街道");
        contestant.name = text_from_c(people[i][1]);
        contest_add_contestant(&contest, contestant, builder_faults());
    }
    CU_ASSERT_EQUAL(contest_find_contestant(&contest, TEXT("02")), 1);
    CU_ASSERT_EQUAL(contest_find_contestant(&contest, TEXT("王伟")), INDEX_AMBIGUOUS);
    CU_ASSERT_EQUAL(contest_find_contestant(&contest, TEXT("李娜")), 3); /* an id goes before a name */
    CU_ASSERT_EQUAL(contest_find_contestant(&contest, TEXT("赵六")), INDEX_NONE);
    CHECK_TEXT(contest_nearest_contestant(&contest, TEXT("王炜"), unit_scratch()), "王伟");
    CHECK_TEXT(contest_nearest_contestant(&contest, TEXT("022"), unit_scratch()), "02");
    CHECK_TEXT(contest_nearest_contestant(&contest, TEXT("05"), unit_scratch()), "");
}

/* 全体 stands in for sectors where it stands alone; beside another it is one. */
UNIT_TEST(a_contest_without_sectors_has_no_title_for_one)
{
    struct contest contest = empty(builder_rules(1));
    contest_add_contestant(&contest, builder_contestant("C1", "全体"), builder_faults());
    CHECK_TEXT(contest_sector_title(&contest, 0), "");
    contest_add_contestant(&contest, builder_contestant("C2", "农村"), builder_faults());
    CHECK_TEXT(contest_sector_title(&contest, 0), "全体");
    CHECK_TEXT(contest_sector_title(&contest, 1), "农村");
    contest = empty(builder_rules(1));
    contest_add_contestant(&contest, builder_contestant("C1", "农村"), builder_faults());
    CHECK_TEXT(contest_sector_title(&contest, 0), "农村");
}

UNIT_TEST(more_contestants_than_were_expected_find_room)
{
    struct contest contest = empty(builder_rules(1));
    contest_expect_contestants(&contest, 1);
    contest_add_contestant(&contest, builder_contestant("C1", "街道"), builder_faults());
    contest_add_contestant(&contest, builder_contestant("C2", "街道"), builder_faults());
    CU_ASSERT_EQUAL(contest_find_contestant(&contest, TEXT("C1")), 0);
    CU_ASSERT_EQUAL(contest_find_contestant(&contest, TEXT("C2")), 1);
    CHECK_TEXT(contest.contestants[0].id, "C1");
}

UNIT_TEST(a_doubled_id_is_reported_with_its_first_place)
{
    struct contest contest = empty(builder_rules(1));
    struct contestant contestant = builder_contestant("C1", "街道");
    contestant.place = (struct place){.file = TEXT("contestants.csv"), .line = 2, .column = 1};
    contest_add_contestant(&contest, contestant, builder_faults());
    contestant.place.line = 5;
    contest_add_contestant(&contest, contestant, builder_faults());
    CU_ASSERT_EQUAL(contest.contestant_count, 1);
    CU_ASSERT_EQUAL_FATAL(builder_faults()->count, 1);
    CHECK_TEXT(builder_faults()->items[0].hint.arguments[0], "2");

    struct judge judge = builder_judge("J1", "");
    contest_add_judge(&contest, judge, builder_faults());
    contest_add_judge(&contest, judge, builder_faults());
    CU_ASSERT_EQUAL(contest.judge_count, 1);
    CHECK_TEXT(contest_nearest_judge(&contest, TEXT("J2"), unit_scratch()), "J1");
}

UNIT_TEST(the_expected_panel_is_never_guessed)
{
    struct rules rules = builder_rules(2);
    rules.combine = COMBINE_SUM;
    rules.rounds[1].own.name = TEXT("书面组");
    struct contest contest = empty(rules);
    contest_add_judge(&contest, builder_judge("J1", "书面组"), builder_faults());
    contest_add_judge(&contest, builder_judge("J2", ""), builder_faults());
    contest_add_contestant(&contest, builder_contestant("C1", "街道"), builder_faults());
    CU_ASSERT_EQUAL(contest_expected_panel(&contest, 0, 0), 0); /* one named panel among them: all judges */
    CU_ASSERT_EQUAL(contest.panels[0].judge_count, 2);
    CU_ASSERT_EQUAL(contest.panels[contest_expected_panel(&contest, 1, 0)].judge_count, 1);

    contest_add_judge(&contest, builder_judge("J3", "专家组"), builder_faults());
    CU_ASSERT_EQUAL(contest_expected_panel(&contest, 0, 0), INDEX_NONE);
    contest_complete(&contest, builder_faults());
    CU_ASSERT(builder_reported("it is open which panel scores contestant {1} in round {2}"));
}

UNIT_TEST(panels_nobody_sits_in_are_reported)
{
    struct rules rules = builder_rules(1);
    rules.rounds[0].own.name = TEXT("没有人");
    struct contest contest = empty(rules);
    contest_add_judge(&contest, builder_judge("J1", "甲组;;甲组"), builder_faults());
    CU_ASSERT_EQUAL(contest.panels[1].judge_count, 1);
    struct contestant contestant = builder_contestant("C1", "街道");
    contestant.panel_name = TEXT("丙组");
    contest_add_contestant(&contest, contestant, builder_faults());
    contest_complete(&contest, builder_faults());
    CU_ASSERT(builder_reported("no judge sits in the panel {1} of contestant {2}"));
    CU_ASSERT(builder_reported("no judge sits in the panel {1} of round {2}"));
}

UNIT_TEST(an_award_for_a_sector_nobody_is_in_is_reported)
{
    struct rules rules = builder_rules(1);
    struct sector_count counts[] = {{TEXT_INIT("街到"), 1, {.line = 3}}};
    struct award awards[] = {
        {.name = TEXT_INIT("一等奖"), .cut.count = {.is_set = true, .by_sector = counts, .by_sector_count = 1}}};
    rules.awards = awards;
    rules.award_count = 1;
    struct contest contest = empty(rules);
    contest_add_contestant(&contest, builder_contestant("C1", "街道"), builder_faults());
    contest_complete(&contest, builder_faults());
    CU_ASSERT(builder_reported("award {1} names the sector {2}, in which nobody is entered"));
}

UNIT_TEST(adjustments_and_timings_are_found_by_contestant)
{
    struct rules rules = builder_rules(2);
    rules.combine = COMBINE_SUM;
    struct contest contest = empty(rules);
    for (size_t i = 0; i < 3; i++)
        contest_add_contestant(&contest,
                               builder_contestant(i == 0   ? "A"
                                                  : i == 1 ? "B"
                                                           : "C",
                                                  "街道"),
                               builder_faults());
    static const size_t order[] = {2, 0, 2};
    for (size_t i = 0; i < 3; i++)
        contest_add_adjustment(&contest, (struct adjustment){order[i], 0, (points)i, TEXT(""), {.line = i + 2}});
    contest_add_timing(&contest, (struct timing){1, 1, 500, {.line = 2}});
    contest_add_timing(&contest, (struct timing){1, 0, 400, {.line = 3}});
    contest_complete(&contest, builder_faults());

    size_t count;
    const struct adjustment *found = contest_adjustments_of(&contest, 2, &count);
    CU_ASSERT_EQUAL_FATAL(count, 2);
    CU_ASSERT_EQUAL(found[0].value, 0);
    CU_ASSERT_EQUAL(found[1].value, 2);
    contest_adjustments_of(&contest, 1, &count);
    CU_ASSERT_EQUAL(count, 0);
    CU_ASSERT_EQUAL(contest_seconds(&contest, 1, 0), 400);
    CU_ASSERT_EQUAL(contest_seconds(&contest, 1, 1), 500);
    CU_ASSERT_EQUAL(contest_seconds(&contest, 0, 0), -1);
    CU_ASSERT_EQUAL(builder_faults()->count, 0);

    contest_add_timing(&contest, (struct timing){1, 1, 600, {.line = 4}});
    contest_complete(&contest, builder_faults());
    CU_ASSERT(builder_reported("contestant {1} is timed twice in round {2}"));
}

UNIT_TEST(a_contest_too_large_for_memory_is_reported)
{
    struct rules rules = builder_rules(2);
    rules.combine = COMBINE_SUM;
    rules.rounds[1].own.method = METHOD_GIVEN;
    struct contest contest = builder_contest(&rules, 100, 1000);
    CU_ASSERT_EQUAL(contest_seats(&contest, 0, 999), 100);
    CU_ASSERT_EQUAL(contest_seats(&contest, 1, 999), 1);
    CU_ASSERT_EQUAL(builder_faults()->count, 0);

    /* 100 judges × 1,000 contestants × 1,000 criteria are 100,000,000; the given marks of the second round are more. */
    contest.rules.rounds[0].criterion_count = 1000;
    contest_complete(&contest, builder_faults());
    CU_ASSERT(builder_reported("the contest is too large: contestants × judges × criteria are more than 100,000,000"));
}

UNIT_TEST(just_as_many_cells_as_may_be_are_fine)
{
    struct rules rules = builder_rules(1);
    struct contest contest = builder_contest(&rules, 1, 1);
    contest.rules.rounds[0].criterion_count = CONTEST_MOST_CELLS - 1; /* and one seat of one judge in one panel */
    contest_complete(&contest, builder_faults());
    CU_ASSERT_EQUAL(builder_faults()->count, 0);
    contest.rules.recusal_auto = 1u << RECUSAL_BY_UNIT;
    contest_complete(&contest, builder_faults());
    CU_ASSERT_EQUAL(builder_faults()->count, 1);
}

UNIT_TEST(what_is_of_one_contestant_and_round_is_found_among_others)
{
    struct rules rules = builder_rules(3);
    rules.combine = COMBINE_SUM;
    for (size_t r = 0; r < 3; r++)
        rules.rounds[r].own.method = METHOD_BALLOT;
    struct contest contest = builder_contest(&rules, 1, 3);
    for (size_t c = 3; c-- > 0;)
        for (size_t r = 3; r-- > 0;) {
            contest_add_timing(&contest,
                               (struct timing){.contestant = c, .round = r, .seconds = (int64_t)(10 * c + r)});
            contest_add_factor(&contest, (struct factor){.contestant = c, .round = r, .value = (points)(10 * c + r)});
            contest_add_ballot(&contest, (struct ballot){.contestant = c, .round = r, .count = (int64_t)(10 * c + r)});
        }
    contest_add_decision(&contest, (struct decision){.contestant = 2, .order = 1});
    contest_complete(&contest, builder_faults());
    for (size_t c = 0; c < 3; c++)
        for (size_t r = 0; r < 3; r++) {
            size_t count;
            CU_ASSERT_EQUAL(contest_seconds(&contest, c, r), (int64_t)(10 * c + r));
            CU_ASSERT_EQUAL(contest_factor(&contest, c, r), (points)(10 * c + r));
            CU_ASSERT_EQUAL(contest_ballots_of(&contest, c, r, &count)->count, (int64_t)(10 * c + r));
            CU_ASSERT_EQUAL(count, 1);
        }
    CU_ASSERT_EQUAL(contest_decision(&contest, 2)->order, 1);
    CU_ASSERT_PTR_NULL(contest_decision(&contest, 0));
    contest.timing_count = contest.factor_count = contest.ballot_count = 4; /* those of C1, and C2 in r1 */
    size_t count;
    CU_ASSERT_EQUAL(contest_seconds(&contest, 1, 1), -1);
    CU_ASSERT_EQUAL(contest_factor(&contest, 2, 0), POINTS_ONE);
    CU_ASSERT_PTR_NULL(contest_ballots_of(&contest, 1, 2, &count));
    CU_ASSERT_EQUAL(count, 0);
}

UNIT_TEST(no_more_than_10000_judges_sit_in_one_panel)
{
    struct rules rules = builder_rules(1);
    builder_contest(&rules, PANEL_MOST_JUDGES, 1);
    CU_ASSERT_EQUAL(builder_faults()->count, 0);
    rules = builder_rules(1);
    builder_contest(&rules, PANEL_MOST_JUDGES + 1, 1);
    CU_ASSERT_EQUAL(builder_faults()->count, 1);
    CU_ASSERT(builder_reported("the contest is too large: more than 10,000 judges sit in one panel"));
}

/* A round of the panels 甲组 and 乙组, half and half. */
static struct rules of_two_panels(void)
{
    static struct panel_rule panels[2];
    struct rules rules = builder_rules(1);
    panels[0] = panels[1] = rules.rounds[0].own;
    panels[0].name = TEXT("甲组");
    panels[1].name = TEXT("乙组");
    panels[0].weight = panels[1].weight = builder_set("50");
    rules.rounds[0].panels = panels;
    rules.rounds[0].panel_count = 2;
    return rules;
}

UNIT_TEST(a_list_of_panels_is_one_panel_of_all_their_judges)
{
    struct rules rules = of_two_panels();
    struct contest contest = builder_open(&rules);
    static const char *const seats[] = {"乙组", "", "甲组; 丙组", "丙组"};
    static const char *const ids[] = {"J1", "J2", "J3", "J4"};
    for (size_t i = 0; i < 4; i++)
        contest_add_judge(&contest, builder_judge(ids[i], seats[i]), builder_faults());
    builder_add_contestant(&contest, "C1", "");
    contest_complete(&contest, builder_faults());
    CU_ASSERT_EQUAL(builder_faults()->count, 0);
    const struct panel *united = &contest.panels[contest_expected_panel(&contest, 0, 0)];
    CU_ASSERT_EQUAL_FATAL(united->judge_count, 2);
    CU_ASSERT_EQUAL(united->judges[0], 0);
    CU_ASSERT_EQUAL(united->judges[1], 2);
    CU_ASSERT_EQUAL(contest_seats(&contest, 0, 0), 2);
}

UNIT_TEST(a_judge_sits_in_one_panel_of_a_round)
{
    struct rules rules = of_two_panels();
    struct contest contest = builder_open(&rules);
    contest_add_judge(&contest, builder_judge("J1", "甲组;乙组"), builder_faults());
    contest_complete(&contest, builder_faults());
    CU_ASSERT_EQUAL(builder_faults()->count, 1);
    CU_ASSERT(builder_reported("judge {1} sits in two panels of round {2}"));
}

UNIT_TEST(a_panel_of_a_list_needs_judges)
{
    struct rules rules = of_two_panels();
    struct contest contest = builder_open(&rules);
    contest_add_judge(&contest, builder_judge("J1", "甲组"), builder_faults());
    contest_complete(&contest, builder_faults());
    CU_ASSERT_EQUAL(builder_faults()->count, 1);
    CU_ASSERT(builder_reported("no judge sits in the panel {1} of round {2}"));
}

/* 街道 is there and 社区 is not; units and counties that are empty are nobody's. */
UNIT_TEST(what_a_contest_has_is_not_reported)
{
    struct sector_count counts[] = {{.sector = TEXT_INIT("街道"), .count = 1}};
    struct award award = {.name = TEXT_INIT("一等奖"),
                          .cut.count = {.is_set = true, .by_sector = counts, .by_sector_count = 1}};
    struct rules rules = builder_rules(1);
    rules.awards = &award;
    rules.award_count = 1;
    rules.recusal_auto = 1u << RECUSAL_BY_UNIT;
    struct contest contest = builder_open(&rules);
    struct judge judge = builder_judge("J1", "");
    struct contestant contestant = builder_contestant("C1", "街道");
    judge.county = contestant.county = TEXT("云岭区");
    contest_add_judge(&contest, judge, builder_faults());
    contest_add_contestant(&contest, contestant, builder_faults());
    contest_complete(&contest, builder_faults());
    CU_ASSERT_EQUAL(builder_faults()->count, 0);
    CU_ASSERT_EQUAL(contest.recusal_count, 0); /* of one county, and only units count */
    contest.rules.recusal_auto = 1u << RECUSAL_BY_COUNTY;
    contest_complete(&contest, builder_faults());
    CU_ASSERT_EQUAL_FATAL(contest.recusal_count, 1);
    CHECK_TEXT(contest.recusals[0].reason, "云岭区");
}

UNIT_TEST(a_contest_without_rounds_can_be_completed)
{
    struct rules rules = builder_rules(0);
    builder_contest(&rules, 1, 1);
    CU_ASSERT_EQUAL(builder_faults()->count, 1); /* that it has none */
}

/* A round of two panels that drop: J1 and J2 in 专家, J3 in 大众, nobody in 媒体. */
UNIT_TEST(dropping_among_unequal_weights_is_known)
{
    struct rules rules = builder_rules(1);
    rules.rounds[0].panels = ARENA_ARRAY(unit_arena(), struct panel_rule, 3);
    rules.rounds[0].panel_count = 3;
    rules.rounds[0].own.method = METHOD_TRIMMED_MEAN;
    rules.rounds[0].own.has_drop = true;
    for (size_t p = 0; p < 3; p++) {
        static const char *const names[] = {"专家", "大众", "媒体"};
        rules.rounds[0].panels[p] = rules.rounds[0].own;
        rules.rounds[0].panels[p].name = text_from_c(names[p]);
        rules.rounds[0].panels[p].weight = builder_set(p == 0 ? "50" : "25");
    }
    struct contest contest = builder_open(&rules);
    contest_add_judge(&contest, builder_judge("J1", "专家"), builder_faults());
    contest_add_judge(&contest, builder_judge("J2", "专家"), builder_faults());
    contest_add_judge(&contest, builder_judge("J3", "大众"), builder_faults());
    contest_complete(&contest, builder_faults());
    CU_ASSERT_FALSE(contest_drops_unequal(&contest, 0));
    contest.judges[2].weight = 2 * POINTS_ONE; /* alone in its panel */
    CU_ASSERT_FALSE(contest_drops_unequal(&contest, 0));
    contest.judges[1].weight = 2 * POINTS_ONE;
    CU_ASSERT(contest_drops_unequal(&contest, 0));
}

/* C1 names the panel of J1 and J2, C2 one that nobody sits in. */
UNIT_TEST(own_panels_may_drop_among_unequal_weights)
{
    struct rules rules = builder_rules(1);
    rules.rounds[0].own.method = METHOD_TRIMMED_MEAN;
    rules.rounds[0].own.has_drop = true;
    struct contest contest = builder_open(&rules);
    contest_add_judge(&contest, builder_judge("J1", "一组"), builder_faults());
    contest_add_judge(&contest, builder_judge("J2", "一组"), builder_faults());
    builder_add_contestant(&contest, "C1", "一组");
    builder_add_contestant(&contest, "C2", "无人");
    contest_complete(&contest, builder_faults());
    CU_ASSERT_FALSE(contest_drops_unequal(&contest, 0));
    contest.judges[1].weight = 2 * POINTS_ONE;
    CU_ASSERT(contest_drops_unequal(&contest, 0));
}
