#include "text.h"

#include <assert.h>
#include <string.h>

struct text text_from_c(const char *c)
{
    return (struct text){c, strlen(c)};
}

struct text text_copy(struct arena *arena, struct text text)
{
    char *bytes = arena_take_unset(arena, text.length);
    if (text.length > 0)
        memcpy(bytes, text.bytes, text.length);
    return (struct text){bytes, text.length};
}

const char *text_to_c(struct arena *arena, struct text text)
{
    char *bytes = arena_take(arena, 1, text.length + 1);
    if (text.length > 0)
        memcpy(bytes, text.bytes, text.length);
    return bytes;
}

bool text_equal(struct text a, struct text b)
{
    return a.length == b.length && (a.length == 0 || memcmp(a.bytes, b.bytes, a.length) == 0);
}

int text_compare(struct text a, struct text b)
{
    size_t common = a.length < b.length ? a.length : b.length;
    int order = common > 0 ? memcmp(a.bytes, b.bytes, common) : 0;
    if (order != 0)
        return order;
    return (a.length > b.length) - (a.length < b.length);
}

bool text_starts_with(struct text text, struct text start)
{
    return text.length >= start.length && text_equal((struct text){text.bytes, start.length}, start);
}

/* Bytes of the blank that stands at `at` (scanning forward), or 0. */
static size_t blank_at(struct text text, size_t at)
{
    unsigned char byte = (unsigned char)text.bytes[at];
    if (byte == ' ' || (byte >= '\t' && byte <= '\r'))
        return 1;
    struct text rest = {text.bytes + at, text.length - at};
    if (text_starts_with(rest, TEXT("\xC2\xA0")))
        return 2;
    return text_starts_with(rest, TEXT("\xE3\x80\x80")) ? 3 : 0;
}

/* Neither a blank nor part of one. */
static bool is_graphic(char c)
{
    return c > ' ' && c < 0x7F;
}

struct text text_trimmed(struct text text)
{
    if (text.length == 0 || (is_graphic(text.bytes[0]) && is_graphic(text.bytes[text.length - 1])))
        return text;
    size_t blank;
    while (text.length > 0 && (blank = blank_at(text, 0)) > 0) {
        text.bytes += blank;
        text.length -= blank;
    }
    /* From the end: a blank of n bytes must fill exactly the last n. */
    for (size_t width = 1; width <= 3 && width <= text.length;) {
        if (blank_at(text, text.length - width) == width) {
            text.length -= width;
            width = 1;
        } else {
            width++;
        }
    }
    return text;
}

uint64_t text_hash(struct text text)
{
    /* FNV-1a, 64 bits. */
    uint64_t hash = 0xcbf29ce484222325u;
    for (size_t i = 0; i < text.length; i++)
        hash = (hash ^ (unsigned char)text.bytes[i]) * 0x100000001b3u;
    return hash;
}

bool text_next_part(struct text *rest, char separator, struct text *part)
{
    if (rest->bytes == NULL)
        return false;
    const char *found = rest->length > 0 ? memchr(rest->bytes, separator, rest->length) : NULL;
    if (!found) {
        *part = *rest;
        *rest = (struct text){NULL, 0};
        return true;
    }
    part->bytes = rest->bytes;
    part->length = (size_t)(found - rest->bytes);
    rest->length -= part->length + 1;
    rest->bytes = found + 1;
    return true;
}

struct utf8_form {
    unsigned char mask, lead;
    size_t length;
    uint32_t smallest; /* shorter forms exist below it */
};

/* Beside ASCII; that of Chinese comes first. */
static const struct utf8_form utf8_forms[] = {
    {0xF0, 0xE0, 3, 0x800},
    {0xE0, 0xC0, 2, 0x80},
    {0xF8, 0xF0, 4, 0x10000},
};

static uint32_t decode(struct text rest, const struct utf8_form *form)
{
    uint32_t code_point = (unsigned char)rest.bytes[0] & (unsigned char)~form->mask;
    for (size_t i = 1; i < form->length; i++) {
        unsigned char byte = (unsigned char)rest.bytes[i];
        if ((byte & 0xC0) != 0x80)
            return TEXT_INVALID;
        code_point = code_point << 6 | (byte & 0x3Fu);
    }
    bool is_surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
    if (code_point < form->smallest || code_point > 0x10FFFF || is_surrogate)
        return TEXT_INVALID;
    return code_point;
}

uint32_t text_next_character(struct text *rest)
{
    assert(rest->length > 0);
    uint32_t code_point = TEXT_INVALID;
    size_t passed = 1;
    unsigned char lead = (unsigned char)rest->bytes[0];

    if (lead < 0x80) { /* most of a table: worth a short way */
        rest->bytes++;
        rest->length--;
        return lead;
    }
    if (lead >= 0xE4 && lead <= 0xE9 &&
        rest->length >= 3) { /* so are hanzi: no three bytes of these are too long a form */
        unsigned char second = (unsigned char)rest->bytes[1], third = (unsigned char)rest->bytes[2];
        if ((second & 0xC0) == 0x80 && (third & 0xC0) == 0x80) {
            rest->bytes += 3;
            rest->length -= 3;
            return (lead & 0xFu) << 12 | (second & 0x3Fu) << 6 | (third & 0x3Fu);
        }
    }
    for (size_t i = 0; i < sizeof utf8_forms / sizeof *utf8_forms; i++) {
        const struct utf8_form *form = &utf8_forms[i];
        if ((lead & form->mask) == form->lead && rest->length >= form->length) {
            code_point = decode(*rest, form);
            if (code_point != TEXT_INVALID)
                passed = form->length;
            break;
        }
    }
    rest->bytes += passed;
    rest->length -= passed;
    return code_point;
}

/* Passes all bytes below 0x80 that stand in front, eight at a time while they last, and gives their number. */
static size_t pass_ascii(struct text *rest)
{
    size_t passed = 0;
    for (uint64_t word; passed + sizeof word <= rest->length; passed += sizeof word) {
        memcpy(&word, rest->bytes + passed, sizeof word);
        if ((word & UINT64_C(0x8080808080808080)) != 0)
            break;
    }
    while (passed < rest->length && (unsigned char)rest->bytes[passed] < 0x80)
        passed++;
    rest->bytes += passed;
    rest->length -= passed;
    return passed;
}

bool text_is_utf8(struct text text, size_t *bad_at)
{
    struct text rest = text;
    for (pass_ascii(&rest); rest.length > 0; pass_ascii(&rest)) {
        size_t at = text.length - rest.length;
        if (text_next_character(&rest) == TEXT_INVALID) {
            *bad_at = at;
            return false;
        }
    }
    return true;
}

size_t text_characters(struct text text)
{
    size_t count = pass_ascii(&text);
    for (; text.length > 0; count += 1 + pass_ascii(&text))
        text_next_character(&text);
    return count;
}

static size_t smallest_of(size_t a, size_t b, size_t c)
{
    size_t ab = a < b ? a : b;
    return ab < c ? ab : c;
}

size_t text_distance(struct text a, struct text b, struct arena scratch)
{
    /* Optimal string alignment over code points: three rows, the last two and the one being filled. */
    size_t width = text_characters(b);
    uint32_t *letters = ARENA_ARRAY(&scratch, uint32_t, width + 1);
    size_t *before = ARENA_ARRAY(&scratch, size_t, width + 1);
    size_t *above = ARENA_ARRAY(&scratch, size_t, width + 1);
    size_t *row = ARENA_ARRAY(&scratch, size_t, width + 1);
    for (size_t i = 0; i < width; i++)
        letters[i] = text_next_character(&b);
    for (size_t i = 0; i <= width; i++)
        row[i] = i;

    uint32_t letter = TEXT_INVALID;
    for (size_t line = 1; a.length > 0; line++) {
        size_t *oldest = before;
        before = above;
        above = row;
        row = oldest;
        uint32_t previous = letter;
        letter = text_next_character(&a);
        row[0] = line;
        for (size_t i = 1; i <= width; i++) {
            row[i] = smallest_of(above[i] + 1, row[i - 1] + 1, above[i - 1] + (letter != letters[i - 1]));
            bool is_swap = line > 1 && i > 1 && letter == letters[i - 2] && previous == letters[i - 1];
            if (is_swap && before[i - 2] + 1 < row[i])
                row[i] = before[i - 2] + 1;
        }
    }
    return row[width];
}

/* ---- sink ---- */

struct sink sink_in(struct arena *arena)
{
    return (struct sink){.arena = arena};
}

void sink_widen(struct sink *sink, size_t more)
{
    size_t needed = sink->length + more, capacity = sink->capacity ? sink->capacity : 64;
    while (capacity < needed)
        capacity *= 2;
    sink->bytes = arena_grow_unset(sink->arena, sink->bytes, sink->capacity, capacity);
    sink->capacity = capacity;
}

void sink_character(struct sink *sink, uint32_t code_point)
{
    if (code_point < 0x80) {
        sink_byte(sink, (char)code_point);
    } else if (code_point < 0x800) {
        sink_byte(sink, (char)(0xC0 | code_point >> 6));
        sink_byte(sink, (char)(0x80 | (code_point & 0x3F)));
    } else if (code_point < 0x10000) {
        sink_byte(sink, (char)(0xE0 | code_point >> 12));
        sink_byte(sink, (char)(0x80 | (code_point >> 6 & 0x3F)));
        sink_byte(sink, (char)(0x80 | (code_point & 0x3F)));
    } else {
        sink_byte(sink, (char)(0xF0 | code_point >> 18));
        sink_byte(sink, (char)(0x80 | (code_point >> 12 & 0x3F)));
        sink_byte(sink, (char)(0x80 | (code_point >> 6 & 0x3F)));
        sink_byte(sink, (char)(0x80 | (code_point & 0x3F)));
    }
}

void sink_code_point(struct sink *sink, uint32_t code_point)
{
    int shift = 12;
    while (code_point >> shift > 0xF)
        shift += 4;
    sink_c(sink, "U+");
    for (; shift >= 0; shift -= 4)
        sink_byte(sink, "0123456789ABCDEF"[code_point >> shift & 0xF]);
}

void sink_padded(struct sink *sink, uint64_t value, int width)
{
    char digits[24];
    size_t at = sizeof digits, least = sizeof digits - (size_t)width;
    assert(width >= 0 && width < (int)sizeof digits);
    for (; value > 0; value /= 10)
        digits[--at] = (char)('0' + value % 10);
    while (at > least)
        digits[--at] = '0';
    sink_text(sink, (struct text){digits + at, sizeof digits - at});
}

void sink_integer(struct sink *sink, int64_t value)
{
    uint64_t magnitude = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    if (value < 0)
        sink_byte(sink, '-');
    sink_padded(sink, magnitude, 1);
}

struct text sink_written(const struct sink *sink)
{
    return (struct text){sink->bytes, sink->length};
}
