#include "lookups.h"

#include "marks_name.h"
#include "plain.h"

/* Longer texts are not compared with what is known, nor any after so many hints. */
enum { LONGEST_FOR_HINT = 64 };

/* ---- the usual order ---- */

typedef struct text id_fn(const void *list, size_t number);

/* Rows mostly stand in an order: a cell names whom the one above it does, or the next in the list. False where neither
 * has the id that is written. */
static bool is_in_order(const void *list, size_t count, id_fn *id_of, struct text written, size_t *last)
{
    for (size_t tries = 0; tries < 2 && *last < count; tries++) {
        if (text_equal(id_of(list, *last), written))
            return true;
        *last = *last + 1 < count ? *last + 1 : 0;
    }
    return false;
}

static struct text contestant_id(const void *contestants, size_t number)
{
    return ((const struct contestant *)contestants)[number].id;
}

static struct text judge_id(const void *judges, size_t number)
{
    return ((const struct judge *)judges)[number].id;
}

static struct text criterion_id(const void *criteria, size_t number)
{
    return ((const struct criterion *)criteria)[number].id;
}

/* ---- people ---- */

typedef size_t find_fn(const struct contest *contest, struct text id_or_name);

/* Ｊ１ is J1, too. */
static size_t find_person(const struct contest *contest, struct text written, find_fn *find)
{
    struct plain plain;
    size_t found = find(contest, written);
    return found == INDEX_NONE && plain_from_text(written, &plain) ? find(contest, plain_text(&plain)) : found;
}

/* What is left of an id where a spreadsheet has taken it for a number, or somebody has typed it in another form. */
static struct text bare_id(struct text id, struct arena *arena)
{
    struct text bare = name_folded(id, arena);
    while (bare.length > 0 && bare.bytes[0] == '0')
        bare = (struct text){bare.bytes + 1, bare.length - 1};
    return bare;
}

/* The only id that is `written` but for its form; empty where there is none, or several are. */
static struct text alike_id(const void *people, size_t count, id_fn *id_of, struct text written, struct arena scratch)
{
    struct text bare = bare_id(written, &scratch), alike = TEXT("");
    for (size_t i = 0; i < count; i++) {
        struct arena arena = scratch;
        if (!text_equal(bare_id(id_of(people, i), &arena), bare))
            continue;
        if (alike.length > 0)
            return TEXT("");
        alike = id_of(people, i);
    }
    return alike;
}

typedef struct text nearest_fn(const struct contest *contest, struct text written, struct arena scratch);

static struct message nearest_hint(struct intake *intake, const struct row *row, struct text written,
                                   const void *people, size_t count, id_fn *id_of, nearest_fn *nearest_of)
{
    if (written.length > LONGEST_FOR_HINT || intake->hints_given >= INTAKE_MOST_HINTS)
        return NO_HINT;
    intake->hints_given++;
    struct text nearest = alike_id(people, count, id_of, written, row->scratch);
    if (nearest.length == 0)
        nearest = nearest_of(intake->contest, written, row->scratch);
    return nearest.length > 0 ? MESSAGE("is “{1}” meant?", nearest) : NO_HINT;
}

size_t lookup_contestant(struct intake *intake, const struct row *row, size_t column)
{
    struct text written;
    if (!row_needs(row, column, &written))
        return INDEX_NONE;
    const struct contest *contest = intake->contest;
    if (is_in_order(contest->contestants, contest->contestant_count, contestant_id, written, &intake->last_contestant))
        return intake->last_contestant;
    size_t found = find_person(contest, written, contest_find_contestant);
    if (found < contest->contestant_count)
        return intake->last_contestant = found;
    if (found == INDEX_AMBIGUOUS)
        faults_add(row->faults, SEVERITY_ERROR, row_place(row, column),
                   MESSAGE("several contestants are called “{1}”", SHOWN(written)), MESSAGE("write the id instead"));
    else if (intake->knows_contestants)
        faults_add(row->faults, SEVERITY_ERROR, row_place(row, column),
                   MESSAGE("there is no contestant “{1}” in contestants.csv", SHOWN(written)),
                   nearest_hint(intake, row, written, contest->contestants, contest->contestant_count, contestant_id,
                                contest_nearest_contestant));
    return INDEX_NONE;
}

size_t lookup_judge(struct intake *intake, const struct row *row, size_t column)
{
    struct text written;
    if (!row_needs(row, column, &written))
        return INDEX_NONE;
    const struct contest *contest = intake->contest;
    if (is_in_order(contest->judges, contest->judge_count, judge_id, written, &intake->last_judge))
        return intake->last_judge;
    size_t found = find_person(contest, written, contest_find_judge);
    if (found < contest->judge_count)
        return intake->last_judge = found;
    if (found == INDEX_AMBIGUOUS)
        faults_add(row->faults, SEVERITY_ERROR, row_place(row, column),
                   MESSAGE("several judges are called “{1}”", SHOWN(written)), MESSAGE("write the id instead"));
    else if (intake->knows_judges)
        faults_add(
            row->faults, SEVERITY_ERROR, row_place(row, column),
            MESSAGE("there is no judge “{1}” in judges.csv", SHOWN(written)),
            nearest_hint(intake, row, written, contest->judges, contest->judge_count, judge_id, contest_nearest_judge));
    return INDEX_NONE;
}

/* ---- rounds and criteria ---- */

/* What would be right, for a hint: 登台述评 (stage), 书面比武 (written). */
static void sink_listed(struct sink *sink, struct text id, struct text name)
{
    if (sink->length > 0)
        sink_c(sink, ", ");
    sink_text(sink, name);
    if (text_equal(id, name))
        return;
    sink_c(sink, " (");
    sink_text(sink, id);
    sink_c(sink, ")");
}

struct text rounds_listed(const struct rules *rules, struct arena *arena)
{
    struct sink known = sink_in(arena);
    for (size_t i = 0; i < rules->round_count; i++)
        sink_listed(&known, rules->rounds[i].id, rules->rounds[i].name);
    return sink_written(&known);
}

struct text criteria_listed(const struct round *round, struct arena *arena)
{
    struct sink known = sink_in(arena);
    for (size_t i = 0; i < round->criterion_count; i++)
        sink_listed(&known, round->criteria[i].id, round->criteria[i].name);
    return sink_written(&known);
}

static void report_round(const struct row *row, size_t column, const struct rules *rules, struct text written)
{
    struct arena scratch = row->scratch;
    struct text known = rounds_listed(rules, &scratch);
    struct message hint = MESSAGE("the rounds are: {1}", known);
    if (written.length == 0)
        faults_add(row->faults, SEVERITY_ERROR, row_place(row, column),
                   MESSAGE("this row names no round, and the contest has several"),
                   row->cell_of[column] != INDEX_NONE
                       ? hint
                       : MESSAGE("name it in a column round, or in the file's name; the rounds are: {1}", known));
    else
        faults_add(row->faults, SEVERITY_ERROR, row_place(row, column),
                   MESSAGE("there is no round “{1}” in contest.yaml", SHOWN(written)), hint);
}

size_t lookup_round(struct intake *intake, const struct row *row, size_t column)
{
    const struct rules *rules = &intake->contest->rules;
    struct text written = row_cell(row, column);
    if (!intake->knows_rounds)
        return INDEX_NONE;
    if (written.length == 0 && rules->round_count == 1)
        return 0;
    size_t found = written.length > 0 ? rules_find_round(rules, written) : INDEX_NONE;
    if (found == INDEX_NONE)
        report_round(row, column, rules, written);
    return found;
}

void report_unknown_criterion(const struct round *round, struct text written, struct place place, struct arena scratch,
                              struct faults *faults)
{
    faults_add(faults, SEVERITY_ERROR, place,
               MESSAGE("there is no criterion “{1}” in round {2}", SHOWN(written), round->name),
               MESSAGE("its criteria are: {1}", criteria_listed(round, &scratch)));
}

static void report_criterion(const struct row *row, size_t column, const struct round *round, struct text written)
{
    struct arena scratch = row->scratch;
    if (written.length == 0)
        faults_add(row->faults, SEVERITY_ERROR, row_place(row, column),
                   MESSAGE("this row names no criterion, and round {1} has several", round->name),
                   MESSAGE("its criteria are: {1}", criteria_listed(round, &scratch)));
    else
        report_unknown_criterion(round, written, row_place(row, column), row->scratch, row->faults);
}

size_t lookup_criterion(struct intake *intake, const struct row *row, size_t column, size_t round_number)
{
    const struct round *round = &intake->contest->rules.rounds[round_number];
    struct text written = row_cell(row, column);
    if (written.length == 0 && round->criterion_count == 1)
        return 0;
    if (is_in_order(round->criteria, round->criterion_count, criterion_id, written, &intake->last_criterion))
        return intake->last_criterion;
    size_t found = written.length > 0 ? round_find_criterion(round, written) : INDEX_NONE;
    if (found == INDEX_NONE)
        report_criterion(row, column, round, written);
    else
        intake->last_criterion = found;
    return found;
}
