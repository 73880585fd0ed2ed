#include "exact.h"

#include <assert.h>

#include "exact_large.h"

/* Small numbers are worked out here, in 128 bits, and whatever does not fit goes to exact_large.c. Both give the same. */

__extension__ typedef unsigned __int128 unsigned_wide;

static bool is_small(struct exact a)
{
    return a.limbs == NULL;
}

static int64_t denominator_of(struct exact a)
{
    return a.denominator + (a.denominator == 0);
}

static uint64_t magnitude_of(int64_t value)
{
    return value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
}

/* The greatest common divisor, by halving; that of 0 and b is b. Needs b > 0. */
static uint64_t common_divisor(uint64_t a, uint64_t b)
{
    if (a == 0)
        return b;
    int twos = __builtin_ctzll(a | b);
    a >>= __builtin_ctzll(a);
    while (b != 0) {
        b >>= __builtin_ctzll(b);
        uint64_t less = a < b ? a : b;
        b = a < b ? b - a : a - b;
        a = less;
    }
    return a << twos;
}

/* -INT64_MAX to INT64_MAX, so that every small number has a small opposite. */
static bool fits(wide value)
{
    return value >= -INT64_MAX && value <= INT64_MAX;
}

static struct exact small_of(int64_t numerator, int64_t denominator)
{
    return (struct exact){NULL, numerator, denominator};
}

/* ---- making ---- */

struct exact exact_from_ratio(struct arena *arena, wide numerator, wide denominator)
{
    assert(denominator > 0);
    if (!fits(numerator) || !fits(denominator))
        return exact_large_from_ratio(arena, numerator, denominator);
    int64_t divisor = (int64_t)common_divisor(magnitude_of((int64_t)numerator), (uint64_t)denominator);
    return small_of((int64_t)numerator / divisor, (int64_t)denominator / divisor);
}

struct exact exact_from_integer(struct arena *arena, int64_t value)
{
    return exact_from_ratio(arena, value, 1);
}

struct exact exact_from_points(struct arena *arena, points value)
{
    return exact_from_ratio(arena, value, POINTS_ONE);
}

/* ---- arithmetic ---- */

/* Through the denominators' common divisor (Knuth, 4.5.1): what there is to reduce divides it. */
static struct exact small_sum(struct arena *arena, struct exact a, struct exact b)
{
    int64_t left = denominator_of(a), right = denominator_of(b);
    int64_t common = (int64_t)common_divisor((uint64_t)left, (uint64_t)right);
    left /= common;
    /* Two products of 63 bits each. */
    wide sum = (wide)a.numerator * (right / common) + (wide)b.numerator * left;
    int64_t reduced = (int64_t)common_divisor(magnitude_of((int64_t)(sum % common)), (uint64_t)common);
    wide numerator = sum / reduced, denominator = (wide)left * (right / reduced);
    if (!fits(numerator) || !fits(denominator))
        return exact_large_from_ratio(arena, numerator, denominator);
    return small_of((int64_t)numerator, (int64_t)denominator);
}

struct exact exact_add(struct arena *arena, struct exact a, struct exact b)
{
    return is_small(a) && is_small(b) ? small_sum(arena, a, b) : exact_large_add(arena, a, b);
}

static struct exact opposite(struct exact small)
{
    return small_of(-small.numerator, small.denominator);
}

struct exact exact_subtract(struct arena *arena, struct exact a, struct exact b)
{
    return is_small(a) && is_small(b) ? small_sum(arena, a, opposite(b)) : exact_large_subtract(arena, a, b);
}

/* Reduced crosswise beforehand, the product is in lowest terms. */
static struct exact small_product(struct arena *arena, struct exact a, struct exact b)
{
    int64_t left = denominator_of(a), right = denominator_of(b);
    int64_t first = (int64_t)common_divisor(magnitude_of(a.numerator), (uint64_t)right);
    int64_t second = (int64_t)common_divisor(magnitude_of(b.numerator), (uint64_t)left);
    wide numerator = (wide)(a.numerator / first) * (b.numerator / second);
    wide denominator = (wide)(left / second) * (right / first);
    if (!fits(numerator) || !fits(denominator))
        return exact_large_from_ratio(arena, numerator, denominator);
    return small_of((int64_t)numerator, (int64_t)denominator);
}

struct exact exact_multiply(struct arena *arena, struct exact a, struct exact b)
{
    return is_small(a) && is_small(b) ? small_product(arena, a, b) : exact_large_multiply(arena, a, b);
}

static struct exact inverse(struct exact small)
{
    int64_t denominator = denominator_of(small);
    return small_of(small.numerator < 0 ? -denominator : denominator, (int64_t)magnitude_of(small.numerator));
}

struct exact exact_divide(struct arena *arena, struct exact a, struct exact b)
{
    assert(b.numerator != 0);
    return is_small(a) && is_small(b) ? small_product(arena, a, inverse(b)) : exact_large_divide(arena, a, b);
}

/* ---- rounding ---- */

static int64_t power_of_ten(int digits)
{
    int64_t power = 1;
    while (digits-- > 0)
        power *= 10;
    return power;
}

/* Whether a remainder of a division towards zero takes the quotient one further from it. */
static bool rounds_away(bool is_odd, uint64_t remainder, uint64_t divisor, enum rounding rounding)
{
    if (rounding == ROUNDING_DOWN)
        return false;
    uint64_t left = divisor - remainder;
    if (remainder == left && rounding == ROUNDING_HALF_EVEN)
        return is_odd;
    return remainder >= left;
}

struct exact exact_round(struct arena *arena, struct exact a, int digits, enum rounding rounding)
{
    assert(digits >= 0 && digits <= 18);
    if (!is_small(a))
        return exact_large_round(arena, a, digits, rounding);
    int64_t power = power_of_ten(digits), denominator = denominator_of(a);
    wide scaled = (wide)a.numerator * power; /* 63 and 60 bits */
    wide quotient = scaled / denominator;
    uint64_t remainder = magnitude_of((int64_t)(scaled - quotient * denominator));
    if (rounds_away((quotient & 1) != 0, remainder, (uint64_t)denominator, rounding))
        quotient += a.numerator < 0 ? -1 : 1;
    return exact_from_ratio(arena, quotient, power);
}

/* ---- looking ---- */

int exact_compare(struct exact a, struct exact b)
{
    if (!is_small(a) || !is_small(b))
        return exact_large_compare(a, b);
    wide left = (wide)a.numerator * denominator_of(b), right = (wide)b.numerator * denominator_of(a);
    return (left > right) - (left < right);
}

int exact_sign(struct exact a)
{
    return (a.numerator > 0) - (a.numerator < 0);
}

int exact_digits_used(struct exact a)
{
    if (!is_small(a))
        return exact_large_digits_used(a);
    int64_t denominator = denominator_of(a);
    for (int digits = 0; digits <= 18; digits++) {
        if (denominator == 1)
            return digits;
        /* One digit more takes a factor of 2 and one of 5 away. */
        denominator /= denominator % 2 == 0 ? 2 : 1;
        denominator /= denominator % 5 == 0 ? 5 : 1;
    }
    return -1;
}

/* ---- writing ---- */

void exact_write_fraction(struct sink *sink, struct exact a)
{
    if (!is_small(a)) {
        exact_large_write_fraction(sink, a);
        return;
    }
    sink_integer(sink, a.numerator);
    sink_byte(sink, '/');
    sink_integer(sink, denominator_of(a));
}

void exact_write_decimal(struct sink *sink, struct exact a, int digits)
{
    if (!is_small(a)) {
        exact_large_write_decimal(sink, a, digits);
        return;
    }
    uint64_t denominator = (uint64_t)denominator_of(a), magnitude = magnitude_of(a.numerator);
    unsigned_wide left = magnitude % denominator;
    uint64_t whole = magnitude / denominator;
    uint64_t fraction = (uint64_t)(left * (uint64_t)power_of_ten(digits) / denominator);
    if (a.numerator < 0 && (whole > 0 || fraction > 0))
        sink_byte(sink, '-');
    sink_padded(sink, whole, 1);
    if (digits > 0) {
        sink_byte(sink, '.');
        sink_padded(sink, fraction, digits);
    }
}
