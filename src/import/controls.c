#include "controls.h"

#include <string.h>

/* Without branches, so that the compiler takes many bytes at a time. */
static unsigned is_control(unsigned char byte)
{
    return (byte == 0x7F) | ((byte < 0x20) & (byte != '\t') & (byte != '\n') & (byte != '\r'));
}

enum { BLOCK = 64 };

static bool block_holds_control(const char *bytes)
{
    unsigned char found = 0;
    for (size_t i = 0; i < BLOCK; i++)
        found |= (unsigned char)is_control((unsigned char)bytes[i]);
    return found;
}

/* C0 and DEL. */
static bool holds_control(struct text utf8, size_t *at)
{
    for (*at = 0; *at + BLOCK <= utf8.length && !block_holds_control(utf8.bytes + *at);)
        *at += BLOCK;
    for (; *at < utf8.length; ++*at)
        if (is_control((unsigned char)utf8.bytes[*at]))
            return true;
    return false;
}

/* C1: U+0080 to U+009F. */
static bool holds_long_control(struct text utf8, size_t *at)
{
    const char *end = utf8.bytes + utf8.length, *lead = utf8.bytes;
    while (lead < end && (lead = memchr(lead, 0xC2, (size_t)(end - lead))) != NULL) {
        *at = (size_t)(lead++ - utf8.bytes);
        if ((unsigned char)*lead < 0xA0)
            return true;
    }
    return false;
}

bool controls_find(struct text utf8, size_t *at)
{
    size_t at_long;
    bool is_short = holds_control(utf8, at);
    struct text before = {utf8.bytes, is_short ? *at : utf8.length};
    if (!holds_long_control(before, &at_long))
        return is_short;
    *at = at_long;
    return true;
}
