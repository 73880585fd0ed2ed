#include "plain.h"

#include <string.h>

#include "printable.h"

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
    const char *found;
    if (part.length == 0)
        return true;
    while (text.length >= part.length &&
           (found = memchr(text.bytes, part.bytes[0], text.length - part.length + 1)) != NULL) {
        text.length -= (size_t)(found - text.bytes);
        text.bytes = found;
        if (text_starts_with(text, part))
            return true;
        text.bytes++;
        text.length--;
    }
    return false;
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
