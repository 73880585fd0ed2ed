#include "rules.h"

#include "index.h"

struct place rules_place_of(const struct rules *rules, struct place written)
{
    return written.line > 0 ? written : rules->place;
}

struct place rules_place_of_host(const struct rules *rules, size_t host)
{
    return host < rules->hosts.count && rules->host_places ? rules->host_places[host] : rules->place;
}

struct place rules_place_of_signer(const struct rules *rules, size_t signer)
{
    return signer < rules->sign.count && rules->sign_places ? rules->sign_places[signer] : rules->place;
}

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

struct exact points_of_places(const struct points_list *list, size_t first, size_t end, struct arena *arena)
{
    wide sum = 0;
    for (size_t place = first; place < end && place < list->count; place++)
        sum += list->items[place];
    return exact_from_ratio(arena, sum, (wide)(end - first) * POINTS_ONE);
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
