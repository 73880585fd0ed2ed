#include "marks_header.h"

#include "lookups.h"
#include "marks_columns.h"
#include "marks_shape.h"
#include "plain.h"

struct marks_header marks_header_for(const struct contest *contest, struct arena *arena)
{
    size_t most = contest->judge_count, criteria = 0;
    for (size_t r = 0; r < contest->rules.round_count; r++)
        criteria += contest->rules.rounds[r].criterion_count;
    if (criteria > most)
        most = criteria;
    struct marks_header marks = {.beside = beside_none(), .columns_most = most, .round = INDEX_NONE};
    marks.columns.names = ARENA_ARRAY(arena, struct text, most);
    marks.columns.cell_of = ARENA_ARRAY(arena, size_t, most);
    marks.judges = ARENA_ARRAY(arena, size_t, most);
    return marks;
}

/* ---- what the columns leave to the file's name ---- */

static bool report(const struct header_reading *reading, struct message what, struct message hint)
{
    faults_add(reading->intake->faults, SEVERITY_ERROR, reading->header->start, what, hint);
    return false;
}

static bool report_ambiguous_name(const struct header_reading *reading)
{
    return report(reading, MESSAGE("the file's name “{1}” can be read in two ways", SHOWN(reading->marks->name.stem)),
                  MESSAGE("add a column round, or criterion, or name the file by their ids"));
}

static bool report_no_round(const struct header_reading *reading)
{
    struct arena scratch = reading->scratch;
    struct text stem = reading->marks->name.stem;
    struct text nearest = marks_name_nearest_round(reading->rules, stem, scratch);
    return report(
        reading,
        MESSAGE("neither a column nor the file's name “{1}” names the round, and the contest has several", SHOWN(stem)),
        nearest.length > 0 ? MESSAGE("is “{1}” meant?", nearest)
                           : MESSAGE("name the file {1}.csv, or add a column round; the rounds are: {2}",
                                     reading->rules->rounds[0].name, rounds_listed(reading->rules, &scratch)));
}

static bool report_no_criterion(const struct header_reading *reading)
{
    struct arena scratch = reading->scratch;
    const struct round *round = &reading->rules->rounds[reading->marks->round];
    return report(reading,
                  MESSAGE("neither a column nor the file's name “{1}” names the criterion, and round {2} has several",
                          SHOWN(reading->marks->name.stem), round->name),
                  MESSAGE("name the file {1}-{2}.csv, or add a column criterion; its criteria are: {3}", round->name,
                          round->criteria[0].name, criteria_listed(round, &scratch)));
}

/* The only round that has any of the criteria that head columns; INDEX_NONE where there are several. */
static size_t round_of_criteria(const struct header_reading *reading)
{
    size_t only = INDEX_NONE;
    for (size_t r = 0; r < reading->rules->round_count; r++)
        for (size_t i = 0; i < reading->marks->columns.count; i++) {
            if (round_find_criterion(&reading->rules->rounds[r], reading->marks->columns.names[i]) == INDEX_NONE)
                continue;
            if (only != INDEX_NONE && only != r)
                return INDEX_NONE;
            only = r;
        }
    return only;
}

/* Finds the round of all rows where no column says it. */
static bool settle_round(const struct header_reading *reading)
{
    struct marks_header *marks = reading->marks;
    bool is_only = reading->rules->round_count == 1;
    if (reading->cell_of[MARKS_ROUND] != INDEX_NONE)
        return true;
    marks->round = is_only ? 0 : marks->name.round;
    if (marks->round == INDEX_NONE && marks->name.is_ambiguous)
        return report_ambiguous_name(reading);
    if (marks->round == INDEX_NONE && marks->shape == MARKS_BY_SHEET)
        marks->round = round_of_criteria(reading);
    return marks->round != INDEX_NONE || report_no_round(reading);
}

/* By judge a criterion must be told, too, where its round has several. */
static bool settle_criterion(const struct header_reading *reading)
{
    const struct marks_header *marks = reading->marks;
    if (marks->shape == MARKS_BY_SHEET || reading->cell_of[MARKS_CRITERION] != INDEX_NONE)
        return true;
    if (marks->name.is_ambiguous)
        return report_ambiguous_name(reading);
    bool is_told = marks->name.criterion.length > 0 || marks->round == INDEX_NONE ||
                   reading->rules->rounds[marks->round].criterion_count == 1;
    return is_told || report_no_criterion(reading);
}

/* A criterion's column must be one of the round, where that is one for all rows. */
static bool are_criteria_of_round(const struct header_reading *reading)
{
    const struct marks_header *marks = reading->marks;
    bool are_known = true;
    for (size_t i = 0; marks->shape == MARKS_BY_SHEET && marks->round != INDEX_NONE && i < marks->columns.count; i++) {
        const struct round *round = &reading->rules->rounds[marks->round];
        if (round_find_criterion(round, marks->columns.names[i]) != INDEX_NONE)
            continue;
        report_unknown_criterion(round, marks->columns.names[i],
                                 record_place(reading->header, marks->columns.cell_of[i]), reading->scratch,
                                 reading->intake->faults);
        are_known = false;
    }
    return are_known;
}

bool marks_header_read(struct marks_header *marks, const struct intake *intake, const char *path,
                       const struct record *header, struct arena scratch, size_t cell_of[COLUMNS_MOST])
{
    const struct rules *rules = &intake->contest->rules;
    const struct meaning *meanings = meanings_of(intake->contest, header, &scratch);
    struct header_reading reading = {marks, intake, rules, header, meanings, scratch, cell_of};
    for (size_t i = 0; i < COLUMNS_MOST; i++)
        cell_of[i] = INDEX_NONE;
    if (!marks_shape_tell(intake, header, meanings, scratch, &marks->shape))
        return false;
    if (!marks_columns_match(&reading))
        return false;
    bool has_round = cell_of[MARKS_ROUND] != INDEX_NONE, names_round = !has_round && rules->round_count > 1;
    if ((marks->shape == MARKS_LONG && has_round) || !intake->knows_rounds)
        return true;
    marks->name = marks_name_read(rules, path, names_round, scratch);
    if (marks->shape == MARKS_LONG) {
        marks->round = marks->name.round; /* what is not told even so, the rows report */
        return true;
    }
    return settle_round(&reading) && settle_criterion(&reading) && are_criteria_of_round(&reading);
}
