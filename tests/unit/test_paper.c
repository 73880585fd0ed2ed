#include "paper_contest.h"

UNIT_TEST(a_leaderboard_says_what_was_decided)
{
    begin_rules();
    hold(three, 4);
    struct text pdf = leaderboard(), read = pdf_text_of(pdf);
    CU_ASSERT(pdf_is_sound(pdf));
    CU_ASSERT(text_holds(read, "李䶮"));
    CU_ASSERT(text_holds(read, "91.96"));
    CU_ASSERT(text_holds(read, "𠮷田丽"));
    CU_ASSERT(text_holds(read, "3号赵𬭎（松州社区）弃权"));
    CU_ASSERT(text_holds(read, "最终得分同为90.00分，比较顺延小数位：阿拉坦·其其格 90.004、𠮷田丽 90.000"));
    CU_ASSERT(text_holds(read, "未签发"));
    CU_ASSERT(text_holds(read, "0123456789ab"));
    CU_ASSERT_FALSE(text_holds(read, "0123456789abc"));
    CU_ASSERT_FALSE(text_holds(read, "暂定"));
    CU_ASSERT(text_equal(pdf, leaderboard()));
    fonts_close(fonts);
}

UNIT_TEST(an_incomplete_leaderboard_is_marked)
{
    static const char *rows[][2] = {{"甲", "90 90 90 90 90 90 -"}, {"乙", "91 91 91 91 91 91 91"}};
    begin_rules();
    hold(rows, 2);
    struct text read = pdf_text_of(leaderboard());
    CU_ASSERT(text_holds(read, "成绩尚未齐全"));
    fonts_close(fonts);
}

/* Where a letter without a font was told as that of `whom`; no file: nowhere. */
static struct place place_of_missing(const char *whom)
{
    for (size_t i = 0; i < builder_faults()->count; i++) {
        const struct fault *fault = &builder_faults()->items[i];
        if (strcmp(fault->what.format, "no font has the character “{1}” ({2}) of {3}") == 0 &&
            text_equal(fault->what.arguments[2], text_from_c(whom)))
            return fault->place;
    }
    return (struct place){0};
}

UNIT_TEST(a_character_without_a_font_is_blamed_on_its_owner)
{
    static const char *rows[][2] = {{"甲", "90 90 90 90 90 90 90"}, {"王\U00031350", "91 91 91 91 91 91 91"}};
    begin_rules();
    hold(rows, 2);
    struct text pdf;
    CU_ASSERT_FALSE(write_leaderboard(&pdf));
    CU_ASSERT_EQUAL(pdf.length, 0);
    CU_ASSERT_EQUAL(builder_faults()->by_severity[SEVERITY_ERROR], 1);
    struct place place = place_of_missing("王\U00031350 王\U00031350");
    CHECK_TEXT(place.file, "contestants.csv");
    CU_ASSERT_EQUAL(place.line, 3);
    fonts_close(fonts);
}

UNIT_TEST(a_character_of_the_title_is_blamed_on_the_title)
{
    begin_rules();
    rules.title = TEXT("比\U00031351武");
    hold(three, 4);
    struct text pdf;
    CU_ASSERT_FALSE(write_leaderboard(&pdf));
    CHECK_TEXT(place_of_missing("比\U00031351武").file, "contest.yaml");
    CU_ASSERT_EQUAL(builder_faults()->by_severity[SEVERITY_ERROR], 1);
    fonts_close(fonts);
}

UNIT_TEST(numbers_come_back_exactly)
{
    static const char *rows[][2] = {{"甲", "91.11 91.11 91.11 91.11 91.11 91.11 91.11"},
                                    {"Bjo\xCC\x88rn A\xCC\x8Akesson", "81.17 81.17 81.17 81.17 81.17 81.17 81.17"}};
    begin_rules();
    hold(rows, 2);
    contest.contestants[0].draw = 111;
    struct text read = pdf_text_of(leaderboard());
    CU_ASSERT(text_holds(read, "1 111 甲 松州社区 91.11 一等奖"));
    CU_ASSERT(text_holds(read, "Bjo\xCC\x88rn A\xCC\x8Akesson 松州社区 81.17"));
    fonts_close(fonts);
}

UNIT_TEST(protests_go_where_the_rules_say)
{
    begin_rules();
    rules.protest_until = TEXT("2023-10-30");
    rules.protest_office = TEXT("监督科");
    rules.protest_phone = TEXT("0476-8011111");
    hold(three, 4);
    struct text read = pdf_text_of(leaderboard());
    CU_ASSERT(text_holds(read, "2023年10月30日前"));
    CU_ASSERT(text_holds(read, "监督科"));
    CU_ASSERT(text_holds(read, "0476-8011111"));
    CU_ASSERT(text_holds(read, "出场号"));
    fonts_close(fonts);
}

UNIT_TEST(marks_of_the_unranked_are_kept)
{
    static const char *rows[][2] = {{"甲", "90 90 90 90 90 90 90"}, {"乙", "91 91 91 91 91 91 91.5"}};
    begin_rules();
    hold(rows, 2);
    contest.contestants[1].status = STATUS_EXHIBITION;
    standings = standings_of(&contest, &sheets, unit_arena(), unit_scratch(), builder_faults());
    struct text read = pdf_text_of(scoresheets());
    CU_ASSERT(text_holds(read, "乙 91.0 91.0 91.0 91.0 91.0 91.0 91.5"));
    CU_ASSERT(text_holds(read, "不计名次"));
    fonts_close(fonts);
}

UNIT_TEST(scoresheets_show_what_was_dropped)
{
    begin_rules();
    hold(three, 4);
    struct text pdf = scoresheets(), read = pdf_text_of(pdf);
    CU_ASSERT(pdf_is_sound(pdf));
    CU_ASSERT(text_holds(read, "92.50 91.00 (93.20) (90.80) 92.60 91.40 92.30"));
    CU_ASSERT(text_holds(read, "459.80 5 91.960 91.96"));
    CU_ASSERT(text_holds(read, "弃权"));
    fonts_close(fonts);
}

UNIT_TEST(a_scoresheet_says_of_which_occasion_it_is)
{
    begin_rules();
    rules.level = TEXT("旗县区级");
    rules.venue = TEXT("第一会议室");
    hold(three, 4);
    CU_ASSERT(text_holds(pdf_text_of(scoresheets()), "旗县区级　第一会议室　2023年10月26日"));
    fonts_close(fonts);
}
