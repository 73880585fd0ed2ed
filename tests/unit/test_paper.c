#include "certificate.h"
#include "contest_builder.h"
#include "leaderboard.h"
#include "pdf_reading.h"
#include "scoresheets.h"

static struct rules rules;
static struct contest contest;
static struct sheets sheets;
static struct standings standings;
static struct fonts *fonts;
static const struct edition edition = {TEXT_INIT("0123456789abcdef"), false};

/* One stage round of seven judges, highest and lowest dropped; awards for first and second. */
static void begin_rules(void)
{
    static struct award awards[2];
    static struct text hosts[1], sign[2];
    static struct tie_key ties[1];
    rules = builder_rules(1);
    rules.rounds[0].name = TEXT("登台述评");
    rules.rounds[0].method = METHOD_TRIMMED_MEAN;
    rules.rounds[0].overtime.limit = 0;
    awards[0] = (struct award){.name = TEXT("一等奖"), .has_count = true, .count = 1};
    awards[1] = (struct award){.name = TEXT("二等奖"), .has_count = true, .count = 1};
    hosts[0] = TEXT("某市委组织部");
    sign[0] = TEXT("计分员");
    sign[1] = TEXT("总裁判");
    ties[0] = (struct tie_key){.kind = TIE_EXACT, .written = TEXT("exact")};
    rules.ties = ties;
    rules.tie_count = 1;
    rules.awards = awards;
    rules.award_count = 2;
    rules.hosts = (struct texts){hosts, 1};
    rules.sign = (struct texts){sign, 2};
    rules.date = TEXT("2023-10-26");
    rules.certificate_number = TEXT("BW-{n:03}");
}

/* The contest of these names, a row of seven marks each; a name may begin with ! for one who withdrew. */
static void hold(const char *rows[][2], size_t count)
{
    rules_complete(&rules, unit_arena(), builder_faults());
    contest = contest_with(&rules, unit_arena());
    for (size_t i = 0; i < 7; i++) {
        struct sink id = sink_in(unit_arena());
        sink_integer(&id, (int64_t)i + 1);
        contest_add_judge(&contest, builder_judge(text_to_c(unit_arena(), sink_written(&id)), ""), builder_faults());
    }
    for (size_t i = 0; i < count; i++) {
        bool withdrew = rows[i][0][0] == '!';
        struct contestant contestant = builder_contestant(rows[i][0] + withdrew, "社区");
        contestant.draw = (int64_t)i + 1;
        contestant.unit = TEXT("松州社区");
        contestant.status = withdrew ? STATUS_WITHDRAWN : STATUS_COMPETING;
        contest_add_contestant(&contest, contestant, builder_faults());
    }
    contest_complete(&contest, builder_faults());
    sheets = sheets_of(&contest, unit_arena());
    for (size_t i = 0; i < count; i++)
        if (rows[i][1])
            builder_marks(&sheets, 0, i, rows[i][1]);
    standings = standings_of(&contest, &sheets, unit_arena(), unit_scratch(), builder_faults());
    fonts = fonts_open(&(struct font_wishes){0}, unit_arena(), builder_faults());
    CU_ASSERT_PTR_NOT_NULL_FATAL(fonts);
}

static const char *three[][2] = {
    {"李䶮", "92.5 91.0 93.2 90.8 92.6 91.4 92.3"},
    {"𠮷田丽", "90 90 90 90 90 90 90.03"},
    {"!赵𬭎", NULL},
    {"阿拉坦·其其格", "90 90 90 90 90 90.02 90.02"},
};

static struct text leaderboard(void)
{
    struct text pdf = TEXT("");
    CU_ASSERT_FATAL(leaderboard_write(&standings, INDEX_NONE, &edition, fonts, unit_arena(), unit_scratch(), &pdf,
                                      builder_faults()));
    return pdf;
}

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
    CU_ASSERT(text_holds(read, "评分尚未到齐"));
    fonts_close(fonts);
}

UNIT_TEST(a_character_without_a_font_stops_the_document)
{
    static const char *rows[][2] = {{"王\U00031350", "90 90 90 90 90 90 90"}};
    begin_rules();
    hold(rows, 1);
    struct text pdf = TEXT("");
    CU_ASSERT_FALSE(leaderboard_write(&standings, INDEX_NONE, &edition, fonts, unit_arena(), unit_scratch(), &pdf,
                                      builder_faults()));
    CU_ASSERT_EQUAL(pdf.length, 0);
    CU_ASSERT(builder_reported("no font has the character “{1}” ({2}) of {3}"));
    fonts_close(fonts);
}

static const struct certificate_choice everybody = {INDEX_NONE, INDEX_NONE, INDEX_NONE};

static struct text certificates(struct certificate_choice choice, size_t *pages)
{
    struct text pdf = TEXT("");
    CU_ASSERT_FATAL(
        certificates_write(&standings, &choice, fonts, unit_arena(), unit_scratch(), &pdf, pages, builder_faults()));
    return pdf;
}

UNIT_TEST(each_prize_winner_has_a_certificate)
{
    size_t pages;
    begin_rules();
    hold(three, 4);
    struct text pdf = certificates(everybody, &pages), read = pdf_text_of(pdf);
    CU_ASSERT_EQUAL(pages, 2);
    CU_ASSERT(pdf_is_sound(pdf));
    CU_ASSERT(text_holds(read, "获奖证书"));
    CU_ASSERT(text_holds(read, "BW-001"));
    CU_ASSERT(text_holds(read, "李䶮"));
    CU_ASSERT(text_holds(read, "阿拉坦·其其格"));
    CU_ASSERT(text_holds(read, "一等奖"));
    CU_ASSERT(text_holds(read, "二〇二三年十月二十六日"));
    fonts_close(fonts);
}

UNIT_TEST(a_single_certificate_keeps_its_number)
{
    size_t pages;
    begin_rules();
    hold(three, 4);
    struct certificate_choice choice = everybody;
    choice.contestant = 3;
    struct text read = pdf_text_of(certificates(choice, &pages));
    CU_ASSERT_EQUAL(pages, 1);
    CU_ASSERT(text_holds(read, "BW-002"));
    CU_ASSERT_FALSE(text_holds(read, "李䶮"));
    choice.contestant = 1;
    CU_ASSERT_EQUAL(certificates(choice, &pages).length, 0);
    CU_ASSERT_EQUAL(pages, 0);
    fonts_close(fonts);
}

UNIT_TEST(an_english_certificate)
{
    size_t pages;
    begin_rules();
    rules.language = LANGUAGE_ENGLISH;
    hold(three, 4);
    struct text read = pdf_text_of(certificates(everybody, &pages));
    CU_ASSERT(text_holds(read, "Certificate of Award"));
    CU_ASSERT(text_holds(read, "26 October 2023"));
    fonts_close(fonts);
}

UNIT_TEST(scoresheets_show_what_was_dropped)
{
    struct text pdf = TEXT("");
    begin_rules();
    hold(three, 4);
    CU_ASSERT_FATAL(
        scoresheets_write(&standings, &edition, fonts, unit_arena(), unit_scratch(), &pdf, builder_faults()));
    struct text read = pdf_text_of(pdf);
    CU_ASSERT(pdf_is_sound(pdf));
    CU_ASSERT(text_holds(read, "92.50 91.00 (93.20) (90.80) 92.60 91.40 92.30"));
    CU_ASSERT(text_holds(read, "459.80 5 91.960 91.96"));
    CU_ASSERT(text_holds(read, "弃权"));
    fonts_close(fonts);
}
