#include "explanation_steps.h"

#include "figures.h"

void telling_begin(struct telling *telling)
{
    sink_c(telling->sink, telling->is_in_panel ? "    " : "  ");
    sink_c(telling->sink, telling->is_in_criterion ? "  " : "");
}

void telling_line(struct telling *telling, struct message message)
{
    telling_begin(telling);
    style_write(telling->sink, telling->style, message);
    sink_byte(telling->sink, '\n');
}

static struct text say(struct telling *telling, struct message message)
{
    return style_text(telling->scratch, telling->style, message);
}

static struct text full(struct telling *telling, struct exact value)
{
    return figure_full(telling->scratch, value);
}

/* A round's score where it makes the final: with the digits of the final, or in full where it has more. */
static struct text score_text(struct telling *telling, struct exact score)
{
    int used = exact_digits_used(score), shown = telling->contest->rules.digits;
    return used >= 0 && used <= shown ? figure_cut(telling->scratch, score, shown) : full(telling, score);
}

static struct text points_of(struct telling *telling, points value)
{
    return figure_points(telling->scratch, value);
}

/* A value that stands at a rounding place: with its digits, or in full where it is exact. */
static struct text result_text(struct telling *telling, const struct step *step)
{
    if (step->digits < 0)
        return full(telling, step->result);
    struct sink sink = sink_in(telling->scratch);
    exact_write_decimal(&sink, step->result, step->digits);
    return sink_written(&sink);
}

static const char *rounding_words(const struct rules *rules)
{
    static const char *const words[] = {
        [ROUNDING_HALF_UP] = N_("rounded half up"),
        [ROUNDING_HALF_EVEN] = N_("rounded half to even"),
        [ROUNDING_DOWN] = N_("cut off"),
    };
    return words[rules->rounding];
}

/* "91.96", or where rounding changed it "89.666666… (269/3), rounded half up to 2 digits: 89.67". */
static struct text rounded(struct telling *telling, const struct step *step)
{
    if (step->digits < 0 || exact_compare(step->value, step->result) == 0)
        return result_text(telling, step);
    struct text how = text_from_c(telling->style->translate(rounding_words(&telling->contest->rules)));
    struct text digits = figure_count(telling->scratch, (size_t)step->digits), value = full(telling, step->value);
    if (step->digits == 1)
        return say(telling, MESSAGE("{1}, {2} to {3} digit: {4}", value, how, digits, result_text(telling, step)));
    return say(telling, MESSAGE("{1}, {2} to {3} digits: {4}", value, how, digits, result_text(telling, step)));
}

static const struct criterion *criterion_of(const struct telling *telling, const struct step *step)
{
    return &telling->contest->rules.rounds[telling->round].criteria[step->criterion];
}

static struct text judge_of(struct telling *telling, const struct step *step)
{
    const struct judge *judge = &telling->contest->judges[step->judge];
    return say(telling, MESSAGE("{1} {2}", judge->id, judge->name));
}

static struct text round_of(const struct telling *telling, const struct step *step)
{
    return telling->contest->rules.rounds[step->round].name;
}

/* ---- how a panel scores ---- */

static struct text dropped_text(struct telling *telling, const struct panel_rule *rule)
{
    struct text high = figure_count(telling->scratch, (size_t)rule->drop.high);
    struct text low = figure_count(telling->scratch, (size_t)rule->drop.low);
    if (rule->drop.by == DROP_BY_SHEET)
        return style_text(telling->scratch, telling->style, MESSAGE("{1} highest and {2} lowest dropped", high, low));
    return style_text(telling->scratch, telling->style,
                      MESSAGE("{1} highest and {2} lowest of each criterion dropped", high, low));
}

struct text telling_method(struct telling *telling, const struct panel_rule *rule)
{
    static const char *const words[] = {
        [METHOD_MEAN] = N_("mean of all sheets"),
        [METHOD_MEDIAN] = N_("the middle of all sheets"),
        [METHOD_SUM] = N_("sum of all sheets"),
        [METHOD_RANK_SUM] = N_("sum of the judges' ranks, the lowest is the best"),
        [METHOD_PLACE_POINTS] = N_("points by the mean of the places that judges wrote"),
        [METHOD_BALLOT] = N_("mean of the votes"),
    };
    if (rule->method == METHOD_GIVEN)
        return TEXT("");
    if (rule->method == METHOD_TRIMMED_MEAN)
        return dropped_text(telling, rule);
    return text_from_c(telling->style->translate(words[rule->method]));
}

/* ---- within a round ---- */

static void tell_criterion(struct telling *telling, const struct step *step)
{
    telling->is_in_criterion = false;
    telling_line(telling, MESSAGE("{1}:", criterion_of(telling, step)->name));
    telling->is_in_criterion = true;
}

static void tell_dropped(struct telling *telling, const struct step *step)
{
    if (step->criterion == INDEX_NONE)
        return; /* the table of sheets shows it */
    struct text judge = judge_of(telling, step), value = full(telling, step->value);
    telling_line(telling, step->kind == STEP_DROPPED_LOW ? MESSAGE("lowest dropped: {1} of {2}", value, judge)
                                                         : MESSAGE("highest dropped: {1} of {2}", value, judge));
}

static void tell_kept_all(struct telling *telling, const struct step *step)
{
    telling_line(telling, MESSAGE("{1} sheets are too few: all count, none is dropped",
                                  figure_count(telling->scratch, (size_t)step->count)));
}

static void tell_mean(struct telling *telling, const struct step *step)
{
    struct text count = figure_count(telling->scratch, (size_t)step->count);
    struct text sum = full(telling, step->value), mean = full(telling, step->result);
    if (step->weight == step->count * POINTS_ONE)
        telling_line(telling, MESSAGE("mean of the {1} that count: {2} ÷ {1} = {3}", count, sum, mean));
    else
        telling_line(telling, MESSAGE("mean of the {1} that count, by weight: {2} ÷ {4} = {3}", count, sum, mean,
                                      points_of(telling, step->weight)));
}

static void tell_median(struct telling *telling, const struct step *step)
{
    telling_line(telling, MESSAGE("middle of {1} sheets: {2}", figure_count(telling->scratch, (size_t)step->count),
                                  full(telling, step->result)));
}

static void tell_sum(struct telling *telling, const struct step *step)
{
    telling_line(telling, MESSAGE("sum of {1} sheets: {2}", figure_count(telling->scratch, (size_t)step->count),
                                  full(telling, step->result)));
}

static void tell_missing(struct telling *telling, const struct step *step)
{
    telling_line(telling, MESSAGE("sheets missing: {1}, each counts as the mean of the others, {2}: together {3}",
                                  figure_count(telling->scratch, (size_t)step->count), full(telling, step->value),
                                  full(telling, step->result)));
}

static void tell_panel_score(struct telling *telling, const struct step *step)
{
    if (step->digits >= 0)
        telling_line(telling, MESSAGE("panel score: {1}", rounded(telling, step)));
}

static void tell_criterion_weighted(struct telling *telling, const struct step *step)
{
    if (step->weight != POINTS_ONE)
        telling_line(telling, MESSAGE("times its weight: {1} × {2} = {3}", full(telling, step->value),
                                      points_of(telling, step->weight), full(telling, step->result)));
}

static void tell_criterion_score(struct telling *telling, const struct step *step)
{
    if (step->digits >= 0)
        telling_line(telling, MESSAGE("score of the criterion: {1}", rounded(telling, step)));
}

static void tell_criteria_sum(struct telling *telling, const struct step *step)
{
    telling->is_in_criterion = false;
    telling_line(telling, MESSAGE("criteria added up: {1}", full(telling, step->result)));
}

static void tell_given(struct telling *telling, const struct step *step)
{
    telling_line(telling, MESSAGE("one mark is given: {1}", rounded(telling, step)));
}

static void tell_overtime(struct telling *telling, const struct step *step)
{
    const struct overtime *overtime = &telling->contest->rules.rounds[telling->round].overtime;
    telling_line(telling, MESSAGE("time: {1} taken, {2} allowed, {4} over: each begun {3} counts",
                                  figure_duration(telling->scratch, step->count),
                                  figure_duration(telling->scratch, overtime->limit),
                                  figure_duration(telling->scratch, overtime->every),
                                  figure_duration(telling->scratch, step->count - overtime->limit)));
    struct text units = figure_count(telling->scratch, (size_t)step->units), each = points_of(telling, step->weight);
    if (exact_compare(step->result, step->value) == 0)
        telling_line(telling, MESSAGE("overtime: {1} × -{2} = {3}", units, each, full(telling, step->value)));
    else
        telling_line(telling, MESSAGE("overtime: {1} × -{2} = {3}, at the most {4}", units, each,
                                      full(telling, step->result), full(telling, step->value)));
}

static void tell_band(struct telling *telling, const struct step *step)
{
    telling_line(telling, MESSAGE("time: {1} taken, {2} over: {3}", figure_duration(telling->scratch, step->count),
                                  figure_duration(telling->scratch, step->units), full(telling, step->result)));
    if (exact_compare(step->result, step->value) != 0)
        telling_line(telling, MESSAGE("at the most: {1}", full(telling, step->value)));
}

static void tell_under(struct telling *telling, const struct step *step)
{
    const struct overtime *overtime = &telling->contest->rules.rounds[telling->round].overtime;
    telling_line(telling,
                 MESSAGE("time: {1} taken, less than {2}: {3}", figure_duration(telling->scratch, step->count),
                         figure_duration(telling->scratch, overtime->under.seconds), full(telling, step->value)));
}

static void tell_scaled(struct telling *telling, const struct step *step)
{
    telling_line(telling, MESSAGE("times the scale: {1} × {2} = {3}", full(telling, step->value),
                                  points_of(telling, step->weight), full(telling, step->result)));
}

static void tell_factor(struct telling *telling, const struct step *step)
{
    telling_line(telling, MESSAGE("times the contestant's factor: {1} × {2} = {3}", full(telling, step->value),
                                  points_of(telling, step->weight), full(telling, step->result)));
}

static void tell_floor(struct telling *telling, const struct step *step)
{
    telling_line(telling, MESSAGE("{1} is below the least score of the round, {2}: that counts",
                                  full(telling, step->value), full(telling, step->result)));
}

static void tell_adjustment(struct telling *telling, const struct step *step)
{
    struct text value =
        say(telling, MESSAGE("{1}{2}", exact_sign(step->value) > 0 ? TEXT("+") : TEXT(""), full(telling, step->value)));
    struct text reason = say(telling, step->note);
    telling_line(telling, reason.length > 0 ? MESSAGE("adjustment: {1}, {2}", value, reason)
                                            : MESSAGE("adjustment: {1}", value));
}

static void tell_round_score(struct telling *telling, const struct step *step)
{
    telling_line(telling, MESSAGE("score of the round: {1}", rounded(telling, step)));
}

static void tell_no_score(struct telling *telling, const struct step *step)
{
    telling->is_in_criterion = telling->is_in_panel = false;
    telling_line(telling, MESSAGE("no score: {1}", say(telling, step->note)));
}

static void tell_absent_round(struct telling *telling, const struct step *step)
{
    telling_line(telling, step->state == STATUS_ABSENT ? MESSAGE("absent: the round counts 0")
                                                       : MESSAGE("withdrawn: the round counts 0"));
}

/* ---- panels ---- */

static void tell_panel(struct telling *telling, const struct step *step)
{
    const struct panel_rule *rule = &telling->contest->rules.rounds[telling->round].panels[step->panel];
    telling->is_in_panel = telling->is_in_criterion = false;
    telling_line(telling, MESSAGE("{1}: {2}", rule->name, telling_method(telling, rule)));
    telling->is_in_panel = true;
}

static void tell_panel_weighted(struct telling *telling, const struct step *step)
{
    const struct panel_rule *rule = &telling->contest->rules.rounds[telling->round].panels[step->panel];
    telling->is_in_panel = telling->is_in_criterion = false;
    telling_line(telling, MESSAGE("{1}: {2} × {3} % = {4}", rule->name, full(telling, step->value),
                                  points_of(telling, step->weight), full(telling, step->result)));
}

static void tell_panels_sum(struct telling *telling, const struct step *step)
{
    telling_line(telling, MESSAGE("panels added up: {1}", full(telling, step->result)));
}

static void tell_clamp_mean(struct telling *telling, const struct step *step)
{
    telling_line(telling, MESSAGE("mean of all sheets: {1}", rounded(telling, step)));
}

static void tell_clamped(struct telling *telling, const struct step *step)
{
    telling_line(telling, MESSAGE("too far from it: {1} of {2} counts as {3}", full(telling, step->value),
                                  judge_of(telling, step), full(telling, step->result)));
}

static void tell_flagged(struct telling *telling, const struct step *step)
{
    telling_line(telling, MESSAGE("far from the mean {3}: {1} of {2}; it counts as it is", full(telling, step->value),
                                  judge_of(telling, step), full(telling, step->result)));
}

/* ---- ranks, places, votes ---- */

static void tell_rank(struct telling *telling, const struct step *step)
{
    telling_line(telling, MESSAGE("rank by {1}: {2} of {3}", judge_of(telling, step), full(telling, step->result),
                                  figure_count(telling->scratch, (size_t)step->count)));
}

static void tell_rank_sum(struct telling *telling, const struct step *step)
{
    telling_line(telling, MESSAGE("sum of {1} ranks: {2}", figure_count(telling->scratch, (size_t)step->count),
                                  full(telling, step->result)));
}

static void tell_mean_place(struct telling *telling, const struct step *step)
{
    telling_line(telling, MESSAGE("mean of {1} places: {2}", figure_count(telling->scratch, (size_t)step->count),
                                  full(telling, step->result)));
}

static void tell_place(struct telling *telling, const struct step *step)
{
    struct text place = figure_count(telling->scratch, (size_t)step->count);
    struct text by = figure_count(telling->scratch, (size_t)step->units);
    if (step->units == 1)
        telling_line(telling, MESSAGE("place {1}: {2} points", place, full(telling, step->result)));
    else
        telling_line(telling, MESSAGE("place {1}, shared by {3}: {2} points", place, full(telling, step->result), by));
}

static void tell_votes(struct telling *telling, const struct step *step)
{
    const struct grade *grade = &telling->contest->rules.rounds[telling->round].grades[step->units];
    telling_line(telling, MESSAGE("{1}: {2} votes × {3}", grade->name,
                                  figure_count(telling->scratch, (size_t)step->count), full(telling, step->value)));
}

static void tell_ballot(struct telling *telling, const struct step *step)
{
    struct text count = figure_count(telling->scratch, (size_t)step->count);
    struct exact votes = exact_from_integer(telling->scratch, step->count);
    telling_line(telling,
                 MESSAGE("mean of {1} votes: {2} ÷ {1} = {3}", count,
                         full(telling, exact_multiply(telling->scratch, step->value, votes)), rounded(telling, step)));
}

/* ---- correction ---- */

static void tell_correction_means(struct telling *telling, const struct step *step)
{
    telling->reference = step;
    telling_line(telling, MESSAGE("mean of the panel's contestants: {1}; reference mean: {2}",
                                  full(telling, step->value), full(telling, step->result)));
}

static void tell_coefficient(struct telling *telling, const struct step *step)
{
    telling->coefficient = step;
    telling_line(telling, MESSAGE("correction coefficient: {1} ÷ {2} = {3}", full(telling, telling->reference->result),
                                  full(telling, telling->reference->value), rounded(telling, step)));
}

static void tell_corrected(struct telling *telling, const struct step *step)
{
    telling_line(telling, MESSAGE("corrected score: {1} × {2} = {3}", full(telling, step->value),
                                  result_text(telling, telling->coefficient), full(telling, step->result)));
}

/* ---- stages ---- */

static void tell_earlier(struct telling *telling, const struct step *step)
{
    telling_line(telling, MESSAGE("result so far: {1}", rounded(telling, step)));
}

static void tell_advanced(struct telling *telling, const struct step *step)
{
    telling_line(telling, MESSAGE("advances to {1}", round_of(telling, step)));
}

static void tell_not_advanced(struct telling *telling, const struct step *step)
{
    telling_line(telling, MESSAGE("does not advance to {1}: ranked by the result before it, below all who do",
                                  round_of(telling, step)));
}

/* ---- the final ---- */

static void tell_weighted(struct telling *telling, const struct step *step)
{
    telling_line(telling, MESSAGE("{1}: {2} × {3} % = {4}", round_of(telling, step), score_text(telling, step->value),
                                  points_of(telling, step->weight), full(telling, step->result)));
}

static void tell_added(struct telling *telling, const struct step *step)
{
    telling_line(telling, MESSAGE("{1}: {2}", round_of(telling, step), score_text(telling, step->result)));
}

static void tell_left_out(struct telling *telling, const struct step *step)
{
    telling_line(telling,
                 MESSAGE("{1}: {2}, not among the best", round_of(telling, step), score_text(telling, step->value)));
}

static void tell_final(struct telling *telling, const struct step *step)
{
    telling_line(telling, MESSAGE("final score: {1}", rounded(telling, step)));
}

static void tell_no_final(struct telling *telling, const struct step *step)
{
    telling_line(telling, MESSAGE("no final score: {1}", say(telling, step->note)));
}

typedef void tell_fn(struct telling *telling, const struct step *step);

static tell_fn *const tellers[STEP_KIND_COUNT] = {
    [STEP_CRITERION] = tell_criterion,
    [STEP_DROPPED_LOW] = tell_dropped,
    [STEP_DROPPED_HIGH] = tell_dropped,
    [STEP_KEPT_ALL] = tell_kept_all,
    [STEP_MEAN] = tell_mean,
    [STEP_PANEL] = tell_panel,
    [STEP_PANEL_WEIGHTED] = tell_panel_weighted,
    [STEP_PANELS_SUM] = tell_panels_sum,
    [STEP_CLAMP_MEAN] = tell_clamp_mean,
    [STEP_CLAMPED] = tell_clamped,
    [STEP_FLAGGED] = tell_flagged,
    [STEP_MEAN_PLACE] = tell_mean_place,
    [STEP_RANK] = tell_rank,
    [STEP_RANK_SUM] = tell_rank_sum,
    [STEP_PLACE] = tell_place,
    [STEP_VOTES] = tell_votes,
    [STEP_BALLOT] = tell_ballot,
    [STEP_CORRECTION_MEANS] = tell_correction_means,
    [STEP_COEFFICIENT] = tell_coefficient,
    [STEP_CORRECTED] = tell_corrected,
    [STEP_EARLIER] = tell_earlier,
    [STEP_ADVANCED] = tell_advanced,
    [STEP_NOT_ADVANCED] = tell_not_advanced,
    [STEP_MEDIAN] = tell_median,
    [STEP_SUM] = tell_sum,
    [STEP_MISSING] = tell_missing,
    [STEP_PANEL_SCORE] = tell_panel_score,
    [STEP_CRITERION_WEIGHTED] = tell_criterion_weighted,
    [STEP_CRITERION_SCORE] = tell_criterion_score,
    [STEP_CRITERIA_SUM] = tell_criteria_sum,
    [STEP_GIVEN] = tell_given,
    [STEP_OVERTIME] = tell_overtime,
    [STEP_BAND] = tell_band,
    [STEP_UNDER] = tell_under,
    [STEP_SCALED] = tell_scaled,
    [STEP_FACTOR] = tell_factor,
    [STEP_FLOOR] = tell_floor,
    [STEP_ADJUSTMENT] = tell_adjustment,
    [STEP_ROUND_SCORE] = tell_round_score,
    [STEP_NO_SCORE] = tell_no_score,
    [STEP_ABSENT_ROUND] = tell_absent_round,
    [STEP_WEIGHTED] = tell_weighted,
    [STEP_ADDED] = tell_added,
    [STEP_LEFT_OUT] = tell_left_out,
    [STEP_FINAL] = tell_final,
    [STEP_NO_FINAL] = tell_no_final,
};

void telling_step(struct telling *telling, const struct step *step)
{
    if (tellers[step->kind])
        tellers[step->kind](telling, step);
}
