/* Who enters which round: stages, and the weights of the rounds that make a result together. */
#include "rule_table.h"
#include "rules_parts.h"

static void check_entry(const struct rules *rules, size_t number, struct faults *faults)
{
    const struct round *round = &rules->rounds[number];
    if (round->advance > 0 && number == 0)
        faults_add(faults, SEVERITY_ERROR, round->place,
                   MESSAGE("round {1} is the first: nothing before it says who advances", round->name),
                   MESSAGE("advance stands on the round that is entered"));
    if (!round->carry && round->advance == 0)
        faults_add(faults, SEVERITY_ERROR, round->place,
                   MESSAGE("round {1} drops the earlier scores, and does not say who enters it", round->name),
                   MESSAGE("write advance beside carry: false"));
}

static void list_stages(struct rules *rules, struct arena *arena)
{
    rules->stages = ARENA_ARRAY(arena, struct stage, rules->round_count + 1);
    rules->stages[0] = (struct stage){.end = rules->round_count};
    rules->stage_count = 1;
    for (size_t r = 1; r < rules->round_count; r++) {
        const struct round *round = &rules->rounds[r];
        struct stage *before = &rules->stages[rules->stage_count - 1];
        if (round->advance == 0)
            continue;
        before->end = r;
        rules->stages[rules->stage_count++] = (struct stage){
            .first = round->carry ? before->first : r,
            .end = rules->round_count,
            .since = r,
            .advance = round->advance,
        };
    }
}

/* The rounds [first, end) whose scores are weighed together. */
static void check_stretch(struct rules *rules, size_t first, size_t end, struct arena *arena, struct faults *faults)
{
    points sum = 0;
    size_t weighted = 0;
    for (size_t i = first; i < end; i++) {
        weighted += rules->rounds[i].weight.is_set;
        sum += rules->rounds[i].weight.value;
    }
    if (end - first == 1 && weighted == 0) {
        rules->rounds[first].weight = (struct optional_points){true, POINTS_ONE_HUNDRED};
        return;
    }
    for (size_t i = first; i < end; i++)
        if (!rules->rounds[i].weight.is_set)
            faults_add(faults, SEVERITY_ERROR, rules->rounds[i].place,
                       MESSAGE("round {1} has no weight", rules->rounds[i].name),
                       MESSAGE("the weights of all rounds must add to 100"));
    if (weighted == end - first && sum != POINTS_ONE_HUNDRED)
        faults_add(faults, SEVERITY_ERROR, rules->rounds[first].place,
                   MESSAGE("the rounds' weights add to {1}, not to 100", points_text(arena, sum)), NO_HINT);
}

static void warn_of_weights(const struct rules *rules, struct faults *faults)
{
    for (size_t i = 0; i < rules->round_count; i++)
        if (rules->rounds[i].weight.is_set) {
            faults_add(faults, SEVERITY_WARNING, rules->place,
                       MESSAGE("the rounds' weights are not used under combine: {1}",
                               choice_name(&combine_choices, rules->combine)),
                       NO_HINT);
            return;
        }
}

void rules_complete_stages(struct rules *rules, struct arena *arena, struct faults *faults)
{
    for (size_t r = 0; r < rules->round_count; r++)
        check_entry(rules, r, faults);
    list_stages(rules, arena);
    if (rules->combine != COMBINE_WEIGHTED) {
        warn_of_weights(rules, faults);
        return;
    }
    size_t first = 0;
    for (size_t r = 1; r <= rules->round_count; r++)
        if (r == rules->round_count || !rules->rounds[r].carry) {
            check_stretch(rules, first, r, arena, faults);
            first = r;
        }
}
