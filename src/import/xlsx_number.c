#include "xlsx_number.h"

enum {
    DIGITS_STORED = 15,    /* of a number: what doubles keep of any decimal */
    DIGITS_OF_A_TIME = 11, /* so that they times a day's milliseconds fit 64 bits */
    MOST_BEFORE_POINT = 21,
    MOST_ZEROS_BEHIND = 30
};

/* 0.d1d2d3… × 10^exponent; of zero there are no digits. */
struct decimal {
    bool is_negative;
    char digits[DIGITS_STORED + 1];
    int count, exponent;
};

/* ---- reading ---- */

static bool read_exponent(struct text rest, int *exponent)
{
    bool is_negative = rest.length > 0 && rest.bytes[0] == '-';
    size_t at = rest.length > 0 && (is_negative || rest.bytes[0] == '+');
    *exponent = 0;
    if (at == rest.length)
        return false;
    for (; at < rest.length; at++) {
        if (rest.bytes[at] < '0' || rest.bytes[at] > '9')
            return false;
        *exponent = *exponent < 10000 ? *exponent * 10 + (rest.bytes[at] - '0') : *exponent;
    }
    *exponent = is_negative ? -*exponent : *exponent;
    return true;
}

/* Rounds the digits up at the last of them; 9.99 becomes 10. */
static void carry(struct decimal *decimal)
{
    while (decimal->count > 0 && decimal->digits[decimal->count - 1] == '9')
        decimal->count--;
    if (decimal->count > 0) {
        decimal->digits[decimal->count - 1]++;
        return;
    }
    decimal->digits[decimal->count++] = '1';
    decimal->exponent++;
}

/* Reads digits and a point from *at on, `most` of the significant ones; false where there is no digit. */
static bool read_digits(struct text written, size_t *at, int most, struct decimal *decimal)
{
    bool has_point = false, has_digit = false, is_up = false;
    int significant = 0;
    for (; *at < written.length; ++*at) {
        char c = written.bytes[*at];
        if (c == '.' && !has_point) {
            has_point = true;
            continue;
        }
        if (c < '0' || c > '9')
            break;
        has_digit = true;
        bool is_significant = significant > 0 || c != '0';
        decimal->exponent += is_significant ? !has_point : -has_point;
        significant += is_significant;
        if (is_significant && significant <= most)
            decimal->digits[decimal->count++] = c;
        else if (significant == most + 1)
            is_up = c >= '5', significant++;
    }
    if (is_up)
        carry(decimal);
    while (decimal->count > 0 && decimal->digits[decimal->count - 1] == '0')
        decimal->count--;
    return has_digit;
}

static bool read_decimal(struct text written, int most, struct decimal *decimal)
{
    *decimal = (struct decimal){0};
    size_t at = 0;
    int exponent = 0;
    if (written.length > 0 && (written.bytes[0] == '-' || written.bytes[0] == '+'))
        decimal->is_negative = written.bytes[at++] == '-';
    if (!read_digits(written, &at, most, decimal))
        return false;
    if (at < written.length && (written.bytes[at] == 'e' || written.bytes[at] == 'E')) {
        if (!read_exponent((struct text){written.bytes + at + 1, written.length - at - 1}, &exponent))
            return false;
        at = written.length;
    }
    decimal->exponent = decimal->count > 0 ? decimal->exponent + exponent : 0;
    return at == written.length;
}

/* ---- writing ---- */

static char digit_of(const struct decimal *decimal, int position)
{
    if (position < decimal->count)
        return decimal->digits[position];
    return '0';
}

bool xlsx_number_write(struct sink *sink, struct text written, unsigned zeros)
{
    struct decimal decimal;
    if (!read_decimal(written, DIGITS_STORED, &decimal) || decimal.exponent > MOST_BEFORE_POINT ||
        decimal.exponent < -MOST_ZEROS_BEHIND)
        return false;
    int before = decimal.exponent > 0 ? decimal.exponent : 0;
    if (decimal.is_negative && decimal.count > 0)
        sink_byte(sink, '-');
    for (int i = before > 0 ? before : 1; i < (int)zeros; i++)
        sink_byte(sink, '0');
    if (before == 0)
        sink_byte(sink, '0');
    for (int i = 0; i < before; i++)
        sink_byte(sink, digit_of(&decimal, i));
    if (decimal.count <= before)
        return true;
    sink_byte(sink, '.');
    for (int i = decimal.exponent; i < 0; i++)
        sink_byte(sink, '0');
    sink_text(sink, (struct text){decimal.digits + before, (size_t)(decimal.count - before)});
    return true;
}

/* ---- times ---- */

enum { MINUTE = 60, HOUR = 3600, MILLI = 1000 };
static const int64_t milliseconds_of_a_day = INT64_C(86400) * MILLI;

/* A part of a day, rounded to milliseconds. */
static int64_t milliseconds_of(const struct decimal *decimal)
{
    int64_t value = 0, divisor = 1;
    for (int i = 0; i < decimal->count; i++)
        value = value * 10 + (decimal->digits[i] - '0');
    value *= milliseconds_of_a_day;
    for (int i = decimal->exponent; i < decimal->count; i++) {
        if (divisor > value / 10)
            return 0;
        divisor *= 10;
    }
    return (value + divisor / 2) / divisor;
}

static bool hides_a_part(int64_t seconds, const struct xlsx_format *format)
{
    if (seconds >= HOUR && !format->has_hours && !format->is_elapsed)
        return true;
    if (seconds >= MINUTE && !format->has_hours && !format->has_minutes && !format->is_elapsed)
        return true;
    bool is_short = format->has_hours && !format->has_minutes;
    return !format->has_seconds && (seconds % MINUTE != 0 || (is_short && seconds % HOUR != 0));
}

enum xlsx_time xlsx_number_write_time(struct sink *sink, struct text written, const struct xlsx_format *format)
{
    struct decimal decimal;
    if (!read_decimal(written, DIGITS_OF_A_TIME, &decimal) || (decimal.is_negative && decimal.count > 0))
        return XLSX_TIME_NEGATIVE;
    int64_t seconds = decimal.exponent > 0 ? milliseconds_of_a_day / MILLI : milliseconds_of(&decimal) / MILLI;
    if (seconds >= milliseconds_of_a_day / MILLI)
        return XLSX_TIME_LONG;
    if (hides_a_part(seconds, format))
        return XLSX_TIME_HIDDEN;
    if (format->has_hours)
        sink_integer(sink, seconds / HOUR);
    if (format->has_hours && format->has_minutes)
        sink_byte(sink, ':');
    if (format->has_minutes)
        sink_padded(sink, (uint64_t)(format->has_hours ? seconds % HOUR : seconds) / MINUTE, 2);
    if (format->has_minutes && format->has_seconds)
        sink_byte(sink, ':');
    if (format->has_seconds)
        sink_padded(sink, (uint64_t)(format->has_minutes ? seconds % MINUTE : seconds), 2);
    return XLSX_TIME_SHOWN;
}
