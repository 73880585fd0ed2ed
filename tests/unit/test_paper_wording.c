#include "certificate.h"
#include "contest_builder.h"
#include "rules_wording.h"
#include "unit.h"
#include "wording.h"

static bool has_key(enum language language, struct text wanted)
{
    struct text rest = wording_file(language), line, key;
    while (text_next_part(&rest, '\n', &line))
        if (text_next_part(&line, '=', &key) && text_equal(text_trimmed(key), wanted))
            return true;
    return false;
}

static void check_keys(enum language language, enum language other)
{
    struct text rest = wording_file(language), line, key;
    while (text_next_part(&rest, '\n', &line)) {
        bool is_comment = text_starts_with(line, TEXT("#")) || line.length == 0;
        if (is_comment || !text_next_part(&line, '=', &key))
            continue;
        bool is_there = has_key(other, text_trimmed(key));
        if (!is_there)
            CHECK_TEXT(key, "a key of both languages");
    }
}

UNIT_TEST(both_languages_hold_the_same_keys)
{
    check_keys(LANGUAGE_CHINESE, LANGUAGE_ENGLISH);
    check_keys(LANGUAGE_ENGLISH, LANGUAGE_CHINESE);
}

UNIT_TEST(placeholders_are_filled_and_empty_parts_left_out)
{
    struct arena *arena = unit_arena();
    CHECK_TEXT(wording_text(arena, LANGUAGE_CHINESE, "page.number", FILL({"page", TEXT("3")}, {"pages", TEXT("8")})),
               "第 3 页 共 8 页");
    CHECK_TEXT(wording_text(arena, LANGUAGE_CHINESE, "leaderboard.unranked.person",
                            FILL({"name", TEXT("甲")}, {"status", TEXT("弃权")})),
               "甲弃权");
    CHECK_TEXT(wording_text(arena, LANGUAGE_CHINESE, "leaderboard.unranked.person",
                            FILL({"draw", TEXT("7")}, {"name", TEXT("甲")}, {"unit", TEXT("乙社区")},
                                 {"status", TEXT("弃权")}, {"reason", TEXT("因病")})),
               "7号甲（乙社区）弃权（因病）");
    CHECK_TEXT(wording_plain(LANGUAGE_ENGLISH, "list.separator"), ", ");
    CHECK_TEXT(wording_plain(LANGUAGE_ENGLISH, "certificate.end"), "");
}

static struct rules two_rounds(void)
{
    static struct tie_key ties[1];
    struct rules rules = builder_rules(2);
    ties[0] = (struct tie_key){.kind = TIE_EXACT, .written = TEXT("exact")};
    rules.ties = ties;
    rules.tie_count = 1;
    rules.combine = COMBINE_WEIGHTED;
    rules.rounds[0].name = TEXT("书面比武");
    rules.rounds[0].weight = (struct optional_points){true, builder_points("30")};
    rules.rounds[0].overtime.limit = 0;
    rules.rounds[1].name = TEXT("登台述评");
    rules.rounds[1].method = METHOD_TRIMMED_MEAN;
    rules.rounds[1].weight = (struct optional_points){true, builder_points("70")};
    rules.rounds[1].overtime =
        (struct overtime){480, 30, {true, builder_points("0.5")}, {true, builder_points("3")}, NULL, 0, {0}};
    return rules;
}

UNIT_TEST(rules_are_told_in_two_sentences)
{
    struct rules rules = two_rounds();
    builder_contest(&rules, 3, 1);
    CHECK_TEXT(rules_wording(&rules, unit_arena()),
               "书面比武（30%）：取评委平均分；登台述评（70%）：去掉最高分、最低分各1个后取平均分，限时8分钟，"
               "每超30秒（不足30秒按30秒计）扣0.5分，最多扣3分。最终得分为各环节得分按比例之和，四舍五入到2位小数；"
               "同分的依次比较顺延小数位，仍相同的并列。");
}

UNIT_TEST(rules_follow_the_settings)
{
    struct rules rules = two_rounds();
    rules.rounds[1].drop = (struct drop){.high = 2, .low = 0, .by = DROP_BY_SHEET};
    rules.rounds[1].overtime = (struct overtime){490, 60, {true, builder_points("1")}, {0}, NULL, 0, {0}};
    rules.combine = COMBINE_SUM;
    rules.rounds[0].weight.is_set = rules.rounds[1].weight.is_set = false;
    rules.digits = 0;
    rules.rounding = ROUNDING_HALF_EVEN;
    builder_contest(&rules, 4, 1);
    CHECK_TEXT(rules_wording(&rules, unit_arena()),
               "书面比武：取评委平均分；登台述评：去掉2个最高分后取平均分，限时8分10秒，"
               "每超1分钟（不足1分钟按1分钟计）扣1分。最终得分为各环节得分之和，四舍六入五成双取整数；"
               "同分的依次比较顺延小数位，仍相同的并列。");
}

UNIT_TEST(rounds_scored_alike_are_told_once)
{
    struct rules rules = two_rounds();
    rules.rounds[1].method = METHOD_MEAN;
    rules.rounds[1].overtime.limit = 0;
    struct rules weighted = rules;
    builder_contest(&weighted, 3, 1);
    CU_ASSERT(text_starts_with(rules_wording(&weighted, unit_arena()),
                               TEXT("书面比武（30%）、登台述评（70%）均取评委平均分。")));
    rules.combine = COMBINE_SUM;
    rules.rounds[0].weight.is_set = rules.rounds[1].weight.is_set = false;
    builder_contest(&rules, 3, 1);
    CU_ASSERT(text_starts_with(rules_wording(&rules, unit_arena()), TEXT("各环节均取评委平均分。")));
    rules.language = LANGUAGE_ENGLISH;
    rules.rounds[0].overtime = rules.rounds[1].overtime =
        (struct overtime){480, 30, {true, builder_points("0.5")}, {0}, NULL, 0, {0}};
    CU_ASSERT(text_starts_with(rules_wording(&rules, unit_arena()),
                               TEXT("Every round: mean of the judges' scores, 0.5 points off for each started 30 s "
                                    "beyond 8 min. The final score")));
}

static void check_certificate_number(const char *pattern, size_t number, const char *expected)
{
    struct sink sink = sink_in(unit_arena());
    certificate_write_number(&sink, text_from_c(pattern), number);
    CHECK_TEXT(sink_written(&sink), expected);
}

UNIT_TEST(certificate_numbers_follow_their_pattern)
{
    check_certificate_number("CFBW-2023-{n:04}", 7, "CFBW-2023-0007");
    check_certificate_number("第{n}号", 12, "第12号");
    check_certificate_number("{n:4}/{n}", 12345, "12345/12345");
    check_certificate_number("{x}{n", 1, "{x}{n");
    check_certificate_number("没有", 1, "没有");
}

static void check_certificate_date(const char *date, const char *expected)
{
    struct sink sink = sink_in(unit_arena());
    certificate_write_date(&sink, text_from_c(date));
    CHECK_TEXT(sink_written(&sink), expected);
}

UNIT_TEST(certificate_dates_are_in_chinese_numerals)
{
    check_certificate_date("2023-10-26", "二〇二三年十月二十六日");
    check_certificate_date("2030-01-10", "二〇三〇年一月十日");
    check_certificate_date("2024-12-31", "二〇二四年十二月三十一日");
    check_certificate_date("2024-02-20", "二〇二四年二月二十日");
    check_certificate_date("2024-11-11", "二〇二四年十一月十一日");
    check_certificate_date("秋天", "秋天");
}
