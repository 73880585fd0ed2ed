/* A fraction, exact. Nearly all of them are two integers of 64 bits; what does not fit keeps its limbs in an arena, and
 * GMP stays behind this header.
 *
 * Values are never changed: every operation gives a new one, made in `arena`. */
#ifndef BIWU_EXACT_H
#define BIWU_EXACT_H

#include <stdbool.h>
#include <stdint.h>

#include "points.h"

/* In lowest terms, the denominator positive. All zero bytes are the number 0. */
struct exact {
    const unsigned long *limbs; /* NULL: a small number, which has no limbs. Else those of the numerator, then those of
                                   the denominator, least significant first */
    int64_t numerator;          /* a small number's, or the count of its limbs, negative for a negative number */
    int64_t denominator;        /* a small number's, or the count of its limbs; 0 stands for a denominator of 1 */
};

/* Room for sums of products of two `points`: units of 1/10^8. */
__extension__ typedef __int128 wide;

enum rounding {
    ROUNDING_HALF_UP,   /* half away from zero, 四舍五入 */
    ROUNDING_HALF_EVEN, /* half to the even digit, GB/T 8170 */
    ROUNDING_DOWN,      /* towards zero: digits cut off */
};

struct exact exact_from_integer(struct arena *arena, int64_t value);
struct exact exact_from_points(struct arena *arena, points value);
/* numerator / denominator; needs denominator > 0. */
struct exact exact_from_ratio(struct arena *arena, wide numerator, wide denominator);

struct exact exact_add(struct arena *arena, struct exact a, struct exact b);
struct exact exact_subtract(struct arena *arena, struct exact a, struct exact b);
struct exact exact_multiply(struct arena *arena, struct exact a, struct exact b);
/* Needs b to be other than 0. */
struct exact exact_divide(struct arena *arena, struct exact a, struct exact b);
/* To `digits` (0..18) digits behind the point. */
struct exact exact_round(struct arena *arena, struct exact a, int digits, enum rounding rounding);

/* < 0, 0, > 0. */
int exact_compare(struct exact a, struct exact b);
int exact_sign(struct exact a);
/* The number of digits behind the point that write it exactly, or -1 where none up to 18 do. */
int exact_digits_used(struct exact a);

/* "2299/25", "82/1". */
void exact_write_fraction(struct sink *sink, struct exact a);
/* Plain decimal of exactly `digits` (0..18) digits; the value is cut off there, so round first where it has more. */
void exact_write_decimal(struct sink *sink, struct exact a, int digits);

#endif
