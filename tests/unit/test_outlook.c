/* Who is safe, who may, who cannot, while sheets are pending (rules.md 5). Marks go from 0 to 100. */
#include "outlook.h"

#include "contest_builder.h"
#include "standings.h"
#include "unit.h"

enum { FEW = 8 };

static struct contest contest;
static struct sheets sheets;
static struct outlooks outlooks[FEW];

static void tell(void)
{
    struct standings standings = standings_of(&contest, &sheets, unit_arena(), unit_scratch(), builder_faults());
    size_t award_of[FEW];
    for (size_t c = 0; c < contest.contestant_count; c++) {
        const struct sector_standings *sector;
        const struct standing *standing = standings_find(&standings, c, &sector);
        award_of[c] = standing ? standing->award : INDEX_NONE;
        outlooks[c] = (struct outlooks){0};
    }
    CU_ASSERT_EQUAL(faults_grave(builder_faults()), 0);
    outlook_tell(&sheets, award_of, *unit_arena(), unit_scratch(), outlooks);
}

/* One round, two judges; a row a contestant: its marks, "-" for one that is pending. */
static void build(struct rules rules, size_t count, const char *const *marks)
{
    contest = builder_contest(&rules, 2, count);
    sheets = sheets_of(&contest, unit_arena());
    for (size_t c = 0; c < count; c++)
        builder_marks(&sheets, 0, c, marks[c]);
}

/* A letter a contestant: S safe, O open, X out, . not told. */
static const char *letters(bool of_awards)
{
    static char told[FEW + 1];
    for (size_t c = 0; c < contest.contestant_count; c++)
        told[c] = ".SOX"[of_awards ? outlooks[c].award : outlooks[c].promotion];
    told[contest.contestant_count] = '\0';
    return told;
}

static const char *promotions(struct rules rules, size_t count, const char *const *marks)
{
    build(rules, count, marks);
    tell();
    return letters(false);
}

static void give(struct rules *rules, struct award *list, size_t count)
{
    static const struct text names[] = {TEXT_INIT("a"), TEXT_INIT("b")};
    for (size_t i = 0; i < count; i++)
        list[i].name = names[i];
    rules->awards = list;
    rules->award_count = count;
}

static const char *awards(struct award *list, size_t list_count, size_t count, const char *const *marks)
{
    struct rules rules = builder_rules(1);
    give(&rules, list, list_count);
    build(rules, count, marks);
    tell();
    return letters(true);
}

#define COUNT(n)  .cut.count = {.is_set = true, .count = (n)}
#define LEAST(n)  .cut.min_score = {true, (n)*POINTS_ONE}
#define TIE(rule) .cut.tie = (CUT_TIE_##rule)

static struct rules with_promotion(int64_t count, int tie)
{
    struct rules rules = builder_rules(1);
    rules.promote = (struct promote){.is_set = true, COUNT(count), .cut.tie = tie};
    return rules;
}

/* C1 90; C2 from 40 to 90; C3 70. */
static const char *const three[] = {"90 90", "80 -", "70 70"};

UNIT_TEST(promotion_by_what_can_still_come)
{
    CU_ASSERT_STRING_EQUAL(promotions(with_promotion(1, CUT_TIE_EXTEND), 3, three), "SOX");
    /* a tie at 90 would help nobody */
    CU_ASSERT_STRING_EQUAL(promotions(with_promotion(1, CUT_TIE_WITHHOLD), 3, three), "OXX");
    CU_ASSERT_STRING_EQUAL(promotions(with_promotion(2, CUT_TIE_EXTEND), 3, three), "SOO");
    CU_ASSERT_STRING_EQUAL(promotions(with_promotion(3, CUT_TIE_EXTEND), 3, three), "SSS");
}

/* C1 and C2 are tied at 90 whatever comes; C3 may have up to 99. */
UNIT_TEST(others_keep_their_ties)
{
    static const char *const tied[] = {"90 90", "90 90", "98 -", "60 60"};
    CU_ASSERT_STRING_EQUAL(promotions(with_promotion(1, CUT_TIE_EXTEND), 4, tied), "OOOX");
    CU_ASSERT_STRING_EQUAL(promotions(with_promotion(2, CUT_TIE_WITHHOLD), 4, tied), "OOOX");
    CU_ASSERT_STRING_EQUAL(promotions(with_promotion(3, CUT_TIE_WITHHOLD), 4, tied), "SSOO");
}

/* Each county sends one. C1 (90) and C3 (70) are of 东区; C2 (40 to 90) of 西旗; C4 withdrew. */
UNIT_TEST(groups_are_looked_at_one_by_one)
{
    static const char *const four[] = {"90 90", "80 -", "70 70", "- -"};
    struct rules rules = with_promotion(1, CUT_TIE_EXTEND);
    rules.promote.per = PROMOTE_PER_COUNTY;
    build(rules, 4, four);
    for (size_t c = 0; c < 4; c++)
        contest.contestants[c].county = c == 1 ? TEXT("西旗") : TEXT("东区");
    contest.contestants[3].status = STATUS_WITHDRAWN;
    tell();
    CU_ASSERT_STRING_EQUAL(letters(false), "SSX.");
}

UNIT_TEST(where_no_quota_is_nobody_goes)
{
    struct rules rules = builder_rules(1);
    rules.promote = (struct promote){.is_set = true, .quota = TEXT("quota.csv"), .per = PROMOTE_PER_COUNTY};
    contest = builder_open(&rules);
    contest_add_judge(&contest, builder_judge("J1", ""), builder_faults());
    contest_add_judge(&contest, builder_judge("J2", ""), builder_faults());
    static const char *const ids[] = {"C1", "C2", "C3"};
    for (size_t c = 0; c < 3; c++) {
        struct contestant contestant = builder_contestant(ids[c], "领域");
        contestant.county = c == 1 ? TEXT("西旗") : TEXT("东区");
        contest_add_contestant(&contest, contestant, builder_faults());
    }
    contest_add_quota(&contest, (struct quota){.county = TEXT("东区"), .count = 1});
    contest_complete(&contest, builder_faults());
    sheets = sheets_of(&contest, unit_arena());
    for (size_t c = 0; c < 3; c++)
        builder_marks(&sheets, 0, c, three[c]);
    tell();
    CU_ASSERT_STRING_EQUAL(letters(false), "SXX");
}

UNIT_TEST(limits_of_units_are_not_looked_at)
{
    struct rules rules = with_promotion(1, CUT_TIE_EXTEND);
    rules.promote.at_most = 1;
    CU_ASSERT_STRING_EQUAL(promotions(rules, 3, three), "...");
}

/* Under these a mark can do harm to its own contestant, or others' marks count. */
UNIT_TEST(nothing_is_said_where_more_may_be_worse)
{
    static points earned[] = {10 * POINTS_ONE, 5 * POINTS_ONE};
    struct rules rules = with_promotion(1, CUT_TIE_EXTEND);
    rules.rounds[0].own.method = METHOD_RANK_SUM;
    CU_ASSERT_STRING_EQUAL(promotions(rules, 3, three), "...");
    rules = with_promotion(1, CUT_TIE_EXTEND);
    rules.rounds[0].own.method = METHOD_PLACE_POINTS;
    rules.rounds[0].place_points = (struct points_list){earned, 2};
    CU_ASSERT_STRING_EQUAL(promotions(rules, 3, three), "...");
    rules = with_promotion(1, CUT_TIE_EXTEND);
    rules.rounds[0].panel_correction = CORRECTION_MEAN;
    CU_ASSERT_STRING_EQUAL(promotions(rules, 3, three), "...");
    rules = with_promotion(1, CUT_TIE_EXTEND);
    builder_tie(&rules, TIE_HEAD_TO_HEAD, "head-to-head");
    CU_ASSERT_STRING_EQUAL(promotions(rules, 3, three), "...");
}

static struct rules dropping(void)
{
    struct rules rules = with_promotion(1, CUT_TIE_EXTEND);
    rules.rounds[0].own.method = METHOD_TRIMMED_MEAN;
    rules.rounds[0].own.has_drop = true;
    rules.rounds[0].own.drop = (struct drop){.high = 1, .low = 0, .by = DROP_BY_SHEET};
    return rules;
}

/* The higher of two is dropped: C2 has from 0 to 80. */
UNIT_TEST(drops_are_followed_where_judges_weigh_alike)
{
    CU_ASSERT_STRING_EQUAL(promotions(dropping(), 3, three), "SXX");
    struct rules rules = dropping();
    builder_tie(&rules, TIE_CRITERION, "criterion:r1/r1");
    CU_ASSERT_STRING_EQUAL(promotions(rules, 3, three), "...");
    build(dropping(), 3, three);
    contest.judges[1].weight = 2 * POINTS_ONE;
    tell();
    CU_ASSERT_STRING_EQUAL(letters(false), "...");
}

/* C1 and C2 end at 90 both at the most; then the criterion's mean is 90 for both, too. */
UNIT_TEST(criteria_without_drops_are_followed)
{
    struct rules rules = with_promotion(1, CUT_TIE_WITHHOLD);
    builder_tie(&rules, TIE_CRITERION, "criterion:r1/r1");
    builder_tie(&rules, TIE_CRITERIA, "criteria:r1/r1");
    CU_ASSERT_STRING_EQUAL(promotions(rules, 3, three), "OXX");
}

/* 70 × C1's panel score and 30 × the other one's: C2 has (0 + 80 × 0.7) to (80 × 0.7 + 100 × 0.3). */
UNIT_TEST(several_panels_are_followed)
{
    struct rules rules = with_promotion(1, CUT_TIE_EXTEND);
    rules.rounds[0].panels = ARENA_ARRAY(unit_arena(), struct panel_rule, 2);
    rules.rounds[0].panel_count = 2;
    for (size_t p = 0; p < 2; p++) {
        rules.rounds[0].panels[p] = rules.rounds[0].own;
        rules.rounds[0].panels[p].method = CHOICE_ABSENT;
        rules.rounds[0].panels[p].name = p == 0 ? TEXT("专家") : TEXT("大众");
        rules.rounds[0].panels[p].weight = (struct optional_points){true, (p == 0 ? 70 : 30) * POINTS_ONE};
    }
    contest = builder_open(&rules);
    CU_ASSERT_EQUAL(builder_faults()->count, 0);
    contest_add_judge(&contest, builder_judge("J1", "专家"), builder_faults());
    contest_add_judge(&contest, builder_judge("J2", "大众"), builder_faults());
    for (size_t c = 0; c < 3; c++)
        builder_add_contestant(&contest, c == 0 ? "C1" : c == 1 ? "C2" : "C3", "");
    contest_complete(&contest, builder_faults());
    sheets = sheets_of(&contest, unit_arena());
    static const char *const marks[] = {"90 84", "80 -", "85 80"}; /* 88.2; 56 to 86; 83.5 */
    for (size_t c = 0; c < 3; c++)
        builder_marks(&sheets, 0, c, marks[c]);
    tell();
    CU_ASSERT_STRING_EQUAL(letters(false), "SXX");
    contest.rules.promote.cut.count.count = 2;
    tell();
    CU_ASSERT_STRING_EQUAL(letters(false), "SOO");
}

/* C2 withdrew in the hall: its sheets will not come. C3 has from 35 to 85. */
UNIT_TEST(words_end_what_can_come)
{
    static const char *const marks[] = {"90 90", "- -", "70 -"};
    build(with_promotion(1, CUT_TIE_EXTEND), 3, marks);
    struct mark mark = {
        .contestant = 1, .word = STATUS_WITHDRAWN, .place = {.file = TEXT("scores.csv"), .line = 2, .column = 1}};
    CU_ASSERT(sheets_accept(&sheets, &mark, builder_faults()));
    tell();
    CU_ASSERT_STRING_EQUAL(letters(false), "S.X");
}

/* Two ballots, added. C1 has 100 + 100; C2 100 and from 60 to 100; C3 from 60 to 100 and 60. */
UNIT_TEST(ballots_are_the_worst_or_the_best_vote)
{
    static struct grade grades[] = {{.name = TEXT_INIT("优秀"), .value = 100 * POINTS_ONE},
                                    {.name = TEXT_INIT("一般"), .value = 60 * POINTS_ONE}};
    struct rules rules = builder_rules(2);
    rules.combine = COMBINE_SUM;
    rules.promote = (struct promote){.is_set = true, COUNT(1)};
    for (size_t r = 0; r < 2; r++) {
        rules.rounds[r].own.method = METHOD_BALLOT;
        rules.rounds[r].grades = grades;
        rules.rounds[r].grade_count = 2;
    }
    contest = builder_contest(&rules, 0, 3);
    contest_add_ballot(&contest, (struct ballot){.contestant = 0, .round = 0, .grade = 0, .count = 3});
    contest_add_ballot(&contest, (struct ballot){.contestant = 0, .round = 1, .grade = 0, .count = 2});
    contest_add_ballot(&contest, (struct ballot){.contestant = 1, .round = 0, .grade = 0, .count = 4});
    contest_add_ballot(&contest, (struct ballot){.contestant = 2, .round = 1, .grade = 1, .count = 1});
    contest_complete(&contest, builder_faults());
    sheets = sheets_of(&contest, unit_arena());
    tell();
    CU_ASSERT_STRING_EQUAL(letters(false), "SOX");
    contest.rules.promote.cut.count.count = 2; /* C2 and C3 are level at 160 at the worst */
    tell();
    CU_ASSERT_STRING_EQUAL(letters(false), "SSO");
}

/* ---- awards: each is told of an award at least as good as the present one ---- */

UNIT_TEST(the_first_award)
{
    struct award first[] = {{COUNT(1)}};
    CU_ASSERT_STRING_EQUAL(awards(first, 1, 3, three), "S..");
    /* at present 90 both; C2 ends between 45 and 95 */
    static const char *const both[] = {"90 90", "90 -"};
    CU_ASSERT_STRING_EQUAL(awards(first, 1, 2, both), "OO");
}

/* C1 90, C2 80, C3 from 30 to 80: it may come level with C2, never before it. */
static const char *const level[] = {"90 90", "80 80", "60 -"};

UNIT_TEST(the_second_award_is_sure_where_places_are_enough)
{
    struct award two[] = {{COUNT(1)}, {COUNT(1)}};
    CU_ASSERT_STRING_EQUAL(awards(two, 2, 3, level), "SS.");
    /* the tie would bar both from b */
    struct award withheld[] = {{COUNT(1)}, {COUNT(1), TIE(WITHHOLD)}};
    CU_ASSERT_STRING_EQUAL(awards(withheld, 2, 3, level), "SO.");
    /* under a, what ties at its cut could do is not looked at */
    struct award first_withheld[] = {{COUNT(1), TIE(WITHHOLD)}, {COUNT(1)}};
    CU_ASSERT_STRING_EQUAL(awards(first_withheld, 2, 3, level), "S..");
    struct award first_open[] = {{COUNT(1), TIE(ERROR)}, {COUNT(1)}};
    CU_ASSERT_STRING_EQUAL(awards(first_open, 2, 3, level), "S..");
    struct award cumulative[] = {{COUNT(1)}, {COUNT(2), .cumulative = true}};
    CU_ASSERT_STRING_EQUAL(awards(cumulative, 2, 3, level), "SS.");
    /* places of a cumulative award are not added to those that follow */
    struct award first_cumulative[] = {{COUNT(1), .cumulative = true}, {COUNT(1)}};
    CU_ASSERT_STRING_EQUAL(awards(first_cumulative, 2, 3, level), "S..");
}

UNIT_TEST(who_cannot_come_level_takes_no_place)
{
    static const char *const below[] = {"90 90", "80 80", "50 -"}; /* C3 at most 75 */
    struct award withheld[] = {{COUNT(1)}, {COUNT(1), TIE(WITHHOLD)}};
    CU_ASSERT_STRING_EQUAL(awards(withheld, 2, 3, below), "SS.");
    struct award cumulative[] = {{COUNT(1)}, {COUNT(2), .cumulative = true, TIE(WITHHOLD)}};
    CU_ASSERT_STRING_EQUAL(awards(cumulative, 2, 3, below), "SS.");
    /* b has room for both, level or not */
    struct award three_of_b[] = {{COUNT(1)}, {COUNT(3), TIE(WITHHOLD)}};
    CU_ASSERT_STRING_EQUAL(awards(three_of_b, 2, 3, level), "SSS");
    struct award open_to_all[] = {{COUNT(1)}, {COUNT(3), .cumulative = true, TIE(WITHHOLD)}};
    CU_ASSERT_STRING_EQUAL(awards(open_to_all, 2, 3, level), "SSS");
}

UNIT_TEST(a_barred_contestant_takes_no_place)
{
    struct award two[] = {{COUNT(1)}, {COUNT(1)}};
    struct rules rules = builder_rules(1);
    give(&rules, two, 2);
    static const char *const marks[] = {"95 95", "90 90", "80 80", "60 -"};
    build(rules, 4, marks);
    contest.contestants[0].veto = TEXT("弄虚作假");
    tell();
    CU_ASSERT_STRING_EQUAL(letters(true), ".SS.");
}

UNIT_TEST(an_award_with_a_least_score_alone_has_places_for_all)
{
    struct award least[] = {{COUNT(1)}, {LEAST(70)}};
    CU_ASSERT_STRING_EQUAL(awards(least, 2, 3, level), "SS.");
}

/* C2 has at least 80: a asks for 85. */
UNIT_TEST(an_award_out_of_reach_is_passed_over)
{
    struct award plain[] = {{COUNT(1), LEAST(85)}, {COUNT(2)}};
    CU_ASSERT_STRING_EQUAL(awards(plain, 2, 3, level), "SS.");
    struct award scarce[] = {{COUNT(1), LEAST(85)}, {COUNT(1)}};
    CU_ASSERT_STRING_EQUAL(awards(scarce, 2, 3, level), "S..");
    struct award absorbing[] = {{COUNT(1), LEAST(85), TIE(ABSORB)}, {COUNT(2)}};
    CU_ASSERT_STRING_EQUAL(awards(absorbing, 2, 3, level), "S..");
    struct award passing[] = {{COUNT(1), LEAST(85), .vacant = VACANT_PASS_DOWN}, {COUNT(2)}};
    CU_ASSERT_STRING_EQUAL(awards(passing, 2, 3, level), "S..");
    struct award withheld[] = {{COUNT(1), LEAST(85), TIE(WITHHOLD)}, {COUNT(2)}};
    CU_ASSERT_STRING_EQUAL(awards(withheld, 2, 3, level), "SS.");
    /* C2 from 41 to 91: it may come into a tie at 90 there */
    static const char *const reaching[] = {"90 90", "82 -", "20 20"};
    CU_ASSERT_STRING_EQUAL(awards(withheld, 2, 3, reaching), "O..");
}

/* Two rounds, 90 and 10. C2 and C3 have no final before a mark of the second, and pass C1 and C4 whatever it is. */
UNIT_TEST(a_present_award_may_be_lost_for_certain)
{
    struct award two[] = {{COUNT(1)}, {COUNT(1)}};
    struct rules rules = builder_rules(2);
    rules.rounds[0].weight = builder_set("90");
    rules.rounds[1].weight = builder_set("10");
    give(&rules, two, 2);
    contest = builder_contest(&rules, 1, 4);
    sheets = sheets_of(&contest, unit_arena());
    static const char *const marks[][2] = {{"50", "50"}, {"90", "-"}, {"90", "-"}, {"40", "40"}};
    for (size_t c = 0; c < 4; c++)
        for (size_t r = 0; r < 2; r++)
            builder_marks(&sheets, r, c, marks[c][r]);
    tell();
    CU_ASSERT_STRING_EQUAL(letters(true), "X...");
}

UNIT_TEST(awards_of_the_contest_are_of_all_sectors)
{
    struct award whole[] = {{COUNT(1), .per = AWARD_PER_CONTEST}, {COUNT(1)}};
    CU_ASSERT_STRING_EQUAL(awards(whole, 1, 3, three), "S..");
    CU_ASSERT_STRING_EQUAL(awards(whole, 2, 3, three), "..."); /* both kinds: each takes from the other */

    struct rules rules = builder_rules(1);
    struct award own[] = {{COUNT(1)}};
    give(&rules, own, 1);
    contest = builder_open(&rules);
    contest_add_judge(&contest, builder_judge("J1", ""), builder_faults());
    contest_add_judge(&contest, builder_judge("J2", ""), builder_faults());
    static const char *const sectors[] = {"街道", "社区", "街道", "农村"};
    static const char *const marks[] = {"90 90", "80 -", "85 -", "70 70"}; /* C3 42.5 to 92.5 */
    for (size_t c = 0; c < 4; c++) {
        static const char *const ids[] = {"C1", "C2", "C3", "C4"};
        contest_add_contestant(&contest, builder_contestant(ids[c], sectors[c]), builder_faults());
    }
    contest_complete(&contest, builder_faults());
    contest.contestants[3].status = STATUS_ABSENT; /* nobody is left in 农村 */
    sheets = sheets_of(&contest, unit_arena());
    for (size_t c = 0; c < 4; c++)
        builder_marks(&sheets, 0, c, marks[c]);
    tell();
    CU_ASSERT_STRING_EQUAL(letters(true), "OS..");
}

/* Of 5,001 contestants nothing is told: it would take too long. */
UNIT_TEST(very_large_groups_are_not_looked_at)
{
    enum { MANY = 5001 };
    static struct outlooks many[MANY];
    static size_t award_of[MANY];
    struct award one[] = {{COUNT(1)}};
    struct rules rules = with_promotion(1, CUT_TIE_EXTEND);
    give(&rules, one, 1);
    contest = builder_contest(&rules, 1, MANY);
    sheets = sheets_of(&contest, unit_arena());
    for (size_t c = 0; c < MANY; c++)
        builder_mark(&sheets, 0, c, 0, 0, c == 0 ? "90" : "80");
    outlook_tell(&sheets, award_of, *unit_arena(), unit_scratch(), many);
    CU_ASSERT_EQUAL(many[0].promotion, OUTLOOK_UNTOLD);
    CU_ASSERT_EQUAL(many[0].award, OUTLOOK_UNTOLD);
}
