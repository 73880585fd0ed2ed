/* What does not fit together in awards, teams, promotion, and contests by rank sums (rules.md 5 and 3). */
#include "contest_builder.h"
#include "unit.h"

static struct sector_count for_a_sector[] = {{.sector = TEXT_INIT("街道"), .count = 3}};

#define COUNT     .cut.count = {.is_set = true, .count = 1}
#define BY_SECTOR .cut.count = {.is_set = true, .by_sector = for_a_sector, .by_sector_count = 1}
#define PERCENT   .cut.percent = {true, 10}
#define LEAST     .cut.min_score = {true, 10}
#define NEED(id)  .cut.need = {.round_id = TEXT_INIT(id), .at_least = 10}

static void check_award(struct award award, const char *format)
{
    struct rules rules = builder_rules(1);
    award.name = TEXT("一等奖");
    rules.awards = &award;
    rules.award_count = 1;
    CU_ASSERT(builder_rules_report(&rules, format));
}

UNIT_TEST(an_award_says_who_gets_it)
{
    check_award((struct award){COUNT}, NULL);
    check_award((struct award){LEAST}, NULL);
    check_award((struct award){.rest = true}, NULL);
    check_award((struct award){NEED("r1")}, NULL);
    check_award((struct award){NEED("r2")}, "{1} needs a score of round {2}, and there is no such round");
    check_award((struct award){0}, "award {1} does not say who gets it");
    check_award((struct award){BY_SECTOR}, NULL);
    check_award((struct award){.per = AWARD_PER_CONTEST, COUNT}, NULL);
    check_award((struct award){.per = AWARD_PER_CONTEST, BY_SECTOR},
                "award {1} is given per contest, and counts by sector");
}

UNIT_TEST(what_is_needed_is_found_by_round)
{
    struct rules rules = builder_rules(1);
    struct award awards[] = {{.name = TEXT_INIT("a"), NEED("r1")}, {.name = TEXT_INIT("b"), COUNT}};
    rules.awards = awards;
    rules.award_count = 2;
    CU_ASSERT(builder_rules_report(&rules, NULL));
    CU_ASSERT_EQUAL(awards[0].cut.need.round, 0);
    CU_ASSERT_EQUAL(awards[1].cut.need.round, SIZE_MAX);
}

static void check_specials(const char *first, const char *second, const char *from, const char *format)
{
    struct rules rules = builder_rules(1);
    struct special specials[] = {{.name = text_from_c(first), .from = TEXT("special.csv")},
                                 {.name = text_from_c(second), .from = text_from_c(from)}};
    rules.specials = specials;
    rules.special_count = 2;
    CU_ASSERT(builder_rules_report(&rules, format));
}

UNIT_TEST(special_awards_stand_once_in_their_table)
{
    check_specials("优秀组织奖", "最佳风采奖", "special.csv", NULL);
    check_specials("优秀组织奖", "优秀组织奖", "special.csv", "award {1} stands twice");
    check_specials("优秀组织奖", "最佳风采奖", "other.csv", "special awards are read from special.csv, not from {1}");
}

static void check_promote(struct promote promote, const char *format)
{
    struct rules rules = builder_rules(1);
    promote.is_set = true;
    rules.promote = promote;
    CU_ASSERT(builder_rules_report(&rules, format));
}

UNIT_TEST(promotion_says_who_goes_on)
{
    check_promote((struct promote){COUNT}, NULL);
    check_promote((struct promote){PERCENT}, NULL);
    check_promote((struct promote){LEAST}, NULL);
    check_promote((struct promote){NEED("r1")}, NULL);
    check_promote((struct promote){.quota = TEXT_INIT("quota.csv")}, NULL);
    check_promote((struct promote){.reserves = 1}, "promote does not say who goes on");
    check_promote((struct promote){COUNT, PERCENT}, "{1} has both count and percent");
    check_promote((struct promote){COUNT, .quota = TEXT_INIT("quota.csv")},
                  "promote has a quota and a count or percent as well");
    check_promote((struct promote){.quota = TEXT_INIT("q.csv")}, "quotas are read from quota.csv, not from {1}");
    check_promote((struct promote){.per = PROMOTE_PER_COUNTY, COUNT}, NULL);
    check_promote((struct promote){.per = PROMOTE_PER_COUNTY, BY_SECTOR},
                  "promote goes by county, and counts by sector");
}

UNIT_TEST(teams_by_points_need_points)
{
    static points earned[] = {15};
    struct rules rules = builder_rules(1);
    rules.teams = (struct teams){.is_set = true, .method = TEAMS_POINTS};
    CU_ASSERT(builder_rules_report(&rules, "teams go by points for places, and there are none"));
    rules = builder_rules(1);
    rules.teams = (struct teams){.is_set = true, .method = TEAMS_POINTS, .points = {earned, 1}};
    CU_ASSERT(builder_rules_report(&rules, NULL));
    rules = builder_rules(1);
    rules.teams = (struct teams){.is_set = true, .method = TEAMS_SUM, .points = {earned, 1}};
    CU_ASSERT(
        builder_rules_report(&rules, "teams go by the sum of final scores, and the points for places are not used"));
}

/* ---- rank sums ---- */

static struct rules rank_sums(size_t rounds)
{
    struct rules rules = builder_rules(rounds);
    rules.combine = rounds > 1 ? COMBINE_SUM : COMBINE_WEIGHTED;
    for (size_t r = 0; r < rounds; r++)
        rules.rounds[r].own.method = METHOD_RANK_SUM;
    return rules;
}

UNIT_TEST(every_round_is_a_rank_sum_or_none)
{
    struct rules rules = rank_sums(2);
    CU_ASSERT(builder_rules_report(&rules, NULL));
    CU_ASSERT(rules_lower_first(&rules));
    rules = rank_sums(2);
    rules.rounds[1].own.method = METHOD_MEAN;
    CU_ASSERT(builder_rules_report(&rules, "round {1}: in a contest by rank sums every round is one"));
}

UNIT_TEST(rank_sums_are_added_up_as_they_are)
{
    static const char changed[] = "round {1}: a rank sum takes no scale, overtime, floor or panel-correction";
    struct rules rules = rank_sums(1);
    CU_ASSERT(builder_rules_report(&rules, NULL));
    rules = rank_sums(1);
    rules.rounds[0].scale = 2 * POINTS_ONE;
    CU_ASSERT(builder_rules_report(&rules, changed));
    rules = rank_sums(1);
    rules.rounds[0].overtime = (struct overtime){.limit = 480, .every = 30, .deduct = builder_set("1")};
    CU_ASSERT(builder_rules_report(&rules, changed));
    rules = rank_sums(1);
    rules.rounds[0].floor = builder_set("1");
    CU_ASSERT(builder_rules_report(&rules, changed));
    rules = rank_sums(1);
    rules.rounds[0].panel_correction = CORRECTION_MEAN;
    CU_ASSERT(builder_rules_report(&rules, changed));
    rules = rank_sums(2);
    rules.combine = COMBINE_BEST;
    CU_ASSERT(builder_rules_report(&rules, "rank sums are added up"));
    rules = rank_sums(2);
    rules.combine = COMBINE_WEIGHTED;
    rules.rounds[0].weight = rules.rounds[1].weight = builder_set("50");
    CU_ASSERT(builder_rules_report(&rules, "rank sums are added up"));
    rules = rank_sums(1);
    rules.absent_round = ABSENT_ROUND_ZERO;
    CU_ASSERT(builder_rules_report(&rules, "absent-round: zero would be the best rank sum of all"));
}

static void check_rank_sum_award(struct award award, const char *format)
{
    struct rules rules = rank_sums(1);
    struct award awards[] = {award, {.name = TEXT_INIT("rest"), .rest = true}};
    awards[0].name = TEXT("一等奖");
    rules.awards = awards;
    rules.award_count = 2;
    CU_ASSERT(builder_rules_report(&rules, format));
}

static void check_rank_sum_promote(struct promote promote, const char *format)
{
    struct rules rules = rank_sums(1);
    promote.is_set = true;
    rules.promote = promote;
    CU_ASSERT(builder_rules_report(&rules, format));
}

static void check_rank_sum_teams(int method, const char *format)
{
    static points earned[] = {15};
    struct rules rules = rank_sums(1);
    rules.teams = (struct teams){.is_set = true, .method = method};
    if (method == TEAMS_POINTS)
        rules.teams.points = (struct points_list){earned, 1};
    CU_ASSERT(builder_rules_report(&rules, format));
}

UNIT_TEST(rank_sums_have_no_bounds_and_do_not_cross_sectors)
{
    static const char bound[] = "min-score and need are not for contests by rank sums";
    static const char crosses[] = "rank sums of different sectors cannot be compared: no award per contest, promotion "
                                  "per county or sum of teams";
    check_rank_sum_award((struct award){COUNT}, NULL);
    check_rank_sum_award((struct award){LEAST}, bound);
    check_rank_sum_award((struct award){NEED("r1")}, bound);
    check_rank_sum_award((struct award){.per = AWARD_PER_CONTEST, COUNT}, crosses);
    check_rank_sum_promote((struct promote){COUNT}, NULL);
    check_rank_sum_promote((struct promote){LEAST}, bound);
    check_rank_sum_promote((struct promote){.per = PROMOTE_PER_COUNTY, COUNT}, crosses);
    check_rank_sum_teams(TEAMS_SUM, crosses);
    check_rank_sum_teams(TEAMS_POINTS, NULL);
}
