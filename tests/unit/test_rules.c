#include "rules.h"

#include "contest_builder.h"
#include "unit.h"
#include "words.h"

static void complete(struct rules *rules)
{
    rules_complete(rules, unit_arena(), builder_faults());
}

static struct optional_points is(const char *written)
{
    return (struct optional_points){true, builder_points(written)};
}

UNIT_TEST(one_round_alone_needs_no_weight_and_stays_exact)
{
    struct rules rules = builder_rules(1);
    complete(&rules);
    CU_ASSERT_EQUAL(rules.rounds[0].weight.value, 100 * POINTS_ONE);
    CU_ASSERT_EQUAL(rules.rounds[0].digits, DIGITS_EXACT);
    CU_ASSERT_EQUAL(rules.rounds[0].own.panel_digits, DIGITS_EXACT);
    CHECK_TEXT(rules.rounds[0].name, "r1");
    CU_ASSERT_EQUAL_FATAL(rules.rounds[0].criterion_count, 1);
    CU_ASSERT_EQUAL(rules.rounds[0].criteria[0].max, 100 * POINTS_ONE);
    CU_ASSERT_EQUAL(builder_faults()->count, 0);
}

UNIT_TEST(of_several_rounds_each_is_rounded_as_the_score)
{
    struct rules rules = builder_rules(2);
    rules.digits = 3;
    rules.rounds[0].weight = rules.rounds[1].weight = is("50");
    rules.rounds[1].digits = DIGITS_EXACT;
    complete(&rules);
    CU_ASSERT_EQUAL(rules.rounds[0].digits, 3);
    CU_ASSERT_EQUAL(rules.rounds[1].digits, DIGITS_EXACT);
    CU_ASSERT_EQUAL(builder_faults()->count, 0);
}

UNIT_TEST(what_a_method_does_not_use_is_told)
{
    struct rules rules = builder_rules(1);
    complete(&rules);
    CU_ASSERT_EQUAL(builder_faults()->count, 0);
    rules = builder_rules(1);
    rules.rounds[0].own.has_drop = true;
    rules.rounds[0].own.criterion_digits = 2;
    complete(&rules);
    CU_ASSERT(builder_reported("round {1}: drop is not used by method {2}"));
    CU_ASSERT(builder_reported("round {1}: criterion-digits is used only where marks are dropped by criterion"));
    CU_ASSERT_EQUAL(faults_grave(builder_faults()), 0);
    rules = builder_rules(1);
    rules.rounds[0].own.method = METHOD_TRIMMED_MEAN;
    rules.rounds[0].own.drop = (struct drop){1, 1, DROP_BY_CRITERION};
    rules.rounds[0].own.criterion_digits = 2;
    complete(&rules);
    CU_ASSERT_EQUAL(builder_faults()->count, 0);
}

UNIT_TEST(best_is_of_combine_best)
{
    struct rules rules = builder_rules(2);
    rules.combine = COMBINE_SUM;
    rules.best = 2;
    CU_ASSERT(builder_rules_report(&rules, "best is not used under combine: {1}"));
    rules = builder_rules(2);
    rules.combine = COMBINE_BEST;
    rules.best = 2;
    CU_ASSERT(builder_rules_report(&rules, NULL));
}

UNIT_TEST(a_notice_does_not_end_before_it_begins)
{
    struct rules rules = builder_rules(1);
    rules.notice = (struct notice){.is_set = true, .from = TEXT_INIT("2023-10-27"), .to = TEXT_INIT("2023-10-27")};
    CU_ASSERT(builder_rules_report(&rules, NULL));
    rules = builder_rules(1);
    rules.notice = (struct notice){.is_set = true, .from = TEXT_INIT("2023-10-27"), .to = TEXT_INIT("2023-10-26")};
    CU_ASSERT(builder_rules_report(&rules, "the notice ends on {1}, before it begins"));
    CU_ASSERT_EQUAL(faults_grave(builder_faults()), 1);
}

/* 28 and 29 October 2023 are a weekend. */
UNIT_TEST(a_notice_has_a_working_day)
{
    struct rules rules = builder_rules(1);
    rules.notice = (struct notice){.is_set = true, .from = TEXT_INIT("2023-10-28"), .to = TEXT_INIT("2023-10-29")};
    CU_ASSERT(builder_rules_report(&rules, "the notice has no working day from {1} to {2}"));
    CU_ASSERT_EQUAL(faults_grave(builder_faults()), 0);
    rules = builder_rules(1);
    rules.notice = (struct notice){.is_set = true, .from = TEXT_INIT("2023-10-28"), .to = TEXT_INIT("2023-10-30")};
    CU_ASSERT(builder_rules_report(&rules, NULL));
}

/* A day that lacks or cannot be read is told where it stands, and not once more. */
UNIT_TEST(a_notice_without_its_days_is_not_looked_at)
{
    static const struct notice notices[] = {
        {.is_set = true, .to = TEXT_INIT("2023-10-27")},
        {.is_set = true, .from = TEXT_INIT("2023-10-27")},
        {.is_set = true},
    };
    for (size_t i = 0; i < sizeof notices / sizeof *notices; i++) {
        struct rules rules = builder_rules(1);
        rules.notice = notices[i];
        CU_ASSERT(builder_rules_report(&rules, NULL));
    }
}

UNIT_TEST(objections_do_not_end_before_the_contest)
{
    static const char *const written[][3] = {
        {"2023-10-26", "2023-10-25", "objections end on {1}, before the contest's day {2}"},
        {"2023-10-26", "2023-10-26", NULL},
        {"", "2023-10-25", NULL},
        {"2023-10-26", "", NULL}};
    for (size_t i = 0; i < sizeof written / sizeof *written; i++) {
        struct rules rules = builder_rules(1);
        rules.date = text_from_c(written[i][0]);
        rules.protest_until = text_from_c(written[i][1]);
        CU_ASSERT(builder_rules_report(&rules, written[i][2]));
        CU_ASSERT_EQUAL(faults_grave(builder_faults()), 0);
    }
}

UNIT_TEST(weights_must_be_there_and_add_to_100)
{
    struct rules rules = builder_rules(2);
    rules.rounds[0].weight = is("40");
    complete(&rules);
    CU_ASSERT(builder_reported("round {1} has no weight"));
    rules = builder_rules(2);
    rules.rounds[0].weight = is("40");
    rules.rounds[1].weight = is("59.9999");
    complete(&rules);
    CU_ASSERT(builder_reported("the rounds' weights add to {1}, not to 100"));
    rules = builder_rules(2);
    rules.combine = COMBINE_SUM;
    rules.rounds[0].weight = is("40");
    complete(&rules);
    CU_ASSERT(builder_reported("the rounds' weights are not used under combine: {1}"));
    CU_ASSERT_EQUAL(faults_grave(builder_faults()), 0);
}

UNIT_TEST(a_contest_without_rounds_is_none)
{
    struct rules rules = builder_rules(0);
    complete(&rules);
    CU_ASSERT(builder_reported("the contest has no rounds"));
}

UNIT_TEST(what_stands_twice_is_reported)
{
    struct rules rules = builder_rules(2);
    struct criterion criteria[] = {{.id = TEXT_INIT("a"), .max = 1}, {.id = TEXT_INIT("a"), .max = 1}};
    struct award awards[] = {{.name = TEXT_INIT("x"), .rest = true}, {.name = TEXT_INIT("x"), .rest = true}};
    rules.combine = COMBINE_SUM;
    rules.rounds[1].id = rules.rounds[0].id;
    rules.rounds[0].criteria = criteria;
    rules.rounds[0].criterion_count = 2;
    rules.awards = awards;
    rules.award_count = 2;
    complete(&rules);
    CU_ASSERT(builder_reported("round {1} stands twice"));
    CU_ASSERT(builder_reported("criterion {1} stands twice in round {2}"));
    CU_ASSERT(builder_reported("award {1} stands twice"));
}

UNIT_TEST(criteria_must_make_sense)
{
    struct rules rules = builder_rules(1);
    struct criterion criteria[] = {{.id = TEXT_INIT("a"), .max = 1, .min = 2},
                                   {.id = TEXT_INIT("b"), .name = TEXT_INIT("乙"), .max = 1}};
    rules.rounds[0].criteria = criteria;
    rules.rounds[0].criterion_count = 2;
    rules.rounds[0].max = is("10");
    rules.rounds[0].own.method = METHOD_GIVEN;
    rules.rounds[0].own.name = TEXT("甲组");
    complete(&rules);
    CU_ASSERT(builder_reported("criterion {1}: min {2} is above max {3}"));
    CU_ASSERT(builder_reported("round {1} has a list of criteria and a max, min or step of its own"));
    CU_ASSERT(builder_reported("round {1}: method {2} takes one mark, not a list of criteria"));
    CU_ASSERT(builder_reported("round {1}: method {2} has no judges, so no panel"));
    CU_ASSERT_EQUAL(round_find_criterion(&rules.rounds[0], TEXT("乙")), 1);
    CU_ASSERT_EQUAL(round_find_criterion(&rules.rounds[0], TEXT("a")), 0);
    CU_ASSERT_EQUAL(round_find_criterion(&rules.rounds[0], TEXT("c")), SIZE_MAX);
}

UNIT_TEST(tie_keys_find_their_round)
{
    struct rules rules = builder_rules(2);
    struct tie_key ties[] = {{.kind = TIE_EXACT, .written = TEXT_INIT("exact")},
                             {.kind = TIE_ROUND, .written = TEXT_INIT("round: r2")},
                             {.kind = TIE_ROUND, .written = TEXT_INIT("round:登台述评")},
                             {.kind = TIE_ROUND, .written = TEXT_INIT("round:r9")}};
    rules.combine = COMBINE_SUM;
    rules.rounds[0].name = TEXT("登台述评");
    rules.ties = ties;
    rules.tie_count = 4;
    complete(&rules);
    CU_ASSERT_EQUAL(ties[1].round, 1);
    CU_ASSERT_EQUAL(ties[2].round, 0);
    CU_ASSERT_EQUAL(builder_faults()->count, 1);
    CU_ASSERT(builder_reported("tie key {1}: there is no such round"));
}

UNIT_TEST(a_certificate_number_holds_one_n)
{
    static const struct {
        const char *pattern;
        bool is_fine;
    } rows[] = {{"", true},        {"BW-{n:04}", true}, {"{n}", true},      {"第{n:01}号", true}, {"BW-2023", false},
                {"BW-{m}", false}, {"BW-{n", false},    {"{n}-{n}", false}, {"{n:4}", false},     {"{n:04", false},
                {"BW}{n}", false}, {"{n:00}", false},   {"{n:0x}", false},  {"{n:0!}", false},    {"{n:04)", false}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct rules rules = builder_rules(1);
        rules.certificate_number = text_from_c(rows[i].pattern);
        complete(&rules);
        CU_ASSERT_EQUAL(builder_faults()->count == 0, rows[i].is_fine);
    }
}

UNIT_TEST(signers_have_names_in_the_contests_language)
{
    struct rules rules = builder_rules(1);
    complete(&rules);
    CU_ASSERT_EQUAL_FATAL(rules.sign.count, 3);
    CHECK_TEXT(rules.sign.items[2], "总裁判");
    rules = builder_rules(1);
    rules.language = LANGUAGE_ENGLISH;
    complete(&rules);
    CHECK_TEXT(rules.sign.items[0], "Scorekeeper");
}

UNIT_TEST(no_tie_keys_mean_exact)
{
    struct rules rules = builder_rules(1);
    complete(&rules);
    CU_ASSERT_EQUAL_FATAL(rules.tie_count, 1);
    CU_ASSERT_EQUAL(rules.ties[0].kind, TIE_EXACT);
}

UNIT_TEST(an_award_must_say_who_gets_it)
{
    struct rules rules = builder_rules(1);
    struct award awards[] = {{.name = TEXT_INIT("a")},
                             {.name = TEXT_INIT("b"), .cut.count.is_set = true, .cut.percent = {true, 1}},
                             {.name = TEXT_INIT("c"), .rest = true, .cut.count.is_set = true},
                             {.name = TEXT_INIT("d"), .cut.min_score = {true, 1}}};
    rules.awards = awards;
    rules.award_count = 4;
    complete(&rules);
    CU_ASSERT(builder_reported("award {1} does not say who gets it"));
    CU_ASSERT(builder_reported("{1} has both count and percent"));
    CU_ASSERT(builder_reported("award {1} goes to the rest and has a count or percent as well"));
    CU_ASSERT_EQUAL(builder_faults()->count, 3);
}

UNIT_TEST(choices_are_found_both_ways)
{
    CU_ASSERT_EQUAL(choice_find(&rounding_choices, TEXT("half-even"))->value, ROUNDING_HALF_EVEN);
    CU_ASSERT_PTR_NULL(choice_find(&rounding_choices, TEXT("half")));
    CHECK_TEXT(choice_name(&method_choices, METHOD_TRIMMED_MEAN), "trimmed-mean");
}

static void check_date(enum language language, const char *date, const char *expected)
{
    struct sink sink = sink_in(unit_arena());
    words_write_date(&sink, language, text_from_c(date));
    CHECK_TEXT(sink_written(&sink), expected);
}

UNIT_TEST(dates_are_written_as_they_are_read)
{
    check_date(LANGUAGE_CHINESE, "2023-10-26", "2023年10月26日");
    check_date(LANGUAGE_CHINESE, "2023-01-05", "2023年1月5日");
    check_date(LANGUAGE_ENGLISH, "2023-10-26", "26 October 2023");
    check_date(LANGUAGE_ENGLISH, "2023-13-26", "2023-13-26");
    check_date(LANGUAGE_CHINESE, "十月", "十月");
    check_date(LANGUAGE_CHINESE, "", "");
    check_date(LANGUAGE_CHINESE, "202", "202");
    check_date(LANGUAGE_CHINESE, "2023-00-26", "2023-00-26");
    check_date(LANGUAGE_CHINESE, "2023-1a-26", "2023-1a-26");
    check_date(LANGUAGE_CHINESE, "2023-10-2", "2023-10-2");
    check_date(LANGUAGE_CHINESE, "2023-10-", "2023-10-");
    check_date(LANGUAGE_CHINESE, "2023-1.-26", "2023-1.-26");
    check_date(LANGUAGE_CHINESE, "2023/10/26", "2023/10/26");
    check_date(LANGUAGE_CHINESE, "2023-10/26", "2023-10/26");
    check_date(LANGUAGE_CHINESE, "2023-10-261", "2023-10-261");
}

UNIT_TEST(words_stand_in_the_contests_language)
{
    CHECK_TEXT(words_status(LANGUAGE_CHINESE, STATUS_WITHDRAWN), "弃权");
    CHECK_TEXT(words_status(LANGUAGE_ENGLISH, STATUS_EXHIBITION), "exhibition");
    struct rules rules = builder_rules(1);
    complete(&rules);
    struct sink sink = sink_in(unit_arena());
    words_write_tie_key(&sink, &rules, &(struct tie_key){.kind = TIE_ROUND});
    sink_byte(&sink, ' ');
    rules.language = LANGUAGE_ENGLISH;
    words_write_tie_key(&sink, &rules, &(struct tie_key){.kind = TIE_EXACT});
    CHECK_TEXT(sink_written(&sink), "r1得分 score with further decimals");
}

UNIT_TEST(a_place_that_nobody_wrote_is_the_whole_file)
{
    struct place host_places[] = {{.line = 3, .column = 9}, {.line = 3, .column = 20}};
    struct rules rules = {.place = {.file = TEXT("contest.yaml")}, .title_place = {.line = 1, .column = 8}};
    CU_ASSERT_EQUAL(rules_place_of(&rules, rules.title_place).column, 8);
    CU_ASSERT_EQUAL(rules_place_of(&rules, rules.level_place).line, 0);
    CHECK_TEXT(rules_place_of(&rules, rules.level_place).file, "contest.yaml");
    CHECK_TEXT(rules_place_of_host(&rules, 0).file, "contest.yaml");
    rules.hosts.count = 2;
    CHECK_TEXT(rules_place_of_host(&rules, 1).file, "contest.yaml");
    rules.host_places = host_places;
    CU_ASSERT_EQUAL(rules_place_of_host(&rules, 1).column, 20);
    rules.sign.count = 2;
    CHECK_TEXT(rules_place_of_signer(&rules, 1).file, "contest.yaml");
    rules.sign_places = host_places;
    CU_ASSERT_EQUAL(rules_place_of_signer(&rules, 1).column, 20);
    CU_ASSERT_EQUAL(rules_place_of_signer(&rules, 2).line, 0);
}
