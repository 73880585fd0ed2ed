#include "wording.h"

#include <assert.h>
#include <pthread.h>

#include "embed.h"

EMBED("biwu_wording_zh", "wording/zh.txt");
EMBED("biwu_wording_en", "wording/en.txt");

extern const char biwu_wording_zh[], biwu_wording_zh_end[], biwu_wording_en[], biwu_wording_en_end[];

struct text wording_file(enum language language)
{
    if (language == LANGUAGE_ENGLISH)
        return (struct text){biwu_wording_en, (size_t)(biwu_wording_en_end - biwu_wording_en)};
    return (struct text){biwu_wording_zh, (size_t)(biwu_wording_zh_end - biwu_wording_zh)};
}

/* Quotes keep blanks at the ends. */
static struct text without_quotes(struct text value)
{
    bool is_quoted = value.length >= 2 && value.bytes[0] == '"' && value.bytes[value.length - 1] == '"';
    return is_quoted ? (struct text){value.bytes + 1, value.length - 2} : value;
}

/* ---- by key ---- */

enum { LANGUAGES = 2, SLOTS = 2048 }; /* more than twice as many as a file has keys */

struct wording {
    struct text key, text;
    struct text built_in; /* text, before the user changed it */
};

/* Filled once, whichever thread comes first, and changed only while nothing is printed. */
static struct wording wordings[LANGUAGES][SLOTS];
static pthread_once_t wordings_are_filled = PTHREAD_ONCE_INIT;

/* The slot of a key, or the free one where it would be. */
static struct wording *slot_of(enum language language, struct text key)
{
    size_t at = text_hash(key) % SLOTS;
    while (wordings[language][at].key.bytes && !text_equal(wordings[language][at].key, key))
        at = (at + 1) % SLOTS;
    return &wordings[language][at];
}

static void fill_language(enum language language)
{
    struct text rest = wording_file(language), line, name;
    size_t count = 0;
    while (text_next_part(&rest, '\n', &line)) {
        struct text value = line;
        if (text_starts_with(line, TEXT("#")) || !text_next_part(&value, '=', &name) || !value.bytes)
            continue;
        struct text key = text_trimmed(name);
        struct wording *slot = slot_of(language, key);
        if (slot->key.bytes)
            continue;
        slot->key = key;
        slot->text = slot->built_in = without_quotes(text_trimmed(value));
        count++;
    }
    assert(count < SLOTS / 2);
}

static void fill_wordings(void)
{
    fill_language(LANGUAGE_CHINESE);
    fill_language(LANGUAGE_ENGLISH);
}

struct text wording_plain(enum language language, const char *key)
{
    pthread_once(&wordings_are_filled, fill_wordings);
    const struct wording *found = slot_of(language, text_from_c(key));
    assert(found->key.bytes && "a key that templates/wording/ lacks");
    return found->text;
}

/* ---- the user's own ---- */

void wording_restore(void)
{
    pthread_once(&wordings_are_filled, fill_wordings);
    for (size_t language = 0; language < LANGUAGES; language++)
        for (size_t i = 0; i < SLOTS; i++)
            wordings[language][i].text = wordings[language][i].built_in;
}

void wording_change(enum language language, struct text key, struct text value)
{
    pthread_once(&wordings_are_filled, fill_wordings);
    slot_of(language, key)->text = without_quotes(value);
}

struct text wording_built_in(enum language language, struct text key)
{
    pthread_once(&wordings_are_filled, fill_wordings);
    return slot_of(language, key)->built_in;
}

struct index wording_keys(enum language language, struct arena *arena)
{
    struct index keys = index_in(arena);
    pthread_once(&wordings_are_filled, fill_wordings);
    for (size_t i = 0; i < SLOTS; i++)
        if (wordings[language][i].key.bytes)
            index_add(&keys, wordings[language][i].key, i);
    return keys;
}

/* ---- filling in ---- */

static struct text find_filling(const struct filling *fillings, struct text name)
{
    for (; fillings && fillings->name; fillings++)
        if (text_equal(text_from_c(fillings->name), name))
            return fillings->value;
    return TEXT("");
}

/* The part of `text` before the first `end`, which is passed too. */
static struct text take_until(struct text *text, char end)
{
    struct text part = TEXT("");
    bool found = text_next_part(text, end, &part);
    if (!found || !text->bytes)
        *text = TEXT("");
    return part;
}

static bool has_empty_value(struct text part, const struct filling *fillings)
{
    while (part.length > 0) {
        take_until(&part, '{');
        if (part.length > 0 && find_filling(fillings, take_until(&part, '}')).length == 0)
            return true;
    }
    return false;
}

static void write_filled(struct sink *sink, struct text part, const struct filling *fillings)
{
    while (part.length > 0) {
        sink_text(sink, take_until(&part, '{'));
        if (part.length > 0)
            sink_text(sink, find_filling(fillings, take_until(&part, '}')));
    }
}

void wording_fill(struct sink *sink, struct text template, const struct filling *fillings)
{
    struct text rest = template;
    while (rest.length > 0) {
        write_filled(sink, take_until(&rest, '['), fillings);
        struct text optional = take_until(&rest, ']');
        if (!has_empty_value(optional, fillings))
            write_filled(sink, optional, fillings);
    }
}

void wording_write(struct sink *sink, enum language language, const char *key, const struct filling *fillings)
{
    wording_fill(sink, wording_plain(language, key), fillings);
}

struct text wording_text(struct arena *arena, enum language language, const char *key, const struct filling *fillings)
{
    struct sink sink = sink_in(arena);
    wording_write(&sink, language, key, fillings);
    return sink_written(&sink);
}
