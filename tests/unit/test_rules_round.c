/* What follows for a round from what is written, and what does not fit together in it (rules.md 3). */
#include "contest_builder.h"
#include "unit.h"

/* One round that `change` has changed; asserts what completing it reports. */
static void check_round(void (*change)(struct round *), const char *format)
{
    struct rules rules = builder_rules(1);
    change(rules.rounds);
    CU_ASSERT(builder_rules_report(&rules, format));
}

/* ---- criteria ---- */

static struct criterion two[] = {{.id = TEXT_INIT("a"), .max = 1, .weight = 1}, {.id = TEXT_INIT("b"), .max = 1}};

static void list_two(struct round *round)
{
    round->criteria = two;
    round->criterion_count = 2;
}

static void list_two_with_max(struct round *round)
{
    list_two(round);
    round->max = builder_set("10");
}

static void list_two_with_min(struct round *round)
{
    list_two(round);
    round->min = builder_set("1");
}

static void list_two_with_step(struct round *round)
{
    list_two(round);
    round->step = builder_set("0.5");
}

UNIT_TEST(a_list_of_criteria_has_their_bounds)
{
    static const char format[] = "round {1} has a list of criteria and a max, min or step of its own";
    check_round(list_two, NULL);
    check_round(list_two_with_max, format);
    check_round(list_two_with_min, format);
    check_round(list_two_with_step, format);
}

static struct criterion *many_criteria(size_t count)
{
    struct criterion *criteria = ARENA_ARRAY(unit_arena(), struct criterion, count);
    for (size_t i = 0; i < count; i++) {
        struct sink id = sink_in(unit_arena());
        sink_integer(&id, (int64_t)i);
        criteria[i] = (struct criterion){.id = text_copy(unit_arena(), sink_written(&id)), .max = 1};
    }
    return criteria;
}

static void list_as_many_as_may_be(struct round *round)
{
    round->criterion_count = ROUND_MOST_CRITERIA;
    round->criteria = many_criteria(ROUND_MOST_CRITERIA);
}

static void list_too_many(struct round *round)
{
    round->criterion_count = ROUND_MOST_CRITERIA + 2;
    round->criteria = many_criteria(ROUND_MOST_CRITERIA + 2);
    round->criteria[ROUND_MOST_CRITERIA + 1].id = TEXT("0"); /* not even looked at */
}

UNIT_TEST(a_round_has_no_more_than_1000_criteria)
{
    check_round(list_as_many_as_may_be, NULL);
    check_round(list_too_many, "round {1} has more than 1,000 criteria");
}

/* ---- several panels ---- */

static struct panel_rule panels[2];

/* 专家组 of weight 70 and 大众评委 of weight 30, which say nothing else. */
static void list_panels(struct round *round)
{
    static const char *const names[] = {"专家组", "大众评委"};
    for (size_t i = 0; i < 2; i++)
        panels[i] = (struct panel_rule){.name = text_from_c(names[i]),
                                        .weight = builder_set(i == 0 ? "70" : "30"),
                                        .method = CHOICE_ABSENT,
                                        .too_few = CHOICE_ABSENT,
                                        .missing = CHOICE_ABSENT,
                                        .panel_digits = DIGITS_ABSENT,
                                        .criterion_digits = DIGITS_ABSENT,
                                        .clamp_digits = DIGITS_ABSENT,
                                        .outliers = {.policy = CHOICE_ABSENT}};
    round->panels = panels;
    round->panel_count = 2;
}

static void write_everything(struct round *round)
{
    list_panels(round);
    round->own.method = METHOD_TRIMMED_MEAN;
    round->own.drop = (struct drop){2, 2, DROP_BY_SHEET};
    round->own.min_sheets = 6;
    round->own.too_few = TOO_FEW_KEEP_ALL;
    round->own.panel_digits = 3;
    round->own.outliers = (struct outliers){OUTLIERS_FLAG, {true, 5}, {false, 0}};
    panels[1].method = METHOD_SUM;
    panels[1].min_sheets = 2;
    panels[1].too_few = TOO_FEW_ERROR;
    panels[1].missing = MISSING_LEAVE_OUT;
    panels[1].panel_digits = 0;
    panels[1].outliers = (struct outliers){.policy = OUTLIERS_NONE};
}

UNIT_TEST(a_panel_has_from_the_round_what_it_does_not_say)
{
    check_round(write_everything, NULL);
    CU_ASSERT_EQUAL(panels[0].method, METHOD_TRIMMED_MEAN);
    CU_ASSERT_EQUAL(panels[0].drop.low, 2);
    CU_ASSERT_EQUAL(panels[0].min_sheets, 6);
    CU_ASSERT_EQUAL(panels[0].too_few, TOO_FEW_KEEP_ALL);
    CU_ASSERT_EQUAL(panels[0].missing, MISSING_ERROR);
    CU_ASSERT_EQUAL(panels[0].panel_digits, 3);
    CU_ASSERT_EQUAL(panels[0].criterion_digits, DIGITS_EXACT);
    CU_ASSERT_EQUAL(panels[0].outliers.limit.value, 5);
    CU_ASSERT_EQUAL(panels[1].method, METHOD_SUM);
    CU_ASSERT_EQUAL(panels[1].min_sheets, 2);
    CU_ASSERT_EQUAL(panels[1].too_few, TOO_FEW_ERROR);
    CU_ASSERT_EQUAL(panels[1].missing, MISSING_LEAVE_OUT);
    CU_ASSERT_EQUAL(panels[1].panel_digits, 0);
    CU_ASSERT_EQUAL(panels[1].outliers.policy, OUTLIERS_NONE);
}

static void drop_in_one(struct round *round)
{
    list_panels(round);
    panels[0].has_drop = true;
    panels[0].drop = (struct drop){1, 0, DROP_BY_SHEET};
}

static void take_medians(struct round *round)
{
    list_panels(round);
    round->own.method = METHOD_MEDIAN;
}

UNIT_TEST(panels_may_take_medians)
{
    check_round(take_medians, NULL);
    CU_ASSERT_EQUAL(panels[1].method, METHOD_MEDIAN);
}

UNIT_TEST(a_drop_of_its_own_says_how_a_panel_scores)
{
    check_round(drop_in_one, NULL);
    CU_ASSERT_EQUAL(panels[0].method, METHOD_TRIMMED_MEAN);
    CU_ASSERT_EQUAL(panels[0].drop.high, 1);
    CU_ASSERT_EQUAL(panels[0].drop.low, 0);
    CU_ASSERT_EQUAL(panels[1].method, METHOD_MEAN);
}

static void leave_first_weight_out(struct round *round)
{
    list_panels(round);
    panels[0].weight.is_set = false;
}

static void add_to_99(struct round *round)
{
    list_panels(round);
    panels[1].weight = builder_set("29");
}

static void name_one_twice(struct round *round)
{
    list_panels(round);
    panels[1].name = panels[0].name;
}

static void name_a_panel_beside(struct round *round)
{
    list_panels(round);
    round->own.name = TEXT("专家组");
}

static void vote_in_one(struct round *round)
{
    list_panels(round);
    panels[1].method = METHOD_PLACE_POINTS;
}

UNIT_TEST(panels_of_a_list_must_fit_together)
{
    check_round(list_panels, NULL);
    check_round(leave_first_weight_out, "round {1}: panel {2} has no weight");
    check_round(add_to_99, "round {1}: its panels' weights add to {2}, not to 100");
    check_round(name_one_twice, "panel {1} stands twice in round {2}");
    check_round(name_a_panel_beside, "round {1} has a panel and a list of panels");
    check_round(vote_in_one, "round {1}: one of several panels cannot score by method {2}");
}

static void give_beside_panels(struct round *round)
{
    list_panels(round);
    round->own.method = METHOD_GIVEN;
    for (size_t i = 0; i < 2; i++)
        panels[i].method = METHOD_MEAN;
}

/* Such a round once took one mark and no sheets of its panels, or none at all. */
UNIT_TEST(a_round_with_panels_has_a_method_that_they_could_have)
{
    check_round(give_beside_panels, "round {1}: one of several panels cannot score by method {2}");
}

/* ---- what methods need and do not use ---- */

static void clamp_without_limit(struct round *round)
{
    round->own.outliers.policy = OUTLIERS_CLAMP;
}

static void clamp_by_5(struct round *round)
{
    round->own.outliers = (struct outliers){OUTLIERS_CLAMP, builder_set("5"), {false, 0}};
    round->own.clamp_digits = 2;
}

static void flag_nothing(struct round *round)
{
    round->own.outliers.policy = OUTLIERS_FLAG;
}

static void flag_by_limit(struct round *round)
{
    round->own.outliers = (struct outliers){OUTLIERS_FLAG, builder_set("5"), {false, 0}};
}

static void flag_by_spread(struct round *round)
{
    round->own.outliers = (struct outliers){OUTLIERS_FLAG, {false, 0}, builder_set("5")};
}

static void clamp_by_criterion(struct round *round)
{
    clamp_by_5(round);
    round->own.method = METHOD_TRIMMED_MEAN;
    round->own.drop.by = DROP_BY_CRITERION;
}

static void clamp_places(struct round *round)
{
    static points earned[] = {5};
    clamp_by_5(round);
    round->own.method = METHOD_PLACE_POINTS;
    round->place_points = (struct points_list){earned, 1};
}

static void round_what_is_not_clamped(struct round *round)
{
    round->own.clamp_digits = 2;
}

static void limit_without_policy(struct round *round)
{
    round->own.outliers = (struct outliers){CHOICE_ABSENT, builder_set("5"), {false, 0}};
}

static void spread_without_policy(struct round *round)
{
    round->own.outliers = (struct outliers){CHOICE_ABSENT, {false, 0}, builder_set("10")};
}

static void limit_of_a_panel_without_policy(struct round *round)
{
    list_panels(round);
    panels[1].outliers.limit = builder_set("5");
}

static void limit_put_aside(struct round *round)
{
    round->own.outliers = (struct outliers){OUTLIERS_NONE, builder_set("5"), builder_set("10")};
}

static void flag_one_mark(struct round *round)
{
    flag_by_limit(round);
    round->own.method = METHOD_GIVEN;
}

static void ask_for_two_marks_of_one(struct round *round)
{
    round->own.min_sheets = 2;
    round->own.method = METHOD_GIVEN;
}

UNIT_TEST(a_limit_is_not_put_aside_in_silence)
{
    static const char idle[] = "round {1}: outliers have a limit or spread and no policy, so these are not used";
    check_round(limit_without_policy, idle);
    check_round(spread_without_policy, idle);
    check_round(limit_of_a_panel_without_policy, idle);
    check_round(limit_put_aside, NULL);
}

UNIT_TEST(one_mark_has_no_sheets_to_compare)
{
    static const char unjudged[] = "round {1}: method {2} has no judges, so no min-sheets and no outliers";
    check_round(flag_one_mark, unjudged);
    check_round(ask_for_two_marks_of_one, unjudged);
}

UNIT_TEST(outliers_need_a_bound_and_whole_sheets)
{
    check_round(clamp_without_limit, "round {1}: outliers are clamped, and no limit says where to");
    check_round(clamp_by_5, NULL);
    check_round(flag_nothing, "round {1}: outliers are flagged, and neither limit nor spread says which");
    check_round(flag_by_limit, NULL);
    check_round(flag_by_spread, NULL);
    check_round(clamp_by_criterion, "round {1}: only whole sheets can be clamped, under a method that adds them up");
    check_round(clamp_places, "round {1}: only whole sheets can be clamped, under a method that adds them up");
    check_round(round_what_is_not_clamped, "round {1}: clamp-digits is used only where outliers are clamped");
}

static void leave_out_of_a_mean(struct round *round)
{
    round->own.missing = MISSING_LEAVE_OUT;
}

static void leave_out_of_a_sum(struct round *round)
{
    round->own.missing = MISSING_LEAVE_OUT;
    round->own.method = METHOD_SUM;
}

static void leave_out_of_a_rank_sum(struct round *round)
{
    round->own.missing = MISSING_LEAVE_OUT;
    round->own.method = METHOD_RANK_SUM;
}

static void fill_a_rank_sum(struct round *round)
{
    round->own.missing = MISSING_MEAN_OF_OTHERS;
    round->own.method = METHOD_RANK_SUM;
}

UNIT_TEST(missing_sheets_matter_to_sums_alone)
{
    check_round(leave_out_of_a_mean, "round {1}: missing is not used by method {2}");
    check_round(leave_out_of_a_sum, NULL);
    check_round(leave_out_of_a_rank_sum, "round {1}: in a rank sum a missing sheet that adds nothing would help");
    check_round(fill_a_rank_sum, NULL);
}

static struct grade grades[] = {{.name = TEXT_INIT("优秀"), .value = 1000000}};

static void vote_without_grades(struct round *round)
{
    round->own.method = METHOD_BALLOT;
}

static void vote(struct round *round)
{
    round->own.method = METHOD_BALLOT;
    round->grades = grades;
    round->grade_count = 1;
}

static void grade_a_mean(struct round *round)
{
    vote(round);
    round->own.method = METHOD_MEAN;
}

static void earn_nothing(struct round *round)
{
    round->own.method = METHOD_PLACE_POINTS;
}

static void earn_by_a_mean(struct round *round)
{
    static points earned[] = {5};
    round->place_points = (struct points_list){earned, 1};
}

UNIT_TEST(grades_and_points_go_with_their_methods)
{
    check_round(vote_without_grades, "round {1} is a ballot, and has no grades");
    check_round(vote, NULL);
    check_round(grade_a_mean, "round {1}: grades are used only by method ballot");
    check_round(earn_nothing, "round {1}: method place-points has no points");
    check_round(earn_by_a_mean, "round {1}: points are used only by method place-points");
    struct round round = {.grades = grades, .grade_count = 1};
    CU_ASSERT_EQUAL(round_find_grade(&round, TEXT("优秀")), 0);
    CU_ASSERT_EQUAL(round_find_grade(&round, TEXT("良好")), SIZE_MAX);
}

UNIT_TEST(only_a_trimmed_mean_drops)
{
    struct panel_rule rule = {.method = METHOD_TRIMMED_MEAN, .drop = {0, 1, DROP_BY_SHEET}};
    CU_ASSERT(panel_rule_drops(&rule));
    rule.drop.low = 0;
    CU_ASSERT_FALSE(panel_rule_drops(&rule));
    rule = (struct panel_rule){.method = METHOD_MEAN, .drop = {1, 1, DROP_BY_SHEET}};
    CU_ASSERT_FALSE(panel_rule_drops(&rule));
}

/* ---- correction and time ---- */

static void correct(struct round *round)
{
    round->panel_correction = CORRECTION_MEAN;
    round->correction_digits = 4;
}

static void correct_a_list(struct round *round)
{
    list_panels(round);
    correct(round);
}

static void correct_one_panel(struct round *round)
{
    correct(round);
    round->own.name = TEXT("专家组");
}

static void correct_a_given_mark(struct round *round)
{
    correct(round);
    round->own.method = METHOD_GIVEN;
}

static void round_no_coefficient(struct round *round)
{
    round->correction_digits = 4;
}

UNIT_TEST(a_correction_is_for_contestants_with_panels_of_their_own)
{
    static const char needless[] = "round {1}: the same judges score everybody, so there is no panel to correct";
    check_round(correct, NULL);
    check_round(correct_a_list, needless);
    check_round(correct_one_panel, needless);
    check_round(correct_a_given_mark, needless);
    check_round(round_no_coefficient, "round {1}: correction-digits is used only with panel-correction");
}

static struct band bands[] = {{11, 500}, {11, 1000}};

static void cost_nothing(struct round *round)
{
    round->overtime = (struct overtime){.limit = 480, .every = 30};
}

static void cost_twice(struct round *round)
{
    round->overtime =
        (struct overtime){.limit = 480, .every = 30, .deduct = builder_set("1"), .bands = bands, .band_count = 1};
}

static void begin_two_bands_at_once(struct round *round)
{
    round->overtime = (struct overtime){.limit = 480, .every = 30, .bands = bands, .band_count = 2};
}

static void take_more_than_allowed(struct round *round)
{
    round->overtime = (struct overtime){.limit = 480, .every = 30, .under = {481, 1}};
}

static void take_the_time_allowed(struct round *round)
{
    round->overtime = (struct overtime){.limit = 480, .every = 30, .under = {480, 1}};
}

/* The reader has reported that the limit lacks. */
static void be_quick_without_limit(struct round *round)
{
    round->overtime = (struct overtime){.every = 30, .under = {480, 1}};
}

UNIT_TEST(overtime_costs_something_once)
{
    check_round(cost_nothing, "round {1}: overtime has a limit, and nothing says what going over costs");
    check_round(cost_twice, "round {1}: overtime has both deduct and bands");
    check_round(begin_two_bands_at_once, "round {1}: the bands of overtime must begin with the shortest time");
    check_round(take_more_than_allowed, "round {1}: the least time is longer than the time allowed");
    check_round(take_the_time_allowed, NULL);
    check_round(be_quick_without_limit, NULL);
}
