#include "tie_notes.h"

#include "glue.h"
#include "rule_words.h"
#include "score_text.h"
#include "typeset.h"

enum { DIGITS_MOST = 18 };

/* Contestants that one key parted, in their final order. */
struct tied {
    const struct placing **members;
    struct tie_value *values; /* beside them */
    size_t count;
    const struct tie_key *key;
    size_t turn; /* which of the key's values parted them */
};

/* The note of a member of a split about that split. */
static const struct tie_note *same_split(const struct tie_note *of, const struct tie_note *split)
{
    while (of && (of->key != split->key || of->turn != split->turn || of->parted.first != split->parted.first))
        of = of->earlier;
    return of;
}

static struct tied tied_by(const struct standings *standings, const struct sector_standings *sector,
                           const struct tie_note *split, struct arena *arena)
{
    size_t most = split->parted.end - split->parted.first;
    struct tied tied = {.members = ARENA_ARRAY(arena, const struct placing *, most),
                        .values = ARENA_ARRAY(arena, struct tie_value, most),
                        .key = &standings->contest->rules.ties[split->key],
                        .turn = split->turn};
    for (size_t i = split->parted.first; i < split->parted.end; i++) {
        const struct placing *placing = &sector->ranking[i].placing;
        tied.values[tied.count] = same_split(placing->tie, split)->value;
        tied.members[tied.count++] = placing;
    }
    return tied;
}

static bool differ(struct exact a, struct exact b, int digits, struct arena scratch)
{
    struct text left = decimal_text(a, digits, &scratch);
    return exact_compare(a, b) == 0 || !text_equal(left, decimal_text(b, digits, &scratch));
}

/* The fewest digits that tell different values apart. */
static int digits_telling_apart(const struct tied *tied, int least, struct arena scratch)
{
    int digits = least;
    for (size_t i = 1; i < tied->count; i++) {
        struct tie_value a = tied->values[i - 1], b = tied->values[i];
        while (a.is_there && b.is_there && digits < DIGITS_MOST && !differ(a.value, b.value, digits, scratch))
            digits++;
    }
    return digits;
}

/* What somebody wrote is shown as it is; the exact score says nothing new before the digits behind the printed ones. */
static int digits_of(const struct rules *rules, const struct tied *tied, struct arena scratch)
{
    int kind = tied->key->kind, digits = 0;
    if (kind != TIE_DECISION && kind != TIE_HEAD_TO_HEAD && kind != TIE_COLUMN && kind != TIE_PLAYOFF)
        return digits_telling_apart(tied, kind == TIE_EXACT ? rules->digits + 1 : rules->digits, scratch);
    for (size_t i = 0; i < tied->count; i++) {
        int used = tied->values[i].is_there ? exact_digits_used(tied->values[i].value) : 0;
        digits = used > digits ? used : digits;
    }
    return digits;
}

static struct text values_text(const struct contest *contest, const struct tied *tied, struct arena *arena)
{
    int digits = digits_of(&contest->rules, tied, *arena);
    struct listing listing = listing_of(&contest->rules, arena, "list.separator");
    for (size_t i = 0; i < tied->count; i++) {
        struct tie_value value = tied->values[i];
        struct text name = glue_text(contest->contestants[tied->members[i]->contestant].name, arena);
        struct text written = value.is_there ? decimal_text(value.value, digits, arena) : TEXT("");
        listing_add(&listing,
                    rule_say(&contest->rules, arena, value.is_there ? "leaderboard.tie.value" : "leaderboard.tie.lacks",
                             FILL({"name", name}, {"value", written})));
    }
    return listing_text(&listing);
}

/* The key as readers call it; where it has several values, with the number of the one that parted. */
static struct text key_text(const struct contest *contest, const struct tied *tied, struct arena *arena)
{
    const struct rules *rules = &contest->rules;
    int64_t number = (int64_t)tied->turn + 1;
    if (tied->key->kind == TIE_PLAYOFF && contest->playoff_attempts > 1)
        return rule_say(rules, arena, "leaderboard.tie.attempt", FILL({"number", number_text(number, arena)}));
    if (tied->key->kind == TIE_NEXT_BEST && tied->turn > 0)
        return rule_say(rules, arena, "leaderboard.tie.best",
                        FILL({"number", number_text(rules->best + number, arena)}));
    return rule_tie_key(rules, arena, tied->key);
}

/* ---- decisions ---- */

/* Texts of the decisions about the tied, each different one once. */
static struct text decided_text(const struct contest *contest, const struct tied *tied, bool is_reason,
                                struct arena *arena)
{
    struct listing listing = listing_of(&contest->rules, arena, "list.separator");
    struct text *told = ARENA_ARRAY(arena, struct text, tied->count);
    size_t count = 0;
    for (size_t i = 0; i < tied->count; i++) {
        const struct decision *decision = contest_decision(contest, tied->members[i]->contestant);
        struct text text = !decision ? TEXT("") : is_reason ? decision->reason : decision->signers;
        bool is_told = false;
        for (size_t k = 0; k < count; k++)
            is_told = is_told || text_equal(told[k], text);
        if (is_told)
            continue;
        told[count++] = text;
        listing_add(&listing, text);
    }
    return listing_text(&listing);
}

static struct text note_text(const struct contest *contest, const struct tied *tied, struct arena *arena)
{
    const struct rules *rules = &contest->rules;
    bool is_decision = tied->key->kind == TIE_DECISION;
    struct text none = TEXT("");
    struct text equal =
        rule_say(rules, arena, rules_lower_first(rules) ? "leaderboard.tie.sum" : "leaderboard.tie.final",
                 FILL({"final", decimal_text(tied->members[0]->result->final, rules->digits, arena)}));
    return rule_say(rules, arena, is_decision ? "leaderboard.tie.decision" : "leaderboard.tie",
                    FILL({"equal", equal}, {"key", key_text(contest, tied, arena)},
                         {"values", values_text(contest, tied, arena)},
                         {"reason", is_decision ? decided_text(contest, tied, true, arena) : none},
                         {"signers", is_decision ? decided_text(contest, tied, false, arena) : none}));
}

/* The splits that begin at a placing, the earliest key first. */
static void add_splits(const struct standings *standings, const struct sector_standings *sector, size_t at,
                       const struct tie_note *note, struct arena *arena, struct texts *notes, size_t *capacity)
{
    if (!note)
        return;
    add_splits(standings, sector, at, note->earlier, arena, notes, capacity);
    if (note->parted.first != at)
        return;
    struct tied tied = tied_by(standings, sector, note, arena);
    ARENA_RESERVE_ONE(arena, notes->items, notes->count, *capacity);
    notes->items[notes->count++] = note_text(standings->contest, &tied, arena);
}

static void add_keys(const struct contest *contest, const struct tie_note *note, struct listing *listing,
                     size_t *others, struct arena *arena)
{
    if (!note)
        return;
    add_keys(contest, note->earlier, listing, others, arena);
    if (!note->earlier)
        *others = note->parted.end - note->parted.first - 1;
    struct tied tied = {.key = &contest->rules.ties[note->key], .turn = note->turn};
    listing_add(listing, key_text(contest, &tied, arena));
}

struct text tie_keys_of(const struct standings *standings, const struct placing *placing, size_t *others,
                        struct arena *arena)
{
    struct listing listing = listing_of(&standings->contest->rules, arena, "list.separator");
    *others = 0;
    add_keys(standings->contest, placing->tie, &listing, others, arena);
    return listing_text(&listing);
}

struct text tie_keys_of_rules(const struct rules *rules, struct arena *arena)
{
    struct listing listing = listing_of(rules, arena, "list.separator");
    for (size_t i = 0; i < rules->tie_count; i++)
        listing_add(&listing, rule_tie_key(rules, arena, &rules->ties[i]));
    return listing_text(&listing);
}

struct texts tie_notes_of(const struct standings *standings, const struct sector_standings *sector, struct arena *arena)
{
    struct texts notes = {0};
    size_t capacity = 0;
    for (size_t i = 0; i < sector->ranking_count; i++)
        add_splits(standings, sector, i, sector->ranking[i].placing.tie, arena, &notes, &capacity);
    return notes;
}
