#include "glue.h"

#include "character.h"
#include "line_break.h"

struct text glue_text(struct text text, struct arena *arena)
{
    struct sink sink = sink_in(arena);
    for (struct text rest = text; rest.length > 0;) {
        sink_character(&sink, text_next_character(&rest));
        struct text after = rest;
        if (rest.length > 0 && !character_is_selector(text_next_character(&after)))
            sink_character(&sink, WORD_JOINER);
    }
    return sink_written(&sink);
}

static struct text without_glue(struct text glued, bool everywhere, struct arena *arena)
{
    struct sink sink = sink_in(arena);
    uint32_t before = 0;
    for (struct text rest = glued; rest.length > 0;) {
        uint32_t code_point = text_next_character(&rest);
        bool is_dropped = code_point == WORD_JOINER && (everywhere || letter_parts_names(before));
        if (!is_dropped)
            sink_character(&sink, code_point);
        before = code_point;
    }
    return sink_written(&sink);
}

struct text glue_loosened(struct text glued, struct arena *arena)
{
    return without_glue(glued, false, arena);
}

struct text glue_removed(struct text glued, struct arena *arena)
{
    return without_glue(glued, true, arena);
}

bool glue_holds(struct text text)
{
    while (text.length > 0)
        if (text_next_character(&text) == WORD_JOINER)
            return true;
    return false;
}
