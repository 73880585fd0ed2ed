#include "certificate.h"
#include "certificate_words.h"
#include "glue.h"
#include "paper_contest.h"
#include "template_builtin.h"

static const struct certificate_choice everybody = CERTIFICATES_ALL;

/* Drawn from the text of a template. */
static bool draws(struct text written, struct certificate_choice choice, struct text *pdf, size_t *pages)
{
    struct template template;
    struct press press = unit_press();
    CU_ASSERT_FATAL(template_read(written, TEXT("t.txt"), unit_arena(), &template, builder_faults()));
    struct certificate_list list = certificate_list_of(&standings, &choice, NULL, unit_arena());
    *pages = list.count;
    return certificates_write(&press, &standings, &template, &list, pdf);
}

/* From the program's own for awards. */
static bool draws_awards(struct certificate_choice choice, struct text *pdf, size_t *pages)
{
    struct text written;
    CU_ASSERT_FATAL(template_find_builtin(TEXT("award"), (enum language)rules.language, &written));
    return draws(written, choice, pdf, pages);
}

static struct text certificates(struct certificate_choice choice, size_t *pages)
{
    struct text pdf;
    CU_ASSERT_FATAL(draws_awards(choice, &pdf, pages));
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
         .cut.count = {.is_set = true, .count = 1}}};
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
    CU_ASSERT(edge > MM(105));
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
    for (int i = 0; i < 200; i++)
        sink_c(&name, "部");
    hosts[1] = sink_written(&name);
    struct text pdf;
    size_t pages;
    begin_rules();
    rules.hosts = (struct texts){hosts, 2};
    hold(three, 4);
    CU_ASSERT_FALSE(draws_awards(everybody, &pdf, &pages));
    CU_ASSERT_EQUAL_FATAL(builder_faults()->by_severity[SEVERITY_ERROR], 1);
    const struct fault *fault = &builder_faults()->items[builder_faults()->count - 1];
    CHECK_TEXT(fault->place.file, "contest.yaml");
    CU_ASSERT(text_equal(fault->what.arguments[0], hosts[1]));
    fonts_close(fonts);
}

UNIT_TEST(more_hosts_than_there_is_room_for)
{
    static struct text hosts[9];
    for (size_t i = 0; i < 9; i++)
        hosts[i] = TEXT("甲部");
    struct text pdf;
    size_t pages;
    begin_rules();
    rules.hosts = (struct texts){hosts, 9};
    hold(three, 4);
    CU_ASSERT_FALSE(draws_awards(everybody, &pdf, &pages));
    CU_ASSERT(builder_reported("the certificates have room for {1} hosts, not for {2}"));
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

/* The two winners; then 优秀组织奖 of a unit and 最佳风采奖 of contestant 0. */
static void hold_specials(void)
{
    static struct special specials[2];
    begin_rules();
    specials[0] = (struct special){.name = TEXT("优秀组织奖"), .from = TEXT("special.csv")};
    specials[1] = (struct special){.name = TEXT("最佳风采奖"), .from = TEXT("special.csv")};
    rules.specials = specials;
    rules.special_count = 2;
    hold(three, 4);
    contest_add_special(&contest, (struct special_given){.contestant = INDEX_NONE, .unit = TEXT("河东街道")});
    contest_add_special(&contest, (struct special_given){.special = 1, .contestant = 0});
}

UNIT_TEST(special_awards_are_numbered_behind_the_others)
{
    hold_specials();
    struct certificate_list list = certificate_list_of(&standings, &everybody, NULL, unit_arena());
    CU_ASSERT_EQUAL_FATAL(list.count, 4);
    CU_ASSERT_EQUAL(list.items[2].number, 3);
    CU_ASSERT_EQUAL(list.items[2].contestant, INDEX_NONE);
    CHECK_TEXT(list.items[2].unit, "河东街道");
    CHECK_TEXT(certificate_award(&rules, list.items[2].award), "优秀组织奖");
    CU_ASSERT_EQUAL(list.items[3].contestant, 0);
    CHECK_TEXT(list.items[3].unit, "松州社区");
    CHECK_TEXT(certificate_award(&rules, list.items[3].award), "最佳风采奖");
    fonts_close(fonts);
}

UNIT_TEST(each_holder_has_a_list)
{
    hold_specials();
    contest_add_special(&contest,
                        (struct special_given){.special = 1, .contestant = INDEX_NONE, .unit = TEXT("河东街道")});
    struct certificate_list list = certificate_list_of(&standings, &everybody, NULL, unit_arena());
    size_t count;
    const struct certificate_list *lists =
        certificates_by_holder(&list, &contest, &count, unit_arena(), unit_scratch());
    CU_ASSERT_EQUAL_FATAL(list.count, 5);
    CU_ASSERT_EQUAL_FATAL(count, 3);
    CU_ASSERT_EQUAL_FATAL(lists[0].count, 2); /* who has the first prize has 最佳风采奖, too */
    CU_ASSERT_EQUAL(lists[0].items[0].number, 1);
    CU_ASSERT_EQUAL(lists[0].items[1].number, 4);
    CU_ASSERT_EQUAL_FATAL(lists[1].count, 1);
    CU_ASSERT_EQUAL(lists[1].items[0].number, 2);
    CU_ASSERT_EQUAL_FATAL(lists[2].count, 2); /* 河东街道 */
    CU_ASSERT_EQUAL(lists[2].items[0].number, 3);
    CU_ASSERT_EQUAL(lists[2].items[1].number, 5);
    fonts_close(fonts);
}

UNIT_TEST(special_awards_can_be_chosen)
{
    size_t pages;
    hold_specials();
    struct certificate_choice choice = everybody;
    choice.award = 3; /* behind two awards and 优秀组织奖 */
    struct text read = pdf_text_of(certificates(choice, &pages));
    CU_ASSERT_EQUAL(pages, 1);
    CU_ASSERT(text_holds(read, "BW-004"));
    CU_ASSERT(text_holds(read, "最佳风采奖"));
    choice.sector = 0;
    choice.award = 2; /* a unit belongs to no sector */
    certificates(choice, &pages);
    CU_ASSERT_EQUAL(pages, 0);
    fonts_close(fonts);
}

/* Manifests of version 0.2.0 hold these: they are known by them whatever is printed. */
UNIT_TEST(a_team_s_place_is_known_by_the_same_words_for_good)
{
    rules = builder_rules(1);
    CHECK_TEXT(certificate_team_place(&rules, 2, unit_arena()), "团体第二名");
    rules.language = LANGUAGE_ENGLISH;
    CHECK_TEXT(certificate_team_place(&rules, 2, unit_arena()), "Place 2 of the teams");
    CHECK_TEXT(glue_removed(certificate_team_award(&rules, 2, unit_arena()), unit_arena()),
               "Place 2 in the team competition");
}
