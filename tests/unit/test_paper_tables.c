/* What does not fit side by side. */
#include "paper_contest.h"

UNIT_TEST(many_judges_share_several_tables)
{
    static const char *rows[][2] = {
        {"甲", "85.31 86.32 87.33 88.34 89.35 85.36 86.37 87.38 88.39 89.40 85.41 86.42 87.43 88.44 89.45 85.46 86.47 "
               "87.48 88.49 89.50 85.51 86.52 87.53 88.54"}};
    begin_rules();
    judge_count = 24;
    hold(rows, 1);
    struct text read = pdf_text_of(scoresheets());
    CU_ASSERT(text_holds(read, "87.33 88.34 89.35 85.36"));
    CU_ASSERT(text_holds(read, "87.53 88.54"));
    CU_ASSERT(text_holds(read, "1921.39 22 87.3359 87.34"));
    fonts_close(fonts);
}

/* Of 20 contestants and 21 judges the parts lie side by side: all go on after the same row, and say so. */
UNIT_TEST(parts_of_a_sheet_go_on_after_the_same_row)
{
    static char names[20][16];
    const char *rows[20][2];
    for (int i = 0; i < 20; i++) {
        snprintf(names[i], sizeof names[i], "P%02d", i);
        rows[i][0] = names[i];
        rows[i][1] = "85.31 86.32 87.33 88.34 89.35 85.36 86.37 87.38 88.39 89.40 85.41 86.42 87.43 88.44 89.45 85.46 "
                     "86.47 87.48 88.49 89.50 85.51";
    }
    begin_rules();
    judge_count = 21;
    hold(rows, 20);
    struct text read = pdf_text_of(scoresheets());
    CU_ASSERT_EQUAL(text_count(read, "转下页"), 2);
    CU_ASSERT_EQUAL(text_count(read, "P19"), 2);
    size_t first = text_first_after(read, "转下页", "P");
    CU_ASSERT(first > 0 && text_holds((struct text){read.bytes + first, 3}, "P15"));
    struct text rest = {read.bytes + first, read.length - first};
    first = text_first_after(rest, "转下页", "P");
    CU_ASSERT(first > 0 && text_holds((struct text){rest.bytes + first, 3}, "P15"));
    fonts_close(fonts);
}

/* On their side they would take two pages, upright with names in two lines it is one. */
UNIT_TEST(ten_long_names_stand_on_one_page)
{
    static char names[10][80];
    const char *rows[10][2];
    for (int i = 0; i < 10; i++) {
        snprintf(names[i], sizeof names[i], "Alexandra KONSTANTINOPOLSKAYA / Maximilian FEATHERSTONEHAUG%c", 'A' + i);
        rows[i][0] = names[i];
        rows[i][1] = "91 91 91 91 91 91 91";
    }
    begin_rules();
    hold(rows, 10);
    struct text read = pdf_text_of(leaderboard());
    CU_ASSERT(text_holds(read, "第 1 页 共 1 页"));
    CU_ASSERT(text_holds(read, rows[0][0]));
    fonts_close(fonts);
}

UNIT_TEST(long_names_stay_whole)
{
    static const char *rows[][2] = {
        {"古丽努尔·阿卜杜热合曼·买买提依明·玉素甫江·艾合买提江·吐尔逊阿依", "91 91 91 91 91 91 91"},
        {"Alexandra Konstantinopolskaya-Featherstonehaugh", "90 90 90 90 90 90 90"}};
    begin_rules();
    hold(rows, 2);
    struct text board = pdf_text_of(leaderboard()), sheets_read = pdf_text_of(scoresheets());
    for (size_t i = 0; i < 2; i++) {
        CU_ASSERT(text_holds(board, rows[i][0]));
        CU_ASSERT(text_holds(sheets_read, rows[i][0]));
    }
    fonts_close(fonts);
}

UNIT_TEST(a_name_without_end_is_told_with_its_line)
{
    struct sink name = sink_in(unit_arena());
    for (int i = 0; i < 100; i++)
        sink_c(&name, "名");
    const char *rows[][2] = {{text_to_c(unit_arena(), sink_written(&name)), "91 91 91 91 91 91 91"}};
    begin_rules();
    hold(rows, 1);
    struct text pdf;
    CU_ASSERT_FALSE(write_leaderboard(&pdf));
    CU_ASSERT(builder_reported("“{1}” is too long for its column on paper"));
    CU_ASSERT_EQUAL(builder_faults()->items[0].place.line, 2);
    CHECK_TEXT(builder_faults()->items[0].what.arguments[0], rows[0][0]);
    fonts_close(fonts);
}

/* A leaderboard of so many rounds, each a mean of the same marks. */
static bool write_rounds(size_t count, struct text *pdf)
{
    struct round *rounds = ARENA_ARRAY(unit_arena(), struct round, count);
    begin_rules();
    for (size_t i = 0; i < count; i++) {
        struct sink id = sink_in(unit_arena());
        sink_integer(&id, (int64_t)i + 1);
        rounds[i] = rules.rounds[0];
        rounds[i].id = rounds[i].name = sink_written(&id);
    }
    rules.rounds = rounds;
    rules.round_count = count;
    rules.combine = COMBINE_SUM;
    hold(three, 1);
    for (size_t i = 1; i < count; i++)
        builder_marks(&sheets, i, 0, three[0][1]);
    standings = standings_of(&contest, &sheets, unit_arena(), unit_scratch(), builder_faults());
    return write_leaderboard(pdf);
}

UNIT_TEST(many_rounds_lie_on_their_side_and_then_in_tables_of_their_own)
{
    struct text pdf;
    CU_ASSERT(write_rounds(12, &pdf));
    CU_ASSERT(text_holds(pdf_text_of(pdf), "91.96 91.96 91.96"));
    fonts_close(fonts);
    CU_ASSERT(write_rounds(40, &pdf));
    struct text read = pdf_text_of(pdf);
    CU_ASSERT(text_holds(read, "1 1 李䶮 松州社区 3678.40 ")); /* 40 × 91.96, and no round beside it */
    CU_ASSERT(text_holds(read, "各环节得分\n名次 姓名 1 2 3 4"));
    CU_ASSERT(text_holds(read, "38 39 40\n1 李䶮 91.96 91.96"));
    fonts_close(fonts);
}

/* ---- signers ---- */

UNIT_TEST(a_long_role_has_a_row_of_its_own)
{
    static struct text sign[] = {TEXT_INIT("计分员"), TEXT_INIT("旗县区纪委监委派驻纪检监察组监督员"),
                                 TEXT_INIT("总裁判")};
    begin_rules();
    rules.sign = (struct texts){sign, 3};
    hold(three, 4);
    struct text read = pdf_text_of(leaderboard());
    CU_ASSERT(text_holds(read, "计分员：\n旗县区纪委监委派驻纪检监察组监督员：\n总裁判："));
    fonts_close(fonts);
}
