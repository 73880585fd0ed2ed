/* 团体总分 (rules.md 5), by hand. */
#include "teams.h"

#include "contest_builder.h"
#include "standings.h"
#include "unit.h"

static struct contest contest;
static struct standings standings;

/* Finals 90 85 85 80 70 60 of the units 甲 乙 甲 - 乙 丙, counties 云 云 露 露 云 露; ranks 1 2 2 4 5 6. */
static void rank(struct teams teams)
{
    static const char *const marks[] = {"90", "85", "85", "80", "70", "60"};
    static const char *const units[] = {"甲", "乙", "甲", "", "乙", "丙"};
    static const char *const counties[] = {"云", "云", "露", "露", "云", "露"};
    struct rules rules = builder_rules(1);
    teams.is_set = true;
    rules.teams = teams;
    contest = builder_contest(&rules, 1, 6);
    struct sheets sheets = sheets_of(&contest, unit_arena());
    for (size_t c = 0; c < 6; c++) {
        contest.contestants[c].unit = text_from_c(units[c]);
        contest.contestants[c].county = text_from_c(counties[c]);
        builder_marks(&sheets, 0, c, marks[c]);
    }
    standings = standings_of(&contest, &sheets, unit_arena(), unit_scratch(), builder_faults());
}

/* "1 甲 175/1 (2), …": rank, team, score, how many members count */
static void check(const char *expected)
{
    struct sink sink = sink_in(unit_arena());
    for (size_t i = 0; i < standings.teams.count; i++) {
        const struct team *team = &standings.teams.items[i];
        sink_c(&sink, i > 0 ? ", " : "");
        sink_integer(&sink, (int64_t)team->rank);
        sink_byte(&sink, ' ');
        sink_text(&sink, team->name);
        sink_byte(&sink, ' ');
        sink_text(&sink, builder_fraction(team->score));
        sink_c(&sink, " (");
        sink_integer(&sink, (int64_t)team->member_count);
        sink_byte(&sink, ')');
    }
    CHECK_TEXT(sink_written(&sink), expected);
}

UNIT_TEST(finals_are_added_up)
{
    rank((struct teams){.method = TEAMS_SUM});
    check("1 甲 175/1 (2), 2 乙 155/1 (2), 3 丙 60/1 (1)");
    rank((struct teams){.method = TEAMS_SUM, .best = 1});
    check("1 甲 90/1 (1), 2 乙 85/1 (1), 3 丙 60/1 (1)");
    CU_ASSERT_EQUAL(standings.teams.items[0].members[0], 0);
    rank((struct teams){.method = TEAMS_SUM, .by = TEAMS_BY_COUNTY, .best = 2}); /* 90 + 85, 85 + 80 */
    check("1 云 175/1 (2), 2 露 165/1 (2)");
}

/* 15 for the first, (13 + 12) ÷ 2 for the two second, 11 for the fourth, who has no unit; 0 from the fifth on. */
UNIT_TEST(places_earn_points_and_share_them)
{
    static points earned[] = {15 * POINTS_ONE, 13 * POINTS_ONE, 12 * POINTS_ONE, 11 * POINTS_ONE};
    rank((struct teams){.method = TEAMS_POINTS, .points = {earned, 4}});
    check("1 甲 55/2 (2), 2 乙 25/2 (2), 3 丙 0/1 (1)");
    rank((struct teams){.method = TEAMS_POINTS, .points = {earned, 1}, .by = TEAMS_BY_COUNTY});
    check("1 云 15/1 (3), 2 露 0/1 (3)");
}

UNIT_TEST(equal_teams_share_a_rank_in_the_order_they_appear)
{
    static points earned[] = {0};
    rank((struct teams){.method = TEAMS_POINTS, .points = {earned, 1}});
    check("1 甲 0/1 (2), 1 乙 0/1 (2), 1 丙 0/1 (1)");
}

UNIT_TEST(without_the_rule_there_are_no_teams)
{
    struct rules rules = builder_rules(1);
    contest = builder_contest(&rules, 1, 1);
    CU_ASSERT_EQUAL(teams_rank(&contest, NULL, NULL, unit_arena(), unit_scratch()).count, 0);
}

UNIT_TEST(who_is_not_ranked_counts_for_no_team)
{
    struct rules rules = builder_rules(1);
    rules.teams = (struct teams){.is_set = true};
    contest = builder_contest(&rules, 1, 3);
    struct sheets sheets = sheets_of(&contest, unit_arena());
    for (size_t c = 0; c < 3; c++)
        contest.contestants[c].unit = TEXT("甲");
    builder_marks(&sheets, 0, 0, "90");
    builder_marks(&sheets, 0, 2, "70");
    contest.contestants[2].status = STATUS_EXHIBITION;
    standings = standings_of(&contest, &sheets, unit_arena(), unit_scratch(), builder_faults());
    check("1 甲 90/1 (1)");
}
