#include "wording_changes.h"

#include <stddef.h>

#include "index.h"
#include "proofread.h"
#include "wording.h"

/* The program's own have 230 at most. */
enum { SENTENCE_LONGEST = 1000 };

/* The file while it is read, line by line. */
struct changes {
    enum language language;
    struct text file, line;
    size_t line_number;
    struct index keys, changed;   /* that there are; that stood before */
    struct typesetter typesetter; /* without fonts: letters are not looked for */
    struct arena *arena;
    struct faults *faults;
};

static struct place place_of(const struct changes *changes, const char *byte)
{
    struct text before = {changes->line.bytes, (size_t)(byte - changes->line.bytes)};
    return (struct place){.file = changes->file, .line = changes->line_number, .column = text_characters(before) + 1};
}

static void report(struct changes *changes, const char *byte, struct message what, struct message hint)
{
    faults_add(changes->faults, SEVERITY_ERROR, place_of(changes, byte), what, hint);
}

/* ---- placeholders and brackets ---- */

/* The first of these two that stands in `text` from `at` on; its length: neither does. */
static size_t find_either(struct text text, size_t at, char one, char other)
{
    while (at < text.length && text.bytes[at] != one && text.bytes[at] != other)
        at++;
    return at;
}

static bool has_placeholder(struct text text, struct text name)
{
    for (size_t at = find_either(text, 0, '{', '{'); at < text.length; at = find_either(text, at, '{', '{')) {
        size_t end = find_either(text, at, '}', '}');
        if (text_equal((struct text){text.bytes + at + 1, end - at - 1}, name))
            return true;
        at = end;
    }
    return false;
}

/* "{title}, {part}"; empty where there are none. */
static struct text placeholders_of(struct text text, struct arena *arena)
{
    struct sink sink = sink_in(arena);
    for (size_t at = find_either(text, 0, '{', '{'); at < text.length; at = find_either(text, at, '{', '{')) {
        size_t end = find_either(text, at, '}', '}');
        sink_c(&sink, sink.length > 0 ? ", " : "");
        sink_text(&sink, (struct text){text.bytes + at, end - at + 1});
        at = end;
    }
    return sink_written(&sink);
}

static void check_placeholders(struct changes *changes, struct text value, struct text built_in)
{
    for (size_t at = find_either(value, 0, '{', '}'); at < value.length; at = find_either(value, at, '{', '}')) {
        size_t end = find_either(value, at + 1, '}', '{');
        bool is_closed = value.bytes[at] == '{' && end < value.length && value.bytes[end] == '}';
        struct text name = {value.bytes + at + 1, is_closed ? end - at - 1 : 0};
        struct text known = placeholders_of(built_in, changes->arena);
        if (!is_closed)
            report(changes, value.bytes + at, MESSAGE("this brace has no other to it"), NO_HINT);
        else if (!has_placeholder(built_in, name))
            report(changes, value.bytes + at, MESSAGE("this sentence knows no {1}", name),
                   known.length > 0 ? MESSAGE("it knows {1}", known) : MESSAGE("it knows no placeholders"));
        at = is_closed ? end + 1 : at + 1;
    }
}

/* Parts that are left out where a value is empty do not lie within each other. */
static void check_brackets(struct changes *changes, struct text value)
{
    for (size_t at = find_either(value, 0, '[', ']'); at < value.length; at = find_either(value, at, '[', ']')) {
        size_t end = find_either(value, at + 1, ']', '[');
        bool is_closed = value.bytes[at] == '[' && end < value.length && value.bytes[end] == ']';
        if (!is_closed)
            report(changes, value.bytes + at, MESSAGE("this bracket has no other to it"), NO_HINT);
        at = is_closed ? end + 1 : at + 1;
    }
}

/* ---- letters ---- */

static void check_letters(struct changes *changes, struct text key, struct text value)
{
    struct sink longest = sink_in(changes->arena);
    sink_integer(&longest, SENTENCE_LONGEST);
    if (text_characters(value) > SENTENCE_LONGEST)
        report(changes, value.bytes, MESSAGE("a sentence has at most {1} characters", sink_written(&longest)),
               MESSAGE("shorten it"));
    else if (changes->typesetter.fonts)
        proofread_text(&changes->typesetter, key, place_of(changes, value.bytes), value);
}

/* ---- lines ---- */

static void report_key(struct changes *changes, struct text key)
{
    struct text nearest = index_nearest(&changes->keys, key, *changes->arena);
    report(changes, key.bytes, MESSAGE("there is no sentence {1}", key),
           nearest.length > 0 ? MESSAGE("did you mean {1}?", nearest)
                              : MESSAGE("biwu help wording lists them, and biwu help wording.en those in English"));
}

static void change(struct changes *changes, struct text key, struct text value)
{
    struct text built_in = wording_built_in(changes->language, key);
    check_placeholders(changes, value, built_in);
    check_brackets(changes, value);
    check_letters(changes, key, value);
    if (index_find(&changes->changed, key) != INDEX_NONE)
        report(changes, key.bytes, MESSAGE("{1} stands twice", key), MESSAGE("take one of them out"));
    index_add(&changes->changed, key, changes->line_number);
    wording_change(changes->language, key, value);
}

static void read_line(struct changes *changes)
{
    struct text value = changes->line, key;
    if (text_trimmed(value).length == 0 || text_starts_with(value, TEXT("#")))
        return;
    text_next_part(&value, '=', &key);
    key = text_trimmed(key);
    if (!value.bytes)
        report(changes, changes->line.bytes, MESSAGE("this line has no ="), MESSAGE("write KEY = TEXT"));
    else if (index_find(&changes->keys, key) == INDEX_NONE)
        report_key(changes, key);
    else
        change(changes, key, text_trimmed(value));
}

bool wording_changes_read(enum language language, struct text text, struct text file, const struct fonts *fonts,
                          struct arena *arena, struct faults *faults)
{
    struct changes changes = {.language = language,
                              .file = file,
                              .keys = wording_keys(language, arena),
                              .changed = index_in(arena),
                              .typesetter = {.fonts = fonts, .arena = arena, .faults = faults},
                              .arena = arena,
                              .faults = faults};
    struct text rest = text;
    size_t grave = faults_grave(faults);
    wording_restore();
    while (text_next_part(&rest, '\n', &changes.line)) {
        changes.line_number++;
        read_line(&changes);
    }
    if (faults_grave(faults) == grave)
        return true;
    wording_restore();
    return false;
}
