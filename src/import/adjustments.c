/* adjustments.csv, recusals.csv, timings.csv and factors.csv. */
#include "lookups.h"
#include "numbers.h"
#include "plain.h"
#include "states.h"

/* ---- adjustments ---- */

/* Applies a kind (加分 or 扣分) to points that are written without a sign. */
static bool apply_kind(const struct row *row, points *value)
{
    struct text written = row_cell(row, ADJUSTMENTS_KIND);
    struct arena scratch = row->scratch;
    int sign;
    if (written.length == 0)
        return true;
    if (!state_find(&adjustment_kind_words, written, &sign)) {
        faults_add(row->faults, SEVERITY_ERROR, row_place(row, ADJUSTMENTS_KIND),
                   MESSAGE("“{1}” is not a kind of adjustment", SHOWN(written)),
                   MESSAGE("write one of: {1}", state_words_listed(&adjustment_kind_words, &scratch)));
        return false;
    }
    if (*value < 0) {
        faults_add(row->faults, SEVERITY_ERROR, row_place(row, ADJUSTMENTS_POINTS),
                   MESSAGE("these points have a sign, and their kind is “{1}” already", SHOWN(written)),
                   MESSAGE("leave the sign out where there is a kind"));
        return false;
    }
    *value *= sign;
    return true;
}

static bool read_adjustment(const struct row *row, points *value)
{
    struct text written;
    if (!row_needs(row, ADJUSTMENTS_POINTS, &written))
        return false;
    if (!number_read_points(written, row_place(row, ADJUSTMENTS_POINTS), row->faults, value))
        return false;
    return apply_kind(row, value);
}

/* Paper prints it beside the points. */
static void check_reason(const struct row *row)
{
    if (row_cell(row, ADJUSTMENTS_REASON).length == 0)
        faults_add(row->faults, SEVERITY_WARNING, row_place(row, ADJUSTMENTS_REASON),
                   MESSAGE("no reason is given for these points"),
                   MESSAGE("paper prints the points with their reason"));
}

static void take_adjustment(void *context, const struct row *row)
{
    struct intake *intake = context;
    points value;
    bool is_on_final = row_cell(row, ADJUSTMENTS_ROUND).length == 0;
    size_t contestant = lookup_contestant(intake, row, ADJUSTMENTS_CONTESTANT);
    size_t round = is_on_final ? INDEX_NONE : lookup_round(intake, row, ADJUSTMENTS_ROUND);
    bool is_sound = read_adjustment(row, &value);
    check_reason(row);
    if (!is_sound || contestant == INDEX_NONE || (!is_on_final && round == INDEX_NONE))
        return;
    struct adjustment adjustment = {
        .contestant = contestant,
        .round = round,
        .value = value,
        .reason = text_copy(intake->contest->arena, row_cell(row, ADJUSTMENTS_REASON)),
        .place = row_place(row, ADJUSTMENTS_POINTS),
    };
    contest_add_adjustment(intake->contest, adjustment);
}

void adjustments_read(struct intake *intake, const char *path, struct arena scratch)
{
    rows_read(path, &adjustments_format, NULL, scratch, intake->faults, take_adjustment, intake);
}

/* ---- recusals ---- */

static void take_recusal(void *context, const struct row *row)
{
    struct intake *intake = context;
    struct recusal recusal = {
        .judge = lookup_judge(intake, row, RECUSALS_JUDGE),
        .contestant = lookup_contestant(intake, row, RECUSALS_CONTESTANT),
    };
    if (recusal.judge == INDEX_NONE || recusal.contestant == INDEX_NONE)
        return;
    recusal.reason = text_copy(intake->contest->arena, row_cell(row, RECUSALS_REASON));
    contest_add_recusal(intake->contest, recusal);
}

void recusals_read(struct intake *intake, const char *path, struct arena scratch)
{
    rows_read(path, &recusals_format, NULL, scratch, intake->faults, take_recusal, intake);
}

/* ---- timings ---- */

static void take_timing(void *context, const struct row *row)
{
    struct intake *intake = context;
    struct text written;
    struct timing timing = {
        .contestant = lookup_contestant(intake, row, TIMINGS_CONTESTANT),
        .round = lookup_round(intake, row, TIMINGS_ROUND),
        .place = row_place(row, TIMINGS_SECONDS),
    };
    /* No time is no fault: the contestant has not been on yet. */
    written = row_cell(row, TIMINGS_SECONDS);
    if (written.length == 0 || !number_read_seconds(written, timing.place, row->faults, &timing.seconds))
        return;
    if (timing.contestant != INDEX_NONE && timing.round != INDEX_NONE)
        contest_add_timing(intake->contest, timing);
}

void timings_read(struct intake *intake, const char *path, struct arena scratch)
{
    rows_read(path, &timings_format, NULL, scratch, intake->faults, take_timing, intake);
}

/* ---- factors ---- */

static void take_factor(void *context, const struct row *row)
{
    struct intake *intake = context;
    struct text written;
    struct factor factor = {
        .contestant = lookup_contestant(intake, row, FACTORS_CONTESTANT),
        .round = lookup_round(intake, row, FACTORS_ROUND),
        .place = row_place(row, FACTORS_FACTOR),
    };
    /* One that cannot be read is one all the same: its lack is not reported on top. */
    if (row_needs(row, FACTORS_FACTOR, &written))
        number_read_points_within(written, 0, POINTS_LIMIT, factor.place, row->faults, &factor.value);
    if (factor.contestant != INDEX_NONE && factor.round != INDEX_NONE)
        contest_add_factor(intake->contest, factor);
}

void factors_read(struct intake *intake, const char *path, struct arena scratch)
{
    rows_read(path, &factors_format, NULL, scratch, intake->faults, take_factor, intake);
}
