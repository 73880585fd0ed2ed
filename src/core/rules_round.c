/* What follows for a round from what is written, and what does not fit together in it. */
#include "index.h"
#include "rule_table.h"
#include "rules_parts.h"

static void report(const struct round *round, struct faults *faults, struct message what, struct message hint)
{
    faults_add(faults, SEVERITY_ERROR, round->place, what, hint);
}

static void warn(const struct round *round, struct faults *faults, struct message what, struct message hint)
{
    faults_add(faults, SEVERITY_WARNING, round->place, what, hint);
}

/* ---- criteria ---- */

static void complete_criterion(struct criterion *criterion, struct arena *arena, struct faults *faults)
{
    if (criterion->name.length == 0)
        criterion->name = criterion->id;
    if (criterion->min > criterion->max)
        faults_add(faults, SEVERITY_ERROR, criterion->place,
                   MESSAGE("criterion {1}: min {2} is above max {3}", criterion->name,
                           points_text(arena, criterion->min), points_text(arena, criterion->max)),
                   NO_HINT);
}

static void complete_only_criterion(struct round *round, struct arena *arena)
{
    round->criteria = ARENA_NEW(arena, struct criterion);
    round->criterion_count = 1;
    *round->criteria = (struct criterion){
        .id = round->id,
        .name = round->name,
        .max = round->max.is_set ? round->max.value : POINTS_ONE_HUNDRED,
        .min = round->min.is_set ? round->min.value : 0,
        .weight = POINTS_ONE,
        .step = round->step,
        .place = round->place,
    };
}

static void complete_criteria(struct round *round, struct arena *arena, struct faults *faults)
{
    if (round->criterion_count == 0)
        complete_only_criterion(round, arena);
    else if (round->max.is_set || round->min.is_set || round->step.is_set)
        report(round, faults,
               MESSAGE("round {1} has a list of criteria and a max, min or step of its own", round->name),
               MESSAGE("write max, min and step at each criterion"));
    if (round->criterion_count > ROUND_MOST_CRITERIA)
        report(round, faults, MESSAGE("round {1} has more than 1,000 criteria", round->name), NO_HINT);

    for (size_t i = 0; i < round->criterion_count && i <= ROUND_MOST_CRITERIA; i++) {
        struct criterion *criterion = &round->criteria[i];
        complete_criterion(criterion, arena, faults);
        if (round_find_criterion(round, criterion->id) != i)
            faults_add(faults, SEVERITY_ERROR, criterion->place,
                       MESSAGE("criterion {1} stands twice in round {2}", criterion->id, round->name), NO_HINT);
    }
}

/* ---- panels ---- */

static int first_written(int own, int of_round, int absent)
{
    return own != absent ? own : of_round;
}

/* A panel has from the round what it does not say itself. A drop of its own says how it is scored. */
static void inherit(struct panel_rule *panel, const struct panel_rule *round)
{
    if (panel->method == CHOICE_ABSENT)
        panel->method = panel->has_drop ? METHOD_TRIMMED_MEAN : round->method;
    if (!panel->has_drop)
        panel->drop = round->drop;
    if (panel->min_sheets == 0)
        panel->min_sheets = round->min_sheets;
    panel->too_few = first_written(panel->too_few, round->too_few, CHOICE_ABSENT);
    panel->missing = first_written(panel->missing, round->missing, CHOICE_ABSENT);
    panel->panel_digits = first_written(panel->panel_digits, round->panel_digits, DIGITS_ABSENT);
    panel->criterion_digits = first_written(panel->criterion_digits, round->criterion_digits, DIGITS_ABSENT);
    panel->clamp_digits = first_written(panel->clamp_digits, round->clamp_digits, DIGITS_ABSENT);
    if (panel->outliers.policy == CHOICE_ABSENT)
        panel->outliers = round->outliers;
}

/* A limit without a policy looks as if somebody watched it. */
static void warn_of_idle_outliers(const struct round *round, const struct panel_rule *panel, struct faults *faults)
{
    bool is_limited = panel->outliers.limit.is_set || panel->outliers.spread.is_set;
    if (panel->outliers.policy == CHOICE_ABSENT && is_limited)
        faults_add(
            faults, SEVERITY_WARNING, panel->place,
            MESSAGE("round {1}: outliers have a limit or spread and no policy, so these are not used", round->name),
            MESSAGE("write outliers: { policy: flag, limit: 5, spread: 10 }"));
}

static void settle_own(struct round *round, struct faults *faults)
{
    struct panel_rule *own = &round->own;
    own->place = round->place;
    warn_of_idle_outliers(round, own, faults);
    own->weight = (struct optional_points){true, POINTS_ONE_HUNDRED};
    own->panel_digits = first_written(own->panel_digits, DIGITS_EXACT, DIGITS_ABSENT);
    own->criterion_digits = first_written(own->criterion_digits, DIGITS_EXACT, DIGITS_ABSENT);
    own->clamp_digits = first_written(own->clamp_digits, DIGITS_EXACT, DIGITS_ABSENT);
    own->outliers.policy = first_written(own->outliers.policy, OUTLIERS_NONE, CHOICE_ABSENT);
}

static void check_panel_weights(const struct round *round, struct arena *arena, struct faults *faults)
{
    points sum = 0;
    bool are_all_set = true;
    for (size_t i = 0; i < round->panel_count; i++) {
        const struct panel_rule *panel = &round->panels[i];
        sum += panel->weight.value;
        are_all_set = are_all_set && panel->weight.is_set;
        if (!panel->weight.is_set)
            faults_add(faults, SEVERITY_ERROR, panel->place,
                       MESSAGE("round {1}: panel {2} has no weight", round->name, panel->name),
                       MESSAGE("the weights of a round's panels must add to 100"));
    }
    if (are_all_set && sum != POINTS_ONE_HUNDRED)
        report(round, faults,
               MESSAGE("round {1}: its panels' weights add to {2}, not to 100", round->name, points_text(arena, sum)),
               NO_HINT);
}

static void check_panel_names(const struct round *round, struct faults *faults)
{
    for (size_t i = 0; i < round->panel_count; i++)
        for (size_t j = 0; j < i; j++)
            if (text_equal(round->panels[i].name, round->panels[j].name))
                faults_add(faults, SEVERITY_ERROR, round->panels[i].place,
                           MESSAGE("panel {1} stands twice in round {2}", round->panels[i].name, round->name), NO_HINT);
    if (round->own.name.length > 0)
        report(round, faults, MESSAGE("round {1} has a panel and a list of panels", round->name),
               MESSAGE("keep one of them"));
}

/* Scores of several panels are added up by their weights, so each must be one by itself. */
static void check_one_of_several(const struct round *round, const struct panel_rule *panel, struct faults *faults)
{
    bool may_be_one_of_several = panel->method == METHOD_MEAN || panel->method == METHOD_TRIMMED_MEAN ||
                                 panel->method == METHOD_MEDIAN || panel->method == METHOD_SUM;
    if (!may_be_one_of_several)
        faults_add(faults, SEVERITY_ERROR, panel->place,
                   MESSAGE("round {1}: one of several panels cannot score by method {2}", round->name,
                           choice_name(&method_choices, panel->method)),
                   MESSAGE("its method is one of mean, trimmed-mean, median, sum"));
}

static void complete_panels(struct round *round, struct arena *arena, struct faults *faults)
{
    settle_own(round, faults);
    if (round->panel_count == 0) {
        round->panels = ARENA_NEW(arena, struct panel_rule);
        *round->panels = round->own;
        round->panel_count = 1;
        return;
    }
    round->has_panels = true;
    check_one_of_several(round, &round->own, faults);
    for (size_t i = 0; i < round->panel_count; i++) {
        warn_of_idle_outliers(round, &round->panels[i], faults);
        inherit(&round->panels[i], &round->own);
        check_one_of_several(round, &round->panels[i], faults);
    }
    check_panel_weights(round, arena, faults);
    check_panel_names(round, faults);
}

/* ---- what a method needs, and what it does not use ---- */

static void check_outliers(const struct round *round, const struct panel_rule *panel, struct faults *faults)
{
    const struct outliers *outliers = &panel->outliers;
    bool clamps = outliers->policy == OUTLIERS_CLAMP;
    if (clamps && !outliers->limit.is_set)
        report(round, faults, MESSAGE("round {1}: outliers are clamped, and no limit says where to", round->name),
               MESSAGE("write outliers: { policy: clamp, limit: 5 }"));
    if (outliers->policy == OUTLIERS_FLAG && !outliers->limit.is_set && !outliers->spread.is_set)
        report(round, faults,
               MESSAGE("round {1}: outliers are flagged, and neither limit nor spread says which", round->name),
               MESSAGE("write outliers: { policy: flag, limit: 5, spread: 10 }"));
    if (clamps && (panel_rule_drops_by_criterion(panel) || panel->method == METHOD_PLACE_POINTS))
        report(round, faults,
               MESSAGE("round {1}: only whole sheets can be clamped, under a method that adds them up", round->name),
               NO_HINT);
    if (!clamps && panel->clamp_digits != DIGITS_EXACT)
        warn(round, faults, MESSAGE("round {1}: clamp-digits is used only where outliers are clamped", round->name),
             NO_HINT);
}

static void check_panel_rule(const struct round *round, const struct panel_rule *panel, struct faults *faults)
{
    if (panel->has_drop && panel->method != METHOD_TRIMMED_MEAN)
        warn(round, faults,
             MESSAGE("round {1}: drop is not used by method {2}", round->name,
                     choice_name(&method_choices, panel->method)),
             MESSAGE("to drop, write method: trimmed-mean"));
    if (panel->criterion_digits >= 0 && !panel_rule_drops_by_criterion(panel))
        warn(round, faults,
             MESSAGE("round {1}: criterion-digits is used only where marks are dropped by criterion", round->name),
             NO_HINT);
    if (panel->missing == MISSING_LEAVE_OUT && panel->method == METHOD_RANK_SUM)
        report(round, faults,
               MESSAGE("round {1}: in a rank sum a missing sheet that adds nothing would help", round->name),
               MESSAGE("write missing: error or missing: mean-of-others"));
    if (panel->missing != MISSING_ERROR && panel->method != METHOD_SUM && panel->method != METHOD_RANK_SUM)
        warn(round, faults,
             MESSAGE("round {1}: missing is not used by method {2}", round->name,
                     choice_name(&method_choices, panel->method)),
             NO_HINT);
    check_outliers(round, panel, faults);
}

static void check_unjudged(const struct round *round, struct faults *faults)
{
    struct text method = choice_name(&method_choices, round->own.method);
    if (round->criterion_count > 1)
        report(round, faults,
               MESSAGE("round {1}: method {2} takes one mark, not a list of criteria", round->name, method),
               MESSAGE("give each of them a round of its own"));
    if (round->own.name.length > 0)
        report(round, faults, MESSAGE("round {1}: method {2} has no judges, so no panel", round->name, method),
               NO_HINT);
    if (round->own.min_sheets > 1 || round->own.outliers.policy != OUTLIERS_NONE)
        report(round, faults,
               MESSAGE("round {1}: method {2} has no judges, so no min-sheets and no outliers", round->name, method),
               NO_HINT);
}

static void check_what_methods_take(const struct round *round, struct faults *faults)
{
    bool is_ballot = round->own.method == METHOD_BALLOT, earns = round->own.method == METHOD_PLACE_POINTS;
    if (is_ballot && round->grade_count == 0)
        report(round, faults, MESSAGE("round {1} is a ballot, and has no grades", round->name),
               MESSAGE("write grades: { 优秀: 100, 良好: 85, 一般: 70 }"));
    if (!is_ballot && round->grade_count > 0)
        warn(round, faults, MESSAGE("round {1}: grades are used only by method ballot", round->name), NO_HINT);
    if (earns && round->place_points.count == 0)
        report(round, faults, MESSAGE("round {1}: method place-points has no points", round->name),
               MESSAGE("write points: [12, 10, 8], of the first place, the second …"));
    if (!earns && round->place_points.count > 0)
        warn(round, faults, MESSAGE("round {1}: points are used only by method place-points", round->name), NO_HINT);
}

static void check_correction(const struct round *round, struct faults *faults)
{
    bool corrects = round->panel_correction != CORRECTION_NONE;
    bool has_one_panel = round->has_panels || round->own.name.length > 0 || !round_is_judged(round);
    if (corrects && has_one_panel)
        warn(round, faults,
             MESSAGE("round {1}: the same judges score everybody, so there is no panel to correct", round->name),
             MESSAGE("panel-correction is for contestants with panels of their own, in contestants.csv"));
    if (!corrects && round->correction_digits != DIGITS_ABSENT)
        warn(round, faults, MESSAGE("round {1}: correction-digits is used only with panel-correction", round->name),
             NO_HINT);
}

/* ---- time ---- */

static bool bands_ascend(const struct overtime *overtime)
{
    for (size_t i = 1; overtime->bands && i < overtime->band_count; i++)
        if (overtime->bands[i].seconds <= overtime->bands[i - 1].seconds)
            return false;
    return true;
}

static void check_overtime(const struct round *round, struct faults *faults)
{
    const struct overtime *overtime = &round->overtime;
    bool says_cost = overtime->deduct.is_set || overtime->bands || overtime->under.seconds > 0;
    if (overtime->limit > 0 && !says_cost)
        faults_add(faults, SEVERITY_ERROR, round->place,
                   MESSAGE("round {1}: overtime has a limit, and nothing says what going over costs", round->name),
                   MESSAGE("write deduct or bands"));
    if (overtime->deduct.is_set && overtime->band_count > 0)
        faults_add(faults, SEVERITY_ERROR, round->place,
                   MESSAGE("round {1}: overtime has both deduct and bands", round->name), MESSAGE("keep one of them"));
    if (!bands_ascend(overtime))
        faults_add(faults, SEVERITY_ERROR, round->place,
                   MESSAGE("round {1}: the bands of overtime must begin with the shortest time", round->name), NO_HINT);
    if (overtime->under.seconds > overtime->limit && overtime->limit > 0)
        faults_add(faults, SEVERITY_ERROR, round->place,
                   MESSAGE("round {1}: the least time is longer than the time allowed", round->name), NO_HINT);
}

/* ---- all of it ---- */

void rules_complete_round(const struct rules *rules, struct round *round, struct arena *arena, struct faults *faults)
{
    if (round->name.length == 0)
        round->name = round->id;
    complete_criteria(round, arena, faults);
    complete_panels(round, arena, faults);
    for (size_t i = 0; i < round->panel_count; i++)
        check_panel_rule(round, &round->panels[i], faults);
    if (!round_is_judged(round))
        check_unjudged(round, faults);
    check_what_methods_take(round, faults);
    check_correction(round, faults);
    check_overtime(round, faults);
    if (round->digits == DIGITS_ABSENT)
        round->digits = rules->round_count > 1 ? rules->digits : DIGITS_EXACT;
    if (round->correction_digits == DIGITS_ABSENT)
        round->correction_digits = DIGITS_EXACT;
}
