#include "ranking.h"

#include <stdlib.h>

#include "tie_values.h"

/* One who is tied, with the value of the key at hand. */
struct tied {
    struct placing placing;
    struct tie_value value;
    int direction; /* 1: higher first, -1: lower first */
};

struct tie_break {
    const struct sheets *sheets;
    const struct rules *rules;
    struct placing *placings;
    bool *starts_rank;   /* by position: parted from the one before */
    struct arena *arena; /* for the notes */
};

/* ---- what is compared ---- */

/* A placing beside what orders it first: to look that up in the results of thousands takes longer than to sort. */
struct contender {
    size_t stage;
    struct exact final;
    struct placing placing;
};

static struct contender contender_of(const struct placing *placing)
{
    return (struct contender){placing->result->stage, placing->result->final, *placing};
}

static int by_contestant(const struct placing *a, const struct placing *b)
{
    return (a->contestant > b->contestant) - (a->contestant < b->contestant);
}

/* Those who came further first, then by the published final. */
static int by_final(const struct contender *a, const struct contender *b, bool lower_first)
{
    if (a->stage != b->stage)
        return a->stage > b->stage ? -1 : 1;
    int order = exact_compare(b->final, a->final);
    return lower_first ? -order : order;
}

static int higher_final_first(const void *left, const void *right)
{
    const struct contender *a = left, *b = right;
    int order = by_final(a, b, false);
    return order != 0 ? order : by_contestant(&a->placing, &b->placing);
}

static int lower_final_first(const void *left, const void *right)
{
    const struct contender *a = left, *b = right;
    int order = by_final(a, b, true);
    return order != 0 ? order : by_contestant(&a->placing, &b->placing);
}

/* In their direction, those without a value last. */
static int compare_values(const struct tied *a, const struct tied *b)
{
    if (!a->value.is_there || !b->value.is_there)
        return b->value.is_there - a->value.is_there;
    return exact_compare(b->value.value, a->value.value) * a->direction;
}

static int by_value(const void *left, const void *right)
{
    const struct tied *a = left, *b = right;
    int order = compare_values(a, b);
    return order != 0 ? order : by_contestant(&a->placing, &b->placing);
}

static int direction_of(const struct rules *rules, const struct tie_key *key)
{
    bool is_score = key->kind == TIE_EXACT || key->kind == TIE_ROUND;
    bool is_lower_first = key->is_lower_first || key->kind == TIE_DECISION || (is_score && rules_lower_first(rules));
    return is_lower_first ? -1 : 1;
}

/* How many values a key compares, one after the other. */
static size_t turns_of(const struct tie_break *ties, struct run run, size_t key)
{
    int kind = ties->rules->ties[key].kind;
    if (kind == TIE_EXACT || kind == TIE_ROUND || kind == TIE_HEAD_TO_HEAD)
        return 1;
    return ties->placings[run.first].result->tie_values[key].count;
}

/* In how many sheets a placing beats the others of the run. */
static struct tie_value beaten(const struct tie_break *ties, struct run run, size_t position)
{
    const struct placing *placing = &ties->placings[position];
    const struct stage *stage = &ties->rules->stages[placing->result->stage];
    int64_t count = 0;
    for (size_t i = run.first; i < run.end; i++)
        if (i != position)
            count += tie_values_beaten(ties->sheets, stage, placing->contestant, ties->placings[i].contestant);
    return (struct tie_value){true, exact_from_integer(ties->arena, count)};
}

static struct tie_value value_of(const struct tie_break *ties, struct run run, size_t key, size_t turn, size_t position)
{
    const struct tie_key *rule = &ties->rules->ties[key];
    const struct result *result = ties->placings[position].result;
    if (rule->kind == TIE_EXACT)
        return (struct tie_value){true, result->exact};
    if (rule->kind == TIE_ROUND)
        return (struct tie_value){result->rounds[rule->round].is_scored, result->rounds[rule->round].score};
    if (rule->kind == TIE_HEAD_TO_HEAD)
        return beaten(ties, run, position);
    return result->tie_values[key].items[turn];
}

/* ---- breaking ---- */

static void note_tie(struct tie_break *ties, size_t position, struct tie_note note)
{
    struct tie_note *kept = ARENA_NEW(ties->arena, struct tie_note);
    *kept = note;
    kept->earlier = ties->placings[position].tie;
    ties->placings[position].tie = kept;
}

/* Puts the run into the order of a key's value. *ordered is taken from `scratch`, by position within the run. */
static struct tied *order_by_key(struct tie_break *ties, struct run run, size_t key, size_t turn, struct arena *scratch)
{
    size_t count = run.end - run.first;
    struct tied *ordered = ARENA_ARRAY(scratch, struct tied, count);
    int direction = direction_of(ties->rules, &ties->rules->ties[key]);
    for (size_t i = 0; i < count; i++)
        ordered[i] =
            (struct tied){ties->placings[run.first + i], value_of(ties, run, key, turn, run.first + i), direction};
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

/* Splits a tied run by the keys from `key`, and of that from its value `turn`, on; each part goes on with the next. */
static void break_tie(struct tie_break *ties, struct run run, size_t key, size_t turn, struct arena scratch)
{
    size_t count = run.end - run.first;
    while (key < ties->rules->tie_count && turn == turns_of(ties, run, key)) {
        key++;
        turn = 0;
    }
    if (count < 2 || key == ties->rules->tie_count)
        return;
    struct tied *ordered = order_by_key(ties, run, key, turn, &scratch);
    for (struct run part = equal_run(ordered, 0, count);; part = equal_run(ordered, part.end, count)) {
        struct run kept = {run.first + part.first, run.first + part.end};
        bool is_parted = part.end - part.first < count;
        for (size_t i = kept.first; is_parted && i < kept.end; i++)
            note_tie(ties, i,
                     (struct tie_note){
                         .parted = run, .kept = kept, .key = key, .turn = turn, .value = ordered[i - run.first].value});
        ties->starts_rank[kept.first] = true;
        break_tie(ties, kept, key, turn + 1, scratch);
        if (part.end == count)
            return;
    }
}

/* ---- notes ---- */

/* The note of another placing about the same split: each value of a key splits the run of a placing once. */
static const struct tie_note *same_split(const struct tie_break *ties, size_t position, const struct tie_note *note)
{
    const struct tie_note *other = ties->placings[position].tie;
    while (other->key != note->key || other->turn != note->turn)
        other = other->earlier;
    return other;
}

static void add_rival(const struct tie_break *ties, struct tie_note *note, size_t position)
{
    note->against[note->against_count++] =
        (struct tie_rival){ties->placings[position].contestant, same_split(ties, position, note)};
}

/* Those of the run that was split who fell into other parts, once all is in order. */
static void note_against(const struct tie_break *ties, struct tie_note *note)
{
    size_t above = note->kept.first - note->parted.first, below = note->parted.end - note->kept.end;
    above = above < TIE_AGAINST_EACH_WAY ? above : TIE_AGAINST_EACH_WAY;
    below = below < TIE_AGAINST_EACH_WAY ? below : TIE_AGAINST_EACH_WAY;
    note->against = ARENA_ARRAY(ties->arena, struct tie_rival, above + below);
    for (size_t i = 0; i < above; i++)
        add_rival(ties, note, note->kept.first - above + i);
    for (size_t i = 0; i < below; i++)
        add_rival(ties, note, note->kept.end + i);
}

/* ---- ranks ---- */

static void number_ranks(const struct tie_break *ties, size_t count)
{
    size_t rank = 0;
    for (size_t i = 0; i < count; i++) {
        if (ties->starts_rank[i])
            rank = ties->rules->dense ? rank + 1 : i + 1;
        ties->placings[i].rank = rank;
    }
}

/* Puts the placings into the order of their finals. *contenders is taken from `scratch`, in the same order. */
static struct contender *order_by_final(struct tie_break *ties, size_t count, struct arena *scratch)
{
    struct contender *contenders = ARENA_ARRAY(scratch, struct contender, count);
    for (size_t i = 0; i < count; i++)
        contenders[i] = contender_of(&ties->placings[i]);
    if (count > 1)
        qsort(contenders, count, sizeof *contenders,
              rules_lower_first(ties->rules) ? lower_final_first : higher_final_first);
    for (size_t i = 0; i < count; i++)
        ties->placings[i] = contenders[i].placing;
    return contenders;
}

static void break_ties(struct tie_break *ties, const struct contender *contenders, size_t count, struct arena scratch)
{
    for (struct run run = {0, 0}; run.first < count; run.first = run.end) {
        run.end = run.first + 1;
        while (run.end < count && by_final(&contenders[run.first], &contenders[run.end], false) == 0)
            run.end++;
        ties->starts_rank[run.first] = true;
        break_tie(ties, run, 0, 0, scratch);
    }
}

void ranking_assign(const struct sheets *sheets, struct placing *placings, size_t count, struct arena *arena,
                    struct arena scratch)
{
    const struct rules *rules = &sheets->contest->rules;
    struct tie_break ties = {
        .sheets = sheets,
        .rules = rules,
        .placings = placings,
        .starts_rank = ARENA_ARRAY(&scratch, bool, count),
        .arena = arena,
    };
    const struct contender *contenders = order_by_final(&ties, count, &scratch);
    break_ties(&ties, contenders, count, scratch);
    number_ranks(&ties, count);
    for (size_t i = 0; i < count; i++)
        for (struct tie_note *note = placings[i].tie; note; note = note->earlier)
            note_against(&ties, note);
}

int ranking_compare(const struct sheets *sheets, const struct placing *a, const struct placing *b)
{
    const struct rules *rules = &sheets->contest->rules;
    struct placing pair[] = {*a, *b};
    struct tie_break ties = {.sheets = sheets, .rules = rules, .placings = pair};
    const struct run run = {0, 2};
    const struct contender left = contender_of(a), right = contender_of(b);
    int order = by_final(&left, &right, rules_lower_first(rules));
    for (size_t key = 0; order == 0 && key < rules->tie_count; key++) {
        int direction = direction_of(rules, &rules->ties[key]);
        for (size_t turn = 0;
             order == 0 && rules->ties[key].kind != TIE_HEAD_TO_HEAD && turn < turns_of(&ties, run, key); turn++) {
            struct tied one = {*a, value_of(&ties, run, key, turn, 0), direction};
            struct tied other = {*b, value_of(&ties, run, key, turn, 1), direction};
            order = compare_values(&one, &other);
        }
    }
    return order;
}
