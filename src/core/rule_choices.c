/* The values that keys of contest.yaml take: a row a value. */
#include "contest.h"
#include "rule_table.h"

#define CHOICES(table, ...)                                                                                            \
    static const struct choice table##_rows[] = {__VA_ARGS__};                                                         \
    const struct choices table = {table##_rows, sizeof table##_rows / sizeof *table##_rows}

CHOICES(language_choices, {TEXT_INIT("zh"), LANGUAGE_CHINESE, "print in Chinese"},
        {TEXT_INIT("en"), LANGUAGE_ENGLISH, "print in English"});

CHOICES(rounding_choices, {TEXT_INIT("half-up"), ROUNDING_HALF_UP, "half away from zero (四舍五入)"},
        {TEXT_INIT("half-even"), ROUNDING_HALF_EVEN, "half to the even digit (GB/T 8170)"},
        {TEXT_INIT("down"), ROUNDING_DOWN, "digits are cut off"});

CHOICES(combine_choices, {TEXT_INIT("weighted"), COMBINE_WEIGHTED, "sum of weight × round score ÷ 100"},
        {TEXT_INIT("sum"), COMBINE_SUM, "sum of the round scores"},
        {TEXT_INIT("best"), COMBINE_BEST, "sum of the best rounds, as many as `best` says"});

CHOICES(method_choices, {TEXT_INIT("mean"), METHOD_MEAN, "mean of all sheets"},
        {TEXT_INIT("trimmed-mean"), METHOD_TRIMMED_MEAN, "mean after dropping the highest and the lowest"},
        {TEXT_INIT("median"), METHOD_MEDIAN, "the middle sheet; of an even number the mean of the middle two"},
        {TEXT_INIT("sum"), METHOD_SUM, "sum of all sheets"},
        {TEXT_INIT("rank-sum"), METHOD_RANK_SUM,
         "名次和: each judge's sheets become ranks within the sector, which are added; the lowest sum is the best"},
        {TEXT_INIT("place-points"), METHOD_PLACE_POINTS,
         "名次积分: judges write places; the order of their means earns `points`"},
        {TEXT_INIT("given"), METHOD_GIVEN, "one mark, with no judge"},
        {TEXT_INIT("ballot"), METHOD_BALLOT, "民主测评: the mean of the votes in ballots.csv by `grades`"});

CHOICES(drop_by_choices, {TEXT_INIT("sheet"), DROP_BY_SHEET, "whole sheets are dropped, by their totals"},
        {TEXT_INIT("criterion"), DROP_BY_CRITERION, "marks are dropped within each criterion"});

CHOICES(too_few_choices, {TEXT_INIT("error"), TOO_FEW_ERROR, "no score, reported"},
        {TEXT_INIT("keep-all"), TOO_FEW_KEEP_ALL, "nothing is dropped"});

CHOICES(missing_choices, {TEXT_INIT("error"), MISSING_ERROR, "no score, reported"},
        {TEXT_INIT("mean-of-others"), MISSING_MEAN_OF_OTHERS, "each counts as the mean of the given"},
        {TEXT_INIT("leave-out"), MISSING_LEAVE_OUT, "they add nothing; for sum alone: votes, not marks"});

CHOICES(outlier_choices, {TEXT_INIT("none"), OUTLIERS_NONE, "nothing"},
        {TEXT_INIT("flag"), OUTLIERS_FLAG, "they are named, and nothing is changed"},
        {TEXT_INIT("clamp"), OUTLIERS_CLAMP, "they are moved to the mean of their panel plus or minus `limit`"});

CHOICES(correction_choices, {TEXT_INIT("none"), CORRECTION_NONE, "no correction"},
        {TEXT_INIT("mean"), CORRECTION_MEAN, "towards the mean of all scored contestants of the sector"},
        {TEXT_INIT("panel-means"), CORRECTION_PANEL_MEANS, "towards the mean of the panels' means"});

CHOICES(absent_round_choices, {TEXT_INIT("unranked"), ABSENT_ROUND_UNRANKED, "the contestant is not ranked"},
        {TEXT_INIT("zero"), ABSENT_ROUND_ZERO, "the round counts 0, printed as such"});

CHOICES(tie_key_choices, {TEXT_INIT("exact"), TIE_EXACT, "the final before score.digits"},
        {TEXT_INIT("round"), TIE_ROUND, "that round's score after its digits"},
        {TEXT_INIT("criterion"), TIE_CRITERION, "mean of the criterion's marks that counted, not rounded"},
        {TEXT_INIT("criteria"), TIE_CRITERIA, "sum of several criteria's means"},
        {TEXT_INIT("panel"), TIE_PANEL, "that panel's score in the round"},
        {TEXT_INIT("best-sheet"), TIE_BEST_SHEET, "highest sheet of all rounds, as given"},
        {TEXT_INIT("worst-sheet"), TIE_WORST_SHEET, "lowest sheet of all rounds, as given"},
        {TEXT_INIT("median-sheet"), TIE_MEDIAN_SHEET, "middle sheet of all rounds, as given"},
        {TEXT_INIT("all-sheets"), TIE_ALL_SHEETS, "plain mean of all sheets of all rounds, none dropped"},
        {TEXT_INIT("next-best"), TIE_NEXT_BEST, "under combine: best, the next best round, and so on"},
        {TEXT_INIT("head-to-head"), TIE_HEAD_TO_HEAD, "in how many sheets it beats the others that are tied"},
        {TEXT_INIT("column"), TIE_COLUMN, "a number in that column of contestants.csv; with a minus, lower first"},
        {TEXT_INIT("playoff"), TIE_PLAYOFF, "加赛: playoff.csv, attempt by attempt"},
        {TEXT_INIT("decision"), TIE_DECISION, "评委会裁定: the places in decisions.csv"});

CHOICES(award_of_choices, {TEXT_INIT("ranked"), AWARD_OF_RANKED, "of the sector's ranked contestants"},
        {TEXT_INIT("entered"), AWARD_OF_ENTERED, "of all contestants entered in the sector"});

CHOICES(award_round_choices, {TEXT_INIT("up"), AWARD_ROUND_UP, "a started place counts whole"},
        {TEXT_INIT("down"), AWARD_ROUND_DOWN, "a started place does not count"},
        {TEXT_INIT("half-up"), AWARD_ROUND_HALF_UP, "half a place counts whole"});

CHOICES(award_tie_choices, {TEXT_INIT("extend"), CUT_TIE_EXTEND, "all who are tied across the cut get it"},
        {TEXT_INIT("absorb"), CUT_TIE_ABSORB, "extend, and the next award has that many fewer"},
        {TEXT_INIT("withhold"), CUT_TIE_WITHHOLD, "none who is tied across the cut gets it, nor a later one"},
        {TEXT_INIT("error"), CUT_TIE_ERROR,
         "nobody who is tied gets it until it is decided; no official result before"});

CHOICES(promote_tie_choices, {TEXT_INIT("extend"), CUT_TIE_EXTEND, "all who are tied across the cut go on"},
        {TEXT_INIT("withhold"), CUT_TIE_WITHHOLD, "none who is tied across the cut goes on"},
        {TEXT_INIT("error"), CUT_TIE_ERROR,
         "nobody who is tied goes on until it is decided; no official result before"});

CHOICES(award_per_choices, {TEXT_INIT("sector"), AWARD_PER_SECTOR, "in each sector for itself"},
        {TEXT_INIT("contest"), AWARD_PER_CONTEST, "among all sectors together, by the final score"});

CHOICES(promote_per_choices, {TEXT_INIT("sector"), PROMOTE_PER_SECTOR, "in each sector"},
        {TEXT_INIT("county"), PROMOTE_PER_COUNTY, "in each county, its sectors together"});

CHOICES(teams_by_choices, {TEXT_INIT("unit"), TEAMS_BY_UNIT, "contestants of one unit"},
        {TEXT_INIT("county"), TEAMS_BY_COUNTY, "contestants of one county"});

CHOICES(teams_method_choices, {TEXT_INIT("sum"), TEAMS_SUM, "sum of the best final scores"},
        {TEXT_INIT("points"), TEAMS_POINTS, "sum of points for places in the sector"});

CHOICES(vacant_choices, {TEXT_INIT("leave"), VACANT_LEAVE, "places that nobody qualifies for stay empty (空缺)"},
        {TEXT_INIT("pass-down"), VACANT_PASS_DOWN, "they are added to the next award"});

CHOICES(recusal_by_choices, {TEXT_INIT("unit"), RECUSAL_BY_UNIT, "judges do not score contestants of their own unit"},
        {TEXT_INIT("county"), RECUSAL_BY_COUNTY, "judges do not score contestants of their own county"});

CHOICES(list_order_choices, {TEXT_INIT("draw"), ORDER_BY_DRAW, "order of appearance (出场顺序)"},
        {TEXT_INIT("id"), ORDER_BY_ID, "by contestants' ids"},
        {TEXT_INIT("strokes"), ORDER_BY_STROKES, "by the strokes of surnames (姓氏笔画)"});

CHOICES(contestant_status_choices, {TEXT_INIT("competing"), STATUS_COMPETING, "takes part"},
        {TEXT_INIT("withdrawn"), STATUS_WITHDRAWN, "弃权: not ranked"},
        {TEXT_INIT("absent"), STATUS_ABSENT, "缺席: not ranked"},
        {TEXT_INIT("disqualified"), STATUS_DISQUALIFIED, "取消资格: not ranked"},
        {TEXT_INIT("exhibition"), STATUS_EXHIBITION, "不计名次: takes part, not ranked"});

const char *tie_key_argument(int kind)
{
    static const char *const arguments[] = {
        [TIE_ROUND] = "ROUND",        [TIE_CRITERION] = "ROUND/CRITERION",
        [TIE_CRITERIA] = "ROUND/A+B", [TIE_PANEL] = "ROUND/PANEL",
        [TIE_COLUMN] = "NAME",        [TIE_DECISION] = NULL,
    };
    return arguments[kind];
}
