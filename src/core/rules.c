#include "rules.h"

#include "index.h"
#include "words.h"

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

/* ---- criteria ---- */

static void complete_criterion(struct criterion *criterion, struct arena *arena, struct faults *faults)
{
    if (criterion->name.length == 0)
        criterion->name = criterion->id;
    if (criterion->min > criterion->max)
        faults_add(faults, SEVERITY_ERROR, criterion->place,
                   MESSAGE("criterion {1}: min {2} is above max {3}", criterion->name,
                           points_text(arena, criterion->min), points_text(arena, criterion->max)),
                   NO_HINT);
}

static void complete_only_criterion(struct round *round, struct arena *arena)
{
    round->criteria = ARENA_NEW(arena, struct criterion);
    round->criterion_count = 1;
    *round->criteria = (struct criterion){
        .id = round->id,
        .name = round->name,
        .max = round->max.is_set ? round->max.value : POINTS_ONE_HUNDRED,
        .min = round->min.is_set ? round->min.value : 0,
        .weight = POINTS_ONE,
        .step = round->step,
        .place = round->place,
    };
}

static void complete_criteria(struct round *round, struct arena *arena, struct faults *faults)
{
    if (round->criterion_count == 0)
        complete_only_criterion(round, arena);
    else if (round->max.is_set || round->min.is_set || round->step.is_set)
        faults_add(faults, SEVERITY_ERROR, round->place,
                   MESSAGE("round {1} has a list of criteria and a max, min or step of its own", round->name),
                   MESSAGE("write max, min and step at each criterion"));

    for (size_t i = 0; i < round->criterion_count; i++) {
        struct criterion *criterion = &round->criteria[i];
        complete_criterion(criterion, arena, faults);
        if (round_find_criterion(round, criterion->id) != i)
            faults_add(faults, SEVERITY_ERROR, criterion->place,
                       MESSAGE("criterion {1} stands twice in round {2}", criterion->id, round->name), NO_HINT);
    }
}

/* ---- rounds ---- */

static void check_round(const struct round *round, struct faults *faults)
{
    if (round->method == METHOD_GIVEN && round->criterion_count > 1)
        faults_add(faults, SEVERITY_ERROR, round->place,
                   MESSAGE("round {1}: method given takes one mark, not a list of criteria", round->name),
                   MESSAGE("give each of them a round of its own"));
    if (round->method == METHOD_GIVEN && round->panel.length > 0)
        faults_add(faults, SEVERITY_ERROR, round->place,
                   MESSAGE("round {1}: method given has no judges, so no panel", round->name), NO_HINT);
}

static bool bands_ascend(const struct overtime *overtime)
{
    for (size_t i = 1; overtime->bands && i < overtime->band_count; i++)
        if (overtime->bands[i].seconds <= overtime->bands[i - 1].seconds)
            return false;
    return true;
}

static void check_overtime(const struct round *round, struct faults *faults)
{
    const struct overtime *overtime = &round->overtime;
    bool says_cost = overtime->deduct.is_set || overtime->bands || overtime->under.seconds > 0;
    if (overtime->limit > 0 && !says_cost)
        faults_add(faults, SEVERITY_ERROR, round->place,
                   MESSAGE("round {1}: overtime has a limit, and nothing says what going over costs", round->name),
                   MESSAGE("write deduct or bands"));
    if (overtime->deduct.is_set && overtime->band_count > 0)
        faults_add(faults, SEVERITY_ERROR, round->place,
                   MESSAGE("round {1}: overtime has both deduct and bands", round->name), MESSAGE("keep one of them"));
    if (!bands_ascend(overtime))
        faults_add(faults, SEVERITY_ERROR, round->place,
                   MESSAGE("round {1}: the bands of overtime must begin with the shortest time", round->name), NO_HINT);
    if (overtime->under.seconds > overtime->limit && overtime->limit > 0)
        faults_add(faults, SEVERITY_ERROR, round->place,
                   MESSAGE("round {1}: the least time is longer than the time allowed", round->name), NO_HINT);
}

/* What a round says and its method does not use: perhaps the method is what was forgotten. */
static void warn_of_unused(const struct round *round, struct faults *faults)
{
    bool drops = round->method == METHOD_TRIMMED_MEAN;
    if (round->drop.is_written && !drops)
        faults_add(faults, SEVERITY_WARNING, round->place,
                   MESSAGE("round {1}: drop is not used by method {2}", round->name,
                           choice_name(&method_choices, round->method)),
                   MESSAGE("to drop, write method: trimmed-mean"));
    if (round->missing != MISSING_ERROR && round->method != METHOD_SUM)
        faults_add(faults, SEVERITY_WARNING, round->place,
                   MESSAGE("round {1}: missing is not used by method {2}", round->name,
                           choice_name(&method_choices, round->method)),
                   NO_HINT);
    if (round->criterion_digits >= 0 && !(drops && round->drop.by == DROP_BY_CRITERION))
        faults_add(
            faults, SEVERITY_WARNING, round->place,
            MESSAGE("round {1}: criterion-digits is used only where marks are dropped by criterion", round->name),
            NO_HINT);
}

static void complete_round(struct rules *rules, struct round *round, struct arena *arena, struct faults *faults)
{
    if (round->name.length == 0)
        round->name = round->id;
    complete_criteria(round, arena, faults);
    check_round(round, faults);
    check_overtime(round, faults);
    warn_of_unused(round, faults);
    if (round->digits == DIGITS_ABSENT)
        round->digits = rules->round_count > 1 ? rules->digits : DIGITS_EXACT;
    if (round->panel_digits == DIGITS_ABSENT)
        round->panel_digits = DIGITS_EXACT;
    if (round->criterion_digits == DIGITS_ABSENT)
        round->criterion_digits = DIGITS_EXACT;
}

static void check_weights(struct rules *rules, struct arena *arena, struct faults *faults)
{
    points sum = 0;
    size_t weighted = 0;
    for (size_t i = 0; i < rules->round_count; i++) {
        weighted += rules->rounds[i].weight.is_set;
        sum += rules->rounds[i].weight.value;
    }
    if (rules->combine != COMBINE_WEIGHTED) {
        if (weighted > 0)
            faults_add(faults, SEVERITY_WARNING, rules->place,
                       MESSAGE("the rounds' weights are not used under combine: {1}",
                               choice_name(&combine_choices, rules->combine)),
                       NO_HINT);
        return;
    }
    if (rules->round_count == 1 && weighted == 0) {
        rules->rounds[0].weight = (struct optional_points){true, POINTS_ONE_HUNDRED};
        return;
    }
    for (size_t i = 0; i < rules->round_count; i++)
        if (!rules->rounds[i].weight.is_set)
            faults_add(faults, SEVERITY_ERROR, rules->rounds[i].place,
                       MESSAGE("round {1} has no weight", rules->rounds[i].name),
                       MESSAGE("the weights of all rounds must add to 100"));
    if (weighted == rules->round_count && sum != POINTS_ONE_HUNDRED)
        faults_add(faults, SEVERITY_ERROR, rules->rounds[0].place,
                   MESSAGE("the rounds' weights add to {1}, not to 100", points_text(arena, sum)), NO_HINT);
}

/* ---- ties, awards ---- */

static void find_criteria(const struct rules *rules, struct tie_key *key, struct text rest, struct arena *arena,
                          struct faults *faults)
{
    const struct round *round = &rules->rounds[key->round];
    struct text id;
    key->criteria = ARENA_ARRAY(arena, size_t, rest.length + 1);
    while (text_next_part(&rest, '+', &id)) {
        size_t criterion = round_find_criterion(round, text_trimmed(id));
        if (criterion != INDEX_NONE)
            key->criteria[key->criterion_count++] = criterion;
        else
            faults_add(faults, SEVERITY_ERROR, key->place,
                       MESSAGE("tie key {1}: round {2} has no criterion {3}", key->written, round->name, id),
                       MESSAGE("the first criterion's id is {1}", round->criteria[0].id));
    }
    if (key->kind == TIE_CRITERION ? key->criterion_count > 1 : key->criterion_count == 0)
        faults_add(faults, SEVERITY_ERROR, key->place,
                   MESSAGE("tie key {1} does not say what is compared", key->written),
                   MESSAGE("write criterion:ROUND/ID or criteria:ROUND/A+B"));
}

static bool names_round(const struct tie_key *key)
{
    return key->kind == TIE_ROUND || key->kind == TIE_CRITERION || key->kind == TIE_CRITERIA;
}

static void complete_tie_key(const struct rules *rules, struct tie_key *key, struct arena *arena, struct faults *faults)
{
    if (!names_round(key))
        return;
    struct text rest = key->written, id;
    text_next_part(&rest, ':', &id);
    text_next_part(&rest, '/', &id);
    key->round = rules_find_round(rules, text_trimmed(id));
    if (key->round == INDEX_NONE)
        faults_add(faults, SEVERITY_ERROR, key->place, MESSAGE("tie key {1}: there is no such round", key->written),
                   rules->round_count > 0 ? MESSAGE("the first round's id is {1}", rules->rounds[0].id) : NO_HINT);
    else if (key->kind != TIE_ROUND)
        find_criteria(rules, key, rest, arena, faults);
}

static void check_award(const struct award *award, struct faults *faults)
{
    bool has_limit = award->has_count || award->percent.is_set;
    if (!has_limit && !award->min_score.is_set && !award->rest)
        faults_add(faults, SEVERITY_ERROR, award->place, MESSAGE("award {1} does not say who gets it", award->name),
                   MESSAGE("add count, percent, min-score or rest"));
    if (award->has_count && award->percent.is_set)
        faults_add(faults, SEVERITY_ERROR, award->place, MESSAGE("award {1} has both count and percent", award->name),
                   MESSAGE("keep one of them"));
    if (award->rest && has_limit)
        faults_add(faults, SEVERITY_ERROR, award->place,
                   MESSAGE("award {1} goes to the rest and has a count or percent as well", award->name),
                   MESSAGE("keep one of them"));
}

static void complete_signers(struct rules *rules, struct arena *arena)
{
    static const char *const roles[] = {"Scorekeeper", "Verifier", "Chief judge"};
    if (rules->sign.count > 0)
        return;
    rules->sign.count = sizeof roles / sizeof *roles;
    rules->sign.items = ARENA_ARRAY(arena, struct text, rules->sign.count);
    for (size_t i = 0; i < rules->sign.count; i++)
        rules->sign.items[i] = words_in((enum language)rules->language, roles[i]);
}

/* The number of `{n}` or `{n:0k}` (k from 1 to 9) in a certificate's number pattern, or SIZE_MAX where it holds other
 * braces. */
static size_t count_numbers(struct text pattern)
{
    size_t count = 0;
    for (; pattern.length > 0; pattern.bytes++, pattern.length--) {
        size_t width = text_starts_with(pattern, TEXT("{n}")) ? 3 : 0;
        if (text_starts_with(pattern, TEXT("{n:0")) && pattern.length >= 6 && pattern.bytes[4] >= '1' &&
            pattern.bytes[4] <= '9' && pattern.bytes[5] == '}')
            width = 6;
        if (width == 0 && (*pattern.bytes == '{' || *pattern.bytes == '}'))
            return SIZE_MAX;
        if (width > 0) {
            count++;
            pattern.bytes += width - 1;
            pattern.length -= width - 1;
        }
    }
    return count;
}

static void check_certificate_number(const struct rules *rules, struct faults *faults)
{
    if (rules->certificate_number.length > 0 && count_numbers(rules->certificate_number) != 1)
        faults_add(faults, SEVERITY_ERROR, rules->place,
                   MESSAGE("the certificates' number {1} does not hold one {n}, so that all would have the same number "
                           "or none",
                           rules->certificate_number),
                   MESSAGE("write it as BW-2023-{n:04}"));
}

void rules_complete(struct rules *rules, struct arena *arena, struct faults *faults)
{
    complete_signers(rules, arena);
    check_certificate_number(rules, faults);
    for (size_t i = 0; i < rules->round_count; i++) {
        struct round *round = &rules->rounds[i];
        complete_round(rules, round, arena, faults);
        if (rules_find_round(rules, round->id) != i)
            faults_add(faults, SEVERITY_ERROR, round->place, MESSAGE("round {1} stands twice", round->id), NO_HINT);
    }
    if (rules->round_count > 0)
        check_weights(rules, arena, faults);
    else
        faults_add(faults, SEVERITY_ERROR, rules->place, MESSAGE("the contest has no rounds"),
                   MESSAGE("write at least one round under rounds:"));

    if (rules->tie_count == 0) { /* an empty list stands for the default */
        rules->ties = ARENA_NEW(arena, struct tie_key);
        *rules->ties = (struct tie_key){.kind = TIE_EXACT, .written = TEXT("exact"), .place = rules->place};
        rules->tie_count = 1;
    }
    for (size_t i = 0; i < rules->tie_count; i++) {
        rules->ties[i].number = i;
        complete_tie_key(rules, &rules->ties[i], arena, faults);
    }
    for (size_t i = 0; i < rules->award_count; i++) {
        check_award(&rules->awards[i], faults);
        for (size_t j = 0; j < i; j++)
            if (text_equal(rules->awards[i].name, rules->awards[j].name))
                faults_add(faults, SEVERITY_ERROR, rules->awards[i].place,
                           MESSAGE("award {1} stands twice", rules->awards[i].name), NO_HINT);
    }
}
