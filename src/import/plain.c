#include "plain.h"

#include <string.h>

static bool is_full_width(uint32_t c)
{
    return c >= 0xFF01 && c <= 0xFF5E;
}

bool plain_from_text(struct text written, struct plain *plain)
{
    struct text rest = text_trimmed(written);
    plain->length = 0;
    while (rest.length > 0) {
        const char *bytes = rest.bytes;
        uint32_t c = text_next_character(&rest);
        char folded = ' ';
        if (is_full_width(c))
            folded = (char)(c - 0xFF01 + '!');
        struct text piece = {bytes, (size_t)(rest.bytes - bytes)};
        if (is_full_width(c) || c == 0x3000)
            piece = (struct text){&folded, 1};
        if (plain->length + piece.length > sizeof plain->bytes)
            return false;
        memcpy(plain->bytes + plain->length, piece.bytes, piece.length);
        plain->length += piece.length;
    }
    return true;
}

struct text plain_text(const struct plain *plain)
{
    return (struct text){plain->bytes, plain->length};
}

static int lower(char c)
{
    return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
}

bool text_is_word(struct text a, struct text b)
{
    if (a.length != b.length)
        return false;
    for (size_t i = 0; i < a.length; i++)
        if (lower(a.bytes[i]) != lower(b.bytes[i]))
            return false;
    return true;
}

bool text_contains(struct text text, struct text part)
{
    for (; text.length >= part.length; text.bytes++, text.length--)
        if (text_starts_with(text, part))
            return true;
    return false;
}

bool character_is_control(uint32_t c)
{
    return c < 0x20 || (c >= 0x7F && c <= 0x9F);
}

bool character_ends_line(uint32_t c)
{
    return c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/* Marks that are not seen and that paper would lose: soft hyphen, zero-width blanks, signs of direction. Joiners and
 * variation selectors are part of some names and are none of them. */
static bool character_is_unseen(uint32_t c)
{
    return c == 0xAD || c == 0x200B || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || c == 0x2060 ||
           (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

uint32_t text_find_unprintable(struct text text)
{
    while (text.length > 0) {
        uint32_t c = text_next_character(&text);
        if (character_is_control(c) || character_ends_line(c) || character_is_unseen(c))
            return c;
    }
    return TEXT_INVALID;
}

struct text shown_in(struct shown *shown, struct text written)
{
    size_t length = 0;
    for (size_t i = 0; i < SHOWN_CHARACTERS && written.length > 0; i++) {
        const char *bytes = written.bytes;
        uint32_t c = text_next_character(&written);
        size_t taken = (size_t)(written.bytes - bytes);
        if (character_is_control(c) || character_ends_line(c)) {
            bytes = " ";
            taken = 1;
        }
        memcpy(shown->bytes + length, bytes, taken);
        length += taken;
    }
    return (struct text){shown->bytes, length};
}
