#include "exact_large.h"

#include <gmp.h>
#include <string.h>

/* Values are read through mpz_roinit_n, which borrows limbs, and every result is copied into the arena; mpq and mpz
 * variables that own memory live within one function. */

/* A fraction as GMP sees it, and the limbs of a small one, which it borrows: a view must not be moved. */
struct view {
    mpq_t q;
    mp_limb_t numerator, denominator;
};

static void view(struct exact a, struct view *view)
{
    mpz_ptr numerator = mpq_numref(view->q), denominator = mpq_denref(view->q);
    if (a.limbs) {
        int64_t size = a.numerator < 0 ? -a.numerator : a.numerator;
        *numerator = *mpz_roinit_n(numerator, a.limbs, a.numerator);
        *denominator = *mpz_roinit_n(denominator, a.limbs + size, a.denominator);
        return;
    }
    view->numerator = a.numerator < 0 ? (mp_limb_t)-a.numerator : (mp_limb_t)a.numerator;
    view->denominator = a.denominator == 0 ? 1 : (mp_limb_t)a.denominator;
    *numerator = *mpz_roinit_n(numerator, &view->numerator, exact_sign(a));
    *denominator = *mpz_roinit_n(denominator, &view->denominator, 1);
}

static bool is_small(mpz_srcptr z)
{
    return mpz_size(z) == 0 || (mpz_size(z) == 1 && mpz_getlimbn(z, 0) <= INT64_MAX);
}

static struct exact keep(struct arena *arena, mpq_srcptr q)
{
    mpz_srcptr numerator = mpq_numref(q), denominator = mpq_denref(q);
    if (is_small(numerator) && is_small(denominator))
        return (struct exact){NULL, mpz_get_si(numerator), mpz_get_si(denominator)};

    size_t sizes[2] = {mpz_size(numerator), mpz_size(denominator)};
    mp_limb_t *limbs = ARENA_ARRAY(arena, mp_limb_t, sizes[0] + sizes[1]);
    memcpy(limbs, mpz_limbs_read(numerator), sizes[0] * sizeof *limbs);
    memcpy(limbs + sizes[0], mpz_limbs_read(denominator), sizes[1] * sizeof *limbs);
    int64_t size = (int64_t)sizes[0];
    return (struct exact){limbs, mpz_sgn(numerator) < 0 ? -size : size, (int64_t)sizes[1]};
}

__extension__ typedef unsigned __int128 unsigned_wide;

static void set_wide(mpz_ptr z, wide value)
{
    unsigned_wide magnitude = value < 0 ? -(unsigned_wide)value : (unsigned_wide)value;
    mpz_set_ui(z, (unsigned long)(magnitude >> 64));
    mpz_mul_2exp(z, z, 64);
    mpz_add_ui(z, z, (unsigned long)magnitude);
    if (value < 0)
        mpz_neg(z, z);
}

struct exact exact_large_from_ratio(struct arena *arena, wide numerator, wide denominator)
{
    mpq_t q;
    mpq_init(q);
    set_wide(mpq_numref(q), numerator);
    set_wide(mpq_denref(q), denominator);
    mpq_canonicalize(q);
    struct exact result = keep(arena, q);
    mpq_clear(q);
    return result;
}

static struct exact operate(struct arena *arena, struct exact a, struct exact b,
                            void (*operation)(mpq_ptr, mpq_srcptr, mpq_srcptr))
{
    struct view left, right;
    mpq_t result;
    view(a, &left);
    view(b, &right);
    mpq_init(result);
    operation(result, left.q, right.q);
    struct exact kept = keep(arena, result);
    mpq_clear(result);
    return kept;
}

struct exact exact_large_add(struct arena *arena, struct exact a, struct exact b)
{
    return operate(arena, a, b, mpq_add);
}

struct exact exact_large_subtract(struct arena *arena, struct exact a, struct exact b)
{
    return operate(arena, a, b, mpq_sub);
}

struct exact exact_large_multiply(struct arena *arena, struct exact a, struct exact b)
{
    return operate(arena, a, b, mpq_mul);
}

struct exact exact_large_divide(struct arena *arena, struct exact a, struct exact b)
{
    return operate(arena, a, b, mpq_div);
}

/* quotient of numerator × 10^digits by the denominator, towards zero, and what is left of it */
static void scale_down(struct exact a, int digits, mpz_ptr quotient, mpz_ptr remainder)
{
    struct view viewed;
    view(a, &viewed);
    mpz_ui_pow_ui(quotient, 10, (unsigned long)digits);
    mpz_mul(quotient, quotient, mpq_numref(viewed.q));
    mpz_tdiv_qr(quotient, remainder, quotient, mpq_denref(viewed.q));
}

static bool rounds_away(mpz_srcptr quotient, mpz_ptr remainder, mpz_srcptr denominator, enum rounding rounding)
{
    if (rounding == ROUNDING_DOWN)
        return false;
    mpz_mul_2exp(remainder, remainder, 1);
    int half = mpz_cmpabs(remainder, denominator);
    if (half == 0 && rounding == ROUNDING_HALF_EVEN)
        return mpz_odd_p(quotient);
    return half >= 0;
}

struct exact exact_large_round(struct arena *arena, struct exact a, int digits, enum rounding rounding)
{
    struct view viewed;
    mpq_t rounded;
    mpz_t remainder;
    view(a, &viewed);
    mpq_init(rounded);
    mpz_init(remainder);

    scale_down(a, digits, mpq_numref(rounded), remainder);
    if (rounds_away(mpq_numref(rounded), remainder, mpq_denref(viewed.q), rounding)) {
        if (a.numerator < 0)
            mpz_sub_ui(mpq_numref(rounded), mpq_numref(rounded), 1);
        else
            mpz_add_ui(mpq_numref(rounded), mpq_numref(rounded), 1);
    }
    mpz_ui_pow_ui(mpq_denref(rounded), 10, (unsigned long)digits);
    mpq_canonicalize(rounded);

    struct exact result = keep(arena, rounded);
    mpz_clear(remainder);
    mpq_clear(rounded);
    return result;
}

int exact_large_compare(struct exact a, struct exact b)
{
    struct view left, right;
    view(a, &left);
    view(b, &right);
    return mpq_cmp(left.q, right.q);
}

int exact_large_digits_used(struct exact a)
{
    mpz_t quotient, remainder;
    mpz_inits(quotient, remainder, NULL);
    int digits = 0, used = -1;
    for (; digits <= 18 && used < 0; digits++) {
        scale_down(a, digits, quotient, remainder);
        if (mpz_sgn(remainder) == 0)
            used = digits;
    }
    mpz_clears(quotient, remainder, NULL);
    return used;
}

/* The decimal digits of |z|, at least `width` of them. */
static void write_digits(struct sink *sink, mpz_srcptr z, size_t width)
{
    char *digits = arena_take(sink->arena, 1, mpz_sizeinbase(z, 10) + 2);
    mpz_get_str(digits, 10, z);
    const char *first = digits[0] == '-' ? digits + 1 : digits;
    for (size_t length = strlen(first); length < width; length++)
        sink_byte(sink, '0');
    sink_c(sink, first);
}

void exact_large_write_fraction(struct sink *sink, struct exact a)
{
    struct view viewed;
    view(a, &viewed);
    if (a.numerator < 0)
        sink_byte(sink, '-');
    write_digits(sink, mpq_numref(viewed.q), 1);
    sink_byte(sink, '/');
    write_digits(sink, mpq_denref(viewed.q), 1);
}

void exact_large_write_decimal(struct sink *sink, struct exact a, int digits)
{
    mpz_t quotient, remainder, power;
    mpz_inits(quotient, remainder, power, NULL);
    scale_down(a, digits, quotient, remainder);
    bool is_negative = mpz_sgn(quotient) < 0;
    mpz_ui_pow_ui(power, 10, (unsigned long)digits);
    mpz_abs(quotient, quotient);
    mpz_tdiv_qr(quotient, remainder, quotient, power);

    if (is_negative)
        sink_byte(sink, '-');
    write_digits(sink, quotient, 1);
    if (digits > 0) {
        sink_byte(sink, '.');
        write_digits(sink, remainder, (size_t)digits);
    }
    mpz_clears(quotient, remainder, power, NULL);
}
