#include "character.h"

enum {
    CODE_POINT_BITS = 21,
    CODE_POINT_MASK = (1 << CODE_POINT_BITS) - 1,
    FIRST_SELECTOR = 0xFE00,
    LAST_SELECTOR = 0xFE0F,
    FIRST_SUPPLEMENT = 0xE0100,
    LAST_SUPPLEMENT = 0xE01EF,
    BASIC_SELECTORS = LAST_SELECTOR - FIRST_SELECTOR + 1,
    /* Form 0 is plain, 1 to 256 are the selectors. */
    FORM_NARROW = BASIC_SELECTORS + LAST_SUPPLEMENT - FIRST_SUPPLEMENT + 2,
};

bool character_is_selector(uint32_t code_point)
{
    return (code_point >= FIRST_SELECTOR && code_point <= LAST_SELECTOR) ||
           (code_point >= FIRST_SUPPLEMENT && code_point <= LAST_SUPPLEMENT);
}

uint32_t character_variant(uint32_t code_point, uint32_t selector)
{
    uint32_t form =
        selector <= LAST_SELECTOR ? selector - FIRST_SELECTOR : selector - FIRST_SUPPLEMENT + BASIC_SELECTORS;
    return code_point | (form + 1) << CODE_POINT_BITS;
}

uint32_t character_narrow(uint32_t code_point)
{
    return code_point | (uint32_t)FORM_NARROW << CODE_POINT_BITS;
}

uint32_t character_code_point(uint32_t character)
{
    return character & CODE_POINT_MASK;
}

uint32_t character_selector(uint32_t character)
{
    uint32_t form = character >> CODE_POINT_BITS;
    if (form == 0 || form == FORM_NARROW)
        return 0;
    return form <= BASIC_SELECTORS ? FIRST_SELECTOR + form - 1 : FIRST_SUPPLEMENT + form - 1 - BASIC_SELECTORS;
}

bool character_is_narrow(uint32_t character)
{
    return character >> CODE_POINT_BITS == FORM_NARROW;
}

bool character_is_plain(uint32_t character)
{
    return character < CODE_POINTS;
}

void character_write(struct sink *sink, uint32_t character)
{
    sink_character(sink, character_code_point(character));
    if (character_selector(character))
        sink_character(sink, character_selector(character));
}

/* ---- UTF-16 ---- */

/* The units of a code point; gives their number. */
static size_t units_of(uint32_t code_point, uint32_t units[2])
{
    units[0] = code_point;
    if (code_point < 0x10000)
        return 1;
    units[0] = 0xD7C0 + (code_point >> 10);
    units[1] = 0xDC00 | (code_point & 0x3FF);
    return 2;
}

void hexadecimal_write_unit(struct sink *sink, uint32_t unit)
{
    for (int shift = 12; shift >= 0; shift -= 4)
        sink_byte(sink, "0123456789ABCDEF"[unit >> shift & 0xF]);
}

static void write_code_point_hexadecimal(struct sink *sink, uint32_t code_point)
{
    uint32_t units[2];
    size_t count = units_of(code_point, units);
    for (size_t i = 0; i < count; i++)
        hexadecimal_write_unit(sink, units[i]);
}

void character_write_hexadecimal(struct sink *sink, uint32_t character)
{
    write_code_point_hexadecimal(sink, character_code_point(character));
    if (character_selector(character))
        write_code_point_hexadecimal(sink, character_selector(character));
}

void text_write_utf16(struct sink *sink, struct text text)
{
    while (text.length > 0) {
        uint32_t units[2];
        size_t count = units_of(text_next_character(&text), units);
        for (size_t i = 0; i < count; i++) {
            sink_byte(sink, (char)(units[i] >> 8 & 0xFF));
            sink_byte(sink, (char)(units[i] & 0xFF));
        }
    }
}

/* Punctuation and its form in vertical text. */
static const uint32_t forms[][2] = {
    {0x2014, 0xFE31}, {0x2018, 0xFE41}, {0x2019, 0xFE42}, {0x201C, 0xFE43}, {0x201D, 0xFE44}, {0x2026, 0xFE19},
    {0x3001, 0xFE11}, {0x3002, 0xFE12}, {0x3008, 0xFE3F}, {0x3009, 0xFE40}, {0x300A, 0xFE3D}, {0x300B, 0xFE3E},
    {0x300C, 0xFE41}, {0x300D, 0xFE42}, {0x300E, 0xFE43}, {0x300F, 0xFE44}, {0x3010, 0xFE3B}, {0x3011, 0xFE3C},
    {0x3014, 0xFE39}, {0x3015, 0xFE3A}, {0xFF01, 0xFE15}, {0xFF08, 0xFE35}, {0xFF09, 0xFE36}, {0xFF0C, 0xFE10},
    {0xFF1A, 0xFE13}, {0xFF1B, 0xFE14}, {0xFF1F, 0xFE16},
};

uint32_t character_vertical(uint32_t code_point)
{
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (forms[i][0] == code_point)
            return forms[i][1];
    return code_point;
}
