/* judges.csv and contestants.csv. */
#include "people.h"

#include "lookups.h"
#include "numbers.h"
#include "plain.h"
#include "printable.h"
#include "states.h"

/* What was reported since `grave` does not put in doubt who takes part. */
static void set_aside_faults(struct intake *intake, size_t grave)
{
    intake->side_faults += faults_grave(intake->faults) - grave;
}

/* Names stand in messages, in tables and on paper, on one line each, and come back from there as they are. */
static bool are_printable(const struct row *row)
{
    bool are_sound = true;
    for (size_t column = 0; column < row->format->count; column++) {
        uint32_t found = text_find_unprintable(row_cell(row, column));
        if (found == TEXT_INVALID)
            continue;
        struct arena scratch = row->scratch;
        struct sink code = sink_in(&scratch);
        sink_code_point(&code, found);
        faults_add(row->faults, SEVERITY_ERROR, row_place(row, column),
                   MESSAGE("the cell {1} holds a character that cannot be printed, {2}", row->headings[column],
                           sink_written(&code)),
                   MESSAGE("write it on one line, without tabs and characters that are not seen"));
        are_sound = false;
    }
    return are_sound;
}

/* The panels of a judge, parted by ; also where a Chinese keyboard gave ； or 、 for it. */
static struct text panels_kept(const struct intake *intake, const struct row *row)
{
    struct text written = row_cell(row, JUDGES_PANEL);
    struct sink sink = sink_in(intake->contest->arena);
    while (written.length > 0) {
        uint32_t c = text_next_character(&written);
        sink_character(&sink, c == 0xFF1B || c == 0x3001 ? ';' : c);
    }
    return sink_written(&sink);
}

static struct text kept(const struct intake *intake, const struct row *row, size_t column)
{
    return text_copy(intake->contest->arena, row_cell(row, column));
}

/* A state by its word; an empty cell, and one that holds none, leaves *state as it is. */
static void read_state(const struct row *row, size_t column, const struct state_words *words, int *state)
{
    struct text written = row_cell(row, column);
    struct arena scratch = row->scratch;
    if (written.length == 0 || state_find(words, written, state))
        return;
    faults_add(row->faults, SEVERITY_ERROR, row_place(row, column), MESSAGE("“{1}” is not a status", SHOWN(written)),
               MESSAGE("write one of: {1}", state_words_listed(words, &scratch)));
}

/* ---- judges ---- */

/* 1 where it is not written, or not as it should be. */
static points read_weight(const struct row *row)
{
    points weight;
    struct text written = row_cell(row, JUDGES_WEIGHT);
    struct place place = row_place(row, JUDGES_WEIGHT);
    if (written.length == 0 || !number_read_points(written, place, row->faults, &weight))
        return POINTS_ONE;
    if (weight > 0)
        return weight;
    faults_add(row->faults, SEVERITY_ERROR, place, MESSAGE("a judge's weight must be more than 0"),
               MESSAGE("a judge whose marks do not count gets the status 作废 (void)"));
    return POINTS_ONE;
}

void judge_take(void *context, const struct row *row)
{
    struct intake *intake = context;
    struct text id, name;
    int is_void = 0;
    bool is_sound = row_needs(row, JUDGES_ID, &id);
    is_sound &= row_needs(row, JUDGES_NAME, &name);
    is_sound &= are_printable(row);

    size_t grave = faults_grave(intake->faults);
    points weight = read_weight(row);
    read_state(row, JUDGES_STATUS, &judge_status_words, &is_void);
    set_aside_faults(intake, grave);
    if (!is_sound)
        return;
    struct judge judge = {
        .id = kept(intake, row, JUDGES_ID),
        .name = kept(intake, row, JUDGES_NAME),
        .unit = kept(intake, row, JUDGES_UNIT),
        .county = kept(intake, row, JUDGES_COUNTY),
        .panel_names = panels_kept(intake, row),
        .weight = weight,
        .is_void = is_void,
        .place = row_place(row, JUDGES_ID),
    };
    contest_add_judge(intake->contest, judge, intake->faults);
}

void judges_read(struct intake *intake, const char *path, struct arena scratch)
{
    rows_read(path, intake->encoding, &judges_format, scratch, intake->faults, judge_take, intake);
}

/* ---- contestants ---- */

/* 0 where it is not written, or not as it should be. */
static int64_t read_draw(const struct row *row)
{
    enum { MOST_DRAW = 1000000 };
    struct text written = row_cell(row, CONTESTANTS_DRAW);
    int64_t draw = 0;
    if (written.length > 0)
        number_read_integer_within(written, 1, MOST_DRAW, row_place(row, CONTESTANTS_DRAW), row->faults, &draw);
    return draw;
}

static void check_sector(struct intake *intake, const struct row *row)
{
    if (row_cell(row, CONTESTANTS_SECTOR).length > 0)
        return;
    faults_add(row->faults, SEVERITY_ERROR, row_place(row, CONTESTANTS_SECTOR),
               MESSAGE("the cell {1} is empty", row->headings[CONTESTANTS_SECTOR]),
               MESSAGE("contestants are ranked within their sector; where all are ranked together, write one word for "
                       "all"));
    intake->knows_sectors = false;
}

/* 一票否决: the reason, or empty where the cell says no. */
static struct text veto_kept(const struct intake *intake, const struct row *row)
{
    int nothing;
    bool says_no = state_find(&no_veto_words, row_cell(row, CONTESTANTS_VETO), &nothing);
    return says_no ? TEXT("") : kept(intake, row, CONTESTANTS_VETO);
}

/* Numbers of the columns that tie keys name; NULL where there are none. */
static struct optional_points *read_columns(const struct intake *intake, const struct row *row)
{
    const struct texts *names = &intake->contest->rules.columns;
    if (names->count == 0)
        return NULL;
    struct optional_points *columns = ARENA_ARRAY(intake->contest->arena, struct optional_points, names->count);
    for (size_t i = 0; i < names->count; i++) {
        struct place place;
        struct text written = row_extra_cell(row, i, &place);
        columns[i].is_set = written.length > 0 && number_read_points(written, place, row->faults, &columns[i].value);
    }
    return columns;
}

void contestant_take(void *context, const struct row *row)
{
    struct intake *intake = context;
    struct text id, name;
    int status = STATUS_COMPETING;
    bool is_sound = row_needs(row, CONTESTANTS_ID, &id);
    is_sound &= row_needs(row, CONTESTANTS_NAME, &name);
    is_sound &= are_printable(row);

    size_t grave = faults_grave(intake->faults);
    check_sector(intake, row);
    int64_t draw = read_draw(row);
    struct optional_points *columns = read_columns(intake, row);
    read_state(row, CONTESTANTS_STATUS, &contestant_status_words, &status);
    set_aside_faults(intake, grave);
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
        .veto = veto_kept(intake, row),
        .columns = columns,
        .place = row_place(row, CONTESTANTS_ID),
    };
    if (intake->contest->contestant_count == 0)
        contest_expect_contestants(intake->contest, rows_ahead(row));
    contest_add_contestant(intake->contest, contestant, intake->faults);
}

void contestants_read(struct intake *intake, const char *path, struct arena scratch)
{
    const struct texts *names = &intake->contest->rules.columns;
    struct extra_columns extra = {names->items, names->count, ARENA_ARRAY(&scratch, size_t, names->count), false};
    rows_read_with(path, intake->encoding, &contestants_format, &extra, NULL, NULL, scratch, intake->faults,
                   contestant_take, intake);
}
