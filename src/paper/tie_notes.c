#include "tie_notes.h"

#include "glue.h"
#include "typeset.h"
#include "wording.h"
#include "words.h"

enum { DIGITS_MOST = 18 };

/* Contestants that one key parted, in their final order. */
struct tied {
    const struct standing **members;
    size_t count;
    const struct tie_key *key;
};

static bool is_against(const struct tie_note *note, size_t contestant)
{
    for (size_t i = 0; i < note->against_count; i++)
        if (note->against[i] == contestant)
            return true;
    return false;
}

static bool is_member(const struct placing *first, const struct placing *other)
{
    return other == first || is_against(first->tie, other->contestant);
}

/* Whether an earlier placing speaks of the same parting. */
static bool is_told(const struct sector_standings *sector, size_t at)
{
    const struct placing *placing = &sector->ranking[at].placing;
    for (size_t i = 0; i < at; i++) {
        const struct tie_note *earlier = sector->ranking[i].placing.tie;
        if (earlier && earlier->key == placing->tie->key && is_against(earlier, placing->contestant))
            return true;
    }
    return false;
}

static struct tied tied_with(const struct standings *standings, const struct sector_standings *sector, size_t at,
                             struct arena *arena)
{
    const struct placing *first = &sector->ranking[at].placing;
    struct tied tied = {.members = ARENA_ARRAY(arena, const struct standing *, first->tie->against_count + 1),
                        .key = &standings->contest->rules.ties[first->tie->key]};
    for (size_t i = 0; i < sector->ranking_count; i++)
        if (is_member(first, &sector->ranking[i].placing))
            tied.members[tied.count++] = &sector->ranking[i];
    return tied;
}

static struct text decimal(struct exact value, int digits, struct arena *arena)
{
    struct sink sink = sink_in(arena);
    exact_write_decimal(&sink, value, digits);
    return sink_written(&sink);
}

static bool differ(struct exact a, struct exact b, int digits, struct arena scratch)
{
    struct text left = decimal(a, digits, &scratch);
    return exact_compare(a, b) == 0 || !text_equal(left, decimal(b, digits, &scratch));
}

/* The fewest digits that tell different values apart. */
static int digits_telling_apart(const struct tied *tied, int least, struct arena scratch)
{
    int digits = least;
    for (size_t i = 1; i < tied->count; i++) {
        struct exact a, b;
        if (!tie_key_value(tied->key, tied->members[i - 1]->placing.result, &a) ||
            !tie_key_value(tied->key, tied->members[i]->placing.result, &b))
            continue;
        while (digits < DIGITS_MOST && !differ(a, b, digits, scratch))
            digits++;
    }
    return digits;
}

static struct text values_text(const struct contest *contest, const struct tied *tied, int digits, struct arena *arena)
{
    enum language language = (enum language)contest->rules.language;
    struct sink sink = sink_in(arena);
    for (size_t i = 0; i < tied->count; i++) {
        const struct placing *placing = &tied->members[i]->placing;
        struct exact value;
        if (i > 0)
            sink_text(&sink, wording_plain(language, "list.separator"));
        struct text name = contest->contestants[placing->contestant].name;
        bool has_value = tie_key_value(tied->key, placing->result, &value);
        struct text written = has_value ? decimal(value, digits, arena) : TEXT("");
        wording_write(&sink, language, has_value ? "leaderboard.tie.value" : "leaderboard.tie.lacks",
                      FILL({"name", glue_text(name, arena)}, {"value", written}));
    }
    return sink_written(&sink);
}

static struct text note_text(const struct contest *contest, const struct tied *tied, struct arena *arena)
{
    const struct rules *rules = &contest->rules;
    struct sink key = sink_in(arena);
    words_write_tie_key(&key, rules, tied->key);
    /* The exact score says nothing new before the digits behind the printed ones. */
    int least = tied->key->kind == TIE_EXACT ? rules->digits + 1 : rules->digits;
    int digits = digits_telling_apart(tied, least, *arena);
    return wording_text(arena, (enum language)rules->language, "leaderboard.tie",
                        FILL({"final", decimal(tied->members[0]->placing.result->final, rules->digits, arena)},
                             {"key", sink_written(&key)}, {"values", values_text(contest, tied, digits, arena)}));
}

struct texts tie_notes_of(const struct standings *standings, const struct sector_standings *sector, struct arena *arena)
{
    struct texts notes = {ARENA_ARRAY(arena, struct text, sector->ranking_count), 0};
    for (size_t i = 0; i < sector->ranking_count; i++) {
        if (!sector->ranking[i].placing.tie || is_told(sector, i))
            continue;
        struct tied tied = tied_with(standings, sector, i, arena);
        notes.items[notes.count++] = note_text(standings->contest, &tied, arena);
    }
    return notes;
}
