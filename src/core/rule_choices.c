/* The values that keys of contest.yaml take: a row a value. */
#include "contest.h"

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
        {TEXT_INIT("given"), METHOD_GIVEN, "one mark, with no judge"});

CHOICES(drop_by_choices, {TEXT_INIT("sheet"), DROP_BY_SHEET, "whole sheets are dropped, by their totals"},
        {TEXT_INIT("criterion"), DROP_BY_CRITERION, "marks are dropped within each criterion"});

CHOICES(too_few_choices, {TEXT_INIT("error"), TOO_FEW_ERROR, "no score, reported"},
        {TEXT_INIT("keep-all"), TOO_FEW_KEEP_ALL, "nothing is dropped"});

CHOICES(missing_choices, {TEXT_INIT("error"), MISSING_ERROR, "no score, reported"},
        {TEXT_INIT("mean-of-others"), MISSING_MEAN_OF_OTHERS, "each counts as the mean of the given"},
        {TEXT_INIT("leave-out"), MISSING_LEAVE_OUT, "they add nothing: votes, not marks"});

CHOICES(tie_key_choices, {TEXT_INIT("exact"), TIE_EXACT, "the final before score.digits; higher first"},
        {TEXT_INIT("round"), TIE_ROUND, "round:ID, that round's score after its digits; higher first"},
        {TEXT_INIT("criterion"), TIE_CRITERION,
         "criterion:ROUND/ID, mean of the criterion's marks that counted, not rounded; higher first"},
        {TEXT_INIT("criteria"), TIE_CRITERIA, "criteria:ROUND/A+B, the sum of several criteria's means; higher first"},
        {TEXT_INIT("best-sheet"), TIE_BEST_SHEET, "highest sheet of all rounds, as given; higher first"},
        {TEXT_INIT("worst-sheet"), TIE_WORST_SHEET, "lowest sheet of all rounds, as given; higher first"},
        {TEXT_INIT("median-sheet"), TIE_MEDIAN_SHEET, "middle sheet of all rounds, as given; higher first"},
        {TEXT_INIT("all-sheets"), TIE_ALL_SHEETS,
         "plain mean of all sheets of all rounds, dropped ones too; higher first"});

CHOICES(award_of_choices, {TEXT_INIT("ranked"), AWARD_OF_RANKED, "of the sector's ranked contestants"},
        {TEXT_INIT("entered"), AWARD_OF_ENTERED, "of all contestants entered in the sector"});

CHOICES(award_round_choices, {TEXT_INIT("up"), AWARD_ROUND_UP, "a started place counts whole"},
        {TEXT_INIT("down"), AWARD_ROUND_DOWN, "a started place does not count"},
        {TEXT_INIT("half-up"), AWARD_ROUND_HALF_UP, "half a place counts whole"});

CHOICES(award_tie_choices, {TEXT_INIT("extend"), AWARD_TIE_EXTEND, "all who are tied across the cut get it"},
        {TEXT_INIT("absorb"), AWARD_TIE_ABSORB, "extend, and the next award has that many fewer"},
        {TEXT_INIT("withhold"), AWARD_TIE_WITHHOLD, "none who is tied across the cut gets it, nor a later one"});

CHOICES(vacant_choices, {TEXT_INIT("leave"), VACANT_LEAVE, "places that nobody qualifies for stay empty (空缺)"},
        {TEXT_INIT("pass-down"), VACANT_PASS_DOWN, "they are added to the next award"});

CHOICES(recusal_by_choices, {TEXT_INIT("unit"), RECUSAL_BY_UNIT, "judges do not score contestants of their own unit"},
        {TEXT_INIT("county"), RECUSAL_BY_COUNTY, "judges do not score contestants of their own county"});

CHOICES(list_order_choices, {TEXT_INIT("draw"), ORDER_BY_DRAW, "order of appearance (出场顺序)"},
        {TEXT_INIT("id"), ORDER_BY_ID, "by contestants' ids"});

CHOICES(certificate_choices, {TEXT_INIT("honour"), 0, "A4 landscape, red and gold"});

CHOICES(contestant_status_choices, {TEXT_INIT("competing"), STATUS_COMPETING, "takes part"},
        {TEXT_INIT("withdrawn"), STATUS_WITHDRAWN, "弃权: not ranked"},
        {TEXT_INIT("absent"), STATUS_ABSENT, "缺席: not ranked"},
        {TEXT_INIT("disqualified"), STATUS_DISQUALIFIED, "取消资格: not ranked"},
        {TEXT_INIT("exhibition"), STATUS_EXHIBITION, "不计名次: takes part, not ranked"});
