#include "words.h"

#include <assert.h>
#include <string.h>

struct word {
    const char *english, *chinese;
};

static const struct word words[] = {
    {"Scorekeeper", "计分员"},
    {"Verifier", "复核员"},
    {"Chief judge", "总裁判"},
    {"withdrawn", "弃权"},
    {"absent", "缺席"},
    {"disqualified", "取消资格"},
    {"exhibition", "不计名次"},
    {"competing", "参赛"},
    {"round {1}: no marks", "{1}：尚无评分"},
    {"round {1}: withdrawn", "{1}：弃权"},
    {"round {1}: absent", "{1}：缺席"},
    {"round {1}: sheets are missing, so there is no sum", "{1}：评分未齐，不能合计"},
    {"round {1}: {2} sheets are too few, {3} are needed", "{1}：有效评分 {2} 份，至少需要 {3} 份"},
    {"score with further decimals", "顺延小数位"},
    {"score of {1}", "{1}得分"},
    {"mean of {1} in {2}", "{2}的{1}平均分"},
    {"highest sheet", "单份最高评分"},
    {"lowest sheet", "单份最低评分"},
    {"middle sheet", "评分中位数"},
    {"next best round", "次好环节得分"},
    {"sheets won against each other", "相互对比胜出份数"},
    {"playoff", "加赛"},
    {"decision of the judges", "评委会裁定"},
    {"score of {1} in {2}", "{2}的{1}得分"},
    {"round {1}: no votes", "{1}：没有选票"},
    {"round {1}: not every panel has a mean to correct by", "{1}：有评委组尚无平均分，无法修正"},
    {"mean of all sheets", "全部评分的平均分"},
};

static const char *word_in(enum language language, const char *english)
{
    size_t i = 0;
    for (; strcmp(words[i].english, english) != 0; i++)
        assert(i + 1 < sizeof words / sizeof *words);
    return language == LANGUAGE_CHINESE ? words[i].chinese : words[i].english;
}

struct text words_in(enum language language, const char *english)
{
    return text_from_c(word_in(language, english));
}

void words_write_message(struct sink *sink, enum language language, const struct message *message)
{
    message_write(sink, message, word_in(language, message->format));
}

struct text words_status(enum language language, int contestant_status)
{
    struct text name = choice_name(&contestant_status_choices, contestant_status);
    return text_from_c(word_in(language, name.bytes));
}

/* ---- dates ---- */

static bool take_number(struct text *rest, size_t width, int64_t *number)
{
    *number = 0;
    if (rest->length < width)
        return false;
    for (size_t i = 0; i < width; i++) {
        if (rest->bytes[i] < '0' || rest->bytes[i] > '9')
            return false;
        *number = *number * 10 + (rest->bytes[i] - '0');
    }
    rest->bytes += width;
    rest->length -= width;
    return true;
}

static bool take_dash(struct text *rest)
{
    if (!text_starts_with(*rest, TEXT("-")))
        return false;
    rest->bytes++;
    rest->length--;
    return true;
}

void words_write_date(struct sink *sink, enum language language, struct text date)
{
    static const char *const months[] = {"January", "February", "March",     "April",   "May",      "June",
                                         "July",    "August",   "September", "October", "November", "December"};
    int64_t year, month, day;
    struct text rest = date;
    bool is_date = take_number(&rest, 4, &year) && take_dash(&rest) && take_number(&rest, 2, &month) &&
                   take_dash(&rest) && take_number(&rest, 2, &day) && rest.length == 0 && month >= 1 && month <= 12;
    if (!is_date) {
        sink_text(sink, date);
        return;
    }
    if (language == LANGUAGE_ENGLISH) {
        sink_integer(sink, day);
        sink_byte(sink, ' ');
        sink_c(sink, months[month - 1]);
        sink_byte(sink, ' ');
        sink_integer(sink, year);
        return;
    }
    sink_integer(sink, year);
    sink_c(sink, "年");
    sink_integer(sink, month);
    sink_c(sink, "月");
    sink_integer(sink, day);
    sink_c(sink, "日");
}

/* 工作成效与表达展示 */
static struct text criteria_named(struct sink *names, const struct rules *rules, const struct tie_key *key)
{
    for (size_t i = 0; i < key->criterion_count; i++) {
        if (i > 0)
            sink_c(names, rules->language == LANGUAGE_CHINESE ? "与" : " and ");
        sink_text(names, rules->rounds[key->round].criteria[key->criteria[i]].name);
    }
    return sink_written(names);
}

void words_write_tie_key(struct sink *sink, const struct rules *rules, const struct tie_key *key)
{
    static const char *const words_of[] = {
        [TIE_EXACT] = "score with further decimals",
        [TIE_BEST_SHEET] = "highest sheet",
        [TIE_WORST_SHEET] = "lowest sheet",
        [TIE_MEDIAN_SHEET] = "middle sheet",
        [TIE_ALL_SHEETS] = "mean of all sheets",
        [TIE_NEXT_BEST] = "next best round",
        [TIE_HEAD_TO_HEAD] = "sheets won against each other",
        [TIE_PLAYOFF] = "playoff",
        [TIE_DECISION] = "decision of the judges",
    };
    enum language language = (enum language)rules->language;
    struct sink names = sink_in(sink->arena);
    const struct round *round = &rules->rounds[key->round];
    if (key->kind == TIE_ROUND)
        words_write_message(sink, language, &MESSAGE("score of {1}", round->name));
    else if (key->kind == TIE_PANEL)
        words_write_message(sink, language,
                            &MESSAGE("score of {1} in {2}", round->panels[key->panel].name, round->name));
    else if (key->kind == TIE_COLUMN)
        sink_text(sink, rules->columns.items[key->column]);
    else if (key->criterion_count > 0)
        words_write_message(sink, language,
                            &MESSAGE("mean of {1} in {2}", criteria_named(&names, rules, key), round->name));
    else
        sink_text(sink, words_in(language, words_of[key->kind]));
}
