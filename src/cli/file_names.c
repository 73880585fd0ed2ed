#include "file_names.h"

#include <string.h>

#include "plain.h"

enum { LONGEST_WORD = 150 };

/* What other systems forbid in names is replaced too: these files are sent around. */
static bool is_unsafe(uint32_t character)
{
    return character < 0x20 || character == 0x7F || character == TEXT_INVALID ||
           (character < 0x80 && strchr("/\\:*?\"<>|", (int)character) != NULL);
}

static struct text safe_word(struct text word, struct arena *arena)
{
    struct sink sink = sink_in(arena);
    word = text_trimmed(word);
    while (word.length > 0 && sink.length < LONGEST_WORD) {
        uint32_t character = text_next_character(&word);
        bool is_leading_dot = sink.length == 0 && character == '.';
        sink_character(&sink, is_unsafe(character) || is_leading_dot ? '_' : character);
    }
    if (sink.length == 0)
        sink_byte(&sink, '_');
    return sink_written(&sink);
}

static struct text name_of(const char *start, struct text word, size_t number, const char *end, struct arena *arena)
{
    struct sink sink = sink_in(arena);
    sink_c(&sink, start);
    sink_text(&sink, word);
    if (number > 1) {
        sink_byte(&sink, '-');
        sink_integer(&sink, (int64_t)number);
    }
    sink_c(&sink, end);
    return sink_written(&sink);
}

static bool is_taken(const struct file_names *names, struct text name)
{
    bool is_taken = false;
    for (size_t i = 0; i < names->count; i++)
        is_taken = is_taken || text_equal(names->taken[i], name);
    return is_taken;
}

struct text file_name_for(struct file_names *names, const char *start, struct text word, const char *end,
                          struct arena *arena)
{
    struct text safe = safe_word(word, arena), name;
    size_t number = 1;
    do {
        name = name_of(start, safe, number++, end, arena);
    } while (is_taken(names, name));
    ARENA_RESERVE_ONE(arena, names->taken, names->count, names->capacity);
    names->taken[names->count++] = name;
    return name;
}

bool file_name_ends_in(struct text name, struct text ending)
{
    return name.length > ending.length &&
           text_is_word((struct text){name.bytes + name.length - ending.length, ending.length}, ending);
}
