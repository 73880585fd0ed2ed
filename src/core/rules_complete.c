#include "rules_complete.h"

#include "rules_parts.h"
#include "words.h"
#include "working_days.h"

static void complete_signers(struct rules *rules, struct arena *arena)
{
    static const char *const roles[] = {"Scorekeeper", "Verifier", "Chief judge"};
    if (rules->sign.count > 0)
        return;
    rules->sign_places = NULL;
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
        faults_add(faults, SEVERITY_ERROR, rules->certificate_place,
                   MESSAGE("the certificates' number {1} does not hold one {n}, so that all would have the same number "
                           "or none",
                           rules->certificate_number),
                   MESSAGE("write it as BW-2023-{n:04}"));
}

static void check_notice(const struct notice *notice, struct faults *faults)
{
    bool is_known = notice->is_set && notice->from.length > 0 && notice->to.length > 0;
    if (is_known && text_compare(notice->to, notice->from) < 0)
        faults_add(faults, SEVERITY_ERROR, notice->place,
                   MESSAGE("the notice ends on {1}, before it begins", notice->to),
                   MESSAGE("from is the first day and to the last one"));
    else if (is_known && working_days(notice->from, notice->to) == 0)
        faults_add(faults, SEVERITY_WARNING, notice->place,
                   MESSAGE("the notice has no working day from {1} to {2}", notice->from, notice->to),
                   MESSAGE("working days are Mondays to Fridays: let it stand longer"));
}

static void warn_of_protest(const struct rules *rules, struct faults *faults)
{
    bool is_known = rules->date.length > 0 && rules->protest_until.length > 0;
    if (is_known && text_compare(rules->protest_until, rules->date) < 0)
        faults_add(faults, SEVERITY_WARNING, rules->protest_until_place,
                   MESSAGE("objections end on {1}, before the contest's day {2}", rules->protest_until, rules->date),
                   MESSAGE("until is the last day for objections"));
}

static void warn_of_best(const struct rules *rules, struct faults *faults)
{
    if (rules->best > 1 && rules->combine != COMBINE_BEST)
        faults_add(faults, SEVERITY_WARNING, rules->score_place,
                   MESSAGE("best is not used under combine: {1}", choice_name(&combine_choices, rules->combine)),
                   MESSAGE("to add the best rounds, write combine: best"));
}

static void complete_rounds(struct rules *rules, struct arena *arena, struct faults *faults)
{
    bool ranks = false;
    for (size_t i = 0; i < rules->round_count; i++) {
        struct round *round = &rules->rounds[i];
        rules_complete_round(rules, round, arena, faults);
        ranks = ranks || round->own.method == METHOD_RANK_SUM;
        if (rules_find_round(rules, round->id) != i)
            faults_add(faults, SEVERITY_ERROR, round->place, MESSAGE("round {1} stands twice", round->id), NO_HINT);
    }
    if (rules->round_count == 0)
        faults_add(faults, SEVERITY_ERROR, rules->place, MESSAGE("the contest has no rounds"),
                   MESSAGE("write at least one round under rounds:"));
    if (ranks)
        rules_check_rank_sum(rules, faults);
    rules_complete_stages(rules, arena, faults);
}

void rules_complete(struct rules *rules, struct arena *arena, struct faults *faults)
{
    complete_signers(rules, arena);
    check_certificate_number(rules, faults);
    check_notice(&rules->notice, faults);
    warn_of_protest(rules, faults);
    warn_of_best(rules, faults);
    complete_rounds(rules, arena, faults);
    rules_complete_ties(rules, arena, faults);
    rules_complete_awards(rules, faults);
}
