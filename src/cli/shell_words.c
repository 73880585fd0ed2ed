#include "shell_words.h"

#include <string.h>

static bool has_any(struct text word, const char *characters)
{
    for (size_t i = 0; i < word.length; i++)
        if (strchr(characters, word.bytes[i]))
            return true;
    return false;
}

/* Whether a shell takes it for one word that means itself. */
static bool is_plain(struct text word)
{
    return word.length > 0 && !has_any(word, " \t\n\"'`$&|;<>()*?[]{}#!~\\");
}

struct text shell_word(struct text word, struct arena *arena)
{
    if (is_plain(word))
        return word;
    struct sink sink = sink_in(arena);
    sink_byte(&sink, '\'');
    for (size_t i = 0; i < word.length; i++)
        if (word.bytes[i] == '\'')
            sink_c(&sink, "'\\''");
        else
            sink_byte(&sink, word.bytes[i]);
    sink_byte(&sink, '\'');
    return sink_written(&sink);
}

struct text shell_word_quote(struct text word)
{
    if (is_plain(word))
        return TEXT("");
    return has_any(word, "\"`$\\!") ? TEXT("'") : TEXT("\"");
}
