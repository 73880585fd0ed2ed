#include "exact.h"

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
