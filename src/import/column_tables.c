/* The tables themselves. `biwu help files` prints them as they stand here. */
#include "columns.h"

#define FORMAT(format, file_name, is_required, what_for, ...)                                                          \
    FORMAT_SHOWN(format, file_name, is_required, what_for, NULL, __VA_ARGS__)

#define FORMAT_SHOWN(format, file_name, is_required, what_for, shown, ...)                                             \
    static const struct column format##_columns[] = {__VA_ARGS__};                                                     \
    _Static_assert(sizeof format##_columns / sizeof *format##_columns <= COLUMNS_MOST, "cell_of has room");            \
    const struct table_format format = {                                                                               \
        .file = TEXT_INIT(file_name),                                                                                  \
        .columns = format##_columns,                                                                                   \
        .count = sizeof format##_columns / sizeof *format##_columns,                                                   \
        .required = (is_required),                                                                                     \
        .help = (what_for),                                                                                            \
        .example = (shown),                                                                                            \
    }

#define COLUMN(english, chinese, is_required, what_for)                                                                \
    {                                                                                                                  \
        .name = TEXT_INIT(english), .aliases = TEXT_INIT(chinese), .required = (is_required), .help = (what_for)       \
    }

#define CONTESTANT_ALIASES "选手|编号|选手编号|参赛号|参赛编号|姓名|选手姓名|考生|考号"
#define JUDGE_ALIASES      "评委|评委编号|评委姓名|考官|裁判"
#define ROUND_ALIASES      "环节|轮次|比赛环节"
#define CRITERION_ALIASES  "评分项|指标|评分指标|评分项目"

FORMAT(
    contestants_format, "contestants.csv", true, "who is ranked",
    COLUMN("id", "编号|选手编号|参赛号|参赛编号|考号", true, "names the contestant in all files"),
    COLUMN("name", "姓名|选手|选手姓名|考生", true, "as printed"),
    COLUMN("sector", "领域|组别", true, "the group within which contestants are ranked"),
    COLUMN("unit", "单位|所在单位|工作单位", false, "where the contestant works"),
    COLUMN("title", "职务", false, "the contestant's office"),
    COLUMN("county", "旗县区|旗县|区县", false, "county or banner"),
    COLUMN("panel", "评委组|考官组|裁判组", false, "the panel that scores the contestant"),
    COLUMN("draw", "出场序号|出场顺序|出场序", false, "order of appearance, from 1"),
    COLUMN(
        "status", "状态|参赛状态", false,
        "参赛 competing (also where empty), 弃权 withdrawn, 缺席 absent, 取消资格 disqualified, 不计名次 exhibition"),
    COLUMN("lot", "抽签|抽签号", false, "the number drawn as a last resort"),
    COLUMN("veto", "一票否决", false,
           "why the contestant is ranked, and gets no award and no promotion; 否, 无, -, / or empty: nothing"));

FORMAT(judges_format, "judges.csv", true, "who scores",
       COLUMN("id", "编号|评委编号|考官编号|裁判编号", true, "names the judge in all files"),
       COLUMN("name", "姓名|评委|评委姓名|考官|裁判", true, "as printed"),
       COLUMN("unit", "单位|所在单位|工作单位", false, "where the judge works"),
       COLUMN("county", "旗县区|旗县|区县", false, "county or banner"),
       COLUMN("panel", "评委组|考官组|裁判组", false, "the panels in which the judge sits, parted by ;"),
       COLUMN("weight", "权重", false, "more than 0; 1 where empty"),
       COLUMN("status", "状态", false, "作废 void: the judge counts as absent everywhere"));

FORMAT_SHOWN(
    marks_format, "scores/*.csv", false, "the marks, one a row",
    "scores/marks.csv\n"
    "round,contestant,judge,criterion,score\n"
    "登台述评,01,J1,工作成效,36\n",
    COLUMN("round", ROUND_ALIASES, false,
           "id or name; may stand in the file's name, and be left out where the contest has one round"),
    COLUMN("contestant", CONTESTANT_ALIASES, true, "id, or name where it is unique"),
    COLUMN("judge", JUDGE_ALIASES, false, "id, or name where it is unique; empty for method given"),
    COLUMN(
        "criterion", CRITERION_ALIASES, false,
        "id or name; may stand in the file's name behind the round, and be left out where the round has one criterion"),
    COLUMN("score", "得分|分数|成绩|评分|打分|单项分", true,
           "a number, or 缺评 (absent), 回避 (recused), 弃权 (DNF), 缺席 (DNS), 取消资格 (DSQ); empty while it is "
           "pending"));

#define COLUMN_BESIDE                                                                                                  \
    COLUMN("name, unit …", "姓名|单位|领域|职务|旗县区|出场序号|状态", false,                                          \
           "beside the contestant's id: they must be as in contestants.csv")
#define COLUMN_TOTALS                                                                                                  \
    COLUMN("total …", "总分|平均分|名次|备注|序号", false,                                                             \
           "also average, rank, remarks, no.: they are not read, with a warning")

FORMAT_SHOWN(marks_by_judge_format, "scores/*.csv", false, "or one row a contestant and one column a judge",
             "scores/登台述评-工作成效.csv\n"
             "选手编号,姓名,J1,J2,J3\n"
             "01,苏日娜,36,35.5,37\n",
             COLUMN("round", ROUND_ALIASES, false,
                    "may stand in the file's name, and be left out where the contest has one round"),
             COLUMN("criterion", CRITERION_ALIASES, false,
                    "may stand in the file's name behind the round, and be left out where the round has one criterion; "
                    "between them and what follows stand -, – or _ or blanks"),
             COLUMN("contestant", CONTESTANT_ALIASES, true, "id, or name where it is unique"),
             COLUMN("J1 …", "", true, "one column a judge, headed by id or by a unique name; its cells as score above"),
             COLUMN_BESIDE, COLUMN_TOTALS);

FORMAT_SHOWN(marks_by_sheet_format, "scores/*.csv", false,
             "or one row a judge and contestant and one column a criterion",
             "scores/登台述评.csv\n"
             "评委,选手编号,工作成效,思路举措,表达展示,现场答辩\n"
             "J1,01,36,27,18.5,9.2\n",
             COLUMN("round", ROUND_ALIASES, false,
                    "may stand in the file's name, and be left out where the contest has one round or only one round "
                    "has such criteria"),
             COLUMN("judge", JUDGE_ALIASES, true, "id, or name where it is unique"),
             COLUMN("contestant", CONTESTANT_ALIASES, true, "id, or name where it is unique"),
             COLUMN("results …", "", true, "one column a criterion, headed by id or name; its cells as score above"),
             COLUMN_BESIDE, COLUMN_TOTALS);

FORMAT(adjustments_format, "adjustments.csv", false, "points added or taken after the panel",
       COLUMN("contestant", CONTESTANT_ALIASES, true, "id, or name where it is unique"),
       COLUMN("round", ROUND_ALIASES, true, "id or name; empty: on the final score"),
       COLUMN("points", "分值|分数|加减分|得分", true, "signed; without sign where there is a kind"),
       COLUMN("reason", "原因|事由|理由", true, "as printed"),
       COLUMN("kind", "类型|类别|加减", false, "加分 (bonus) or 扣分 (deduction)"));

FORMAT(recusals_format, "recusals.csv", false, "which judge does not score whom",
       COLUMN("judge", JUDGE_ALIASES, true, "id, or name where it is unique"),
       COLUMN("contestant", CONTESTANT_ALIASES, true, "id, or name where it is unique"),
       COLUMN("reason", "原因|事由|理由", true, "as printed"));

FORMAT(timings_format, "timings.csv", false, "how long contestants took",
       COLUMN("contestant", CONTESTANT_ALIASES, true, "id, or name where it is unique"),
       COLUMN("round", ROUND_ALIASES, false, "id or name; may be left out where the contest has one round"),
       COLUMN("seconds", "秒数|用时|时间|时长", true, "seconds, m:ss or h:mm:ss; fractions of a second are cut off"));

FORMAT(factors_format, "factors.csv", false, "what contestants' panel scores are multiplied by: difficulty",
       COLUMN("contestant", CONTESTANT_ALIASES, true, "id, or name where it is unique"),
       COLUMN("round", ROUND_ALIASES, false, "id or name; may be left out where the contest has one round"),
       COLUMN("factor", "系数|难度|难度系数", true, "0 or more; who has none counts 1"));

FORMAT(ballots_format, "ballots.csv", false, "votes, for method ballot",
       COLUMN("round", ROUND_ALIASES, false, "id or name; may be left out where the contest has one round"),
       COLUMN("contestant", CONTESTANT_ALIASES, true, "id, or name where it is unique"),
       COLUMN("grade", "等次|评价|档次", true, "one of the round's grades"),
       COLUMN("count", "票数|数量", true, "how many voted so"));

FORMAT(playoff_format, "playoff.csv", false, "attempts to part those who are tied",
       COLUMN("contestant", CONTESTANT_ALIASES, true, "id, or name where it is unique"),
       COLUMN("attempt", "次数|加赛次数|第几次", false, "from 1; 1 where it is left out"),
       COLUMN("score", "得分|分数|成绩", true, "higher first"));

FORMAT(decisions_format, "decisions.csv", false, "what the judges decided about those who are tied",
       COLUMN("contestant", CONTESTANT_ALIASES, true, "id, or name where it is unique"),
       COLUMN("place", "名次|裁定名次", true, "among those who are tied: 1 before 2"),
       COLUMN("reason", "原因|事由|理由", true, "as printed"), COLUMN("signers", "签字|签字人", true, "as printed"));

FORMAT(special_format, "special.csv", false, "who gets the special awards",
       COLUMN("award", "奖项", false, "may be left out where there is one special award"),
       COLUMN("contestant", CONTESTANT_ALIASES, false, "id, or name where it is unique; empty for a unit"),
       COLUMN("unit", "单位|获奖单位", false, "the unit that gets it"),
       COLUMN("reason", "原因|事由|理由", false, "as printed"));

FORMAT(quota_format, "quota.csv", false, "how many go on to the next level",
       COLUMN("county", "旗县区|旗县|区县", false, "empty: all of the sector"),
       COLUMN("sector", "领域|组别", false, "empty: all of the county"),
       COLUMN("count", "名额|数量|人数", true, "how many"));

FORMAT(protests_format, "protests.csv", false, "protests against the result (复核申请), and what became of them",
       COLUMN("contestant", CONTESTANT_ALIASES, true, "id, or name where it is unique"),
       COLUMN("time", "时间|申请时间|提出时间", false, "when it came in"),
       COLUMN("about", "事由|内容|申请事由|复核内容", true, "what it is about"),
       COLUMN("decision", "决定|处理|处理结果|复核结果", true,
              "what was decided; empty while it is open, and then the result cannot be made official"));

const struct table_format *const table_formats[] = {
    &contestants_format, &judges_format,  &marks_format,    &adjustments_format, &recusals_format,
    &timings_format,     &factors_format, &ballots_format,  &playoff_format,     &decisions_format,
    &special_format,     &quota_format,   &protests_format,
};
const size_t table_format_count = sizeof table_formats / sizeof(struct table_format *);
