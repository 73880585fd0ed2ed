#include "contest_folder.h"
#include "import_files.h"
#include "marks_name.h"

/* ---- names of files ---- */

static struct criterion criteria[] = {
    {.id = TEXT_INIT("results"), .name = TEXT_INIT("工作成效")},
    {.id = TEXT_INIT("x-2"), .name = TEXT_INIT("思路")},
};
static struct criterion only[] = {{.id = TEXT_INIT("written"), .name = TEXT_INIT("笔试")}};
static struct round rounds[] = {
    {.id = TEXT_INIT("stage"), .name = TEXT_INIT("登台述评"), .criteria = criteria, .criterion_count = 2},
    {.id = TEXT_INIT("written"), .name = TEXT_INIT("笔试"), .criteria = only, .criterion_count = 1},
    {.id = TEXT_INIT("stage-2"), .name = TEXT_INIT("复赛 A"), .criteria = only, .criterion_count = 1},
};
static const struct rules rules = {.rounds = rounds, .round_count = 3};

static void check_name(const char *path, size_t round, const char *criterion)
{
    struct marks_name name = marks_name_read(&rules, path, true, unit_scratch());
    CU_ASSERT_EQUAL(name.round, round);
    CHECK_TEXT(name.criterion, criterion);
    CU_ASSERT_FALSE(name.is_ambiguous);
}

UNIT_TEST(a_file_is_named_by_its_round_and_criterion)
{
    check_name("a/scores/登台述评.csv", 0, "");
    check_name("登台述评.xlsx", 0, "");
    check_name("登台述评", 0, "");
    check_name("scores.d/stage.csv", 0, "");
    check_name("登台述评-工作成效.csv", 0, "工作成效");
    check_name("stage_results.csv", 0, "results");
    check_name("登台述评 – 工作成效.csv", 0, "工作成效");
    check_name("登台述评——工作成效.csv", 0, "工作成效");
    check_name("ＳＴＡＧＥ＿Results.csv", 0, "results");
    check_name("登台述评　思路.csv", 0, "思路");
    check_name("stage-x-2.csv", 0, "x-2");
    check_name("复赛 a.csv", 2, "");
}

UNIT_TEST(what_follows_in_a_files_name_is_free)
{
    check_name("登台述评-街道.csv", 0, "");
    check_name("登台述评(1).csv", 0, "");
    check_name("登台述评-工作成效（2）.csv", 0, "工作成效");
    check_name("登台述评-工作成效-街道.csv", 0, "工作成效");
    check_name("笔试-工作成效.csv", 1, "");
}

UNIT_TEST(a_name_that_goes_on_is_another)
{
    check_name("登台述评分.csv", INDEX_NONE, "");
    check_name("stages.csv", INDEX_NONE, "");
    check_name("登台述评-工作成效汇总.csv", 0, "");
    check_name("工作成效.csv", INDEX_NONE, "");
    check_name(".csv", INDEX_NONE, "");
    check_name("", INDEX_NONE, "");
}

UNIT_TEST(the_longest_name_is_meant)
{
    check_name("stage-2.csv", 2, "");
    check_name("stage-2-results.csv", 2, "");
    check_name("stage-3.csv", 0, "");
}

UNIT_TEST(a_criterion_may_stand_alone_where_the_round_is_known)
{
    struct marks_name name = marks_name_read(&rules, "工作成效.csv", false, unit_scratch());
    CHECK_TEXT(name.criterion, "工作成效");
    name = marks_name_read(&rules, "登台述评-思路.csv", false, unit_scratch());
    CHECK_TEXT(name.criterion, "思路");
}

UNIT_TEST(two_ways_to_read_a_name_are_none)
{
    struct criterion parts[] = {{.id = TEXT_INIT("b"), .name = TEXT_INIT("b")},
                                {.id = TEXT_INIT("c"), .name = TEXT_INIT("c")}};
    struct round both[] = {
        {.id = TEXT_INIT("a"), .name = TEXT_INIT("a"), .criteria = parts, .criterion_count = 2},
        {.id = TEXT_INIT("a-b"), .name = TEXT_INIT("a-b"), .criteria = parts, .criterion_count = 2},
    };
    struct rules doubtful = {.rounds = both, .round_count = 2};
    struct marks_name name = marks_name_read(&doubtful, "a-b.csv", true, unit_scratch());
    CU_ASSERT_TRUE(name.is_ambiguous);
    CU_ASSERT_EQUAL(name.round, INDEX_NONE);
    CHECK_TEXT(name.criterion, "");
    name = marks_name_read(&doubtful, "a-b-c.csv", true, unit_scratch());
    CU_ASSERT_FALSE(name.is_ambiguous);
    CU_ASSERT_EQUAL(name.round, 1);
    CHECK_TEXT(name.criterion, "c");
}

/* ---- tables ---- */

static struct faults faults;
static struct contest contest;
static struct sheets sheets;

#define RULES                                                                                                          \
    "title: t\nrounds:\n  - { id: a, name: 笔试, weight: 40, method: given }\n"                                      \
    "  - { id: b, name: 登台, weight: 60, criteria: [{ id: x, name: 成效, max: 10 }, { id: y, max: 90 }] }\n"

/* Reads a folder whose scores folder has the one file. */
static bool read_marks(const char *judges, const char *name, const char *marks)
{
    const char *folder = test_folder();
    struct sink path = sink_in(unit_arena());
    sink_c(&path, "scores/");
    sink_c(&path, name);
    struct sink scores = sink_in(unit_arena());
    sink_c(&scores, folder);
    sink_c(&scores, "/scores");
    CU_ASSERT_EQUAL_FATAL(mkdir(text_to_c(unit_arena(), sink_written(&scores)), 0700), 0);
    test_file(folder, "contest.yaml", TEXT(RULES));
    test_file(folder, "judges.csv", text_from_c(judges ? judges : "id,name\nJ1,李明\nJ2,王芳\n"));
    test_file(folder, "contestants.csv", TEXT("id,name,sector,unit\nC1,张䶮,社区,甲局\nC2,李四,街道,\n"));
    test_file(folder, text_to_c(unit_arena(), sink_written(&path)), text_from_c(marks));
    faults = faults_in(unit_arena());
    bool is_read =
        contest_folder_read(folder, ENCODING_UNTOLD, unit_arena(), unit_scratch(), &faults, &contest, &sheets);
    faults_sort(&faults, unit_scratch());
    test_folder_remove(folder);
    return is_read;
}

static const struct cell *cell_of(size_t contestant, size_t judge, size_t criterion)
{
    return &sheets_sheet(&sheets, 1, contestant, judge).cells[criterion];
}

static void check_fault(size_t at, const char *expected)
{
    CU_ASSERT_TRUE_FATAL(at < faults.count);
    CHECK_TEXT(fault_shown(&faults.items[at]), expected);
}

UNIT_TEST(a_column_a_judge)
{
    CU_ASSERT_TRUE(read_marks(NULL, "登台-成效.csv", "编号,姓名,单位,王芳,J1\nC1,张 䶮,甲局,9,8.5\nC2,,乙局,缺评,\n"));
    CU_ASSERT_EQUAL(faults.count, 0);
    CU_ASSERT_EQUAL(cell_of(0, 0, 0)->value, 85000);
    CU_ASSERT_EQUAL(cell_of(0, 1, 0)->value, 90000);
    CU_ASSERT_EQUAL(cell_of(0, 0, 1)->state, CELL_PENDING);
    CU_ASSERT_EQUAL(cell_of(1, 0, 0)->state, CELL_PENDING);
    CU_ASSERT_EQUAL(cell_of(1, 1, 0)->state, CELL_ABSENT);
    CU_ASSERT_EQUAL(cell_of(0, 0, 0)->line, 2);
}

UNIT_TEST(a_column_a_criterion)
{
    CU_ASSERT_TRUE(read_marks(NULL, "m.csv", "评委,选手,y,成效\nJ1,C1,80,8\n王芳,李四,81.5,回避\n"));
    CU_ASSERT_EQUAL(faults.count, 0);
    CU_ASSERT_EQUAL(cell_of(0, 0, 0)->value, 80000);
    CU_ASSERT_EQUAL(cell_of(0, 0, 1)->value, 800000);
    CU_ASSERT_EQUAL(cell_of(1, 1, 1)->value, 815000);
    CU_ASSERT_EQUAL(cell_of(1, 1, 0)->state, CELL_RECUSED);
}

UNIT_TEST(rows_of_several_rounds_and_criteria)
{
    CU_ASSERT_TRUE(read_marks(NULL, "m.csv", "环节,评分项,选手,J1,J2\n登台,y,C1,80,81\nb,x,C1,8,9\n"));
    CU_ASSERT_EQUAL(cell_of(0, 0, 1)->value, 800000);
    CU_ASSERT_EQUAL(cell_of(0, 1, 0)->value, 90000);
    CU_ASSERT_TRUE(read_marks(NULL, "成效.csv", "环节,选手,J1\n登台,C1,8\n"));
    CU_ASSERT_EQUAL(cell_of(0, 0, 0)->value, 80000);
    CU_ASSERT_FALSE(read_marks(NULL, "成效.csv", "环节,选手,J1\n笔试,C1,8\n"));
    check_fault(0, "2:1 there is no criterion “成效” in round 笔试 | its criteria are: 笔试 (a)");
    CU_ASSERT_FALSE(read_marks(NULL, "m.csv", "环节,选手,J1\n登台,C1,8\n"));
    check_fault(0, "2:1 this row names no criterion, and round 登台 has several | its criteria are: 成效 (x), y");
}

UNIT_TEST(judges_that_are_called_as_columns_are)
{
    /* 得分 and 评委 are no columns of a table by judge, so beside another judge they can but be judges; 备注 can be
     * both. */
    CU_ASSERT_TRUE(read_marks("id,name\nJ1,得分\nJ2,王芳\n", "登台-x.csv", "选手,J2,得分\nC1,8,9\n"));
    CU_ASSERT_EQUAL(cell_of(0, 0, 0)->value, 90000);
    CU_ASSERT_TRUE(read_marks("id,name\nJ1,评委\nJ2,王芳\n", "登台-x.csv", "选手,评委,J2\nC1,8,9\n"));
    CU_ASSERT_EQUAL(cell_of(0, 0, 0)->value, 80000);
    CU_ASSERT_FALSE(read_marks("id,name\nJ1,备注\nJ2,王芳\n", "登台-x.csv", "选手,备注,王芳\nC1,8,9\n"));
    CU_ASSERT_EQUAL(faults.count, 1);
    CU_ASSERT_EQUAL(faults.items[0].place.column, 4);
    CU_ASSERT_TRUE(read_marks("id,name\nJ1,备注\nJ2,王芳\n", "登台-x.csv", "选手,J1,王芳\nC1,8,9\n"));
    /* Alone it is the column of a long table, in which the row then lacks its judge. */
    CU_ASSERT_FALSE(read_marks("id,name\nJ1,得分\nJ2,王芳\n", "登台-x.csv", "round,选手,criterion,得分\nb,C1,x,8\n"));
}

UNIT_TEST(a_judge_and_a_criterion_of_one_name)
{
    const char *judges = "id,name\nx,李明\nJ2,王芳\n";
    CU_ASSERT_TRUE(read_marks(judges, "登台-x.csv", "选手,x,J2\nC1,8,9\n"));
    CU_ASSERT_EQUAL(cell_of(0, 0, 0)->value, 80000);
    CU_ASSERT_TRUE(read_marks(judges, "登台.csv", "评委,选手,x,y\nx,C1,8,80\n"));
    CU_ASSERT_EQUAL(cell_of(0, 0, 1)->value, 800000);
}

UNIT_TEST(the_columns_of_a_mark_in_its_place)
{
    CU_ASSERT_FALSE(read_marks(NULL, "登台-x.csv", "选手,姓名,J1,J2\nC1,\"张䶮\",1O,9x\nC2,\"李\n四\",1O,9x\n"));
    CU_ASSERT_EQUAL(faults.count, 5);
    check_fault(0, "2:9 “1O” is not a number | is it the letter O in place of the digit 0?");
    check_fault(1, "2:12 “9x” is not a number | write digits, and a point where it has decimals, such as 92.5");
    /* A name on two lines is not the one that is known. */
    CU_ASSERT_EQUAL(faults.items[2].place.line, 3);
    check_fault(3, "4:4 “1O” is not a number | is it the letter O in place of the digit 0?");
}
