#include "ranking.h"

#include <stdlib.h>

/* One who is tied, with the value of the key at hand. */
struct tied {
    struct placing placing;
    bool has_value;
    struct exact value;
};

struct tie_break {
    const struct rules *rules;
    struct placing *placings;
    bool *starts_rank;   /* by position: parted from the one before */
    struct arena *arena; /* for the notes */
};

bool tie_key_value(const struct tie_key *key, const struct result *result, struct exact *value)
{
    if (key->kind == TIE_EXACT) {
        *value = result->exact;
        return true;
    }
    if (key->kind == TIE_ROUND) {
        *value = result->rounds[key->round].score;
        return result->rounds[key->round].is_scored;
    }
    *value = result->tie_values[key->number].value;
    return result->tie_values[key->number].is_there;
}

static int by_final(const void *left, const void *right)
{
    const struct placing *a = left, *b = right;
    int order = exact_compare(b->result->final, a->result->final);
    return order != 0 ? order : (a->contestant > b->contestant) - (a->contestant < b->contestant);
}

/* Higher first, those without a value last. */
static int compare_values(const struct tied *a, const struct tied *b)
{
    if (!a->has_value || !b->has_value)
        return b->has_value - a->has_value;
    return exact_compare(b->value, a->value);
}

static int by_value(const void *left, const void *right)
{
    const struct tied *a = left, *b = right;
    int order = compare_values(a, b);
    if (order != 0)
        return order;
    return (a->placing.contestant > b->placing.contestant) - (a->placing.contestant < b->placing.contestant);
}

static void note_tie(struct tie_break *ties, size_t position, size_t key, const struct tied *tied, struct run parted,
                     struct run kept)
{
    struct tie_note *note = ARENA_NEW(ties->arena, struct tie_note);
    *note = (struct tie_note){.earlier = ties->placings[position].tie,
                              .parted = parted,
                              .kept = kept,
                              .key = key,
                              .has_value = tied->has_value,
                              .value = tied->value};
    ties->placings[position].tie = note;
}

/* Puts the run into the order of `key`. *ordered is taken from `scratch`, by position within the run. */
static struct tied *order_by_key(struct tie_break *ties, struct run run, const struct tie_key *key,
                                 struct arena *scratch)
{
    size_t count = run.end - run.first;
    struct tied *ordered = ARENA_ARRAY(scratch, struct tied, count);
    for (size_t i = 0; i < count; i++) {
        ordered[i].placing = ties->placings[run.first + i];
        ordered[i].has_value = tie_key_value(key, ordered[i].placing.result, &ordered[i].value);
    }
    qsort(ordered, count, sizeof *ordered, by_value);
    for (size_t i = 0; i < count; i++)
        ties->placings[run.first + i] = ordered[i].placing;
    return ordered;
}

/* The run of equal ones that begins at `first` of the `count` ordered ones. */
static struct run equal_run(const struct tied *ordered, size_t first, size_t count)
{
    size_t end = first + 1;
    while (end < count && compare_values(&ordered[first], &ordered[end]) == 0)
        end++;
    return (struct run){first, end};
}

/* Splits a tied run by the keys from `key` on; each part goes on with the next. */
static void break_tie(struct tie_break *ties, struct run run, size_t key, struct arena scratch)
{
    size_t count = run.end - run.first;
    if (count < 2 || key == ties->rules->tie_count)
        return;
    struct tied *ordered = order_by_key(ties, run, &ties->rules->ties[key], &scratch);
    for (struct run part = equal_run(ordered, 0, count);; part = equal_run(ordered, part.end, count)) {
        struct run kept = {run.first + part.first, run.first + part.end};
        bool is_parted = part.end - part.first < count;
        for (size_t i = kept.first; is_parted && i < kept.end; i++)
            note_tie(ties, i, key, &ordered[i - run.first], run, kept);
        ties->starts_rank[kept.first] = ties->starts_rank[kept.first] || part.first > 0;
        break_tie(ties, kept, key + 1, scratch);
        if (part.end == count)
            return;
    }
}

/* Those of the run that was split who fell into other parts, once all is in order. */
static void note_against(const struct tie_break *ties, struct tie_note *note)
{
    size_t above = note->kept.first - note->parted.first, below = note->parted.end - note->kept.end;
    above = above < TIE_AGAINST_EACH_WAY ? above : TIE_AGAINST_EACH_WAY;
    below = below < TIE_AGAINST_EACH_WAY ? below : TIE_AGAINST_EACH_WAY;
    note->against = ARENA_ARRAY(ties->arena, size_t, above + below);
    for (size_t i = 0; i < above; i++)
        note->against[note->against_count++] = ties->placings[note->kept.first - above + i].contestant;
    for (size_t i = 0; i < below; i++)
        note->against[note->against_count++] = ties->placings[note->kept.end + i].contestant;
}

static void number_ranks(const struct tie_break *ties, size_t count)
{
    size_t rank = 0;
    for (size_t i = 0; i < count; i++) {
        if (ties->starts_rank[i])
            rank = ties->rules->dense ? rank + 1 : i + 1;
        ties->placings[i].rank = rank;
    }
}

static void break_ties(struct tie_break *ties, size_t count, struct arena scratch)
{
    for (struct run run = {0, 0}; run.first < count; run.first = run.end) {
        struct exact final = ties->placings[run.first].result->final;
        run.end = run.first + 1;
        while (run.end < count && exact_compare(ties->placings[run.end].result->final, final) == 0)
            run.end++;
        ties->starts_rank[run.first] = true;
        break_tie(ties, run, 0, scratch);
    }
}

void ranking_assign(const struct rules *rules, struct placing *placings, size_t count, struct arena *arena,
                    struct arena scratch)
{
    struct tie_break ties = {
        .rules = rules,
        .placings = placings,
        .starts_rank = ARENA_ARRAY(&scratch, bool, count),
        .arena = arena,
    };
    if (count > 1)
        qsort(placings, count, sizeof *placings, by_final);
    break_ties(&ties, count, scratch);
    number_ranks(&ties, count);
    for (size_t i = 0; i < count; i++)
        for (struct tie_note *note = placings[i].tie; note; note = note->earlier)
            note_against(&ties, note);
}
