#include "states.h"

#include "plain.h"

#define WORDS(words, ...)                                                                                              \
    static const struct state_word words##_items[] = {__VA_ARGS__};                                                    \
    const struct state_words words = {words##_items, sizeof words##_items / sizeof *words##_items}

WORDS(contestant_status_words, {TEXT_INIT("参赛"), STATUS_COMPETING}, {TEXT_INIT("competing"), STATUS_COMPETING},
      {TEXT_INIT("弃权"), STATUS_WITHDRAWN}, {TEXT_INIT("withdrawn"), STATUS_WITHDRAWN},
      {TEXT_INIT("dnf"), STATUS_WITHDRAWN}, {TEXT_INIT("缺席"), STATUS_ABSENT}, {TEXT_INIT("absent"), STATUS_ABSENT},
      {TEXT_INIT("dns"), STATUS_ABSENT}, {TEXT_INIT("取消资格"), STATUS_DISQUALIFIED},
      {TEXT_INIT("disqualified"), STATUS_DISQUALIFIED}, {TEXT_INIT("dsq"), STATUS_DISQUALIFIED},
      {TEXT_INIT("不计名次"), STATUS_EXHIBITION}, {TEXT_INIT("exhibition"), STATUS_EXHIBITION});

WORDS(judge_status_words, {TEXT_INIT("作废"), 1}, {TEXT_INIT("评分作废"), 1}, {TEXT_INIT("void"), 1},
      {TEXT_INIT("有效"), 0}, {TEXT_INIT("正常"), 0}, {TEXT_INIT("valid"), 0});

WORDS(cell_state_words, {TEXT_INIT("缺评"), CELL_ABSENT}, {TEXT_INIT("absent"), CELL_ABSENT},
      {TEXT_INIT("回避"), CELL_RECUSED}, {TEXT_INIT("recused"), CELL_RECUSED});

WORDS(adjustment_kind_words, {TEXT_INIT("加分"), 1}, {TEXT_INIT("bonus"), 1}, {TEXT_INIT("扣分"), -1},
      {TEXT_INIT("减分"), -1}, {TEXT_INIT("deduction"), -1});

WORDS(no_veto_words, {TEXT_INIT("否"), 0}, {TEXT_INIT("无"), 0}, {TEXT_INIT("没有"), 0}, {TEXT_INIT("no"), 0},
      {TEXT_INIT("none"), 0}, {TEXT_INIT("0"), 0}, {TEXT_INIT("-"), 0}, {TEXT_INIT("/"), 0});

bool state_find(const struct state_words *words, struct text written, int *state)
{
    struct plain plain;
    if (!plain_from_text(written, &plain))
        return false;
    for (size_t i = 0; i < words->count; i++)
        if (text_is_word(plain_text(&plain), words->items[i].word)) {
            *state = words->items[i].state;
            return true;
        }
    return false;
}

struct text state_words_listed(const struct state_words *words, struct arena *arena)
{
    struct sink sink = sink_in(arena);
    for (size_t i = 0; i < words->count; i++) {
        if (i > 0)
            sink_c(&sink, ", ");
        sink_text(&sink, words->items[i].word);
    }
    return sink_written(&sink);
}
