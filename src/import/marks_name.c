#include "marks_name.h"

#include "plain.h"

/* ---- texts ---- */

struct text name_folded(struct text name, struct arena *arena)
{
    struct sink sink = sink_in(arena);
    while (name.length > 0) {
        const char *bytes = name.bytes;
        uint32_t c = text_next_character(&name);
        if (c == TEXT_INVALID) {
            sink_byte(&sink, *bytes);
            continue;
        }
        if (c >= 0xFF01 && c <= 0xFF5E)
            c -= 0xFF01 - '!';
        if (c == 0x3000)
            c = ' ';
        sink_character(&sink, c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    }
    return sink_written(&sink);
}

static struct text stem_of(const char *path)
{
    struct text stem = text_from_c(path);
    for (size_t i = stem.length; i-- > 0;)
        if (stem.bytes[i] == '/') {
            stem = (struct text){stem.bytes + i + 1, stem.length - i - 1};
            break;
        }
    for (size_t i = stem.length; i-- > 1;)
        if (stem.bytes[i] == '.') {
            stem.length = i;
            break;
        }
    return text_trimmed(stem);
}

static bool is_separator(uint32_t c)
{
    return c == '-' || c == '_' || c == ' ' || c == 0xA0 || c == 0x2013 || c == 0x2014;
}

static struct text behind_separators(struct text text)
{
    struct text rest = text;
    while (rest.length > 0 && is_separator(text_next_character(&rest)))
        text = rest;
    return text;
}

/* Cuts a name off the front of `rest`; false where it does not stand there, or goes on. A copy's number may follow at
 * once: 登台述评(1). */
static bool cut_name(struct text *rest, struct text name)
{
    if (name.length == 0 || !text_starts_with(*rest, name))
        return false;
    struct text behind = {rest->bytes + name.length, rest->length - name.length}, after = behind;
    if (behind.length > 0) {
        uint32_t c = text_next_character(&after);
        if (!is_separator(c) && c != '(')
            return false;
    }
    *rest = behind;
    return true;
}

/* ---- ways to read it ---- */

struct name_reading {
    const struct rules *rules;
    struct text folded; /* the stem */
    struct arena arena;
    size_t explained; /* bytes of the stem, by the best way so far */
    struct marks_name name;
};

/* Takes a way to read the name up to `rest`, if it explains more of it than those before. */
static void consider(struct name_reading *reading, struct text rest, size_t round, struct text criterion)
{
    struct marks_name *name = &reading->name;
    size_t explained = reading->folded.length - rest.length;
    bool is_same = name->round == round && text_is_word(name->criterion, criterion);
    if (explained < reading->explained || (explained == reading->explained && is_same))
        return;
    name->is_ambiguous = explained == reading->explained;
    reading->explained = explained;
    name->round = round;
    name->criterion = criterion;
}

static void try_criteria(struct name_reading *reading, struct text rest, size_t of_round, size_t round)
{
    const struct round *rules = &reading->rules->rounds[of_round];
    for (size_t c = 0; rules->criterion_count > 1 && c < rules->criterion_count; c++) {
        const struct text names[] = {rules->criteria[c].id, rules->criteria[c].name};
        for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
            struct text behind = rest;
            if (cut_name(&behind, name_folded(names[i], &reading->arena)))
                consider(reading, behind, round, names[i]);
        }
    }
}

static void try_round(struct name_reading *reading, size_t round)
{
    const struct text names[] = {reading->rules->rounds[round].id, reading->rules->rounds[round].name};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct text rest = reading->folded;
        if (!cut_name(&rest, name_folded(names[i], &reading->arena)))
            continue;
        consider(reading, rest, round, TEXT(""));
        try_criteria(reading, behind_separators(rest), round, round);
    }
}

struct marks_name marks_name_read(const struct rules *rules, const char *path, bool names_round, struct arena scratch)
{
    struct text stem = stem_of(path);
    struct name_reading reading = {.rules = rules, .arena = scratch, .name = {.stem = stem, .round = INDEX_NONE}};
    reading.folded = name_folded(stem, &reading.arena);
    for (size_t r = 0; r < rules->round_count; r++) {
        try_round(&reading, r);
        if (!names_round)
            try_criteria(&reading, reading.folded, r, INDEX_NONE);
    }
    if (reading.name.is_ambiguous) {
        reading.name.round = INDEX_NONE;
        reading.name.criterion = TEXT("");
    }
    return reading.name;
}

struct text marks_name_nearest_round(const struct rules *rules, struct text stem, struct arena scratch)
{
    struct index known = index_in(&scratch);
    for (size_t i = 0; i < rules->round_count; i++) {
        index_add(&known, rules->rounds[i].id, i);
        index_add(&known, rules->rounds[i].name, i);
    }
    return stem.length <= PLAIN_MOST_BYTES ? index_nearest(&known, stem, scratch) : TEXT("");
}
