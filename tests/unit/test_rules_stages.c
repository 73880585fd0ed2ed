/* Who enters which round, and the weights of the rounds that make a result together (rules.md 3). */
#include "contest_builder.h"
#include "unit.h"

static struct rules summed(size_t count)
{
    struct rules rules = builder_rules(count);
    rules.combine = COMBINE_SUM;
    return rules;
}

UNIT_TEST(without_advance_there_is_one_stage)
{
    struct rules rules = summed(3);
    CU_ASSERT(builder_rules_report(&rules, NULL));
    CU_ASSERT_EQUAL_FATAL(rules.stage_count, 1);
    CU_ASSERT_EQUAL(rules.stages[0].first, 0);
    CU_ASSERT_EQUAL(rules.stages[0].end, 3);
}

/* r2 is entered by 8 who keep r1; r4 by 3 who begin anew. */
UNIT_TEST(each_advance_begins_a_stage)
{
    struct rules rules = summed(5);
    rules.rounds[1].advance = 8;
    rules.rounds[3].advance = 3;
    rules.rounds[3].carry = false;
    CU_ASSERT(builder_rules_report(&rules, NULL));
    CU_ASSERT_EQUAL_FATAL(rules.stage_count, 3);
    static const struct stage expected[] = {{0, 1, 0, 0}, {0, 3, 1, 8}, {3, 5, 3, 3}};
    for (size_t i = 0; i < 3; i++) {
        CU_ASSERT_EQUAL(rules.stages[i].first, expected[i].first);
        CU_ASSERT_EQUAL(rules.stages[i].end, expected[i].end);
        CU_ASSERT_EQUAL(rules.stages[i].since, expected[i].since);
        CU_ASSERT_EQUAL(rules.stages[i].advance, expected[i].advance);
    }
}

UNIT_TEST(the_first_round_is_entered_by_all)
{
    struct rules rules = summed(2);
    rules.rounds[0].advance = 8;
    CU_ASSERT(builder_rules_report(&rules, "round {1} is the first: nothing before it says who advances"));
}

UNIT_TEST(who_drops_earlier_scores_says_who_enters)
{
    struct rules rules = summed(2);
    rules.rounds[1].carry = false;
    CU_ASSERT(builder_rules_report(&rules, "round {1} drops the earlier scores, and does not say who enters it"));
}

static struct rules weighted_final(const char *first, const char *second, const char *third)
{
    struct rules rules = builder_rules(3);
    const char *const weights[] = {first, second, third};
    for (size_t r = 0; r < 3; r++)
        if (weights[r])
            rules.rounds[r].weight = builder_set(weights[r]);
    rules.rounds[2].advance = 4;
    rules.rounds[2].carry = false;
    return rules;
}

UNIT_TEST(weights_add_to_100_in_each_stretch)
{
    struct rules rules = weighted_final("40", "60", NULL);
    CU_ASSERT(builder_rules_report(&rules, NULL));
    CU_ASSERT_EQUAL(rules.rounds[2].weight.value, 100 * POINTS_ONE); /* alone since the scores were dropped */
    rules = weighted_final("40", "60", "100");
    CU_ASSERT(builder_rules_report(&rules, NULL));
    rules = weighted_final("40", "50", "100");
    CU_ASSERT(builder_rules_report(&rules, "the rounds' weights add to {1}, not to 100"));
    rules = weighted_final("40", "60", "99");
    CU_ASSERT(builder_rules_report(&rules, "the rounds' weights add to {1}, not to 100"));
    rules = weighted_final("40", NULL, "100");
    CU_ASSERT(builder_rules_report(&rules, "round {1} has no weight"));
}
