#include "reading_aid.h"

#include "character.h"
#include "embed.h"

EMBED("biwu_common_characters", "characters/common.txt");
extern const char biwu_common_characters[], biwu_common_characters_end[];

enum { BITS = 64 };

struct reading_aid reading_aid_of(enum language language, struct arena *arena)
{
    struct reading_aid aid = {language, ARENA_ARRAY(arena, uint64_t, CODE_POINTS / BITS)};
    struct text rest = {biwu_common_characters, (size_t)(biwu_common_characters_end - biwu_common_characters)}, line;
    while (text_next_part(&rest, '\n', &line)) {
        if (text_starts_with(line, TEXT("#")))
            continue;
        while (line.length > 0) {
            uint32_t character = text_next_character(&line);
            aid.known[character / BITS] |= (uint64_t)1 << character % BITS;
        }
    }
    return aid;
}

/* Of the blocks of unified and compatibility ideographs. */
static bool is_hanzi(uint32_t character)
{
    return (character >= 0x3400 && character <= 0x9FFF) || (character >= 0xF900 && character <= 0xFAFF) ||
           (character >= 0x20000 && character <= 0x3FFFF);
}

struct text reading_aid_text(const struct reading_aid *aid, struct text text, struct arena *arena)
{
    struct sink sink = sink_in(arena);
    while (text.length > 0) {
        uint32_t character = text_next_character(&text);
        sink_character(&sink, character);
        if (is_hanzi(character) && !(aid->known[character / BITS] >> character % BITS & 1))
            sink_text(&sink, wording_plain(aid->language, "script.reading"));
    }
    return sink_written(&sink);
}
