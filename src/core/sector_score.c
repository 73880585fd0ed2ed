#include "sector_score.h"

#include "field.h"
#include "tie_values.h"

struct sector_scoring {
    const struct sheets *sheets;
    const struct rules *rules;
    struct result *results;
    struct arena *arena;
    struct derivation *derivation;
    struct faults *faults;
    size_t *members; /* who compete in the stage at hand, in contestants.csv order */
    size_t count;
};

static struct derivation *told(const struct sector_scoring *scoring, size_t contestant)
{
    return derivation_of(scoring->derivation, contestant);
}

/* ---- a round ---- */

/* Begins the round for a contestant; true where there are sheets to score. */
static bool begin_round(const struct sector_scoring *scoring, size_t round, size_t contestant)
{
    struct round_result *result = &scoring->results[contestant].rounds[round];
    int word = sheets_word(scoring->sheets, round, contestant);
    *result = (struct round_result){.is_entered = true};
    struct step step = step_of(STEP_ROUND);
    step.round = round;
    derivation_add(told(scoring, contestant), step);
    if (word != STATUS_COMPETING)
        score_worded(scoring->rules, &scoring->rules->rounds[round], word, scoring->arena, told(scoring, contestant),
                     result);
    return word == STATUS_COMPETING;
}

static void scale_all(const struct sector_scoring *scoring, const struct field *field, const struct exact *earned)
{
    bool earns = scoring->rules->rounds[field->round].own.method == METHOD_PLACE_POINTS;
    for (size_t m = 0; m < field->count; m++) {
        size_t contestant = field->members[m];
        struct round_result *result = &scoring->results[contestant].rounds[field->round];
        if (result->has_panel)
            score_scale(scoring->sheets->contest, field->round, contestant, earns ? earned[m] : result->panel,
                        scoring->arena, told(scoring, contestant), result);
    }
}

static void score_round(const struct sector_scoring *scoring, size_t round, struct arena scratch)
{
    const struct contest *contest = scoring->sheets->contest;
    int method = scoring->rules->rounds[round].own.method;
    size_t *members = ARENA_ARRAY(&scratch, size_t, scoring->count);
    struct exact *earned = ARENA_ARRAY(&scratch, struct exact, scoring->count);
    struct field field = {.sheets = scoring->sheets,
                          .round = round,
                          .members = members,
                          .results = scoring->results,
                          .arena = scoring->arena,
                          .derivation = scoring->derivation,
                          .faults = scoring->faults};
    for (size_t i = 0; i < scoring->count; i++) {
        size_t contestant = scoring->members[i];
        if (!begin_round(scoring, round, contestant))
            continue;
        members[field.count++] = contestant;
        score_panels(scoring->sheets, round, contestant, scoring->arena, scratch, told(scoring, contestant),
                     &scoring->results[contestant].rounds[round]);
    }
    if (method == METHOD_RANK_SUM)
        field_rank_sum(&field, scratch);
    if (method == METHOD_PLACE_POINTS)
        field_place_points(&field, scratch, earned);
    scale_all(scoring, &field, earned);
    field_correct(&field, scratch);
    for (size_t m = 0; m < field.count; m++) {
        struct round_result *result = &scoring->results[members[m]].rounds[round];
        if (result->has_panel)
            score_round_finish(contest, round, members[m], scoring->arena, told(scoring, members[m]), result);
    }
}

/* ---- a stage ---- */

static void combine(const struct sector_scoring *scoring, size_t contestant, bool is_final, struct arena scratch)
{
    struct result *result = &scoring->results[contestant];
    score_combine(scoring->sheets->contest, contestant, is_final, scoring->arena, told(scoring, contestant), result);
    if (result->has_final)
        tie_values_set(scoring->sheets, contestant, scoring->arena, scratch, result);
}

static void tell_entry(const struct sector_scoring *scoring, enum step_kind kind, size_t round, size_t contestant)
{
    struct step step = step_of(kind);
    step.round = round;
    derivation_add(told(scoring, contestant), step);
}

/* Marks those who enter the next stage by the result of this one: the best so many, ties extending. */
static void select(const struct sector_scoring *scoring, size_t advance, bool *enters, struct arena scratch)
{
    struct placing *placings = ARENA_ARRAY(&scratch, struct placing, scoring->count);
    size_t ranked = 0;
    for (size_t i = 0; i < scoring->count; i++)
        if (scoring->results[scoring->members[i]].has_final)
            placings[ranked++] =
                (struct placing){.contestant = scoring->members[i], .result = &scoring->results[scoring->members[i]]};
    ranking_assign(scoring->sheets, placings, ranked, scoring->arena, scratch);
    for (size_t i = 0; i < ranked && (i < advance || placings[i].rank == placings[i - 1].rank); i++)
        enters[placings[i].contestant] = true;
}

/* Leaves in `members` those who enter `stage`; the others have their final now. */
static void advance(struct sector_scoring *scoring, size_t stage, struct arena scratch)
{
    const struct stage *next = &scoring->rules->stages[stage];
    bool *enters = ARENA_ARRAY(&scratch, bool, scoring->sheets->contest->contestant_count);
    size_t kept = 0;
    for (size_t i = 0; i < scoring->count; i++)
        combine(scoring, scoring->members[i], false, scratch);
    select(scoring, (size_t)next->advance, enters, scratch);
    for (size_t i = 0; i < scoring->count; i++) {
        size_t contestant = scoring->members[i];
        if (enters[contestant]) {
            tell_entry(scoring, STEP_ADVANCED, next->since, contestant);
            scoring->results[contestant].stage = stage;
            scoring->members[kept++] = contestant;
        } else {
            tell_entry(scoring, STEP_NOT_ADVANCED, next->since, contestant);
            combine(scoring, contestant, true, scratch);
        }
    }
    scoring->count = kept;
}

static void begin(struct sector_scoring *scoring, const struct sector *sector, struct arena *scratch)
{
    scoring->members = ARENA_ARRAY(scratch, size_t, sector->contestant_count);
    for (size_t i = 0; i < sector->contestant_count; i++) {
        size_t contestant = sector->contestants[i];
        if (sheets_status(scoring->sheets, contestant) != STATUS_COMPETING)
            continue;
        scoring->results[contestant] =
            (struct result){.rounds = ARENA_ARRAY(scoring->arena, struct round_result, scoring->rules->round_count)};
        scoring->members[scoring->count++] = contestant;
    }
}

void sector_score(const struct sheets *sheets, size_t sector, struct result *results, struct arena *arena,
                  struct arena scratch, struct derivation *derivation, struct faults *faults)
{
    const struct rules *rules = &sheets->contest->rules;
    struct sector_scoring scoring = {.sheets = sheets,
                                     .rules = rules,
                                     .results = results,
                                     .arena = arena,
                                     .derivation = derivation,
                                     .faults = faults};
    begin(&scoring, &sheets->contest->sectors[sector], &scratch);
    for (size_t stage = 0; stage < rules->stage_count; stage++) {
        if (stage > 0)
            advance(&scoring, stage, scratch);
        for (size_t round = rules->stages[stage].since; round < rules->stages[stage].end; round++)
            score_round(&scoring, round, scratch);
    }
    for (size_t i = 0; i < scoring.count; i++)
        combine(&scoring, scoring.members[i], true, scratch);
}
