#include "gb18030_editions.h"

#include <string.h>

struct moved {
    uint32_t before, present;
    struct text code; /* four bytes; empty where it was not exchanged */
};

static const struct moved moves[] = {
    {0xE78D, 0xFE10, TEXT_INIT("\x84\x31\x82\x36")},
    {0xE78E, 0xFE12, TEXT_INIT("\x84\x31\x82\x38")},
    {0xE78F, 0xFE11, TEXT_INIT("\x84\x31\x82\x37")},
    {0xE790, 0xFE13, TEXT_INIT("\x84\x31\x82\x39")},
    {0xE791, 0xFE14, TEXT_INIT("\x84\x31\x83\x30")},
    {0xE792, 0xFE15, TEXT_INIT("\x84\x31\x83\x31")},
    {0xE793, 0xFE16, TEXT_INIT("\x84\x31\x83\x32")},
    {0xE794, 0xFE17, TEXT_INIT("\x84\x31\x83\x33")},
    {0xE795, 0xFE18, TEXT_INIT("\x84\x31\x83\x34")},
    {0xE796, 0xFE19, TEXT_INIT("\x84\x31\x83\x35")},
    {0xE816, 0x20087, TEXT_INIT("")},
    {0xE817, 0x20089, TEXT_INIT("")},
    {0xE818, 0x200CC, TEXT_INIT("")},
    {0xE81E, 0x9FB4, TEXT_INIT("\x82\x35\x90\x37")},
    {0xE826, 0x9FB5, TEXT_INIT("\x82\x35\x90\x38")},
    {0xE82B, 0x9FB6, TEXT_INIT("\x82\x35\x90\x39")},
    {0xE82C, 0x9FB7, TEXT_INIT("\x82\x35\x91\x30")},
    {0xE831, 0x215D7, TEXT_INIT("")},
    {0xE832, 0x9FB8, TEXT_INIT("\x82\x35\x91\x31")},
    {0xE83B, 0x2298F, TEXT_INIT("")},
    {0xE843, 0x9FB9, TEXT_INIT("\x82\x35\x91\x32")},
    {0xE854, 0x9FBA, TEXT_INIT("\x82\x35\x91\x33")},
    {0xE855, 0x241FE, TEXT_INIT("")},
    {0xE864, 0x9FBB, TEXT_INIT("\x82\x35\x91\x34")},
};
enum { MOVES = sizeof moves / sizeof *moves };

static const struct moved *find_private(uint32_t c)
{
    for (size_t i = 0; i < MOVES; i++)
        if (moves[i].before == c)
            return &moves[i];
    return NULL;
}

/* The next private character that has moved, from `at` on; *rest then begins behind it. */
static const struct moved *next_private(const char *at, struct text *rest)
{
    const char *end = rest->bytes + rest->length;
    /* All of them are within U+E000-EFFF, whose UTF-8 begins with this byte, and hardly anything else does. */
    while (at < end && (at = memchr(at, 0xEE, (size_t)(end - at))) != NULL) {
        *rest = (struct text){at, (size_t)(end - at)};
        const struct moved *moved = find_private(text_next_character(rest));
        if (moved)
            return moved;
        at = rest->bytes;
    }
    *rest = (struct text){end, 0};
    return NULL;
}

struct text gb18030_as_present(struct text utf8, struct arena *arena)
{
    struct text rest = utf8;
    const char *copied = utf8.bytes;
    const struct moved *moved = next_private(utf8.bytes, &rest);
    if (!moved)
        return utf8;
    struct sink sink = sink_in(arena);
    for (; moved; moved = next_private(rest.bytes, &rest)) {
        size_t before = (size_t)(rest.bytes - copied) - strlen("\xEE\x9E\x8D");
        sink_text(&sink, (struct text){copied, before});
        sink_character(&sink, moved->present);
        copied = rest.bytes;
    }
    sink_text(&sink, (struct text){copied, (size_t)(rest.bytes - copied)});
    return sink_written(&sink);
}

bool gb18030_is_present(struct text utf8)
{
    struct text rest = utf8;
    return !next_private(utf8.bytes, &rest);
}

uint32_t gb18030_exchanged(struct text gb18030)
{
    for (size_t i = 0; i < MOVES; i++)
        if (moves[i].code.length > 0 && text_starts_with(gb18030, moves[i].code))
            return moves[i].present;
    return TEXT_INVALID;
}
