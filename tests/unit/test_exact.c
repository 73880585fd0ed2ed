#include "exact.h"

#include "exact_large.h"
#include "unit.h"

static struct exact ratio(int64_t numerator, int64_t denominator)
{
    return exact_from_ratio(unit_arena(), numerator, denominator);
}

static void check_fraction(struct exact value, const char *expected)
{
    struct sink sink = sink_in(unit_arena());
    exact_write_fraction(&sink, value);
    CHECK_TEXT(sink_written(&sink), expected);
}

static void check_decimal(struct exact value, int digits, const char *expected)
{
    struct sink sink = sink_in(unit_arena());
    exact_write_decimal(&sink, value, digits);
    CHECK_TEXT(sink_written(&sink), expected);
}

UNIT_TEST(fractions_are_in_lowest_terms)
{
    check_fraction(ratio(9196, 100), "2299/25");
    check_fraction(ratio(82, 1), "82/1");
    check_fraction(ratio(-6, 4), "-3/2");
    check_fraction(ratio(0, 5), "0/1");
    check_fraction((struct exact){0}, "0/1");
    check_fraction(exact_from_integer(unit_arena(), INT64_MIN), "-9223372036854775808/1");
}

UNIT_TEST(wide_numbers_keep_all_their_bits)
{
    wide numerator = ((wide)1 << 100) + 1;
    check_fraction(exact_from_ratio(unit_arena(), numerator, 1), "1267650600228229401496703205377/1");
    check_fraction(exact_from_ratio(unit_arena(), -numerator, 1), "-1267650600228229401496703205377/1");
}

UNIT_TEST(arithmetic_is_exact)
{
    struct arena *arena = unit_arena();
    check_fraction(exact_add(arena, ratio(1, 3), ratio(1, 6)), "1/2");
    check_fraction(exact_subtract(arena, ratio(1, 3), ratio(1, 2)), "-1/6");
    check_fraction(exact_multiply(arena, ratio(2, 3), ratio(9, 4)), "3/2");
    check_fraction(exact_divide(arena, ratio(2, 3), ratio(-4, 9)), "-3/2");
    check_fraction(exact_add(arena, exact_from_points(arena, 1000), exact_from_points(arena, 2000)), "3/10");
    CU_ASSERT(exact_compare(ratio(1, 3), ratio(2, 6)) == 0);
    CU_ASSERT(exact_compare(ratio(1, 3), ratio(333333333, 1000000000)) > 0);
    CU_ASSERT_EQUAL(exact_sign(ratio(-1, 7)), -1);
    CU_ASSERT_EQUAL(exact_sign((struct exact){0}), 0);
    CU_ASSERT_EQUAL(exact_sign(ratio(1, 7)), 1);
}

/* By hand: 90.025 is a half at two digits; the rest lie around it. */
UNIT_TEST(the_three_roundings)
{
    static const struct {
        int64_t numerator, denominator;
        int digits;
        const char *half_up, *half_even, *down;
    } rows[] = {
        {90025, 1000, 2, "90.03", "90.02", "90.02"},
        {-90025, 1000, 2, "-90.03", "-90.02", "-90.02"},
        {90035, 1000, 2, "90.04", "90.04", "90.03"},
        {900249, 10000, 2, "90.02", "90.02", "90.02"},
        {900251, 10000, 2, "90.03", "90.03", "90.02"},
        {269, 3, 2, "89.67", "89.67", "89.66"},
        {5, 10, 0, "1", "0", "0"},
        {15, 10, 0, "2", "2", "1"},
        {-5, 10, 0, "-1", "0", "0"},
        {9999, 100, 1, "100.0", "100.0", "99.9"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct exact value = ratio(rows[i].numerator, rows[i].denominator);
        int digits = rows[i].digits;
        check_decimal(exact_round(unit_arena(), value, digits, ROUNDING_HALF_UP), digits, rows[i].half_up);
        check_decimal(exact_round(unit_arena(), value, digits, ROUNDING_HALF_EVEN), digits, rows[i].half_even);
        check_decimal(exact_round(unit_arena(), value, digits, ROUNDING_DOWN), digits, rows[i].down);
    }
}

UNIT_TEST(decimals_are_cut_off_where_longer)
{
    check_decimal(ratio(2, 3), 4, "0.6666");
    check_decimal(ratio(-1, 8), 3, "-0.125");
    check_decimal(ratio(-1, 1000), 2, "0.00");
    check_decimal(ratio(1, 20), 2, "0.05");
    check_decimal((struct exact){0}, 0, "0");
}

UNIT_TEST(counts_the_digits_a_value_needs)
{
    CU_ASSERT_EQUAL(exact_digits_used(ratio(91960, 1000)), 2);
    CU_ASSERT_EQUAL(exact_digits_used(ratio(7, 1)), 0);
    CU_ASSERT_EQUAL(exact_digits_used(ratio(1, 3)), -1);
    CU_ASSERT_EQUAL(exact_digits_used(ratio(1, 1000000000000000000)), 18);
}

/* ---- numbers beyond 64 bits, and the border ---- */

static struct exact whole(wide value)
{
    return exact_from_ratio(unit_arena(), value, 1);
}

UNIT_TEST(numbers_grow_beyond_64_bits_and_come_back)
{
    struct arena *arena = unit_arena();
    struct exact most = whole(INT64_MAX), least = whole(-INT64_MAX), one = whole(1);
    struct exact part = ratio(1, INT64_MAX);

    check_fraction(exact_add(arena, most, one), "9223372036854775808/1");
    check_fraction(exact_subtract(arena, least, one), "-9223372036854775808/1");
    check_fraction(exact_subtract(arena, exact_add(arena, most, one), one), "9223372036854775807/1");
    check_fraction(exact_add(arena, exact_add(arena, most, one), one), "9223372036854775809/1");
    check_fraction(exact_add(arena, one, exact_add(arena, most, one)), "9223372036854775809/1");
    check_fraction(exact_subtract(arena, one, exact_add(arena, most, one)), "-9223372036854775807/1");
    check_fraction(exact_multiply(arena, most, least), "-85070591730234615847396907784232501249/1");
    check_fraction(exact_multiply(arena, part, part), "1/85070591730234615847396907784232501249");
    check_fraction(exact_divide(arena, exact_multiply(arena, most, least), least), "9223372036854775807/1");
    check_fraction(exact_divide(arena, one, exact_multiply(arena, most, most)),
                   "1/85070591730234615847396907784232501249");
    check_fraction(exact_multiply(arena, exact_multiply(arena, most, most), part), "9223372036854775807/1");
    check_fraction(exact_multiply(arena, part, exact_multiply(arena, most, most)), "9223372036854775807/1");
    /* 1/p + 1/q of two primes near 2^62: the denominator has 124 bits, and takes the sum beyond 64. */
    check_fraction(exact_add(arena, ratio(1, 4611686018427387847), ratio(1, 4611686018427387817)),
                   "9223372036854775664/21267647932558653302378126310941659999");
}

/* 2^63 + 5/2, by hand; and its negative. */
UNIT_TEST(large_numbers_are_rounded_compared_and_written)
{
    struct arena *arena = unit_arena();
    struct exact large = exact_from_ratio(arena, ((wide)1 << 64) + 5, 2), small = ratio(5, 2);
    struct exact below = exact_subtract(arena, (struct exact){0}, large);

    check_decimal(large, 1, "9223372036854775810.5");
    check_decimal(exact_round(arena, large, 0, ROUNDING_HALF_UP), 0, "9223372036854775811");
    check_decimal(exact_round(arena, large, 0, ROUNDING_HALF_EVEN), 0, "9223372036854775810");
    check_decimal(exact_round(arena, large, 0, ROUNDING_DOWN), 0, "9223372036854775810");
    check_decimal(exact_round(arena, below, 0, ROUNDING_HALF_UP), 0, "-9223372036854775811");
    check_decimal(exact_round(arena, whole(INT64_MAX), 18, ROUNDING_HALF_UP), 0, "9223372036854775807");
    CU_ASSERT(exact_compare(large, small) > 0);
    CU_ASSERT(exact_compare(small, large) < 0);
    CU_ASSERT(exact_compare(large, large) == 0);
    CU_ASSERT_EQUAL(exact_sign(large), 1);
    CU_ASSERT_EQUAL(exact_sign(below), -1);
    CU_ASSERT_EQUAL(exact_digits_used(large), 1);
    CU_ASSERT_EQUAL(exact_digits_used(below), 1);
    CU_ASSERT_EQUAL(exact_digits_used(exact_divide(arena, large, whole(11))), -1);
    CU_ASSERT_EQUAL(exact_digits_used(ratio(1, INT64_C(1) << 18)), 18);
    CU_ASSERT_EQUAL(exact_digits_used(ratio(1, INT64_C(1) << 19)), -1);
}

/* ---- both ways ---- */

static uint64_t dice = 88172645463325252u;

static uint64_t thrown(void)
{
    dice ^= dice << 13;
    dice ^= dice >> 7;
    dice ^= dice << 17;
    return dice;
}

/* Of any length up to 63 bits, and often near a border. */
static int64_t thrown_magnitude(void)
{
    switch (thrown() % 4) {
    case 0:
        return INT64_MAX - (int64_t)(thrown() % 3);
    case 1:
        return (int64_t)(thrown() % 12);
    default:
        return (int64_t)(thrown() >> (1 + thrown() % 62));
    }
}

static struct exact thrown_number(void)
{
    int64_t numerator = thrown_magnitude(), denominator = thrown_magnitude();
    return ratio(thrown() % 2 == 0 ? numerator : -numerator, denominator == 0 ? 10000 : denominator);
}

static void check_same(struct exact fast, struct exact slow)
{
    struct sink fast_text = sink_in(unit_arena()), slow_text = sink_in(unit_arena());
    exact_write_fraction(&fast_text, fast);
    exact_large_write_fraction(&slow_text, slow);
    CU_ASSERT(text_equal(sink_written(&fast_text), sink_written(&slow_text)));
    CU_ASSERT_EQUAL(fast.limbs == NULL, slow.limbs == NULL);
}

static void check_rounding(struct exact value, int digits)
{
    struct arena *arena = unit_arena();
    for (int rounding = ROUNDING_HALF_UP; rounding <= ROUNDING_DOWN; rounding++)
        check_same(exact_round(arena, value, digits, (enum rounding)rounding),
                   exact_large_round(arena, value, digits, (enum rounding)rounding));
    struct sink fast = sink_in(arena), slow = sink_in(arena);
    exact_write_decimal(&fast, value, digits);
    exact_large_write_decimal(&slow, value, digits);
    CU_ASSERT(text_equal(sink_written(&fast), sink_written(&slow)));
}

UNIT_TEST(the_fast_way_and_the_slow_one_agree)
{
    for (int i = 0; i < 20000; i++) {
        struct arena scratch = unit_scratch(), *arena = &scratch;
        struct exact a = thrown_number(), b = i % 10 == 0 ? a : thrown_number();
        int64_t numerator = thrown_magnitude();
        wide wide_numerator = (wide)numerator * (1 + (wide)thrown_magnitude()),
             wide_denominator = 1 + (wide)thrown_magnitude();
        check_same(exact_from_ratio(arena, -wide_numerator, wide_denominator),
                   exact_large_from_ratio(arena, -wide_numerator, wide_denominator));
        check_same(exact_add(arena, a, b), exact_large_add(arena, a, b));
        check_same(exact_subtract(arena, a, b), exact_large_subtract(arena, a, b));
        check_same(exact_multiply(arena, a, b), exact_large_multiply(arena, a, b));
        if (exact_sign(b) != 0)
            check_same(exact_divide(arena, a, b), exact_large_divide(arena, a, b));
        int order = exact_large_compare(a, b);
        CU_ASSERT_EQUAL(exact_compare(a, b), (order > 0) - (order < 0));
        check_rounding(a, (int)(thrown() % 19));
        /* Halves at two digits. */
        check_rounding(ratio((int64_t)(thrown() % 1000000), 1000), 2);
        struct exact decimal = ratio((int64_t)(thrown() % 1000000), 1 + (int64_t)(thrown() % 1000));
        CU_ASSERT_EQUAL(exact_digits_used(decimal), exact_large_digits_used(decimal));
    }
}
