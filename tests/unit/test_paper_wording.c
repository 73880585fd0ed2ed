#include "certificate.h"
#include "certificate_words.h"
#include "contest_builder.h"
#include "pdf_reading.h"
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
    CHECK_TEXT(wording_plain(LANGUAGE_CHINESE, "sentence.separator"), "");
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
    rules.rounds[1].own.method = METHOD_TRIMMED_MEAN;
    rules.rounds[1].weight = (struct optional_points){true, builder_points("70")};
    rules.rounds[1].overtime =
        (struct overtime){480, 30, {true, builder_points("0.5")}, {true, builder_points("3")}, NULL, 0, {0}};
    return rules;
}

UNIT_TEST(rules_are_told_in_two_sentences)
{
    struct rules rules = two_rounds();
    struct contest contest = builder_contest(&rules, 3, 1);
    CHECK_TEXT(rules_wording(&contest, unit_arena()),
               "书面比武（30%）：取评委平均分；登台述评（70%）：去掉最高分、最低分各1个后取平均分，限时8分钟，"
               "每超30秒（不足30秒按30秒计）扣0."
               "5分，最多扣3分。最终得分为各环节得分按比例之和，环节得分和最终得分均四舍五入保留2位小数；"
               "同分的按顺延小数位确定先后，仍相同的并列。");
}

/* What time costs, where it is rounded and what parts equal ones is left to the document of the rules. */
UNIT_TEST(rules_are_told_in_brief)
{
    struct rules rules = two_rounds();
    struct contest contest = builder_contest(&rules, 3, 1);
    CHECK_TEXT(rules_brief_wording(&contest, unit_arena()),
               "书面比武（30%）：取评委平均分；登台述评（70%）：去掉最高分、最低分各1个后取平均分。"
               "最终得分为各环节得分按比例之和。详见《计分办法》。");
    rules.language = LANGUAGE_ENGLISH;
    contest = builder_contest(&rules, 3, 1);
    CHECK_TEXT(
        rules_brief_wording(&contest, unit_arena()),
        "书面比武 (30%): mean of the judges’ scores; 登台述评 (70%): 1 highest and 1 lowest set aside, mean of the "
        "others. The final score is the weighted sum of the rounds. The rest is told by “Rules of scoring”.");
}

UNIT_TEST(a_correction_is_told_in_brief_without_its_formula)
{
    struct rules rules = two_rounds();
    rules.rounds[1].panel_correction = CORRECTION_MEAN;
    struct contest contest = builder_contest(&rules, 3, 1);
    CU_ASSERT(
        text_starts_with(rules_brief_wording(&contest, unit_arena()),
                         TEXT("书面比武（30%）：取评委平均分；登台述评（70%）：去掉最高分、最低分各1个后取平均分，"
                              "乘以修正系数。最终得分为各环节得分按比例之和。修正的前提是")));
}

UNIT_TEST(that_lower_scores_are_first_is_told_in_brief)
{
    struct rules rules = two_rounds();
    rules.rounds[0].own.method = METHOD_RANK_SUM;
    rules.rounds[1].own.method = METHOD_RANK_SUM;
    struct contest contest = builder_contest(&rules, 3, 1);
    struct text told = rules_brief_wording(&contest, unit_arena()), end = TEXT("，小者列前。详见《计分办法》。");
    CU_ASSERT_FATAL(told.length > end.length);
    CHECK_TEXT(((struct text){told.bytes + told.length - end.length, end.length}), "，小者列前。详见《计分办法》。");
}

UNIT_TEST(rules_follow_the_settings)
{
    struct rules rules = two_rounds();
    rules.rounds[1].own.drop = (struct drop){.high = 2, .low = 0, .by = DROP_BY_SHEET};
    rules.rounds[1].overtime = (struct overtime){490, 60, {true, builder_points("1")}, {0}, NULL, 0, {0}};
    rules.combine = COMBINE_SUM;
    rules.rounds[0].weight.is_set = rules.rounds[1].weight.is_set = false;
    rules.digits = 0;
    rules.rounding = ROUNDING_HALF_EVEN;
    struct contest contest = builder_contest(&rules, 4, 1);
    CHECK_TEXT(
        rules_wording(&contest, unit_arena()),
        "书面比武：取评委平均分；登台述评：去掉2个最高分后取平均分，限时8分10秒，"
        "每超1分钟（不足1分钟按1分钟计）扣1分。最终得分为各环节得分之和，环节得分和最终得分均四舍六入五成双取整数；"
        "同分的按顺延小数位确定先后，仍相同的并列。");
}

UNIT_TEST(rounds_scored_alike_are_told_once)
{
    struct rules rules = two_rounds();
    rules.rounds[1].own.method = METHOD_MEAN;
    rules.rounds[1].overtime.limit = 0;
    struct rules weighted = rules;
    struct contest contest = builder_contest(&weighted, 3, 1);
    CU_ASSERT(text_starts_with(rules_wording(&contest, unit_arena()),
                               TEXT("书面比武（30%）、登台述评（70%）均取评委平均分。")));
    rules.combine = COMBINE_SUM;
    rules.rounds[0].weight.is_set = rules.rounds[1].weight.is_set = false;
    contest = builder_contest(&rules, 3, 1);
    CU_ASSERT(text_starts_with(rules_wording(&contest, unit_arena()), TEXT("各环节均取评委平均分。")));
    rules.language = LANGUAGE_ENGLISH;
    rules.rounds[0].overtime = rules.rounds[1].overtime =
        (struct overtime){480, 30, {true, builder_points("0.5")}, {0}, NULL, 0, {0}};
    contest = builder_contest(&rules, 3, 1);
    CU_ASSERT(text_starts_with(rules_wording(&contest, unit_arena()),
                               TEXT("Every round: mean of the judges’ scores, 0.5 points off for each started 30 s "
                                    "beyond 8 min. The final score")));
}

/* The first sentence: how the only round, 登台述评, is scored. */
static void check_round(struct rules rules, enum language language, const char *expected)
{
    rules.language = (int)language;
    rules.rounds[0].name = TEXT("登台述评");
    struct contest contest = builder_contest(&rules, 3, 1);
    struct text written = rules_wording(&contest, unit_arena());
    if (!text_starts_with(written, text_from_c(expected)))
        CHECK_TEXT(written, expected);
}

UNIT_TEST(every_panel_is_told_with_its_share)
{
    struct rules rules = builder_rules(1);
    struct panel_rule panels[2] = {rules.rounds[0].own, rules.rounds[0].own};
    panels[0].name = TEXT("专家组");
    panels[0].weight = (struct optional_points){true, builder_points("70")};
    panels[0].method = METHOD_TRIMMED_MEAN;
    panels[1].name = TEXT("大众评委");
    panels[1].weight = (struct optional_points){true, builder_points("30")};
    rules.rounds[0].panels = panels;
    rules.rounds[0].panel_count = 2;
    rules.rounds[0].has_panels = true;
    check_round(rules, LANGUAGE_CHINESE,
                "登台述评：专家组（70%）去掉最高分、最低分各1个后取平均分，大众评委（30%）取平均分，按比例相加。"
                "该环节得分即最终得分，四舍五入保留2位小数；同分的按顺延小数位确定先后，仍相同的并列。");
    check_round(
        rules, LANGUAGE_ENGLISH,
        "登台述评: 专家组 (70%) 1 highest and 1 lowest set aside, mean of the others, 大众评委 (30%) mean, added "
        "up by these shares. The final score is the score of this round, rounded half up to 2 decimals; ");
}

UNIT_TEST(clamping_and_rounding_places_are_told)
{
    struct rules rules = builder_rules(1);
    rules.rounds[0].own.outliers = (struct outliers){OUTLIERS_CLAMP, {true, builder_points("5")}, {0}};
    rules.rounds[0].own.clamp_digits = 2;
    rules.rounds[0].own.panel_digits = 3;
    rules.rounds[0].scale = builder_points("1.2");
    rules.rounds[0].floor = (struct optional_points){true, 0};
    check_round(rules, LANGUAGE_CHINESE,
                "登台述评：与评委平均分相差超过5分的评分按相差5分计（四舍五入保留2位小数），再取评委平均分"
                "（四舍五入保留3位小数），乘以1.2，最低计0分。");
    rules.rounds[0].own.outliers.policy = OUTLIERS_FLAG;
    rules.rounds[0].own.clamp_digits = DIGITS_EXACT;
    rules.rounds[0].own.method = METHOD_TRIMMED_MEAN;
    rules.rounds[0].own.too_few = TOO_FEW_KEEP_ALL;
    rules.rounds[0].own.drop.low = 0;
    check_round(rules, LANGUAGE_CHINESE,
                "登台述评：去掉1个最高分后取平均分（四舍五入保留3位小数），评分少于2份的不去掉，乘以1.2，最低计0分。");
}

UNIT_TEST(criteria_are_told_where_they_are_weighed)
{
    static struct criterion criteria[2];
    struct rules rules = builder_rules(1);
    criteria[0] = (struct criterion){.id = TEXT("a"), .max = POINTS_ONE_HUNDRED, .weight = builder_points("1.33")};
    criteria[1] = (struct criterion){.id = TEXT("b"), .max = POINTS_ONE_HUNDRED, .weight = POINTS_ONE};
    rules.rounds[0].criteria = criteria;
    rules.rounds[0].criterion_count = 2;
    check_round(rules, LANGUAGE_CHINESE, "登台述评：各项得分按权重合计，取评委平均分。");
    rules.rounds[0].own.method = METHOD_TRIMMED_MEAN;
    rules.rounds[0].own.drop.by = DROP_BY_CRITERION;
    rules.rounds[0].own.panel_digits = rules.rounds[0].own.criterion_digits = 2;
    check_round(rules, LANGUAGE_CHINESE,
                "登台述评：逐项去掉最高分、最低分各1个后取平均分（四舍五入保留2位小数），乘以该项权重"
                "（四舍五入保留2位小数），各项相加。");
}

UNIT_TEST(ranks_places_votes_and_sums_are_told)
{
    static struct grade grades[2];
    struct rules rules = builder_rules(1);
    rules.rounds[0].own.method = METHOD_RANK_SUM;
    rules.rounds[0].own.missing = MISSING_MEAN_OF_OTHERS;
    check_round(rules, LANGUAGE_CHINESE,
                "登台述评：取名次和：每名评委的评分换算成名次（同分平分所占名次），各评委的名次相加（缺评、"
                "回避按其余评委所排名次的平均数计）。该环节得分即最终得分，四舍五入保留2位小数，小者列前；");
    rules.rounds[0].own.method = METHOD_SUM;
    rules.rounds[0].own.missing = MISSING_LEAVE_OUT;
    check_round(rules, LANGUAGE_CHINESE, "登台述评：取评委评分之和（缺评、回避的不计）。");
    rules.rounds[0].own.missing = MISSING_ERROR;
    rules.rounds[0].own.method = METHOD_PLACE_POINTS;
    points earned[] = {builder_points("12"), builder_points("10"), builder_points("7.5")};
    rules.rounds[0].place_points = (struct points_list){earned, 3};
    check_round(
        rules, LANGUAGE_CHINESE,
        "登台述评：评委评定名次，按平均名次排序，第一名起依次得12、10、7.5分（并列的平分所占名次的分），其后不得分。");
    rules.rounds[0].own.method = METHOD_BALLOT;
    grades[0] = (struct grade){.name = TEXT("优秀"), .value = POINTS_ONE_HUNDRED};
    grades[1] = (struct grade){.name = TEXT("良好"), .value = builder_points("85")};
    rules.rounds[0].grades = grades;
    rules.rounds[0].grade_count = 2;
    check_round(rules, LANGUAGE_CHINESE, "登台述评：按全部选票取平均分（优秀100分、良好85分）。");
    rules.rounds[0].own.method = METHOD_MEDIAN;
    check_round(rules, LANGUAGE_CHINESE, "登台述评：取评委评分的中位数。");
}

UNIT_TEST(a_correction_is_told_with_what_it_assumes)
{
    struct rules rules = builder_rules(1);
    rules.rounds[0].panel_correction = CORRECTION_MEAN;
    rules.rounds[0].correction_digits = 4;
    check_round(rules, LANGUAGE_CHINESE,
                "登台述评：取评委平均分，乘以修正系数（全体选手平均分÷本评委组选手平均分，四舍五入保留4位小数）。"
                "该环节得分即最终得分，四舍五入保留2位小数；同分的按顺延小数位确定先后，仍相同的并列。"
                "修正的前提是抽签分组使各评委组的选手水平相当；只有一个评委组的不修正。");
}

UNIT_TEST(who_enters_a_round_is_told)
{
    struct rules rules = two_rounds();
    rules.rounds[0].weight.is_set = rules.rounds[1].weight.is_set = false;
    rules.rounds[1].overtime.limit = 0;
    rules.rounds[1].own.method = METHOD_MEAN;
    rules.rounds[1].advance = 8;
    rules.rounds[1].carry = false;
    rules.dense = true;
    struct contest contest = builder_contest(&rules, 3, 1);
    CHECK_TEXT(rules_wording(&contest, unit_arena()),
               "书面比武：取评委平均分；登台述评：前8名（含并列）进入，此前得分不再计入，取评委平均分。"
               "登台述评得分即最终得分，环节得分和最终得分均四舍五入保留2位小数；未进入后一环节的列于进入者之后，"
               "按此前成绩排列；同分的按顺延小数位确定先后，仍相同的并列，其后名次连续。");
}

UNIT_TEST(sectors_are_named_where_there_are_several)
{
    struct rules rules = builder_rules(2);
    rules.rounds[0].own.method = METHOD_RANK_SUM;
    rules.rounds[1].panel_correction = CORRECTION_MEAN;
    rules.rounds[1].advance = 8;
    struct contest contest = builder_open(&rules);
    contest_add_contestant(&contest, builder_contestant("C1", "街道"), builder_faults());
    contest_add_contestant(&contest, builder_contestant("C2", "社区"), builder_faults());
    contest_complete(&contest, builder_faults());
    struct text told = rules_wording(&contest, unit_arena());
    CU_ASSERT(text_holds(told, "每名评委的评分在本领域内换算成名次"));
    CU_ASSERT(text_holds(told, "本领域前8名（含并列）进入"));
    CU_ASSERT(text_holds(told, "（本领域全体选手平均分÷本评委组选手平均分"));
    CU_ASSERT(text_holds(told, "；本领域只有一个评委组的不修正。"));
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
