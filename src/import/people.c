/* judges.csv and contestants.csv. */
#include "lookups.h"
#include "numbers.h"
#include "plain.h"
#include "states.h"

static struct text kept(const struct intake *intake, const struct row *row, size_t column)
{
    return text_copy(intake->contest->arena, row_cell(row, column));
}

/* A state by its word; an empty cell leaves *state as it is. */
static bool read_state(const struct row *row, size_t column, const struct state_words *words, int *state)
{
    struct text written = row_cell(row, column);
    struct arena scratch = row->scratch;
    if (written.length == 0 || state_find(words, written, state))
        return true;
    faults_add(row->faults, SEVERITY_ERROR, row_place(row, column), MESSAGE("“{1}” is not a status", shown(written)),
               MESSAGE("write one of: {1}", state_words_listed(words, &scratch)));
    return false;
}

/* ---- judges ---- */

static bool read_weight(const struct row *row, points *weight)
{
    struct text written = row_cell(row, JUDGES_WEIGHT);
    struct place place = row_place(row, JUDGES_WEIGHT);
    *weight = POINTS_ONE;
    if (written.length == 0)
        return true;
    if (!number_read_points(written, place, row->faults, weight))
        return false;
    if (*weight > 0)
        return true;
    faults_add(row->faults, SEVERITY_ERROR, place, MESSAGE("a judge's weight must be more than 0"),
               MESSAGE("a judge whose marks do not count gets the status 作废 (void)"));
    return false;
}

static void take_judge(void *context, const struct row *row)
{
    struct intake *intake = context;
    struct text id, name;
    points weight;
    int is_void = 0;
    bool is_sound = row_needs(row, JUDGES_ID, &id);
    is_sound &= row_needs(row, JUDGES_NAME, &name);
    is_sound &= read_weight(row, &weight);
    is_sound &= read_state(row, JUDGES_STATUS, &judge_status_words, &is_void);
    if (!is_sound)
        return;
    struct judge judge = {
        .id = kept(intake, row, JUDGES_ID),
        .name = kept(intake, row, JUDGES_NAME),
        .unit = kept(intake, row, JUDGES_UNIT),
        .county = kept(intake, row, JUDGES_COUNTY),
        .panel_names = kept(intake, row, JUDGES_PANEL),
        .weight = weight,
        .is_void = is_void,
        .place = row_place(row, JUDGES_ID),
    };
    contest_add_judge(intake->contest, judge, intake->faults);
}

void judges_read(struct intake *intake, const char *path, struct arena scratch)
{
    rows_read(path, &judges_format, NULL, scratch, intake->faults, take_judge, intake);
}

/* ---- contestants ---- */

static bool read_draw(const struct row *row, int64_t *draw)
{
    enum { MOST_DRAW = 1000000 };
    struct text written = row_cell(row, CONTESTANTS_DRAW);
    if (written.length == 0)
        return true;
    return number_read_integer_within(written, 1, MOST_DRAW, row_place(row, CONTESTANTS_DRAW), row->faults, draw);
}

static void take_contestant(void *context, const struct row *row)
{
    struct intake *intake = context;
    struct text id, name, sector;
    int64_t draw = 0;
    int status = STATUS_COMPETING;
    bool is_sound = row_needs(row, CONTESTANTS_ID, &id);
    is_sound &= row_needs(row, CONTESTANTS_NAME, &name);
    is_sound &= row_needs(row, CONTESTANTS_SECTOR, &sector);
    is_sound &= read_draw(row, &draw);
    is_sound &= read_state(row, CONTESTANTS_STATUS, &contestant_status_words, &status);
    if (!is_sound)
        return;
    struct contestant contestant = {
        .id = kept(intake, row, CONTESTANTS_ID),
        .name = kept(intake, row, CONTESTANTS_NAME),
        .unit = kept(intake, row, CONTESTANTS_UNIT),
        .title = kept(intake, row, CONTESTANTS_TITLE),
        .county = kept(intake, row, CONTESTANTS_COUNTY),
        .sector_name = kept(intake, row, CONTESTANTS_SECTOR),
        .panel_name = kept(intake, row, CONTESTANTS_PANEL),
        .draw = draw,
        .status = status,
        .place = row_place(row, CONTESTANTS_ID),
    };
    contest_add_contestant(intake->contest, contestant, intake->faults);
}

void contestants_read(struct intake *intake, const char *path, struct arena scratch)
{
    rows_read(path, &contestants_format, NULL, scratch, intake->faults, take_contestant, intake);
}
