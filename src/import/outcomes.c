/* ballots.csv, playoff.csv, decisions.csv, protests.csv, special.csv and quota.csv. */
#include "lookups.h"
#include "numbers.h"
#include "plain.h"

enum { MOST_VOTES = 1000000, MOST_ATTEMPTS = 1000, MOST_PLACES = 1000000 };

static struct text kept(const struct intake *intake, const struct row *row, size_t column)
{
    return text_copy(intake->contest->arena, row_cell(row, column));
}

static bool read_integer(const struct row *row, size_t column, int64_t least, int64_t most, int64_t *value)
{
    struct text written;
    return row_needs(row, column, &written) &&
           number_read_integer_within(written, least, most, row_place(row, column), row->faults, value);
}

/* ---- ballots ---- */

/* The grade in `round`, or INDEX_NONE, and reported. */
static size_t find_grade(const struct intake *intake, const struct row *row, size_t round)
{
    struct text written;
    const struct round *rules = &intake->contest->rules.rounds[round];
    struct arena scratch = row->scratch;
    if (rules->own.method != METHOD_BALLOT) {
        faults_add(row->faults, SEVERITY_ERROR, row_place(row, BALLOTS_ROUND),
                   MESSAGE("round {1} is no ballot", rules->name), MESSAGE("votes are for rounds of method ballot"));
        return INDEX_NONE;
    }
    if (!row_needs(row, BALLOTS_GRADE, &written))
        return INDEX_NONE;
    size_t grade = round_find_grade(rules, written);
    if (grade != INDEX_NONE)
        return grade;
    struct sink known = sink_in(&scratch);
    for (size_t i = 0; i < rules->grade_count; i++) {
        sink_c(&known, i > 0 ? ", " : "");
        sink_text(&known, rules->grades[i].name);
    }
    faults_add(row->faults, SEVERITY_ERROR, row_place(row, BALLOTS_GRADE),
               MESSAGE("“{1}” is no grade of round {2}", SHOWN(written), rules->name),
               MESSAGE("write one of: {1}", sink_written(&known)));
    return INDEX_NONE;
}

static void take_ballot(void *context, const struct row *row)
{
    struct intake *intake = context;
    struct ballot ballot = {.contestant = lookup_contestant(intake, row, BALLOTS_CONTESTANT),
                            .round = lookup_round(intake, row, BALLOTS_ROUND),
                            .place = row_place(row, BALLOTS_COUNT)};
    ballot.grade = ballot.round == INDEX_NONE ? INDEX_NONE : find_grade(intake, row, ballot.round);
    bool is_read = read_integer(row, BALLOTS_COUNT, 0, MOST_VOTES, &ballot.count);
    if (is_read && ballot.contestant != INDEX_NONE && ballot.grade != INDEX_NONE)
        contest_add_ballot(intake->contest, ballot);
}

void ballots_read(struct intake *intake, const char *path, struct arena scratch)
{
    rows_read(path, intake->encoding, &ballots_format, scratch, intake->faults, take_ballot, intake);
}

/* ---- what parts ties ---- */

static void take_playoff(void *context, const struct row *row)
{
    struct intake *intake = context;
    struct text written;
    int64_t attempt = 1;
    struct playoff playoff = {.contestant = lookup_contestant(intake, row, PLAYOFF_CONTESTANT),
                              .place = row_place(row, PLAYOFF_SCORE)};
    bool is_read =
        row_cell(row, PLAYOFF_ATTEMPT).length == 0 || read_integer(row, PLAYOFF_ATTEMPT, 1, MOST_ATTEMPTS, &attempt);
    is_read &= row_needs(row, PLAYOFF_SCORE, &written) &&
               number_read_points(written, playoff.place, row->faults, &playoff.score);
    playoff.attempt = (size_t)attempt;
    if (is_read && playoff.contestant != INDEX_NONE)
        contest_add_playoff(intake->contest, playoff);
}

void playoff_read(struct intake *intake, const char *path, struct arena scratch)
{
    rows_read(path, intake->encoding, &playoff_format, scratch, intake->faults, take_playoff, intake);
}

static void take_decision(void *context, const struct row *row)
{
    struct intake *intake = context;
    struct text reason, signers;
    struct decision decision = {.contestant = lookup_contestant(intake, row, DECISIONS_CONTESTANT),
                                .place = row_place(row, DECISIONS_PLACE)};
    bool is_read = read_integer(row, DECISIONS_PLACE, 1, MOST_PLACES, &decision.order);
    is_read &= row_needs(row, DECISIONS_REASON, &reason);
    is_read &= row_needs(row, DECISIONS_SIGNERS, &signers);
    if (!is_read || decision.contestant == INDEX_NONE)
        return;
    decision.reason = kept(intake, row, DECISIONS_REASON);
    decision.signers = kept(intake, row, DECISIONS_SIGNERS);
    contest_add_decision(intake->contest, decision);
}

void decisions_read(struct intake *intake, const char *path, struct arena scratch)
{
    rows_read(path, intake->encoding, &decisions_format, scratch, intake->faults, take_decision, intake);
}

/* ---- protests ---- */

static void take_protest(void *context, const struct row *row)
{
    struct intake *intake = context;
    struct text about;
    struct protest protest = {.contestant = lookup_contestant(intake, row, PROTESTS_CONTESTANT),
                              .place = row_place(row, PROTESTS_DECISION)};
    bool is_read = row_needs(row, PROTESTS_ABOUT, &about);
    if (!is_read || protest.contestant == INDEX_NONE)
        return;
    protest.time = kept(intake, row, PROTESTS_TIME);
    protest.about = kept(intake, row, PROTESTS_ABOUT);
    protest.decision = kept(intake, row, PROTESTS_DECISION);
    contest_add_protest(intake->contest, protest);
}

void protests_read(struct intake *intake, const char *path, struct arena scratch)
{
    rows_read(path, intake->encoding, &protests_format, scratch, intake->faults, take_protest, intake);
}

/* ---- special awards ---- */

/* The special award that a row names, or the only one; INDEX_NONE, and reported, where it is none. */
static size_t find_special(const struct intake *intake, const struct row *row)
{
    const struct rules *rules = &intake->contest->rules;
    struct text written = row_cell(row, SPECIAL_AWARD);
    if (written.length == 0 && rules->special_count == 1)
        return 0;
    for (size_t i = 0; i < rules->special_count; i++)
        if (text_equal(rules->specials[i].name, written))
            return i;
    faults_add(row->faults, SEVERITY_ERROR, row_place(row, SPECIAL_AWARD),
               MESSAGE("“{1}” is no special award of contest.yaml", SHOWN(written)),
               rules->special_count > 0 ? MESSAGE("the first one is {1}", rules->specials[0].name)
                                        : MESSAGE("write special: [{ name: 优秀组织奖, from: special.csv }]"));
    return INDEX_NONE;
}

static void take_special(void *context, const struct row *row)
{
    struct intake *intake = context;
    struct special_given given = {.special = find_special(intake, row), .contestant = INDEX_NONE};
    bool is_of_contestant = row_cell(row, SPECIAL_CONTESTANT).length > 0;
    bool is_of_unit = row_cell(row, SPECIAL_UNIT).length > 0;
    if (!is_of_contestant && !is_of_unit) {
        faults_add(row->faults, SEVERITY_ERROR, row_place(row, SPECIAL_CONTESTANT),
                   MESSAGE("this row names neither a contestant nor a unit"), NO_HINT);
        return;
    }
    if (is_of_contestant)
        given.contestant = lookup_contestant(intake, row, SPECIAL_CONTESTANT);
    if (given.special == INDEX_NONE || (is_of_contestant && given.contestant == INDEX_NONE))
        return;
    given.unit = kept(intake, row, SPECIAL_UNIT);
    given.reason = kept(intake, row, SPECIAL_REASON);
    given.place = row_place(row, SPECIAL_AWARD);
    contest_add_special(intake->contest, given);
}

void special_read(struct intake *intake, const char *path, struct arena scratch)
{
    rows_read(path, intake->encoding, &special_format, scratch, intake->faults, take_special, intake);
}

/* ---- quotas ---- */

static void take_quota(void *context, const struct row *row)
{
    struct intake *intake = context;
    struct quota quota = {.county = kept(intake, row, QUOTA_COUNTY),
                          .sector = kept(intake, row, QUOTA_SECTOR),
                          .place = row_place(row, QUOTA_COUNT)};
    if (read_integer(row, QUOTA_COUNT, 0, MOST_PLACES, &quota.count))
        contest_add_quota(intake->contest, quota);
}

void quota_read(struct intake *intake, const char *path, struct arena scratch)
{
    rows_read(path, intake->encoding, &quota_format, scratch, intake->faults, take_quota, intake);
}
