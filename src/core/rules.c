#include "rules.h"

#include "index.h"

size_t rules_find_round(const struct rules *rules, struct text id_or_name)
{
    for (size_t i = 0; i < rules->round_count; i++)
        if (text_equal(rules->rounds[i].id, id_or_name))
            return i;
    for (size_t i = 0; i < rules->round_count; i++)
        if (text_equal(rules->rounds[i].name, id_or_name))
            return i;
    return INDEX_NONE;
}

size_t round_find_criterion(const struct round *round, struct text id_or_name)
{
    for (size_t i = 0; i < round->criterion_count; i++)
        if (text_equal(round->criteria[i].id, id_or_name))
            return i;
    for (size_t i = 0; i < round->criterion_count; i++)
        if (text_equal(round->criteria[i].name, id_or_name))
            return i;
    return INDEX_NONE;
}

bool round_has_overtime(const struct round *round)
{
    return round->overtime.limit > 0;
}

struct exact rules_round(const struct rules *rules, struct arena *arena, struct exact value, int digits)
{
    return digits == DIGITS_EXACT ? value : exact_round(arena, value, digits, (enum rounding)rules->rounding);
}

size_t round_find_grade(const struct round *round, struct text name)
{
    for (size_t i = 0; i < round->grade_count; i++)
        if (text_equal(round->grades[i].name, name))
            return i;
    return INDEX_NONE;
}

bool round_is_judged(const struct round *round)
{
    return round->own.method != METHOD_GIVEN && round->own.method != METHOD_BALLOT;
}

bool rules_lower_first(const struct rules *rules)
{
    return rules->round_count > 0 && rules->rounds[0].own.method == METHOD_RANK_SUM;
}

bool panel_rule_drops(const struct panel_rule *rule)
{
    return rule->method == METHOD_TRIMMED_MEAN && rule->drop.high + rule->drop.low > 0;
}

bool panel_rule_drops_by_criterion(const struct panel_rule *rule)
{
    return rule->method == METHOD_TRIMMED_MEAN && rule->drop.by == DROP_BY_CRITERION;
}

size_t rules_stage_of(const struct rules *rules, size_t round)
{
    size_t stage = rules->stage_count - 1;
    while (rules->stages[stage].since > round)
        stage--;
    return stage;
}
