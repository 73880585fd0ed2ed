#include "points.h"

#include <stdbool.h>

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Digits at the front of `rest` are moved into *count and, as a number, onto *value, which stops growing beyond the
 * limit so that it cannot overflow. */
static void take_digits(struct text *rest, points *value, size_t *count)
{
    size_t digits = 0;
    points number = *value;
    for (; digits < rest->length && is_digit(rest->bytes[digits]); digits++)
        if (number <= POINTS_LIMIT)
            number = number * 10 + (rest->bytes[digits] - '0');
    rest->bytes += digits;
    rest->length -= digits;
    *count += digits;
    *value = number;
}

/* The digits behind the point onto *value, four of them; false where a fifth is not zero. */
static bool take_fraction(struct text *rest, points *value, size_t *count)
{
    points fraction = 0, beyond = 0;
    struct text kept = *rest;
    kept.length = kept.length < POINTS_DIGITS ? kept.length : POINTS_DIGITS;
    size_t taken = 0;
    take_digits(&kept, &fraction, &taken);
    for (size_t i = taken; i < POINTS_DIGITS; i++)
        fraction *= 10;
    rest->bytes += taken;
    rest->length -= taken;
    *count += taken;
    if (taken == POINTS_DIGITS)
        take_digits(rest, &beyond, count);
    *value += fraction;
    return beyond == 0;
}

static bool is_decimal_comma(struct text rest)
{
    size_t digits = 0;
    points ignored = 0;
    if (rest.length < 2 || rest.bytes[0] != ',')
        return false;
    rest.bytes++, rest.length--;
    take_digits(&rest, &ignored, &digits);
    return rest.length == 0;
}

/* Nearly all marks: a few digits and at most one point, which can neither be too many nor too large. False for anything
 * else, whatever it may be. */
static bool read_short(struct text text, points *value)
{
    enum { SHORT = 6 };
    points number = 0;
    size_t digits = 0, behind_point = 0, points_seen = 0;
    if (text.length > SHORT)
        return false;
    for (size_t i = 0; i < text.length; i++) {
        if (is_digit(text.bytes[i])) {
            number = number * 10 + (text.bytes[i] - '0');
            digits++;
            behind_point += points_seen;
        } else if (text.bytes[i] != '.' || points_seen++ > 0) {
            return false;
        }
    }
    if (digits == 0 || behind_point > POINTS_DIGITS)
        return false;
    for (; behind_point < POINTS_DIGITS; behind_point++)
        number *= 10;
    *value = number;
    return true;
}

enum points_reading points_read(struct text text, points *value)
{
    if (read_short(text, value))
        return POINTS_READ;
    struct text rest = text;
    bool negative = rest.length > 0 && rest.bytes[0] == '-';
    if (negative || (rest.length > 0 && rest.bytes[0] == '+'))
        rest.bytes++, rest.length--;

    points whole = 0;
    size_t digits = 0;
    bool fits_digits = true;
    take_digits(&rest, &whole, &digits);
    if (digits > 0 && is_decimal_comma(rest))
        return POINTS_DECIMAL_COMMA;
    points magnitude = whole > POINTS_LIMIT / POINTS_ONE ? POINTS_LIMIT + 1 : whole * POINTS_ONE;
    if (rest.length > 0 && rest.bytes[0] == '.') {
        rest.bytes++, rest.length--;
        fits_digits = take_fraction(&rest, &magnitude, &digits);
    }
    if (digits == 0 || rest.length > 0)
        return POINTS_NOT_A_NUMBER;
    if (magnitude > POINTS_LIMIT)
        return POINTS_TOO_LARGE;
    if (!fits_digits)
        return POINTS_TOO_MANY_DIGITS;
    *value = negative ? -magnitude : magnitude;
    return POINTS_READ;
}

/* How many digits behind the point the value needs: 0..4. */
static int points_digits_used(points value)
{
    int digits = POINTS_DIGITS;
    for (; digits > 0 && value % 10 == 0; digits--)
        value /= 10;
    return digits;
}

void points_write(struct sink *sink, points value, int digits)
{
    uint64_t magnitude = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    int used = points_digits_used(value);
    if (used > digits)
        digits = used;

    if (value < 0)
        sink_byte(sink, '-');
    sink_padded(sink, magnitude / POINTS_ONE, 1);
    if (digits == 0)
        return;
    uint64_t fraction = magnitude % POINTS_ONE;
    for (int i = POINTS_DIGITS; i > digits; i--)
        fraction /= 10;
    sink_byte(sink, '.');
    sink_padded(sink, fraction, digits);
}

struct text points_text(struct arena *arena, points value)
{
    struct sink sink = sink_in(arena);
    points_write(&sink, value, 0);
    return sink_written(&sink);
}
