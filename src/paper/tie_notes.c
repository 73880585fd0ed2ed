#include "tie_notes.h"

#include "glue.h"
#include "typeset.h"
#include "wording.h"
#include "words.h"

enum { DIGITS_MOST = 18 };

/* Contestants that one key parted, in their final order. */
struct tied {
    const struct placing **members;
    struct tie_value *values; /* beside them */
    size_t count;
    const struct tie_key *key;
};

static const struct tie_rival *rival_of(const struct tie_note *note, size_t contestant)
{
    for (size_t i = 0; i < note->against_count; i++)
        if (note->against[i].contestant == contestant)
            return &note->against[i];
    return NULL;
}

/* Whether an earlier placing speaks of the same parting. */
static bool is_told(const struct sector_standings *sector, size_t at)
{
    const struct placing *placing = &sector->ranking[at].placing;
    for (size_t i = 0; i < at; i++) {
        const struct tie_note *earlier = sector->ranking[i].placing.tie;
        if (earlier && earlier->key == placing->tie->key && rival_of(earlier, placing->contestant))
            return true;
    }
    return false;
}

static struct tied tied_with(const struct standings *standings, const struct sector_standings *sector, size_t at,
                             struct arena *arena)
{
    const struct placing *first = &sector->ranking[at].placing;
    size_t most = first->tie->against_count + 1;
    struct tied tied = {.members = ARENA_ARRAY(arena, const struct placing *, most),
                        .values = ARENA_ARRAY(arena, struct tie_value, most),
                        .key = &standings->contest->rules.ties[first->tie->key]};
    for (size_t i = 0; i < sector->ranking_count; i++) {
        const struct placing *placing = &sector->ranking[i].placing;
        const struct tie_rival *rival = rival_of(first->tie, placing->contestant);
        if (placing != first && !rival)
            continue;
        tied.values[tied.count] = rival ? rival->value : first->tie->value;
        tied.members[tied.count++] = placing;
    }
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
        struct tie_value a = tied->values[i - 1], b = tied->values[i];
        while (a.is_there && b.is_there && digits < DIGITS_MOST && !differ(a.value, b.value, digits, scratch))
            digits++;
    }
    return digits;
}

/* Places and counts are whole numbers; the exact score says nothing new before the digits behind the printed ones. */
static int least_digits(const struct rules *rules, const struct tie_key *key)
{
    bool is_whole = key->kind == TIE_DECISION || key->kind == TIE_HEAD_TO_HEAD || key->kind == TIE_COLUMN ||
                    key->kind == TIE_PLAYOFF;
    return is_whole ? 0 : key->kind == TIE_EXACT ? rules->digits + 1 : rules->digits;
}

static struct text values_text(const struct contest *contest, const struct tied *tied, int digits, struct arena *arena)
{
    enum language language = (enum language)contest->rules.language;
    struct sink sink = sink_in(arena);
    for (size_t i = 0; i < tied->count; i++) {
        struct tie_value value = tied->values[i];
        if (i > 0)
            sink_text(&sink, wording_plain(language, "list.separator"));
        struct text name = contest->contestants[tied->members[i]->contestant].name;
        struct text written = value.is_there ? decimal(value.value, digits, arena) : TEXT("");
        wording_write(&sink, language, value.is_there ? "leaderboard.tie.value" : "leaderboard.tie.lacks",
                      FILL({"name", glue_text(name, arena)}, {"value", written}));
    }
    return sink_written(&sink);
}

static struct text note_text(const struct contest *contest, const struct tied *tied, struct arena *arena)
{
    const struct rules *rules = &contest->rules;
    struct sink key = sink_in(arena);
    words_write_tie_key(&key, rules, tied->key);
    int digits = digits_telling_apart(tied, least_digits(rules, tied->key), *arena);
    return wording_text(arena, (enum language)rules->language, "leaderboard.tie",
                        FILL({"final", decimal(tied->members[0]->result->final, rules->digits, arena)},
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
