#include "ranking.h"

#include "contest_builder.h"
#include "standings.h"
#include "unit.h"

static struct contest contest;
static struct sheets sheets;
static struct standings standings;

/* Two rounds, summed; one judge; a row a contestant: both marks. */
static void rank(struct rules rules, const char *marks[][2], size_t count)
{
    contest = builder_contest(&rules, 1, count);
    sheets = sheets_of(&contest, unit_arena());
    for (size_t c = 0; c < count; c++)
        for (size_t r = 0; r < 2; r++)
            builder_mark(&sheets, r, c, 0, 0, marks[c][r]);
    standings = standings_of(&contest, &sheets, unit_arena(), unit_scratch(), builder_faults());
}

static struct rules summed(void)
{
    struct rules rules = builder_rules(2);
    rules.combine = COMBINE_SUM;
    return rules;
}

/* "C2 1, C1 2, C3 2": contestants in order, with ranks. */
static void check_ranks(const char *expected)
{
    struct sink sink = sink_in(unit_arena());
    for (size_t i = 0; i < standings.sectors[0].ranking_count; i++) {
        const struct placing *placing = &standings.sectors[0].ranking[i].placing;
        sink_c(&sink, i > 0 ? ", " : "");
        sink_text(&sink, contest.contestants[placing->contestant].id);
        sink_byte(&sink, ' ');
        sink_integer(&sink, (int64_t)placing->rank);
    }
    CHECK_TEXT(sink_written(&sink), expected);
}

static struct tie_key *keys(size_t count, const int *kinds, const size_t *rounds)
{
    struct tie_key *ties = ARENA_ARRAY(unit_arena(), struct tie_key, count);
    for (size_t i = 0; i < count; i++)
        ties[i] = (struct tie_key){
            .kind = kinds[i], .round = rounds[i], .written = rounds[i] ? TEXT("round:r2") : TEXT("round:r1")};
    return ties;
}

UNIT_TEST(equal_finals_share_a_rank)
{
    static const char *marks[][2] = {{"40", "40"}, {"50", "45"}, {"41", "39"}, {"10", "10"}};
    rank(summed(), marks, 4);
    check_ranks("C2 1, C1 2, C3 2, C4 4");
    CU_ASSERT_PTR_NULL(standings.sectors[0].ranking[1].placing.tie);
}

UNIT_TEST(dense_ranks_leave_no_gap)
{
    static const char *marks[][2] = {{"40", "40"}, {"50", "45"}, {"41", "39"}, {"10", "10"}};
    struct rules rules = summed();
    rules.dense = true;
    rank(rules, marks, 4);
    check_ranks("C2 1, C1 2, C3 2, C4 3");
}

UNIT_TEST(exact_parts_what_rounding_made_equal)
{
    static const char *marks[][2] = {{"40.001", "40"}, {"40.002", "40"}, {"40.0001", "40"}, {"40.0001", "40"}};
    struct rules rules = summed();
    rules.digits = 2;
    for (size_t r = 0; r < 2; r++)
        rules.rounds[r].digits = DIGITS_EXACT;
    rules.ties = keys(1, (const int[]){TIE_EXACT}, (const size_t[]){0});
    rules.tie_count = 1;
    rank(rules, marks, 4);
    check_ranks("C2 1, C1 2, C3 3, C4 3");
    const struct tie_note *tie = standings.sectors[0].ranking[1].placing.tie;
    CU_ASSERT_PTR_NOT_NULL_FATAL(tie);
    CU_ASSERT_EQUAL(tie->key, 0);
    CU_ASSERT_EQUAL_FATAL(tie->against_count, 3);
    CU_ASSERT_EQUAL(tie->against[0].contestant, 1);
    CU_ASSERT_EQUAL(tie->against[1].contestant, 2);
    CU_ASSERT_EQUAL(tie->against[2].contestant, 3);
}

/* All sum to 80. By r1: C3 | C1 C2 C4; then by r2, which is all the same within the part of equal r1: C1 C2 C4 share. */
UNIT_TEST(each_part_goes_on_with_the_next_key)
{
    static const char *marks[][2] = {{"40", "40"}, {"40", "40"}, {"50", "30"}, {"40", "40"}};
    struct rules rules = summed();
    rules.ties = keys(2, (const int[]){TIE_ROUND, TIE_ROUND}, (const size_t[]){0, 1});
    rules.tie_count = 2;
    rank(rules, marks, 4);
    check_ranks("C3 1, C1 2, C2 2, C4 2");
    CU_ASSERT_EQUAL(standings.sectors[0].ranking[1].placing.tie->key, 0);
    CU_ASSERT_EQUAL(standings.sectors[0].ranking[1].placing.tie->against_count, 1);
}

/* All sum to 90. By r1: C1 C2 (50) before C3 (40); then by r2: C2 (30) before C1 (20), and r3 makes it up. */
UNIT_TEST(every_key_that_parted_is_noted)
{
    static const char *const marks[][3] = {{"50", "20", "20"}, {"50", "30", "10"}, {"40", "40", "10"}};
    struct rules rules = builder_rules(3);
    rules.combine = COMBINE_SUM;
    rules.ties = keys(2, (const int[]){TIE_ROUND, TIE_ROUND}, (const size_t[]){0, 1});
    rules.tie_count = 2;
    contest = builder_contest(&rules, 1, 3);
    sheets = sheets_of(&contest, unit_arena());
    for (size_t c = 0; c < 3; c++)
        for (size_t r = 0; r < 3; r++)
            builder_mark(&sheets, r, c, 0, 0, marks[c][r]);
    standings = standings_of(&contest, &sheets, unit_arena(), unit_scratch(), builder_faults());
    check_ranks("C2 1, C1 2, C3 3");
    const struct tie_note *last = standings.sectors[0].ranking[0].placing.tie;
    CU_ASSERT_EQUAL(last->key, 1);
    CU_ASSERT_EQUAL_FATAL(last->against_count, 1);
    CU_ASSERT_EQUAL(last->against[0].contestant, 0);
    CU_ASSERT_PTR_NOT_NULL_FATAL(last->earlier);
    CU_ASSERT_EQUAL(last->earlier->key, 0);
    CU_ASSERT_EQUAL_FATAL(last->earlier->against_count, 1);
    CU_ASSERT_EQUAL(last->earlier->against[0].contestant, 2);
    CU_ASSERT_PTR_NULL(standings.sectors[0].ranking[2].placing.tie->earlier);
}

UNIT_TEST(a_tie_note_keeps_the_nearest_of_many)
{
    enum { MANY = 50 };
    static const char *rows[MANY][2];
    struct rules rules = summed();
    for (size_t i = 0; i < MANY; i++) {
        rows[i][0] = text_to_c(unit_arena(), points_text(unit_arena(), 500000 + (points)i * 10000));
        rows[i][1] = text_to_c(unit_arena(), points_text(unit_arena(), 500000 - (points)i * 10000));
    }
    rules.ties = keys(1, (const int[]){TIE_ROUND}, (const size_t[]){0});
    rules.tie_count = 1;
    rank(rules, rows, MANY);
    const struct standing *ranking = standings.sectors[0].ranking;
    CU_ASSERT_EQUAL(ranking[0].placing.contestant, MANY - 1);
    CU_ASSERT_EQUAL(ranking[0].placing.tie->against_count, 10);
    CU_ASSERT_EQUAL(ranking[0].placing.tie->against[0].contestant, MANY - 2);
    CU_ASSERT_EQUAL(ranking[25].placing.tie->against_count, 20);
    CU_ASSERT_EQUAL(ranking[25].placing.tie->against[9].contestant, MANY - 25);
    CU_ASSERT_EQUAL(ranking[49].placing.rank, 50);
}

UNIT_TEST(under_best_a_round_not_run_comes_last)
{
    struct rules rules = builder_rules(2);
    rules.combine = COMBINE_BEST;
    rules.ties = keys(1, (const int[]){TIE_ROUND}, (const size_t[]){1});
    rules.tie_count = 1;
    contest = builder_contest(&rules, 1, 2);
    sheets = sheets_of(&contest, unit_arena());
    builder_mark(&sheets, 0, 0, 0, 0, "80");
    builder_mark(&sheets, 0, 1, 0, 0, "80");
    builder_mark(&sheets, 1, 1, 0, 0, "0");
    standings = standings_of(&contest, &sheets, unit_arena(), unit_scratch(), builder_faults());
    check_ranks("C2 1, C1 2");
    CU_ASSERT_FALSE(standings.sectors[0].ranking[1].placing.tie->value.is_there);
}

UNIT_TEST(sectors_do_not_touch_each_other)
{
    struct rules rules = builder_rules(1);
    rules_complete(&rules, unit_arena(), builder_faults());
    contest = contest_with(&rules, unit_arena());
    contest_add_judge(&contest, builder_judge("J1", ""), builder_faults());
    static const char *const people[][2] = {{"A", "街道"}, {"B", "社区"}, {"C", "街道"}, {"D", "社区"}};
    for (size_t i = 0; i < 4; i++)
        contest_add_contestant(&contest, builder_contestant(people[i][0], people[i][1]), builder_faults());
    contest_complete(&contest, builder_faults());
    sheets = sheets_of(&contest, unit_arena());
    static const char *const marks[] = {"90", "95", "92", "85"};
    for (size_t i = 0; i < 4; i++)
        builder_mark(&sheets, 0, i, 0, 0, marks[i]);
    standings = standings_of(&contest, &sheets, unit_arena(), unit_scratch(), builder_faults());
    CU_ASSERT_EQUAL_FATAL(standings.sector_count, 2);
    CHECK_TEXT(contest.sectors[0].name, "街道");
    CU_ASSERT_EQUAL(standings.sectors[0].ranking[0].placing.contestant, 2);
    CU_ASSERT_EQUAL(standings.sectors[0].ranking[1].placing.rank, 2);
    CU_ASSERT_EQUAL(standings.sectors[1].ranking[0].placing.contestant, 1);
    CU_ASSERT_EQUAL(standings.sectors[1].ranking[0].placing.rank, 1);
}

UNIT_TEST(keeping_all_of_too_few_sheets_is_told)
{
    struct rules rules = builder_rules(1);
    rules.rounds[0].own.min_sheets = 3;
    rules.rounds[0].own.too_few = TOO_FEW_KEEP_ALL;
    contest = builder_contest(&rules, 2, 1);
    sheets = sheets_of(&contest, unit_arena());
    builder_marks(&sheets, 0, 0, "90 91");
    standings = standings_of(&contest, &sheets, unit_arena(), unit_scratch(), builder_faults());
    CU_ASSERT(builder_reported("round {1}: contestant {2} has too few sheets, so none is dropped"));
    CU_ASSERT(standings.is_complete);
}

UNIT_TEST(who_is_not_competing_is_listed_unranked)
{
    static const int statuses[] = {STATUS_WITHDRAWN, STATUS_ABSENT, STATUS_DISQUALIFIED, STATUS_EXHIBITION};
    struct rules rules = builder_rules(1);
    contest = builder_contest(&rules, 1, 5);
    for (size_t i = 0; i < 4; i++)
        contest.contestants[i].status = statuses[i];
    sheets = sheets_of(&contest, unit_arena());
    builder_mark(&sheets, 0, 0, 0, 0, "99");
    builder_mark(&sheets, 0, 4, 0, 0, "60");
    standings = standings_of(&contest, &sheets, unit_arena(), unit_scratch(), builder_faults());
    check_ranks("C5 1");
    CU_ASSERT_EQUAL(standings.sectors[0].unranked_count, 4);
    CU_ASSERT(standings.is_complete);
    CU_ASSERT_EQUAL(standings.pending, 0);
}

UNIT_TEST(pending_sheets_make_the_result_provisional)
{
    struct rules rules = builder_rules(1);
    contest = builder_contest(&rules, 2, 2);
    sheets = sheets_of(&contest, unit_arena());
    builder_marks(&sheets, 0, 0, "90 -");
    standings = standings_of(&contest, &sheets, unit_arena(), unit_scratch(), builder_faults());
    check_ranks("C1 1");
    CU_ASSERT_FALSE(standings.is_complete);
    CU_ASSERT_EQUAL(standings.pending, 3);
    CU_ASSERT_EQUAL(standings.without_final, 1);
    CU_ASSERT_EQUAL_FATAL(standings.sectors[0].unranked_count, 1);
    CU_ASSERT_STRING_EQUAL(standings.sectors[0].unranked[0].reason->format, "round {1}: no marks");
    CU_ASSERT(builder_reported("round {1}: the sheet of judge {2} for contestant {3} is pending"));
    CU_ASSERT(builder_reported("contestant {1} has no final score and no rank"));
    CU_ASSERT_EQUAL(faults_grave(builder_faults()), 0);

    const struct sector_standings *sector;
    CU_ASSERT_PTR_EQUAL(standings_find(&standings, 0, &sector), &standings.sectors[0].ranking[0]);
    CU_ASSERT_PTR_NULL(standings_find(&standings, 1, &sector));
    CU_ASSERT_PTR_EQUAL(sector, &standings.sectors[0]);
}

/* ---- every key: three who are tied, in the order that it gives ---- */

/* One round; a row a contestant: its sheets. */
static void rank_sheets(struct rules rules, size_t judges, const char *const *rows, size_t count)
{
    contest = builder_contest(&rules, judges, count);
    sheets = sheets_of(&contest, unit_arena());
    for (size_t c = 0; c < count; c++)
        builder_marks(&sheets, 0, c, rows[c]);
    standings = standings_of(&contest, &sheets, unit_arena(), unit_scratch(), builder_faults());
}

/* Sums of 240 all. Best 90 95 92; worst 70 65 66; middle 80 80 82. */
UNIT_TEST(sheets_part_by_their_best_worst_and_middle)
{
    static const struct {
        int kind;
        const char *written, *expected;
    } rows[] = {{TIE_BEST_SHEET, "best-sheet", "C2 1, C3 2, C1 3"},
                {TIE_WORST_SHEET, "worst-sheet", "C1 1, C3 2, C2 3"},
                {TIE_MEDIAN_SHEET, "median-sheet", "C3 1, C1 2, C2 2"},
                {TIE_ALL_SHEETS, "all-sheets", "C1 1, C2 1, C3 1"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct rules rules = builder_rules(1);
        rules.rounds[0].own.method = METHOD_SUM;
        builder_tie(&rules, rows[i].kind, rows[i].written);
        rank_sheets(rules, 3, (const char *const[]){"90 70 80", "95 65 80", "66 82 92"}, 3);
        check_ranks(rows[i].expected);
    }
}

/* Both have a trimmed mean of 80; of all sheets C1 has 240 ÷ 3, C2 244 ÷ 3. */
UNIT_TEST(all_sheets_are_those_that_were_dropped_too)
{
    struct rules rules = builder_rules(1);
    rules.rounds[0].own.method = METHOD_TRIMMED_MEAN;
    builder_tie(&rules, TIE_ALL_SHEETS, "all-sheets");
    rank_sheets(rules, 3, (const char *const[]){"70 80 90", "80 72 92"}, 2);
    check_ranks("C2 1, C1 2");
}

/* Sums of 240. C1 beats C2 by J1 and J2, C3 by J2: 3. C2 beats C1 by J3, C3 by J2: 2. C3 beats C1 by J1 and J3, C2 by J1 and
 * J3: 4. */
UNIT_TEST(head_to_head_is_among_the_tied)
{
    struct rules rules = builder_rules(1);
    rules.rounds[0].own.method = METHOD_SUM;
    builder_tie(&rules, TIE_HEAD_TO_HEAD, "head-to-head");
    rank_sheets(rules, 3, (const char *const[]){"80 90 70", "75 85 80", "84 72 84", "70 60 60"}, 4);
    check_ranks("C3 1, C1 2, C2 3, C4 4");
    CHECK_TEXT(builder_fraction(standings.sectors[0].ranking[0].placing.tie->value.value), "4/1");
    CHECK_TEXT(builder_fraction(standings.sectors[0].ranking[1].placing.tie->value.value), "3/1");
}

static struct rules with_key(int kind, const char *written)
{
    struct rules rules = builder_rules(1);
    builder_tie(&rules, kind, written);
    return rules;
}

/* C1 to C4 have the same mark; the rest is the test's to add. */
static void four_alike(struct rules *rules)
{
    contest = builder_contest(rules, 1, 4);
    sheets = sheets_of(&contest, unit_arena());
    for (size_t c = 0; c < 4; c++)
        builder_marks(&sheets, 0, c, "90");
}

static void rank_them(void)
{
    contest_complete(&contest, builder_faults());
    CU_ASSERT_EQUAL(builder_faults()->count, 0);
    standings = standings_of(&contest, &sheets, unit_arena(), unit_scratch(), builder_faults());
}

/* The lot: 3, 1, none, 2. */
UNIT_TEST(a_column_is_higher_first_or_with_a_minus_lower_first)
{
    static struct optional_points lots[] = {{true, 3}, {true, 1}, {false, 0}, {true, 2}};
    static const char *const written[] = {"column:lot", "-column:lot"};
    static const char *const expected[] = {"C1 1, C4 2, C2 3, C3 4", "C2 1, C4 2, C1 3, C3 4"};
    for (size_t i = 0; i < 2; i++) {
        struct rules rules = with_key(TIE_COLUMN, written[i]);
        four_alike(&rules);
        for (size_t c = 0; c < 4; c++)
            contest.contestants[c].columns = &lots[c];
        rank_them();
        check_ranks(expected[i]);
    }
}

/* First attempt 5 5 4 -, second 3 6: C2 C1 C3, and C4, who did not run, last. */
UNIT_TEST(a_playoff_goes_attempt_by_attempt)
{
    static const struct playoff attempts[] = {{.contestant = 0, .attempt = 1, .score = 5},
                                              {.contestant = 1, .attempt = 1, .score = 5},
                                              {.contestant = 2, .attempt = 1, .score = 4},
                                              {.contestant = 0, .attempt = 2, .score = 3},
                                              {.contestant = 1, .attempt = 2, .score = 6}};
    struct rules rules = with_key(TIE_PLAYOFF, "playoff");
    four_alike(&rules);
    for (size_t i = 0; i < sizeof attempts / sizeof *attempts; i++)
        contest_add_playoff(&contest, attempts[i]);
    rank_them();
    check_ranks("C2 1, C1 2, C3 3, C4 4");
    const struct tie_note *last = standings.sectors[0].ranking[0].placing.tie;
    CU_ASSERT_EQUAL(last->turn, 1);
    CU_ASSERT_EQUAL_FATAL(last->against_count, 1);
    CU_ASSERT_EQUAL(last->earlier->turn, 0);
    CU_ASSERT_EQUAL(last->earlier->against_count, 2);
}

UNIT_TEST(a_decision_gives_the_order)
{
    struct rules rules = with_key(TIE_DECISION, "decision");
    four_alike(&rules);
    contest_add_decision(&contest, (struct decision){.contestant = 2, .order = 1});
    contest_add_decision(&contest, (struct decision){.contestant = 0, .order = 2});
    rank_them();
    check_ranks("C3 1, C1 2, C2 3, C4 3");
}

/* Best two of three: 80 + 90 all; the third 70, 75, none. */
UNIT_TEST(the_next_best_round_comes_behind_those_that_count)
{
    static const char *const marks[3][3] = {{"80", "70", "90"}, {"75", "90", "80"}, {"90", "80", NULL}};
    struct rules rules = builder_rules(3);
    rules.combine = COMBINE_BEST;
    rules.best = 2;
    builder_tie(&rules, TIE_NEXT_BEST, "next-best");
    contest = builder_contest(&rules, 1, 3);
    sheets = sheets_of(&contest, unit_arena());
    for (size_t c = 0; c < 3; c++)
        for (size_t r = 0; r < 3; r++)
            if (marks[c][r])
                builder_marks(&sheets, r, c, marks[c][r]);
    standings = standings_of(&contest, &sheets, unit_arena(), unit_scratch(), builder_faults());
    check_ranks("C2 1, C1 2, C3 3");
    CU_ASSERT_FALSE(standings.sectors[0].ranking[2].placing.tie->value.is_there);
}

/* As many as there are rounds count: there is no next one, and all stay tied. */
UNIT_TEST(where_every_round_counts_there_is_no_next_best)
{
    struct rules rules = builder_rules(1);
    rules.combine = COMBINE_BEST;
    builder_tie(&rules, TIE_NEXT_BEST, "next-best");
    rank_sheets(rules, 1, (const char *const[]){"80", "80"}, 2);
    check_ranks("C1 1, C2 1");
}

/* One judge, two rounds: C1 1 + 3, C2 2 + 2, C3 3 + 1, C4 4 + 4. What round:r2 compares is lower first, too. */
UNIT_TEST(of_rank_sums_the_lower_is_the_better)
{
    static const char *marks[][2] = {{"90", "70"}, {"80", "80"}, {"70", "90"}, {"60", "60"}};
    struct rules rules = summed();
    for (size_t r = 0; r < 2; r++)
        rules.rounds[r].own.method = METHOD_RANK_SUM;
    builder_tie(&rules, TIE_ROUND, "round:r2");
    rank(rules, marks, 4);
    check_ranks("C3 1, C2 2, C1 3, C4 4");
    CHECK_TEXT(builder_fraction(standings.sectors[0].ranking[0].placing.result->final), "4/1");
}

/* Equal finals. In r1 C2 beats both others, in r2 both beat C2: two sheets won against one. Compared without that, r2
 * puts C1 before C2. */
UNIT_TEST(two_are_compared_by_all_keys_but_head_to_head)
{
    static const char *marks[][2] = {{"40", "50"}, {"50", "40"}, {"40", "50"}};
    struct rules rules = summed();
    builder_tie(&rules, TIE_HEAD_TO_HEAD, "head-to-head");
    builder_tie(&rules, TIE_ROUND, "round:r2");
    rank(rules, marks, 3);
    const struct standing *ranking = standings.sectors[0].ranking;
    check_ranks("C2 1, C1 2, C3 2");
    CU_ASSERT(ranking_compare(&sheets, &ranking[0].placing, &ranking[1].placing) > 0);
    CU_ASSERT(ranking_compare(&sheets, &ranking[1].placing, &ranking[0].placing) < 0);
    CU_ASSERT_EQUAL(ranking_compare(&sheets, &ranking[1].placing, &ranking[2].placing), 0);
}
