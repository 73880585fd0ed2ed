/* What does not fit side by side. */
#include "certificate_register.h"
#include "paper_contest.h"
#include "result_slips.h"

static const char *repeated(const char *letter, size_t count)
{
    struct sink sink = sink_in(unit_arena());
    for (size_t i = 0; i < count; i++)
        sink_c(&sink, letter);
    return text_to_c(unit_arena(), sink_written(&sink));
}

static bool write_slips(struct text *pdf)
{
    struct press press = unit_press();
    *pdf = TEXT("");
    return result_slips_write(&press, &standings, pdf);
}

/* "contestants.csv:3", of fault number `at`. */
static struct text line_of_fault(size_t at)
{
    struct sink sink = sink_in(unit_arena());
    const struct place *place = &builder_faults()->items[at].place;
    sink_text(&sink, place->file);
    sink_byte(&sink, ':');
    sink_integer(&sink, (int64_t)place->line);
    return sink_written(&sink);
}

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

/* A5 upright, between margins of 15 mm, has room for 37 letters of 8 pt and the label; A4 for more. */
UNIT_TEST(a_slip_of_a_long_name_is_on_larger_paper)
{
    const char *rows[][2] = {{repeated("名", 45), "91 91 91 91 91 91 91"}};
    begin_rules();
    hold(rows, 1);
    struct text pdf;
    CU_ASSERT(write_slips(&pdf));
    CU_ASSERT_EQUAL(faults_told(builder_faults()), 0);
    CU_ASSERT(text_holds(pdf, "841.8"));
    fonts_close(fonts);
}

/* 100 letters of 8 pt are wider than A4. */
UNIT_TEST(a_name_too_long_for_a_slip_is_told_with_its_line)
{
    const char *rows[][2] = {{"甲", "90 90 90 90 90 90 90"}, {repeated("名", 100), "91 91 91 91 91 91 91"}};
    begin_rules();
    hold(rows, 2);
    struct text pdf;
    CU_ASSERT_FALSE(write_slips(&pdf));
    CU_ASSERT_EQUAL_FATAL(builder_faults()->count, 1);
    CU_ASSERT(builder_reported("“{1}” is too long for a result slip"));
    CHECK_TEXT(line_of_fault(0), "contestants.csv:3");
    CHECK_TEXT(builder_faults()->items[0].what.arguments[0], rows[1][0]);
    fonts_close(fonts);
}

UNIT_TEST(a_round_too_long_for_a_slip_is_told_with_its_line)
{
    begin_rules();
    rules.rounds[0].name = text_from_c(repeated("环", 400));
    rules.rounds[0].place = (struct place){.file = TEXT("contest.yaml"), .line = 4, .column = 5};
    hold(three, 1);
    struct text pdf;
    CU_ASSERT_FALSE(write_slips(&pdf));
    CU_ASSERT_EQUAL_FATAL(builder_faults()->count, 1);
    CHECK_TEXT(line_of_fault(0), "contest.yaml:4");
    fonts_close(fonts);
}

/* A team's line is that of its first member; what was taken back has the line of who got it, if they are still there. */
UNIT_TEST(what_is_too_long_for_the_register_is_told_with_its_line)
{
    struct text award = text_from_c(repeated("奖", 300));
    struct issued_certificate back[] = {
        {1, TEXT("1"), PLACED_CONTESTANT, {TEXT("甲"), TEXT("甲"), [ISSUED_AWARD] = award}, true},
        {2, TEXT("2"), PLACED_UNIT, {[ISSUED_NAME] = TEXT("乙\U00031350"), [ISSUED_AWARD] = TEXT("奖")}, true},
    };
    struct issued issued = {back, 2, 2};
    struct edition corrected = {.hash = TEXT("0123456789abcdef"), .revision = 2, .issued = &issued};
    const char *rows[][2] = {{"甲", "90 90 90 90 90 90 90"}};
    begin_rules();
    hold(rows, 1);
    struct team team = {
        .name = text_from_c(repeated("队", 300)), .members = (size_t[]){0}, .member_count = 1, .rank = 1};
    standings.teams.items = &team;
    standings.teams.count = 1;
    struct press press = unit_press();
    struct text pdf;
    press.edition = &corrected;
    CU_ASSERT_FALSE(certificate_register_write(&press, &standings, 1, &pdf));
    CU_ASSERT_EQUAL_FATAL(builder_faults()->count, 3);
    CHECK_TEXT(line_of_fault(0), "contestants.csv:2");
    CHECK_TEXT(builder_faults()->items[0].what.arguments[0], repeated("队", 300));
    CHECK_TEXT(line_of_fault(1), "contest.yaml:0");
    CHECK_TEXT(line_of_fault(2), "contestants.csv:2");
    CHECK_TEXT(builder_faults()->items[2].what.arguments[0], repeated("奖", 300));
    fonts_close(fonts);
}
