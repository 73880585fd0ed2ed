#include "certificate.h"
#include "certificate_page.h"
#include "contest_builder.h"
#include "leaderboard.h"
#include "pdf_reading.h"
#include "scoresheets.h"

static struct rules rules;
static size_t judge_count;
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
    rules.place = (struct place){TEXT("contest.yaml"), 0, 0};
    judge_count = 7;
}

/* The contest of these names, a row of marks each, one a judge; a name may begin with ! for one who withdrew. */
static void hold(const char *rows[][2], size_t count)
{
    rules_complete(&rules, unit_arena(), builder_faults());
    contest = contest_with(&rules, unit_arena());
    for (size_t i = 0; i < judge_count; i++) {
        struct sink id = sink_in(unit_arena());
        sink_integer(&id, (int64_t)i + 1);
        contest_add_judge(&contest, builder_judge(text_to_c(unit_arena(), sink_written(&id)), ""), builder_faults());
    }
    for (size_t i = 0; i < count; i++) {
        bool withdrew = rows[i][0][0] == '!';
        struct contestant contestant = builder_contestant(rows[i][0] + withdrew, "社区");
        contestant.draw = (int64_t)i + 1;
        contestant.place = (struct place){TEXT("contestants.csv"), i + 2, 1};
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

static bool write_leaderboard(struct text *pdf)
{
    *pdf = TEXT("");
    return leaderboard_write(&standings, INDEX_NONE, &edition, fonts, unit_arena(), unit_scratch(), pdf,
                             builder_faults());
}

static struct text leaderboard(void)
{
    struct text pdf;
    CU_ASSERT_FATAL(write_leaderboard(&pdf));
    return pdf;
}

static struct text scoresheets(void)
{
    struct text pdf = TEXT("");
    CU_ASSERT_FATAL(
        scoresheets_write(&standings, &edition, fonts, unit_arena(), unit_scratch(), &pdf, builder_faults()));
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

/* ---- tables that are too wide ---- */

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

UNIT_TEST(many_rounds_lie_on_their_side_until_they_are_too_many)
{
    struct text pdf;
    CU_ASSERT(write_rounds(12, &pdf));
    CU_ASSERT(text_holds(pdf_text_of(pdf), "91.96 91.96 91.96"));
    fonts_close(fonts);
    CU_ASSERT_FALSE(write_rounds(40, &pdf));
    CU_ASSERT(builder_reported("the ranking has {1} rounds: too many for the width of a page"));
    CU_ASSERT_FALSE(builder_reported("“{1}” is too long for its column on paper"));
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

/* The lower edge of a word on the page, in points from above. */
static double lower_edge(struct text pdf, const char *word)
{
    struct text boxes = pdf_reading(pdf, "pdftotext -bbox %s -"), line;
    while (text_next_part(&boxes, '\n', &line)) {
        const char *written = text_to_c(unit_arena(), line), *edge = strstr(written, "yMax=\"");
        if (edge && strstr(written, word))
            return strtod(edge + strlen("yMax=\""), NULL);
    }
    return 0;
}

UNIT_TEST(an_english_text_stays_above_the_seal)
{
    static struct award awards[] = {
        {.name = TEXT_INIT("First Prize and the Governor's Medal for Outstanding Public Speaking at the Zenith"),
         .has_count = true,
         .count = 1}};
    size_t pages;
    begin_rules();
    rules.language = LANGUAGE_ENGLISH;
    rules.title = TEXT("The Twenty-Third Annual All-Region Community Storytelling, Recitation and Public Speaking "
                       "Championship for Secretaries, Volunteers and Young Readers of the Northern Districts");
    rules.awards = awards;
    rules.award_count = 1;
    hold(three, 4);
    struct text pdf = certificates(everybody, &pages);
    double edge = lower_edge(pdf, "Zenith");
    CU_ASSERT(edge > CERTIFICATE_BODY_Y);
    CU_ASSERT(edge < MM(171 - 3 - 45 / 2.0));
    fonts_close(fonts);
}

UNIT_TEST(many_hosts_stand_in_two_rows)
{
    static struct text hosts[] = {TEXT_INIT("中共某市委组织部"), TEXT_INIT("某市总工会"),
                                  TEXT_INIT("共青团某市委员会"), TEXT_INIT("某市妇女联合会"),
                                  TEXT_INIT("某市科学技术协会"), TEXT_INIT("某市工商业联合会")};
    for (size_t count = 4; count <= 6; count++) {
        size_t pages;
        begin_rules();
        rules.hosts = (struct texts){hosts, count};
        hold(three, 4);
        struct text pdf = certificates(everybody, &pages), read = pdf_text_of(pdf);
        for (size_t i = 0; i < count; i++)
            CU_ASSERT(text_holds(read, text_to_c(unit_arena(), hosts[i])));
        CU_ASSERT(text_holds(read, "二〇二三年十月二十六日"));
        double first = lower_edge(pdf, "某市委组织部"), last = lower_edge(pdf, "科学技术协会");
        CU_ASSERT(count < 5 || last > first + 10);
        fonts_close(fonts);
    }
}

UNIT_TEST(a_host_too_long_is_told_once)
{
    static struct text hosts[2] = {TEXT_INIT("某市总工会")};
    struct sink name = sink_in(unit_arena());
    for (int i = 0; i < 60; i++)
        sink_c(&name, "部");
    hosts[1] = sink_written(&name);
    struct text pdf;
    size_t pages;
    begin_rules();
    rules.hosts = (struct texts){hosts, 2};
    hold(three, 4);
    CU_ASSERT_FALSE(certificates_write(&standings, &everybody, fonts, unit_arena(), unit_scratch(), &pdf, &pages,
                                       builder_faults()));
    CU_ASSERT_EQUAL_FATAL(builder_faults()->by_severity[SEVERITY_ERROR], 1);
    const struct fault *fault = &builder_faults()->items[builder_faults()->count - 1];
    CHECK_TEXT(fault->place.file, "contest.yaml");
    CU_ASSERT(text_equal(fault->what.arguments[0], hosts[1]));
    fonts_close(fonts);
}

UNIT_TEST(stars_in_a_title_are_no_markup)
{
    size_t pages;
    begin_rules();
    rules.title = TEXT("关于**重点**工作的比武");
    hold(three, 4);
    CU_ASSERT(text_holds(pdf_text_of(certificates(everybody, &pages)), "在关于**重点**工作的比武"));
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
