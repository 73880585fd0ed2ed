/* 计分办法 in full: what its sections say, written by hand. */
#include "contest_builder.h"
#include "rules_prose.h"
#include "unit.h"

/* Whether a paragraph, label and text, reads so. */
static void check_paragraph(const struct contest *contest, const char *expected)
{
    struct prose prose = rules_prose(contest, unit_arena());
    struct sink all = sink_in(unit_arena());
    for (size_t s = 0; s < prose.count; s++) {
        sink_text(&all, prose.sections[s].heading);
        for (size_t i = 0; i < prose.sections[s].count; i++) {
            struct sink sink = sink_in(unit_arena());
            sink_text(&sink, prose.sections[s].paragraphs[i].label);
            sink_text(&sink, prose.sections[s].paragraphs[i].text);
            if (text_equal(sink_written(&sink), text_from_c(expected)))
                return;
            sink_byte(&all, '\n');
            sink_text(&all, sink_written(&sink));
        }
        sink_byte(&all, '\n');
    }
    CHECK_TEXT(sink_written(&all), expected);
}

static size_t sections_of(const struct contest *contest)
{
    return rules_prose(contest, unit_arena()).count;
}

static struct rules two_rounds(void)
{
    static struct criterion criteria[2];
    struct rules rules = builder_rules(2);
    rules.combine = COMBINE_WEIGHTED;
    rules.rounds[0].name = TEXT("书面比武");
    rules.rounds[0].weight = (struct optional_points){true, builder_points("30")};
    rules.rounds[0].own.method = METHOD_GIVEN;
    rules.rounds[1].name = TEXT("登台述评");
    rules.rounds[1].weight = (struct optional_points){true, builder_points("70")};
    rules.rounds[1].own.method = METHOD_TRIMMED_MEAN;
    rules.rounds[1].own.min_sheets = 5;
    criteria[0] = (struct criterion){
        .id = TEXT("a"), .name = TEXT("工作成效"), .max = builder_points("60"), .weight = POINTS_ONE};
    criteria[1] = (struct criterion){.id = TEXT("b"),
                                     .name = TEXT("现场答辩"),
                                     .max = builder_points("40"),
                                     .min = builder_points("5"),
                                     .step = {true, builder_points("0.5")},
                                     .weight = POINTS_ONE};
    rules.rounds[1].criteria = criteria;
    rules.rounds[1].criterion_count = 2;
    return rules;
}

UNIT_TEST(rounds_and_the_final_are_told_in_full)
{
    struct rules rules = two_rounds();
    struct contest contest = builder_contest(&rules, 7, 1);
    check_paragraph(&contest, "（一）书面比武（占30%）。成绩由组织方统一评定，不设评委评分。满分100分。"
                              "本环节得分四舍五入保留2位小数。");
    check_paragraph(&contest, "（二）登台述评（占70%）。由7名评委评分。评分项共2项：工作成效（60分）、现场答辩"
                              "（5至40分，以0.5分为单位），满分100分。去掉最高分、最低分各1个后取平均分。"
                              "有效评分少于5份的，本环节不计成绩。本环节得分四舍五入保留2位小数。");
    check_paragraph(&contest, "最终得分＝书面比武得分×30%＋登台述评得分×70%，四舍五入保留2位小数。");
    check_paragraph(&contest, "名次按公布的最终得分由高到低排列。");
    check_paragraph(&contest, "得分相同的，按顺延小数位确定先后。仍相同的名次并列，其后的名次空出（如1、2、2、4）。");
    CU_ASSERT_EQUAL(sections_of(&contest), 4);
}

UNIT_TEST(awards_are_told_with_their_bounds)
{
    static struct award awards[3];
    static struct sector_count counts[] = {{.sector = TEXT_INIT("街道"), .count = 3},
                                           {.sector = TEXT_INIT("社区"), .count = 1}};
    struct rules rules = two_rounds();
    awards[0] = (struct award){.name = TEXT("一等奖"), .cut.tie = CUT_TIE_ABSORB};
    awards[0].cut.count = (struct counts){true, 0, counts, 2};
    awards[1] = (struct award){.name = TEXT("二等奖"), .cumulative = true, .vacant = VACANT_PASS_DOWN};
    awards[1].cut.percent = (struct optional_points){true, builder_points("20.5")};
    awards[1].cut.min_score = (struct optional_points){true, builder_points("85")};
    awards[1].cut.need = (struct need){TEXT("r2"), builder_points("80"), 0};
    awards[2] = (struct award){.name = TEXT("优秀奖"), .rest = true};
    rules.awards = awards;
    rules.award_count = 3;
    rules.promote = (struct promote){.is_set = true, .at_most = 1, .reserves = 2, .cut.tie = CUT_TIE_ERROR};
    rules.promote.cut.count = (struct counts){true, 2, NULL, 0};
    struct contest contest = builder_contest(&rules, 7, 1);
    check_paragraph(&contest, "一等奖：街道3名、社区1名；名额末位同分的一并授予，下一奖项名额相应减少。");
    check_paragraph(&contest, "二等奖：列入名次人数的20.5%（自第一名起累计，不足一名的按一名计），最终得分不低于85分，"
                              "且登台述评得分不低于80分；名额末位同分的一并授予；空缺的名额转入下一奖项。");
    check_paragraph(&contest, "优秀奖：其余列入名次的选手。");
    check_paragraph(&contest, "晋级上一级比赛的选手：2名，同一单位最多1名；名额末位同分的，裁定以前不晋级。");
    check_paragraph(&contest, "另设递补2名，晋级选手退出的，按名次依次递补。");
    CU_ASSERT_EQUAL(sections_of(&contest), 6);
}

UNIT_TEST(stages_and_absences_are_told)
{
    struct rules rules = two_rounds();
    rules.combine = COMBINE_SUM;
    rules.rounds[0].weight.is_set = rules.rounds[1].weight.is_set = false;
    rules.rounds[1].advance = 8;
    rules.absent_round = ABSENT_ROUND_ZERO;
    rules.recusal_auto = 1u << RECUSAL_BY_UNIT | 1u << RECUSAL_BY_COUNTY;
    struct contest contest = builder_contest(&rules, 7, 1);
    contest.contestants[0].veto = TEXT("失信");
    check_paragraph(&contest, "未进入后一环节的选手，最终得分＝书面比武得分，四舍五入保留2位小数。");
    check_paragraph(&contest, "进入登台述评的选手，最终得分＝书面比武得分＋登台述评得分，四舍五入保留2位小数。");
    check_paragraph(&contest, "在某一环节弃权或缺席的选手，该环节按0分计。");
    check_paragraph(&contest, "评委对同单位、同旗县区的选手应当回避。");
    check_paragraph(&contest, "被一票否决的选手列入名次，不授奖。");
}

UNIT_TEST(the_rules_are_told_in_english)
{
    struct rules rules = two_rounds();
    rules.language = LANGUAGE_ENGLISH;
    struct contest contest = builder_contest(&rules, 7, 1);
    check_paragraph(&contest,
                    "(2) 登台述评 (70%).Judges: 7. Criteria (2): 工作成效 (60), 现场答辩 (5 to 40, in "
                    "steps of 0.5); 100 at the most. Method: 1 highest and 1 lowest set aside, mean of the others. "
                    "With fewer than 5 sheets the round has no score. The score of the round is rounded half "
                    "up to 2 decimals.");
    check_paragraph(&contest, "Final score = 书面比武 × 30% + 登台述评 × 70%, rounded half up to 2 decimals.");
}
