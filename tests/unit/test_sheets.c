#include "sheets.h"

#include "contest_builder.h"
#include "unit.h"

static struct contest contest;
static struct sheets sheets;

static void set_up(struct rules rules, size_t judges)
{
    contest = builder_contest(&rules, judges, 2);
    sheets = sheets_of(&contest, unit_arena());
}

static bool accept(size_t contestant, size_t judge, int state, const char *written, size_t line)
{
    struct mark mark = {.contestant = contestant, .judge = judge, .state = state};
    mark.value = state == CELL_GIVEN ? builder_points(written) : 0;
    mark.place = (struct place){.file = TEXT("scores/a.csv"), .line = line, .column = 3};
    return sheets_accept(&sheets, &mark, builder_faults());
}

UNIT_TEST(all_is_pending_at_first)
{
    set_up(builder_rules(1), 3);
    CU_ASSERT_EQUAL(sheets_expected(&sheets, 0, 1), 3);
    for (size_t slot = 0; slot < 3; slot++) {
        struct sheet sheet = sheets_sheet(&sheets, 0, 1, slot);
        CU_ASSERT_EQUAL(sheet.state, CELL_PENDING);
        CU_ASSERT_EQUAL(sheet.judge, slot);
    }
}

UNIT_TEST(marks_outside_their_criterion_are_refused)
{
    struct rules rules = builder_rules(1);
    rules.rounds[0].max = (struct optional_points){true, builder_points("10")};
    rules.rounds[0].min = (struct optional_points){true, builder_points("5")};
    rules.rounds[0].step = (struct optional_points){true, builder_points("0.5")};
    set_up(rules, 1);
    CU_ASSERT_FALSE(accept(0, 0, CELL_GIVEN, "10.5", 2));
    CU_ASSERT(builder_reported("mark {1} is over the maximum {2} of {3}"));
    CU_ASSERT_FALSE(accept(0, 0, CELL_GIVEN, "4.5", 2));
    CU_ASSERT(builder_reported("mark {1} is under the minimum {2} of {3}"));
    CU_ASSERT_FALSE(accept(0, 0, CELL_GIVEN, "7.2", 2));
    CU_ASSERT(builder_reported("mark {1} is off the step {2} of {3}"));
    CU_ASSERT_EQUAL(sheets_sheet(&sheets, 0, 0, 0).state, CELL_PENDING);
    CU_ASSERT(accept(0, 0, CELL_GIVEN, "10", 2));
    CU_ASSERT(accept(1, 0, CELL_GIVEN, "5", 3));
}

UNIT_TEST(steps_are_counted_from_the_minimum)
{
    struct rules rules = builder_rules(1);
    rules.rounds[0].max = (struct optional_points){true, builder_points("10")};
    rules.rounds[0].min = (struct optional_points){true, builder_points("1")};
    rules.rounds[0].step = (struct optional_points){true, builder_points("2")};
    set_up(rules, 1);
    CU_ASSERT(accept(0, 0, CELL_GIVEN, "7", 2));
    CU_ASSERT_FALSE(accept(1, 0, CELL_GIVEN, "8", 3));
}

UNIT_TEST(the_same_mark_twice_is_welcome_another_is_not)
{
    set_up(builder_rules(1), 1);
    CU_ASSERT(accept(0, 0, CELL_GIVEN, "90", 7));
    CU_ASSERT(accept(0, 0, CELL_GIVEN, "90.0", 9));
    CU_ASSERT(accept(0, 0, CELL_PENDING, "", 10));
    CU_ASSERT_FALSE(accept(0, 0, CELL_GIVEN, "91", 11));
    CU_ASSERT_FALSE(accept(0, 0, CELL_ABSENT, "", 12));
    CU_ASSERT_EQUAL_FATAL(builder_faults()->count, 2);
    const struct fault *fault = &builder_faults()->items[0];
    CU_ASSERT_STRING_EQUAL(fault->what.format, "this cell is {1} here and {2} at {3}");
    CHECK_TEXT(fault->what.arguments[0], "91");
    CHECK_TEXT(fault->what.arguments[1], "90");
    CHECK_TEXT(fault->what.arguments[2], "scores/a.csv:9");
    CHECK_TEXT(builder_faults()->items[1].what.arguments[0], "缺评");
    CU_ASSERT_EQUAL(sheets_sheet(&sheets, 0, 0, 0).cells[0].value, 900000);
}

UNIT_TEST(only_expected_judges_score)
{
    struct rules rules = builder_rules(2);
    rules.combine = COMBINE_SUM;
    rules.rounds[1].own.method = METHOD_GIVEN;
    rules_complete(&rules, unit_arena(), builder_faults());
    contest = contest_with(&rules, unit_arena());
    contest_add_judge(&contest, builder_judge("J1", "甲组"), builder_faults());
    contest_add_judge(&contest, builder_judge("J2", "乙组; 甲组"), builder_faults());
    contest_add_judge(&contest, builder_judge("J3", "乙组"), builder_faults());
    struct contestant contestant = builder_contestant("C1", "街道");
    contestant.panel_name = TEXT("甲组");
    contest_add_contestant(&contest, contestant, builder_faults());
    contest_complete(&contest, builder_faults());
    sheets = sheets_of(&contest, unit_arena());

    CU_ASSERT_EQUAL(sheets_expected(&sheets, 0, 0), 2);
    CU_ASSERT(accept(0, 1, CELL_GIVEN, "90", 2));
    CU_ASSERT_FALSE(accept(0, 2, CELL_GIVEN, "90", 2));
    CU_ASSERT(builder_reported("judge {1} is not expected to score contestant {2} in round {3}"));
    CU_ASSERT_FALSE(accept(0, INDEX_NONE, CELL_GIVEN, "90", 2));
    CU_ASSERT(builder_reported("round {1} is scored by judges, and the mark names none"));

    struct mark given = {.round = 1, .judge = INDEX_NONE, .state = CELL_GIVEN, .value = 5};
    CU_ASSERT_EQUAL(sheets_expected(&sheets, 1, 0), 1);
    CU_ASSERT(sheets_accept(&sheets, &given, builder_faults()));
    CU_ASSERT_EQUAL(sheets_sheet(&sheets, 1, 0, 0).judge, INDEX_NONE);
    given.judge = 0;
    CU_ASSERT_FALSE(sheets_accept(&sheets, &given, builder_faults()));
    CU_ASSERT(builder_reported("round {1} has one mark and no judges, and the mark names judge {2}"));
}

UNIT_TEST(a_recused_judge_must_not_score)
{
    struct rules rules = builder_rules(1);
    contest = builder_contest(&rules, 2, 2);
    contest_add_recusal(&contest, (struct recusal){1, 0, TEXT("亲属")});
    sheets = sheets_of(&contest, unit_arena());
    CU_ASSERT_EQUAL(sheets_sheet(&sheets, 0, 0, 1).state, CELL_RECUSED);
    CU_ASSERT_EQUAL(sheets_sheet(&sheets, 0, 1, 1).state, CELL_PENDING);
    CU_ASSERT(accept(0, 1, CELL_RECUSED, "", 2));
    CU_ASSERT_EQUAL(builder_faults()->count, 0);

    sheets = sheets_of(&contest, unit_arena());
    CU_ASSERT(accept(0, 1, CELL_ABSENT, "", 2));
    CU_ASSERT_EQUAL(sheets_sheet(&sheets, 0, 0, 1).state, CELL_RECUSED);
    CU_ASSERT_EQUAL(builder_faults()->count, 0);

    sheets = sheets_of(&contest, unit_arena());
    CU_ASSERT_FALSE(accept(0, 1, CELL_GIVEN, "90", 2));
    CU_ASSERT(builder_reported("judge {1} is recused from contestant {2} and must not score"));
}

UNIT_TEST(judges_are_recused_from_their_own_unit_and_county)
{
    struct rules rules = builder_rules(1);
    rules.recusal_auto = 1u << RECUSAL_BY_UNIT | 1u << RECUSAL_BY_COUNTY;
    rules_complete(&rules, unit_arena(), builder_faults());
    contest = contest_with(&rules, unit_arena());
    const char *const units[] = {"某局", "", "某院"}, *const counties[] = {"", "东县", ""};
    for (size_t i = 0; i < 3; i++) {
        struct judge judge = builder_judge(i == 0 ? "J1" : i == 1 ? "J2" : "J3", "");
        judge.unit = text_from_c(units[i]);
        judge.county = text_from_c(counties[i]);
        contest_add_judge(&contest, judge, builder_faults());
    }
    struct contestant contestant = builder_contestant("C1", "街道");
    contestant.unit = TEXT("某局");
    contestant.county = TEXT("东县");
    contest_add_contestant(&contest, contestant, builder_faults());
    contest_add_contestant(&contest, builder_contestant("C2", "街道"), builder_faults());
    contest_complete(&contest, builder_faults());
    sheets = sheets_of(&contest, unit_arena());
    CU_ASSERT_EQUAL(contest.recusal_count, 2);
    CU_ASSERT_EQUAL(sheets_sheet(&sheets, 0, 0, 0).state, CELL_RECUSED);
    CU_ASSERT_EQUAL(sheets_sheet(&sheets, 0, 0, 1).state, CELL_RECUSED);
    CU_ASSERT_EQUAL(sheets_sheet(&sheets, 0, 0, 2).state, CELL_PENDING);
    CU_ASSERT_EQUAL(sheets_sheet(&sheets, 0, 1, 0).state, CELL_PENDING);
}

UNIT_TEST(a_sheet_with_some_criteria_is_pending_and_partial)
{
    struct rules rules = builder_rules(1);
    struct criterion criteria[] = {{.id = TEXT_INIT("a"), .max = 1000000, .weight = POINTS_ONE},
                                   {.id = TEXT_INIT("b"), .max = 1000000, .weight = POINTS_ONE}};
    rules.rounds[0].criteria = criteria;
    rules.rounds[0].criterion_count = 2;
    set_up(rules, 1);
    builder_mark(&sheets, 0, 0, 0, 1, "50");
    struct sheet sheet = sheets_sheet(&sheets, 0, 0, 0);
    CU_ASSERT_EQUAL(sheet.state, CELL_PENDING);
    CU_ASSERT(sheet_is_partial(&sheet, &contest.rules.rounds[0]));
    builder_mark(&sheets, 0, 0, 0, 0, "50");
    sheet = sheets_sheet(&sheets, 0, 0, 0);
    CU_ASSERT_EQUAL(sheet.state, CELL_GIVEN);
    CU_ASSERT_FALSE(sheet_is_partial(&sheet, &contest.rules.rounds[0]));
    sheet = sheets_sheet(&sheets, 0, 1, 0);
    CU_ASSERT_FALSE(sheet_is_partial(&sheet, &contest.rules.rounds[0]));
}

/* What a cell says in place of a score. */
static bool say(size_t round, int word)
{
    struct mark mark = {.round = round, .word = word, .place = {.file = TEXT("scores/m.csv"), .line = 2, .column = 1}};
    return sheets_accept(&sheets, &mark, builder_faults());
}

UNIT_TEST(a_word_in_a_cell_is_the_state_of_the_round)
{
    struct rules rules = builder_rules(2);
    rules.combine = COMBINE_SUM;
    contest = builder_contest(&rules, 2, 1);
    sheets = sheets_of(&contest, unit_arena());
    CU_ASSERT_EQUAL(sheets_status(&sheets, 0), STATUS_COMPETING);
    CU_ASSERT(say(1, STATUS_ABSENT));
    CU_ASSERT(say(1, STATUS_ABSENT));
    CU_ASSERT_EQUAL(sheets_word(&sheets, 1, 0), STATUS_ABSENT);
    CU_ASSERT_EQUAL(sheets_word(&sheets, 0, 0), STATUS_COMPETING);
    CU_ASSERT_EQUAL(sheets_status(&sheets, 0), STATUS_ABSENT);
    CU_ASSERT_FALSE(say(1, STATUS_WITHDRAWN));

    contest.rules.absent_round = ABSENT_ROUND_ZERO;
    CU_ASSERT_EQUAL(sheets_status(&sheets, 0), STATUS_COMPETING);
    contest.rules.combine = COMBINE_BEST;
    CU_ASSERT_EQUAL(sheets_status(&sheets, 0), STATUS_COMPETING);
    CU_ASSERT(say(0, STATUS_WITHDRAWN));
    CU_ASSERT_EQUAL(sheets_status(&sheets, 0), STATUS_WITHDRAWN); /* no round is left: the first one's */
    CU_ASSERT(say(0, STATUS_DISQUALIFIED));
    CU_ASSERT_EQUAL(sheets_status(&sheets, 0), STATUS_DISQUALIFIED);
    contest.contestants[0].status = STATUS_EXHIBITION;
    CU_ASSERT_EQUAL(sheets_status(&sheets, 0), STATUS_EXHIBITION);
}

UNIT_TEST(a_number_beside_a_word_is_reported_in_either_order)
{
    struct rules rules = builder_rules(1);
    contest = builder_contest(&rules, 2, 1);
    sheets = sheets_of(&contest, unit_arena());
    builder_marks(&sheets, 0, 0, "90 缺评");
    CU_ASSERT_FALSE(say(0, STATUS_WITHDRAWN));

    sheets = sheets_of(&contest, unit_arena());
    CU_ASSERT(say(0, STATUS_WITHDRAWN));
    struct mark number = {
        .state = CELL_GIVEN, .value = 900000, .place = {.file = TEXT("scores/m.csv"), .line = 3, .column = 1}};
    CU_ASSERT_FALSE(sheets_accept(&sheets, &number, builder_faults()));
    CU_ASSERT_EQUAL(faults_grave(builder_faults()), 2);
}

UNIT_TEST(who_wrote_recused_may_not_score_after_it)
{
    set_up(builder_rules(1), 1);
    CU_ASSERT(accept(0, 0, CELL_RECUSED, "", 2));
    CU_ASSERT(accept(0, 0, CELL_RECUSED, "", 3));
    CU_ASSERT_FALSE(accept(0, 0, CELL_ABSENT, "", 4)); /* a word against a word */
    CU_ASSERT_FALSE(accept(0, 0, CELL_GIVEN, "90", 5));
    CU_ASSERT_EQUAL(builder_faults()->kinds[0].count, 2);
    CU_ASSERT(builder_reported("this cell is {1} here and {2} at {3}"));
    CHECK_TEXT(builder_faults()->items[0].what.arguments[2], "scores/a.csv:3");
    CU_ASSERT_EQUAL(sheets_sheet(&sheets, 0, 0, 0).state, CELL_RECUSED);
}

UNIT_TEST(a_ballot_takes_no_marks)
{
    static struct grade grades[] = {{.name = TEXT_INIT("优秀"), .value = 1000000}};
    struct rules rules = builder_rules(1);
    rules.rounds[0].own.method = METHOD_BALLOT;
    rules.rounds[0].grades = grades;
    rules.rounds[0].grade_count = 1;
    set_up(rules, 1);
    CU_ASSERT_EQUAL(sheets_sheet(&sheets, 0, 0, 0).state, CELL_PENDING);
    CU_ASSERT_FALSE(accept(0, INDEX_NONE, CELL_GIVEN, "90", 2));
    CU_ASSERT(builder_reported("round {1} is a ballot: its votes stand in ballots.csv"));
    contest_add_ballot(&contest, (struct ballot){.contestant = 0, .round = 0, .grade = 0, .count = 3});
    CU_ASSERT_EQUAL(sheets_sheet(&sheets, 0, 0, 0).state, CELL_GIVEN);
}

/* Nothing is guessed where several panels could be meant. */
UNIT_TEST(where_no_panel_is_expected_no_sheet_is)
{
    struct rules rules = builder_rules(1);
    contest = builder_open(&rules);
    contest_add_judge(&contest, builder_judge("J1", "甲组"), builder_faults());
    contest_add_judge(&contest, builder_judge("J2", "乙组"), builder_faults());
    builder_add_contestant(&contest, "C1", "");
    contest_complete(&contest, builder_faults());
    sheets = sheets_of(&contest, unit_arena());
    CU_ASSERT_EQUAL(sheets_expected(&sheets, 0, 0), 0);
    CU_ASSERT_FALSE(accept(0, 0, CELL_GIVEN, "90", 2));
    CU_ASSERT(builder_reported("judge {1} is not expected to score contestant {2} in round {3}"));
    struct sheet sheet;
    CU_ASSERT_FALSE(sheets_find(&sheets, 0, 0, 0, &sheet));
}

UNIT_TEST(a_given_mark_is_no_judges_sheet)
{
    struct rules rules = builder_rules(1);
    rules.rounds[0].own.method = METHOD_GIVEN;
    set_up(rules, 1);
    CU_ASSERT(accept(0, INDEX_NONE, CELL_GIVEN, "90", 2));
    struct sheet sheet;
    CU_ASSERT_FALSE(sheets_find(&sheets, 0, 0, INDEX_NONE, &sheet));
    CU_ASSERT_FALSE(sheets_find(&sheets, 0, 0, 0, &sheet));
}

/* A cell keeps the number of its file in 16 bits; all files from the 65,535th on are told as that one. */
UNIT_TEST(files_beyond_what_a_cell_can_number_are_told_as_the_last)
{
    set_up(builder_rules(1), 2);
    sheets.file_count = sheets.file_capacity = UINT16_MAX;
    sheets.files = ARENA_ARRAY(unit_arena(), struct text, sheets.file_capacity);
    sheets.files[UINT16_MAX - 1] = TEXT("scores/last.csv");
    CU_ASSERT(accept(0, 0, CELL_GIVEN, "90", 2));
    CU_ASSERT_EQUAL(sheets.file_count, UINT16_MAX);
    CU_ASSERT_FALSE(accept(0, 0, CELL_GIVEN, "91", 3));
    CHECK_TEXT(builder_faults()->items[0].what.arguments[2], "scores/last.csv:2");
}
