#include "encoding_evidence.h"

#include <string.h>

/* ---- UTF-16 ---- */

/* The units of two bytes that have a NUL byte. Those of ASCII have one, as have a few others: 一 is U+4E00. */
struct nul_bytes {
    size_t first, second, both;               /* in such units where it is */
    bool ends_lines_first, ends_lines_second; /* where it makes a line end of the other byte */
};

static bool is_line_end(char byte)
{
    return byte == '\n' || byte == '\r';
}

static struct nul_bytes count_nul_bytes(struct text raw)
{
    struct nul_bytes count = {0};
    const char *end = raw.bytes + raw.length / 2 * 2;
    for (const char *at = raw.bytes; at < end && (at = memchr(at, '\0', (size_t)(end - at))) != NULL;) {
        const char *unit = at - (at - raw.bytes) % 2;
        bool is_first = unit[0] == '\0', is_second = unit[1] == '\0';
        count.both += is_first && is_second;
        count.first += is_first;
        count.second += is_second;
        count.ends_lines_first |= is_first && is_line_end(unit[1]);
        count.ends_lines_second |= is_second && is_line_end(unit[0]);
        at = unit + 2;
    }
    return count;
}

static bool is_big_endian(const struct nul_bytes *count)
{
    if (count->ends_lines_first != count->ends_lines_second)
        return count->ends_lines_first;
    return count->first > count->second;
}

enum encoding encoding_order_of_utf16(struct text raw)
{
    struct nul_bytes count = count_nul_bytes(raw);
    return is_big_endian(&count) ? ENCODING_UTF16BE : ENCODING_UTF16LE;
}

/* Tables are full of separators, digits and line ends. A stray NUL byte, or a row of them, is no evidence. */
static enum encoding by_nul_bytes(struct text raw)
{
    if (raw.length == 0 || raw.length % 2 != 0 || !memchr(raw.bytes, '\0', raw.length))
        return ENCODING_UNTOLD;
    struct nul_bytes count = count_nul_bytes(raw);
    bool is_big = is_big_endian(&count), ends_lines = is_big ? count.ends_lines_first : count.ends_lines_second;
    size_t ascii = is_big ? count.first : count.second, units = raw.length / 2;
    if (count.both > 0 || ascii * (ends_lines ? 8 : 2) < units)
        return ENCODING_UNTOLD;
    return is_big ? ENCODING_UTF16BE : ENCODING_UTF16LE;
}

/* ---- UTF-8 that could be GB18030 ---- */

static bool is_plain_letter(uint32_t c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* Letters of European languages, and the point within words of Catalan. */
static bool is_latin_beyond_ascii(uint32_t c)
{
    return (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) || c == 0xB7;
}

/* Whether text with nothing but ASCII and characters of two bytes is hanzi in GB18030 rather than words in Latin script. */
static bool is_rather_hanzi(struct text utf8)
{
    bool has_plain = false, has_other = false;
    while (utf8.length > 0) {
        uint32_t c = text_next_character(&utf8);
        bool is_other = is_latin_beyond_ascii(c);
        if (c >= 0x80 && !is_other)
            return true;
        has_plain |= is_plain_letter(c);
        has_other |= is_other;
        if (is_plain_letter(c) || is_other)
            continue;
        if (has_other && !has_plain)
            return true;
        has_plain = has_other = false;
    }
    return has_other && !has_plain;
}

enum { BLOCK = 64, LEAD_OF_THREE = 0xE0 };

static bool block_is_ascii(const char *bytes)
{
    unsigned char all = 0;
    for (size_t i = 0; i < BLOCK; i++)
        all |= (unsigned char)bytes[i];
    return all < 0x80;
}

/* Of well-formed UTF-8 the highest byte tells how long its characters are at most. It may be any from LEAD_OF_THREE on
 * where one is, and any of ASCII where there is nothing else. */
static unsigned char highest_byte(struct text utf8)
{
    unsigned char highest = 0;
    while (utf8.length > 0 && highest < LEAD_OF_THREE) {
        size_t length = utf8.length < BLOCK ? utf8.length : BLOCK;
        bool is_ascii = length == BLOCK && block_is_ascii(utf8.bytes);
        for (size_t i = 0; !is_ascii && i < length; i++)
            highest = (unsigned char)utf8.bytes[i] > highest ? (unsigned char)utf8.bytes[i] : highest;
        utf8.bytes += length;
        utf8.length -= length;
    }
    return highest;
}

static bool could_be_gb18030(struct text utf8)
{
    unsigned char highest = highest_byte(utf8);
    return highest >= 0x80 && highest < LEAD_OF_THREE && is_rather_hanzi(utf8);
}

/* ---- UTF-8 with a damaged place ---- */

struct utf8_bytes {
    size_t in_more; /* of characters of three or four */
    size_t others;  /* beside ASCII */
};

static struct utf8_bytes count_utf8_bytes(struct text raw)
{
    struct utf8_bytes count = {0};
    while (raw.length > 0) {
        const char *at = raw.bytes;
        bool is_broken = text_next_character(&raw) == TEXT_INVALID;
        size_t passed = (size_t)(raw.bytes - at);
        count.in_more += passed > 2 ? passed : 0;
        count.others += is_broken || passed == 2 ? passed : 0;
    }
    return count;
}

/* In Chinese text in GB18030 it is by chance that bytes make a character of three bytes in UTF-8: the most such files have
 * a fifth of it, those of a name or two three quarters (tests/encodings/README.md). */
static bool is_damaged_utf8(struct text raw)
{
    struct utf8_bytes count = count_utf8_bytes(raw);
    return count.in_more >= 4 * count.others;
}

struct told_encoding encoding_evidence_of(struct text raw)
{
    size_t bad_at;
    enum encoding utf16 = by_nul_bytes(raw);
    if (utf16 != ENCODING_UNTOLD)
        return (struct told_encoding){utf16, EVIDENCE_NUL_BYTES};
    if (!text_is_utf8(raw, &bad_at))
        return is_damaged_utf8(raw) ? (struct told_encoding){ENCODING_UTF8, EVIDENCE_MOST_OF_IT}
                                    : (struct told_encoding){ENCODING_GB18030, EVIDENCE_NO_UTF8};
    return could_be_gb18030(raw) ? (struct told_encoding){ENCODING_GB18030, EVIDENCE_TWO_WAYS}
                                 : (struct told_encoding){ENCODING_UTF8, EVIDENCE_WELL_FORMED};
}
