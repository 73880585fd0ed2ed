#include "points.h"

#include "unit.h"

static void check_read(const char *written, points expected)
{
    points value = -1;
    CU_ASSERT_EQUAL(points_read(text_from_c(written), &value), POINTS_READ);
    CU_ASSERT_EQUAL(value, expected);
}

static void check_refused(const char *written, enum points_reading expected)
{
    points value = 77;
    CU_ASSERT_EQUAL(points_read(text_from_c(written), &value), expected);
    CU_ASSERT_EQUAL(value, 77);
}

UNIT_TEST(reads_plain_decimals)
{
    check_read("92.5", 925000);
    check_read("0", 0);
    check_read("-0.5", -5000);
    check_read("+7", 70000);
    check_read(".5", 5000);
    check_read("5.", 50000);
    check_read("19.99", 199900);
    check_read("0.0001", 1);
    check_read("1.230000000", 12300);
    check_read("000092.50", 925000);
    check_read("1000000", POINTS_LIMIT);
    check_read("-1000000", -POINTS_LIMIT);
}

UNIT_TEST(refuses_what_is_no_number)
{
    const char *const words[] = {"",   "-",    ".",     "+.",  "1e2", "9O", "92%",  " 9",
                                 "9 ", "0x1F", "1.2.3", "--1", "NaN", "1,", "1,2,3"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        check_refused(words[i], POINTS_NOT_A_NUMBER);
}

UNIT_TEST(tells_apart_what_can_be_mended)
{
    check_refused("9,5", POINTS_DECIMAL_COMMA);
    check_refused("92.12345", POINTS_TOO_MANY_DIGITS);
    check_refused("0.00000001", POINTS_TOO_MANY_DIGITS);
    check_refused("1000000.0001", POINTS_TOO_LARGE);
    check_refused("1000001", POINTS_TOO_LARGE);
    check_refused("99999999999999999999999999999999", POINTS_TOO_LARGE);
    check_refused("-99999999999999999999.5", POINTS_TOO_LARGE);
}

static void check_written(points value, int digits, const char *expected)
{
    struct sink sink = sink_in(unit_arena());
    points_write(&sink, value, digits);
    CHECK_TEXT(sink_written(&sink), expected);
}

UNIT_TEST(writes_at_least_the_digits_asked_for)
{
    check_written(925000, 2, "92.50");
    check_written(925000, 0, "92.5");
    check_written(920000, 0, "92");
    check_written(1, 2, "0.0001");
    check_written(-5000, 2, "-0.50");
    check_written(0, 2, "0.00");
    check_written(-POINTS_LIMIT, 4, "-1000000.0000");
    CHECK_TEXT(points_text(unit_arena(), 12300), "1.23");
}

UNIT_TEST(written_points_read_back)
{
    for (points value = -20001; value <= 20001; value += 7) {
        struct sink sink = sink_in(unit_arena());
        points_write(&sink, value, 0);
        points back = 0;
        CU_ASSERT_EQUAL(points_read(sink_written(&sink), &back), POINTS_READ);
        CU_ASSERT_EQUAL(back, value);
    }
}

static void check_padded(uint64_t number, size_t behind_point)
{
    static const char *const formats[] = {"", "0000000"};
    points values[2] = {-1, -2};
    struct sink digits = sink_in(unit_arena());
    sink_padded(&digits, number, (int)behind_point);
    struct text written = sink_written(&digits);
    for (size_t i = 0; i < 2; i++) {
        struct sink sink = sink_in(unit_arena());
        sink_c(&sink, formats[i]);
        sink_text(&sink, (struct text){written.bytes, written.length - behind_point});
        sink_byte(&sink, '.');
        sink_text(&sink, (struct text){written.bytes + written.length - behind_point, behind_point});
        CU_ASSERT_EQUAL(points_read(sink_written(&sink), &values[i]), POINTS_READ);
    }
    CU_ASSERT_EQUAL(values[0], values[1]);
}

/* Short numbers are read by a shorter way: zeros in front, which mean nothing, keep others off it. */
UNIT_TEST(short_numbers_mean_what_long_ones_do)
{
    for (uint64_t number = 1; number < 100000; number += number < 2000 ? 1 : 977)
        for (size_t behind_point = 0; behind_point <= POINTS_DIGITS; behind_point++)
            check_padded(number, behind_point);
    check_read("123456", 1234560000);
    check_read(".1234", 1234);
    check_refused(".12345", POINTS_TOO_MANY_DIGITS);
    check_refused("1..2", POINTS_NOT_A_NUMBER);
    check_refused("1,5", POINTS_DECIMAL_COMMA);
}
