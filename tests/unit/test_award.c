#include "award.h"

#include <string.h>

#include "contest_builder.h"
#include "unit.h"

enum { MOST = 20 };

static struct result results[MOST];
static struct placing placings[MOST];
static struct award_outcome outcomes[MOST];

/* Gives awards to a sector of ranks "1 2 2 4 5"; final scores are 100 less the rank. Returns a letter a placing: the
 * award's number from a, or - for none. */
static const char *give(struct rules *rules, const char *ranks, size_t entered)
{
    static char given[MOST + 1];
    size_t award_of[MOST], count = 0;
    struct contest contest = builder_contest(rules, 1, MOST);
    struct text rest = ranks ? text_from_c(ranks) : (struct text){0}, part;
    while (text_next_part(&rest, ' ', &part)) {
        points rank = builder_points(text_to_c(unit_arena(), part));
        results[count] =
            (struct result){.has_final = true, .final = exact_from_points(unit_arena(), 100 * POINTS_ONE - rank)};
        placings[count] =
            (struct placing){.contestant = count, .result = &results[count], .rank = (size_t)(rank / POINTS_ONE)};
        count++;
    }
    struct award_group group = {TEXT("街道"), placings, count, entered, outcomes};
    awards_give(&contest, &group, 1, &group, unit_scratch(), builder_faults(), award_of);
    for (size_t i = 0; i < count; i++)
        given[i] = award_of[i] == INDEX_NONE ? '-' : (char)('a' + award_of[i]);
    given[count] = '\0';
    return given;
}

static struct rules with_awards(struct award *awards, size_t count)
{
    struct rules rules = builder_rules(1);
    rules.awards = awards;
    rules.award_count = count;
    return rules;
}

#define COUNT(n)   .cut.count = {.is_set = true, .count = (n)}
#define PERCENT(p) .cut.percent = {true, (p)*POINTS_ONE}

UNIT_TEST(counts_follow_each_other_and_the_rest_is_last)
{
    struct award awards[] = {{COUNT(1)}, {COUNT(2)}, {.rest = true}};
    struct rules rules = with_awards(awards, 3);
    CU_ASSERT_STRING_EQUAL(give(&rules, "1 2 3 4 5", 5), "abbcc");
    CU_ASSERT_EQUAL(outcomes[1].planned, 2);
    CU_ASSERT_EQUAL(outcomes[1].given, 2);
    CU_ASSERT_FALSE(outcomes[1].is_vacant);
}

UNIT_TEST(a_count_by_sector_is_that_sectors)
{
    struct sector_count counts[] = {{TEXT_INIT("社区"), 1, {.line = 0}}, {TEXT_INIT("街道"), 3, {.line = 0}}};
    struct award awards[] = {{.cut.count = {.is_set = true, .by_sector = counts, .by_sector_count = 2}}};
    struct rules rules = with_awards(awards, 1);
    CU_ASSERT_STRING_EQUAL(give(&rules, "1 2 3 4 5", 5), "aaa--");
    awards[0].cut.count.by_sector_count = 1;
    CU_ASSERT_STRING_EQUAL(give(&rules, "1 2 3", 3), "---");
}

UNIT_TEST(extend_takes_all_who_are_tied_across_the_cut)
{
    struct award awards[] = {{COUNT(1)}, {COUNT(2)}};
    struct rules rules = with_awards(awards, 2);
    CU_ASSERT_STRING_EQUAL(give(&rules, "1 1 3 4 5", 5), "aabb-");
    CU_ASSERT_STRING_EQUAL(give(&rules, "1 2 3 3 3", 5), "abbbb");
}

UNIT_TEST(absorb_takes_them_from_the_next_award)
{
    struct award awards[] = {{COUNT(1), .cut.tie = CUT_TIE_ABSORB}, {COUNT(2)}, {COUNT(1)}};
    struct rules rules = with_awards(awards, 3);
    CU_ASSERT_STRING_EQUAL(give(&rules, "1 1 3 4 5", 5), "aabc-");
    CU_ASSERT_STRING_EQUAL(give(&rules, "1 1 1 1 5 6", 6), "aaaac-");
}

/* Two share the first place: one more, and one fewer of the next award; none is left to take from an award of none. */
UNIT_TEST(what_a_tie_has_made_more_or_fewer_is_known)
{
    struct award awards[] = {{COUNT(1), .cut.tie = CUT_TIE_ABSORB}, {COUNT(2)}, {.rest = true}};
    struct rules rules = with_awards(awards, 3);
    CU_ASSERT_STRING_EQUAL(give(&rules, "1 1 3 4", 4), "aabc");
    CU_ASSERT_EQUAL(outcomes[0].extended, 1);
    CU_ASSERT_EQUAL(outcomes[0].absorbed, 0);
    CU_ASSERT_EQUAL(outcomes[1].extended, 0);
    CU_ASSERT_EQUAL(outcomes[1].absorbed, 1);
    CU_ASSERT_EQUAL(outcomes[2].absorbed, 0);
    CU_ASSERT_STRING_EQUAL(give(&rules, "1 1 1 1", 4), "aaaa");
    CU_ASSERT_EQUAL(outcomes[0].extended, 3);
    CU_ASSERT_EQUAL(outcomes[1].absorbed, 2);
    awards[0].cut.tie = CUT_TIE_EXTEND;
    CU_ASSERT_STRING_EQUAL(give(&rules, "1 1 3 4", 4), "aabb");
    CU_ASSERT_EQUAL(outcomes[0].extended, 1);
    CU_ASSERT_EQUAL(outcomes[1].absorbed, 0);
}

UNIT_TEST(withhold_gives_none_of_them_anything)
{
    struct award awards[] = {{COUNT(2), .cut.tie = CUT_TIE_WITHHOLD}, {COUNT(2)}};
    struct rules rules = with_awards(awards, 2);
    CU_ASSERT_STRING_EQUAL(give(&rules, "1 2 2 4 5", 5), "a--bb");
    CU_ASSERT(outcomes[0].is_withheld);
    CU_ASSERT_FALSE(outcomes[0].is_vacant);
    CU_ASSERT_STRING_EQUAL(give(&rules, "1 2 3 4 5", 5), "aabb-");
}

/* 5 ranked, 20 %: 1; 30 %: 1.5. Of 8 entered, 30 %: 2.4. */
UNIT_TEST(percent_is_rounded_as_it_says)
{
    static const struct {
        int round, of;
        int64_t percent;
        const char *expected;
    } rows[] = {
        {AWARD_ROUND_UP, AWARD_OF_RANKED, 20, "a----"},       {AWARD_ROUND_UP, AWARD_OF_RANKED, 30, "aa---"},
        {AWARD_ROUND_DOWN, AWARD_OF_RANKED, 30, "a----"},     {AWARD_ROUND_HALF_UP, AWARD_OF_RANKED, 30, "aa---"},
        {AWARD_ROUND_HALF_UP, AWARD_OF_ENTERED, 30, "aa---"}, {AWARD_ROUND_UP, AWARD_OF_ENTERED, 30, "aaa--"},
        {AWARD_ROUND_UP, AWARD_OF_RANKED, 0, "-----"},        {AWARD_ROUND_UP, AWARD_OF_RANKED, 100, "aaaaa"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct award awards[] = {{PERCENT(rows[i].percent), .cut.round = rows[i].round, .cut.of = rows[i].of}};
        struct rules rules = with_awards(awards, 1);
        CU_ASSERT_STRING_EQUAL(give(&rules, "1 2 3 4 5", 8), rows[i].expected);
    }
}

UNIT_TEST(a_cumulative_cut_counts_from_the_first_place)
{
    struct award awards[] = {{PERCENT(20), .cumulative = true}, {PERCENT(60), .cumulative = true}};
    struct rules rules = with_awards(awards, 2);
    CU_ASSERT_STRING_EQUAL(give(&rules, "1 2 3 4 5", 5), "abb--");
    CU_ASSERT_STRING_EQUAL(give(&rules, "1 1 1 1 5", 5), "aaaa-");
}

/* The cut of the second award lies before what the first has given: it absorbs nothing from the third. */
UNIT_TEST(a_cumulative_cut_that_is_reached_already_absorbs_nothing)
{
    struct award awards[] = {{COUNT(2)}, {COUNT(1), .cumulative = true, .cut.tie = CUT_TIE_ABSORB}, {COUNT(1)}};
    struct rules rules = with_awards(awards, 3);
    CU_ASSERT_STRING_EQUAL(give(&rules, "1 2 3 4", 4), "aac-");
}

UNIT_TEST(a_least_score_holds_beside_a_count)
{
    struct award awards[] = {{COUNT(3), .cut.min_score = {true, 98 * POINTS_ONE}}, {COUNT(1)}};
    struct rules rules = with_awards(awards, 2);
    CU_ASSERT_STRING_EQUAL(give(&rules, "1 2 3 4", 4), "aab-");
    CU_ASSERT(outcomes[0].is_vacant);
    awards[0].vacant = VACANT_PASS_DOWN;
    CU_ASSERT_STRING_EQUAL(give(&rules, "1 2 3 4 5", 5), "aabb-");
    awards[0] = (struct award){.cut.min_score = {true, 97 * POINTS_ONE}};
    CU_ASSERT_STRING_EQUAL(give(&rules, "1 2 3 4", 4), "aaab");
}

UNIT_TEST(nobody_ranked_leaves_every_place_vacant)
{
    struct award awards[] = {{COUNT(1)}, {PERCENT(20)}, {.rest = true}};
    struct rules rules = with_awards(awards, 3);
    CU_ASSERT_STRING_EQUAL(give(&rules, NULL, 0), "");
    CU_ASSERT(outcomes[0].is_vacant);
    CU_ASSERT_FALSE(outcomes[1].is_vacant);
    CU_ASSERT_EQUAL(outcomes[2].given, 0);
}

/* The first two share rank 1 with the third; by r1, needed from the second on, the third fails, and the first has a veto:
 * under withhold the second alone is barred from a later award. */
UNIT_TEST(only_who_could_have_it_is_barred_by_a_tie)
{
    struct award awards[] = {
        {COUNT(1), .cumulative = true, .cut.tie = CUT_TIE_WITHHOLD, .cut.need = {TEXT("r1"), 1, 0}}, {.rest = true}};
    struct rules rules = with_awards(awards, 2);
    struct contest contest = builder_contest(&rules, 1, 3);
    struct round_result rounds[3] = {{.is_scored = true, .score = exact_from_integer(unit_arena(), 5)},
                                     {.is_scored = true, .score = exact_from_integer(unit_arena(), 5)},
                                     {.is_scored = false}};
    size_t award_of[3];
    contest.contestants[0].veto = TEXT("信访");
    for (size_t c = 0; c < 3; c++) {
        results[c] = (struct result){.has_final = true, .rounds = &rounds[c]};
        placings[c] = (struct placing){.contestant = c, .result = &results[c], .rank = 1};
    }
    struct award_group group = {TEXT("街道"), placings, 3, 3, outcomes};
    awards_give(&contest, &group, 1, &group, unit_scratch(), builder_faults(), award_of);
    CU_ASSERT(outcomes[0].is_withheld);
    CU_ASSERT_EQUAL(award_of[0], INDEX_NONE); /* a veto */
    CU_ASSERT_EQUAL(award_of[1], INDEX_NONE); /* barred */
    CU_ASSERT_EQUAL(award_of[2], 1);
}

UNIT_TEST(what_has_no_limit_has_no_first_place_to_count_from)
{
    struct award awards[] = {{COUNT(1)}, {.cut.min_score = {true, 97 * POINTS_ONE}, .cumulative = true}};
    struct rules rules = with_awards(awards, 2);
    CU_ASSERT_STRING_EQUAL(give(&rules, "1 2 3 4", 4), "abb-");
    CU_ASSERT_EQUAL(outcomes[1].planned, NO_LIMIT);
    CU_ASSERT_EQUAL(outcomes[1].given, 2);
}

/* 一等奖 for the first by rank whose r1 is 90 or more. */
UNIT_TEST(what_is_needed_of_a_round_holds_beside_the_count)
{
    struct award awards[] = {{COUNT(2), .cumulative = true, .cut.need = {TEXT("r1"), 90 * POINTS_ONE, 0}},
                             {.rest = true}};
    struct rules rules = with_awards(awards, 2);
    struct contest contest = builder_contest(&rules, 1, 3);
    struct round_result rounds[3];
    size_t award_of[3];
    for (size_t c = 0; c < 3; c++) {
        rounds[c] = (struct round_result){.is_scored = c != 2};
        rounds[c].score = exact_from_integer(unit_arena(), c == 0 ? 89 : 90);
        results[c] = (struct result){.has_final = true, .rounds = &rounds[c]};
        placings[c] = (struct placing){.contestant = c, .result = &results[c], .rank = c + 1};
    }
    struct award_group group = {TEXT("街道"), placings, 3, 3, outcomes};
    awards_give(&contest, &group, 1, &group, unit_scratch(), builder_faults(), award_of);
    static const size_t expected[] = {1, 0, 1}; /* the third is behind the cut, and has no r1 either */
    for (size_t c = 0; c < 3; c++)
        CU_ASSERT_EQUAL(award_of[c], expected[c]);
    CU_ASSERT_EQUAL(outcomes[0].given, 1);
    CU_ASSERT(outcomes[0].is_vacant);
}

UNIT_TEST(a_tie_that_is_an_error_must_be_decided)
{
    struct award awards[] = {{.name = TEXT("一等奖"), COUNT(2), .cut.tie = CUT_TIE_ERROR}, {.rest = true}};
    struct rules rules = with_awards(awards, 2);
    CU_ASSERT_STRING_EQUAL(give(&rules, "1 2 2 4", 4), "a--b");
    CU_ASSERT(outcomes[0].is_withheld);
    CU_ASSERT_EQUAL(builder_faults()->by_severity[SEVERITY_WARNING], 2);
    CU_ASSERT(builder_reported("contestant {1} is tied across the cut of {2}: it must be decided"));
    CU_ASSERT_STRING_EQUAL(give(&rules, "1 2 3 4", 4), "aabb");
}
