/* The slow way of exact.h, for numbers of any size, through GMP. It is right for small numbers, too, and a result that is
 * small comes back as one. */
#ifndef BIWU_EXACT_LARGE_H
#define BIWU_EXACT_LARGE_H

#include "exact.h"

struct exact exact_large_from_ratio(struct arena *arena, wide numerator, wide denominator);
struct exact exact_large_add(struct arena *arena, struct exact a, struct exact b);
struct exact exact_large_subtract(struct arena *arena, struct exact a, struct exact b);
struct exact exact_large_multiply(struct arena *arena, struct exact a, struct exact b);
struct exact exact_large_divide(struct arena *arena, struct exact a, struct exact b);
struct exact exact_large_round(struct arena *arena, struct exact a, int digits, enum rounding rounding);
int exact_large_compare(struct exact a, struct exact b);
int exact_large_digits_used(struct exact a);
void exact_large_write_fraction(struct sink *sink, struct exact a);
void exact_large_write_decimal(struct sink *sink, struct exact a, int digits);

#endif
