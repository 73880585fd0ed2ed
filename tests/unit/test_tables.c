#include "columns.h"
#include "contest_folder.h"
#include "import_files.h"

static struct faults faults;
static struct contest contest;
static struct sheets sheets;

#define RULES                                                                                                          \
    "title: t\nrounds:\n  - { id: a, name: 笔试, weight: 40, method: given }\n"                                      \
    "  - { id: b, name: 登台, weight: 60, criteria: [{ id: x, max: 10 }, { id: y, max: 90 }] }\n"
#define JUDGES      "编号,姓名,单位,权重,状态\nJ1,李明,甲,2.5,\nJ2,王芳,乙,,作废\n"
#define CONTESTANTS "选手编号,姓名,组别,状态,出场序号\nC1,张䶮,社区,,3\nC2,李四,街道,弃权,\nC3,李四,街道,参赛,1\n"

struct test_files {
    const char *contestants, *scores, *adjustments, *recusals, *timings;
};

/* Reads a folder of the sound files above and those given. */
static bool read_contest(struct test_files files)
{
    const char *folder = test_folder();
    struct sink scores = sink_in(unit_arena());
    sink_c(&scores, folder);
    sink_c(&scores, "/scores");
    CU_ASSERT_EQUAL_FATAL(mkdir(text_to_c(unit_arena(), sink_written(&scores)), 0700), 0);
    test_file(folder, "contest.yaml", TEXT(RULES));
    test_file(folder, "judges.csv", TEXT(JUDGES));
    test_file(folder, "contestants.csv", files.contestants ? text_from_c(files.contestants) : TEXT(CONTESTANTS));
    if (files.scores)
        test_file(folder, "scores/marks.csv", text_from_c(files.scores));
    if (files.adjustments)
        test_file(folder, "adjustments.csv", text_from_c(files.adjustments));
    if (files.recusals)
        test_file(folder, "recusals.csv", text_from_c(files.recusals));
    if (files.timings)
        test_file(folder, "timings.csv", text_from_c(files.timings));
    faults = faults_in(unit_arena());
    bool is_read =
        contest_folder_read(folder, ENCODING_UNTOLD, unit_arena(), unit_scratch(), &faults, &contest, &sheets);
    faults_sort(&faults, unit_scratch());
    test_folder_remove(folder);
    return is_read;
}

static void check_fault(size_t at, const char *expected)
{
    CU_ASSERT_TRUE_FATAL(at < faults.count);
    CHECK_TEXT(fault_shown(&faults.items[at]), expected);
}

/* ---- columns ---- */

UNIT_TEST(headers_go_by_any_of_their_names)
{
    CU_ASSERT_EQUAL(columns_find(&contestants_format, TEXT(" ID ")), CONTESTANTS_ID);
    CU_ASSERT_EQUAL(columns_find(&contestants_format, TEXT("ｉｄ")), CONTESTANTS_ID);
    CU_ASSERT_EQUAL(columns_find(&contestants_format, TEXT("参赛号")), CONTESTANTS_ID);
    CU_ASSERT_EQUAL(columns_find(&contestants_format, TEXT("选手")), CONTESTANTS_NAME);
    CU_ASSERT_EQUAL(columns_find(&contestants_format, TEXT("旗县区")), CONTESTANTS_COUNTY);
    CU_ASSERT_EQUAL(columns_find(&marks_format, TEXT("选手")), MARKS_CONTESTANT);
    CU_ASSERT_EQUAL(columns_find(&marks_format, TEXT("轮次")), MARKS_ROUND);
    CU_ASSERT_EQUAL(columns_find(&marks_format, TEXT("指标")), MARKS_CRITERION);
    CU_ASSERT_EQUAL(columns_find(&marks_format, TEXT("成绩")), MARKS_SCORE);
    CU_ASSERT_EQUAL(columns_find(&judges_format, TEXT("评委组")), JUDGES_PANEL);
    CU_ASSERT_EQUAL(columns_find(&judges_format, TEXT("")), INDEX_NONE);
    CU_ASSERT_EQUAL(columns_find(&judges_format, TEXT("备注")), INDEX_NONE);
}

static bool names_a_column(const struct table_format *format, struct text header, size_t wanted)
{
    return columns_find(format, header) == wanted;
}

UNIT_TEST(no_header_means_two_columns)
{
    for (size_t f = 0; f < table_format_count; f++)
        for (size_t c = 0; c < table_formats[f]->count; c++) {
            struct text rest = table_formats[f]->columns[c].aliases, alias;
            CU_ASSERT_TRUE(names_a_column(table_formats[f], table_formats[f]->columns[c].name, c));
            while (text_next_part(&rest, '|', &alias))
                CU_ASSERT_TRUE(names_a_column(table_formats[f], alias, c));
        }
}

/* ---- people ---- */

UNIT_TEST(people_are_read_with_all_they_have)
{
    CU_ASSERT_TRUE(read_contest((struct test_files){0}));
    CU_ASSERT_EQUAL(faults.count, 0);
    CU_ASSERT_EQUAL_FATAL(contest.judge_count, 2);
    CHECK_TEXT(contest.judges[0].name, "李明");
    CU_ASSERT_EQUAL(contest.judges[0].weight, 25000);
    CU_ASSERT_EQUAL(contest.judges[1].weight, POINTS_ONE);
    CU_ASSERT_FALSE(contest.judges[0].is_void);
    CU_ASSERT_TRUE(contest.judges[1].is_void);
    CU_ASSERT_EQUAL_FATAL(contest.contestant_count, 3);
    CHECK_TEXT(contest.contestants[0].name, "张䶮");
    CU_ASSERT_EQUAL(contest.contestants[0].draw, 3);
    CU_ASSERT_EQUAL(contest.contestants[1].status, STATUS_WITHDRAWN);
    CU_ASSERT_EQUAL(contest.contestants[2].status, STATUS_COMPETING);
    CU_ASSERT_EQUAL(contest.contestants[2].place.line, 4);
}

/* ---- marks ---- */

static struct cell cell_of(size_t round, size_t contestant, size_t slot, size_t criterion)
{
    return sheets_sheet(&sheets, round, contestant, slot).cells[criterion];
}

UNIT_TEST(marks_find_their_cells)
{
    CU_ASSERT_TRUE(read_contest((struct test_files){.scores = "环节,选手,评委,评分项,得分\n"
                                                              "笔试,C1,,,９１．５\n"
                                                              "b,张䶮,J1,x,0\n"
                                                              "登台,C1,李明,y,缺评\n"
                                                              "b,C3,J1,x,回避\n"
                                                              "b,C3,J1,y,\n"}));
    CU_ASSERT_EQUAL(faults.count, 0);
    CU_ASSERT_EQUAL(cell_of(0, 0, 0, 0).value, 915000);
    CU_ASSERT_EQUAL(cell_of(1, 0, 0, 0).state, CELL_GIVEN);
    CU_ASSERT_EQUAL(cell_of(1, 0, 0, 0).value, 0);
    CU_ASSERT_EQUAL(cell_of(1, 0, 0, 1).state, CELL_ABSENT);
    CU_ASSERT_EQUAL(cell_of(1, 2, 0, 0).state, CELL_RECUSED);
    CU_ASSERT_EQUAL(cell_of(1, 2, 0, 1).state, CELL_PENDING);
    CU_ASSERT_EQUAL(cell_of(1, 0, 0, 0).line, 3);
}

UNIT_TEST(the_same_mark_again_is_welcome)
{
    CU_ASSERT_TRUE(read_contest((struct test_files){.scores = "round,contestant,score\na,C1,90\na,C1,90.0\n"}));
    CU_ASSERT_FALSE(read_contest((struct test_files){.scores = "round,contestant,score\na,C1,90\na,C1,91\n"}));
    CU_ASSERT_EQUAL(faults.count, 1);
    CU_ASSERT_EQUAL(faults.items[0].place.line, 3);
}

UNIT_TEST(every_fault_of_a_row_is_reported)
{
    CU_ASSERT_FALSE(
        read_contest((struct test_files){.scores = "round,contestant,judge,criterion,score\nb,李四,J9,z,9O\n"}));
    CU_ASSERT_EQUAL(faults.count, 4);
    check_fault(0, "2:3 several contestants are called “李四” | write the id instead");
    check_fault(1, "2:6 there is no judge “J9” in judges.csv");
    check_fault(2, "2:9 there is no criterion “z” in round 登台 | its criteria are: x, y");
    check_fault(3, "2:11 “9O” is not a number | is it the letter O in place of the digit 0?");
}

UNIT_TEST(a_header_line_that_is_broken_is_not_replaced_by_the_next)
{
    CU_ASSERT_FALSE(read_contest((struct test_files){.scores = "round,con\"testant,score\na,C1,90\n"}));
    CU_ASSERT_EQUAL(faults.count, 1);
    check_fault(0,
                "1:10 there is a quote within this cell, which does not begin with one | put the whole cell in quotes, "
                "and write a quote within it twice: \"\"");
}

UNIT_TEST(faults_of_people_do_not_spread_to_marks)
{
    CU_ASSERT_FALSE(read_contest((struct test_files){.contestants = "id,name,sector\nC1,,社区\nC2,李四,街道\n",
                                                     .scores = "round,contestant,score\na,C1,90\na,C2,x\n"}));
    CU_ASSERT_EQUAL(faults.count, 2);
    check_fault(0, "2:4 the cell name is empty");
    check_fault(1, "3:6 “x” is not a number | write digits, and a point where it has decimals, such as 92.5");
}

/* ---- the rest ---- */

UNIT_TEST(adjustments_are_signed_by_themselves_or_by_kind)
{
    CU_ASSERT_TRUE(
        read_contest((struct test_files){.adjustments = "选手,环节,分值,原因,类型\nC1,b,-0.5,超时,\nC1,,2,创新,加分\n"
                                                        "C3,登台,1,迟到,扣分\nC3,a,+1,好,\n"}));
    CU_ASSERT_EQUAL_FATAL(contest.adjustment_count, 4);
    CU_ASSERT_EQUAL(contest.adjustments[0].value, -5000);
    CU_ASSERT_EQUAL(contest.adjustments[0].round, 1);
    CU_ASSERT_EQUAL(contest.adjustments[1].value, 20000);
    CU_ASSERT_EQUAL(contest.adjustments[1].round, INDEX_NONE);
    CHECK_TEXT(contest.adjustments[1].reason, "创新");
    CU_ASSERT_EQUAL(contest.adjustments[2].value, -10000);
}

UNIT_TEST(recusals_and_timings_are_read)
{
    CU_ASSERT_TRUE(read_contest((struct test_files){.recusals = "judge,contestant,reason\n李明,C3,亲属\n",
                                                    .timings = "选手,环节,用时\nC1,b,8:15.9\nC3,b,\n"}));
    CU_ASSERT_EQUAL_FATAL(contest.recusal_count, 1);
    CU_ASSERT_EQUAL(contest.recusals[0].judge, 0);
    CU_ASSERT_EQUAL(contest.recusals[0].contestant, 2);
    CU_ASSERT_EQUAL_FATAL(contest.timing_count, 1);
    CU_ASSERT_EQUAL(contest_seconds(&contest, 0, 1), 495);
}

UNIT_TEST(folders_that_are_none_say_so)
{
    faults = faults_in(unit_arena());
    CU_ASSERT_FALSE(contest_folder_read("/tmp/biwu-no-such", ENCODING_UNTOLD, unit_arena(), unit_scratch(), &faults,
                                        &contest, &sheets));
    check_fault(0, "0:0 there is no such folder");
    const char *folder = test_folder();
    const char *file = test_file(folder, "x", TEXT(""));
    faults = faults_in(unit_arena());
    CU_ASSERT_FALSE(
        contest_folder_read(file, ENCODING_UNTOLD, unit_arena(), unit_scratch(), &faults, &contest, &sheets));
    check_fault(0, "0:0 this is not a folder");
    test_folder_remove(folder);
}
