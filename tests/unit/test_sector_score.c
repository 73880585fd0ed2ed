/* Rounds that some advance to, and what words in cells make of a round (rules.md 2 and 3). */
#include "sector_score.h"

#include "contest_builder.h"
#include "standings.h"
#include "unit.h"

static struct contest contest;
static struct sheets sheets;
static struct standings standings;

/* A row a contestant: its mark of each round, or NULL for none. */
static void run(struct rules rules, size_t count, const char *const marks[][2])
{
    contest = builder_contest(&rules, 1, count);
    CU_ASSERT_EQUAL(builder_faults()->count, 0);
    sheets = sheets_of(&contest, unit_arena());
    for (size_t c = 0; c < count; c++)
        for (size_t r = 0; r < 2; r++)
            if (marks[c][r])
                builder_marks(&sheets, r, c, marks[c][r]);
    standings = standings_of(&contest, &sheets, unit_arena(), unit_scratch(), builder_faults());
}

/* "C2 1 170/1, …" */
static void check(const char *expected)
{
    struct sink sink = sink_in(unit_arena());
    for (size_t i = 0; i < standings.sectors[0].ranking_count; i++) {
        const struct placing *placing = &standings.sectors[0].ranking[i].placing;
        sink_c(&sink, i > 0 ? ", " : "");
        sink_text(&sink, contest.contestants[placing->contestant].id);
        sink_byte(&sink, ' ');
        sink_integer(&sink, (int64_t)placing->rank);
        sink_byte(&sink, ' ');
        sink_text(&sink, builder_fraction(placing->result->final));
    }
    CHECK_TEXT(sink_written(&sink), expected);
}

static struct rules with_final(int64_t advance, bool carry)
{
    struct rules rules = builder_rules(2);
    rules.combine = COMBINE_SUM;
    rules.rounds[1].advance = advance;
    rules.rounds[1].carry = carry;
    return rules;
}

static const char *const marks[][2] = {{"80", "70"}, {"95", NULL}, {"70", NULL}, {"85", "90"}, {"80", "60"}};

/* Two advance: C2 (95, pending in r2) and C4 (85). C4 175; who did not enter stands below by r1; C2 has no final. */
UNIT_TEST(who_did_not_advance_is_below_all_who_did)
{
    run(with_final(2, true), 5, marks);
    check("C4 1 175/1, C1 2 80/1, C5 2 80/1, C3 4 70/1");
    CU_ASSERT_EQUAL(standings.pending, 1);
    CU_ASSERT_FALSE(standings.is_complete);
    CU_ASSERT(builder_reported("contestant {1} did not advance to round {2}: the marks there are not counted"));
    CU_ASSERT_EQUAL(standings.results[0].stage, 0);
    CU_ASSERT_FALSE(standings.results[0].rounds[1].is_entered);
    CU_ASSERT_EQUAL(standings.results[3].stage, 1);
}

/* The third place of r1 is shared: four enter. */
UNIT_TEST(ties_extend_who_advances)
{
    static const char *const all[][2] = {{"80", "70"}, {"95", "50"}, {"70", NULL}, {"85", "90"}, {"80", "60"}};
    run(with_final(3, true), 5, all);
    check("C4 1 175/1, C1 2 150/1, C2 3 145/1, C5 4 140/1, C3 5 70/1");
    CU_ASSERT(standings.is_complete);
    run(with_final(9, true), 5, all); /* more than there are: all with a result enter */
    check("C4 1 175/1, C1 2 150/1, C2 3 145/1, C5 4 140/1");
}

UNIT_TEST(earlier_scores_may_be_dropped)
{
    static const char *const all[][2] = {{"80", "70"}, {"95", "50"}, {"70", NULL}, {"85", "90"}, {"80", "60"}};
    run(with_final(3, false), 5, all);
    check("C4 1 90/1, C1 2 70/1, C5 3 60/1, C2 4 50/1, C3 5 70/1");
}

/* An adjustment that names no round is on the final: of who does not advance, on the earlier result, after it was settled who
 * does. */
UNIT_TEST(adjustments_of_the_final_do_not_help_to_advance)
{
    struct rules rules = with_final(1, true);
    contest = builder_contest(&rules, 1, 2);
    contest_add_adjustment(&contest,
                           (struct adjustment){.contestant = 1, .round = INDEX_NONE, .value = builder_points("9")});
    sheets = sheets_of(&contest, unit_arena());
    builder_marks(&sheets, 0, 0, "80");
    builder_marks(&sheets, 0, 1, "75");
    builder_marks(&sheets, 1, 0, "1");
    standings = standings_of(&contest, &sheets, unit_arena(), unit_scratch(), builder_faults());
    check("C1 1 81/1, C2 2 84/1");
}

/* C1 has no mark of r1, so no result to advance by. */
UNIT_TEST(who_has_no_result_does_not_advance)
{
    static const char *const some[][2] = {{NULL, "90"}, {"80", "70"}};
    run(with_final(2, true), 2, some);
    check("C2 1 150/1");
    CU_ASSERT_EQUAL_FATAL(standings.sectors[0].unranked_count, 1);
    CU_ASSERT_STRING_EQUAL(standings.sectors[0].unranked[0].reason->format, "round {1}: no marks");
}

UNIT_TEST(the_steps_of_all_are_those_of_each)
{
    run(with_final(2, true), 5, marks);
    struct derivation all = {.each = ARENA_ARRAY(unit_arena(), struct derivation, 5)};
    for (size_t c = 0; c < 5; c++)
        all.each[c] = (struct derivation){.arena = unit_arena(), .contestant = c};
    builder_derive(&sheets, 0, &all);
    CU_ASSERT_EQUAL(all.count, 0);
    for (size_t c = 0; c < 5; c++) {
        struct derivation one = {.arena = unit_arena(), .contestant = c};
        builder_derive(&sheets, c, &one);
        CU_ASSERT_EQUAL_FATAL(all.each[c].count, one.count);
        CU_ASSERT(one.count > 0);
        for (size_t i = 0; i < one.count; i++)
            CU_ASSERT(all.each[c].steps[i].kind == one.steps[i].kind &&
                      all.each[c].steps[i].judge == one.steps[i].judge &&
                      exact_compare(all.each[c].steps[i].result, one.steps[i].result) == 0);
    }
}

UNIT_TEST(entering_is_told)
{
    run(with_final(1, true), 2, (const char *const[][2]){{"80", "70"}, {"70", NULL}});
    static const enum step_kind expected[] = {STEP_ADVANCED, STEP_NOT_ADVANCED};
    for (size_t c = 0; c < 2; c++) {
        struct derivation derivation = {.arena = unit_arena(), .contestant = c};
        builder_derive(&sheets, c, &derivation);
        size_t told = 0;
        for (size_t i = 0; i < derivation.count; i++)
            told += derivation.steps[i].kind == expected[c] && derivation.steps[i].round == 1;
        CU_ASSERT_EQUAL(told, 1);
    }
}

/* ---- words in cells ---- */

static void say(size_t round, size_t contestant, int word)
{
    struct mark mark = {.round = round,
                        .contestant = contestant,
                        .word = word,
                        .place = {.file = TEXT("scores.csv"), .line = 2, .column = 1}};
    CU_ASSERT(sheets_accept(&sheets, &mark, builder_faults()));
}

/* C1 says 弃权 in r2, C2 缺席; both have 80 in r1. */
static void run_worded(struct rules rules)
{
    contest = builder_contest(&rules, 1, 3);
    sheets = sheets_of(&contest, unit_arena());
    for (size_t c = 0; c < 3; c++)
        builder_marks(&sheets, 0, c, "80");
    builder_marks(&sheets, 1, 2, "10");
    say(1, 0, STATUS_WITHDRAWN);
    say(1, 1, STATUS_ABSENT);
    standings = standings_of(&contest, &sheets, unit_arena(), unit_scratch(), builder_faults());
}

UNIT_TEST(a_word_makes_unranked_or_0_or_nothing_under_best)
{
    struct rules rules = builder_rules(2);
    rules.combine = COMBINE_SUM;
    run_worded(rules);
    check("C3 1 90/1");
    CU_ASSERT_EQUAL(standings.sectors[0].unranked_count, 2);
    CU_ASSERT(standings.is_complete);

    rules = builder_rules(2);
    rules.combine = COMBINE_SUM;
    rules.absent_round = ABSENT_ROUND_ZERO;
    run_worded(rules);
    check("C3 1 90/1, C1 2 80/1, C2 2 80/1");
    CU_ASSERT(standings.is_complete);
    struct derivation derivation = {.arena = unit_arena(), .contestant = 1};
    builder_derive(&sheets, 1, &derivation);
    size_t told = 0;
    for (size_t i = 0; i < derivation.count; i++)
        told += derivation.steps[i].kind == STEP_ABSENT_ROUND && derivation.steps[i].state == STATUS_ABSENT;
    CU_ASSERT_EQUAL(told, 1);

    static const int absent_round[] = {ABSENT_ROUND_UNRANKED, ABSENT_ROUND_ZERO};
    for (size_t i = 0; i < 2; i++) {
        rules = builder_rules(2);
        rules.combine = COMBINE_BEST;
        rules.absent_round = absent_round[i];
        run_worded(rules);
        check("C1 1 80/1, C2 1 80/1, C3 1 80/1");
        CU_ASSERT_STRING_EQUAL(standings.results[0].rounds[1].why_not->format, "round {1}: withdrawn");
        CU_ASSERT_STRING_EQUAL(standings.results[1].rounds[1].why_not->format, "round {1}: absent");
    }
}
