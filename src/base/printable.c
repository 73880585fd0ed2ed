#include "printable.h"

bool character_is_control(uint32_t c)
{
    return c < 0x20 || (c >= 0x7F && c <= 0x9F);
}

bool character_ends_line(uint32_t c)
{
    return c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

static bool is_unseen(uint32_t c)
{
    static const struct {
        uint32_t first, last;
    } ranges[] = {{0xAD, 0xAD},     {0x61C, 0x61C},   {0x200B, 0x200B}, {0x200E, 0x200F},   {0x202A, 0x202E},
                  {0x2060, 0x206F}, {0xFEFF, 0xFEFF}, {0xFFF9, 0xFFFB}, {0x1D173, 0x1D17A}, {0xE0000, 0xE007F}};
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
        if (c >= ranges[i].first && c <= ranges[i].last)
            return true;
    return false;
}

static bool is_unprintable(uint32_t c)
{
    return character_is_control(c) || character_ends_line(c) || is_unseen(c);
}

uint32_t text_find_unprintable(struct text text)
{
    while (text.length > 0) {
        uint32_t c = text_next_character(&text);
        if (is_unprintable(c))
            return c;
    }
    return TEXT_INVALID;
}

static bool is_printable(struct text text)
{
    while (text.length > 0) {
        uint32_t c = text_next_character(&text);
        if (c == TEXT_INVALID || is_unprintable(c))
            return false;
    }
    return true;
}

struct text text_printable(struct text text, struct arena *arena)
{
    if (is_printable(text))
        return text;
    struct sink sink = sink_in(arena);
    while (text.length > 0) {
        uint32_t c = text_next_character(&text);
        sink_character(&sink, c == TEXT_INVALID || is_unprintable(c) ? '?' : c);
    }
    return sink_written(&sink);
}
