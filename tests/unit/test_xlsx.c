#include <stdio.h>
#include <stdlib.h>

#include "unit.h"
#include "xlsx_number.h"
#include "xlsx_text.h"

/* ---- numbers ---- */

static struct text number(const char *written, unsigned zeros)
{
    struct sink sink = sink_in(unit_arena());
    return xlsx_number_write(&sink, text_from_c(written), zeros) ? sink_written(&sink) : TEXT("none");
}

UNIT_TEST(numbers_are_what_was_typed)
{
    CHECK_TEXT(number("19.989999999999998", 0), "19.99");
    CHECK_TEXT(number("91.960000000000008", 0), "91.96");
    CHECK_TEXT(number("0.30000000000000004", 0), "0.3");
    CHECK_TEXT(number("9.9999999999999996E-2", 0), "0.1");
    CHECK_TEXT(number("90", 0), "90");
    CHECK_TEXT(number("100", 0), "100");
    CHECK_TEXT(number("0", 0), "0");
    CHECK_TEXT(number("-0", 0), "0");
    CHECK_TEXT(number("-0.5", 0), "-0.5");
    CHECK_TEXT(number("007.50", 0), "7.5");
    CHECK_TEXT(number(".5", 0), "0.5");
}

UNIT_TEST(numbers_round_at_the_fifteenth_digit)
{
    CHECK_TEXT(number("91.3333333333333286", 0), "91.3333333333333");
    CHECK_TEXT(number("99.9999999999999996", 0), "100");
    CHECK_TEXT(number("999999999999999.5", 0), "1000000000000000");
    CHECK_TEXT(number("0.00123456789012345678", 0), "0.00123456789012346");
    CHECK_TEXT(number("0.1000000000000005", 0), "0.100000000000001");
    CHECK_TEXT(number("0.1000000000000004999", 0), "0.1");
}

UNIT_TEST(exponents_are_written_out)
{
    CHECK_TEXT(number("1E2", 0), "100");
    CHECK_TEXT(number("1.5e+3", 0), "1500");
    CHECK_TEXT(number("2.5E-3", 0), "0.0025");
    CHECK_TEXT(number("20231026001", 0), "20231026001");
    CHECK_TEXT(number("1E20", 0), "100000000000000000000");
    CHECK_TEXT(number("1E21", 0), "none");
    CHECK_TEXT(number("1E-40", 0), "none");
    CHECK_TEXT(number("0E99", 0), "0");
    CHECK_TEXT(number("1E99999999999999999999", 0), "none");
}

UNIT_TEST(what_is_no_number_is_none)
{
    CHECK_TEXT(number("", 0), "none");
    CHECK_TEXT(number("-", 0), "none");
    CHECK_TEXT(number(".", 0), "none");
    CHECK_TEXT(number("1E", 0), "none");
    CHECK_TEXT(number("1E+", 0), "none");
    CHECK_TEXT(number("1E2x", 0), "none");
    CHECK_TEXT(number("1,5", 0), "none");
    CHECK_TEXT(number("1.2.3", 0), "none");
    CHECK_TEXT(number("NaN", 0), "none");
    CHECK_TEXT(number("0x10", 0), "none");
}

UNIT_TEST(leading_zeros_are_shown)
{
    CHECK_TEXT(number("7", 3), "007");
    CHECK_TEXT(number("1234", 3), "1234");
    CHECK_TEXT(number("0", 2), "00");
    CHECK_TEXT(number("7.5", 2), "07.5");
}

/* The C library's own way from a double to 15 digits, without trailing zeros, for numbers from 0.0001 on. */
static const char *by_printf(double value, char text[64])
{
    snprintf(text, 64, "%.15g", value);
    return text;
}

UNIT_TEST(numbers_agree_with_the_c_library)
{
    uint64_t state = 1;
    for (int i = 0; i < 200000; i++) {
        char stored[64], expected[64];
        state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
        /* A decimal of two to four digits behind the point, and one that a formula may give. */
        double value = (double)(state >> 44) / (i % 3 == 0 ? 100.0 : i % 3 == 1 ? 10000.0 : 3072.0);
        snprintf(stored, sizeof stored, "%.17g", value);
        if (value >= 0.0001 || value == 0.0)
            CHECK_TEXT(number(stored, 0), by_printf(value, expected));
    }
}

/* ---- formats ---- */

static enum xlsx_format_kind kind(const char *code)
{
    return xlsx_format_of_code(text_from_c(code)).kind;
}

UNIT_TEST(formats_of_numbers)
{
    static const char *const codes[] = {"General", "0.00",           "#,##0.00_ ", "0.00E+00",  "\"分\"0.0",
                                        "@",       "[Red]0.00;0.00", "\\d0.0",     "0.00\"%\"", "_-0.0",
                                        "",        "[$￥-804]0.00",  "[>60]0.0"};
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        CU_ASSERT_EQUAL(kind(codes[i]), XLSX_FORMAT_NUMBER);
    CU_ASSERT_EQUAL(xlsx_format_of_code(TEXT("000")).zeros, 3);
    CU_ASSERT_EQUAL(xlsx_format_of_code(TEXT("0.00")).zeros, 0);
}

UNIT_TEST(formats_of_percentages_and_dates)
{
    static const char *const dates[] = {
        "yyyy-mm-dd", "yyyy\"年\"m\"月\"d\"日\";@", "[$-804]d-mmm", "m/d/yy h:mm", "mmmm",
        "h:mm AM/PM", "上午/下午h\"时\"mm\"分\"",   "YYYY",         "a/p h:mm"};
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++)
        CU_ASSERT_EQUAL(kind(dates[i]), XLSX_FORMAT_DATE);
    CU_ASSERT_EQUAL(kind("0%"), XLSX_FORMAT_PERCENT);
    CU_ASSERT_EQUAL(kind("0.00%;[Red]-0.00%"), XLSX_FORMAT_PERCENT);
    CU_ASSERT_EQUAL(xlsx_format_known(9).kind, XLSX_FORMAT_PERCENT);
    CU_ASSERT_EQUAL(xlsx_format_known(14).kind, XLSX_FORMAT_DATE);
    CU_ASSERT_EQUAL(xlsx_format_known(2).kind, XLSX_FORMAT_NUMBER);
}

/* ---- times ---- */

static struct text time_shown(const char *days, const char *code)
{
    static const char *const words[] = {"shown", "negative", "long", "hidden"};
    struct sink sink = sink_in(unit_arena());
    struct xlsx_format format = xlsx_format_of_code(text_from_c(code));
    CU_ASSERT_EQUAL(format.kind, XLSX_FORMAT_TIME);
    enum xlsx_time time = xlsx_number_write_time(&sink, text_from_c(days), &format);
    return time == XLSX_TIME_SHOWN ? sink_written(&sink) : text_from_c(words[time]);
}

UNIT_TEST(times_are_read_as_they_are_shown)
{
    /* 8:30 as hours and minutes is 8.5/24 of a day, as minutes and seconds 8.5/1440 */
    CHECK_TEXT(time_shown("0.35416666666666669", "h:mm"), "8:30");
    CHECK_TEXT(time_shown("5.9027777777777776E-3", "h:mm:ss"), "0:08:30");
    CHECK_TEXT(time_shown("5.9027777777777776E-3", "[h]:mm:ss;@"), "0:08:30");
    CHECK_TEXT(time_shown("5.9027777777777776E-3", "mm:ss"), "08:30");
    CHECK_TEXT(time_shown("5.9027777777777776E-3", "[ss]"), "510");
    CHECK_TEXT(time_shown("4.6874999999999998E-3", "mm:ss.0"), "06:45");
    CHECK_TEXT(time_shown("0.35416666666666669", "h\"时\"mm\"分\""), "8:30");
    CHECK_TEXT(time_shown("0", "h:mm"), "0:00");
    /* 75 minutes and 5 seconds: 4505/86400 */
    CHECK_TEXT(time_shown("5.2141203703703703E-2", "[mm]:ss"), "75:05");
}

UNIT_TEST(fractions_of_a_second_are_cut_off)
{
    /* 510.9 / 86400 */
    CHECK_TEXT(time_shown("5.9131944444444448E-3", "mm:ss"), "08:30");
    /* 509.9999999 / 86400 is 510 to the millisecond */
    CHECK_TEXT(time_shown("5.9027777766203704E-3", "mm:ss"), "08:30");
    CHECK_TEXT(time_shown("1E-30", "mm:ss"), "00:00");
}

UNIT_TEST(times_that_mislead_are_told)
{
    CHECK_TEXT(time_shown("1.1041666666666667", "[h]:mm:ss"), "long");
    CHECK_TEXT(time_shown("1", "[h]:mm:ss"), "long");
    CHECK_TEXT(time_shown("-0.1", "h:mm"), "negative");
    CHECK_TEXT(time_shown("x", "h:mm"), "negative");
    CHECK_TEXT(time_shown("5.9027777777777776E-3", "h:mm"), "hidden");
    CHECK_TEXT(time_shown("5.2141203703703703E-2", "mm:ss"), "hidden");
    CHECK_TEXT(time_shown("0.35416666666666669", "h"), "hidden");
    CHECK_TEXT(time_shown("5.9027777777777776E-3", "ss"), "hidden");
}

/* ---- text ---- */

static enum defect defect;

static struct text settled(const char *piece)
{
    struct xlsx_text gathered = {sink_in(unit_arena())};
    struct text text;
    xlsx_text_add(&gathered, text_from_c(piece));
    defect = xlsx_text_settle(&gathered, &text);
    return text;
}

UNIT_TEST(escapes_are_resolved)
{
    CHECK_TEXT(settled("a_x000A_b"), "a\nb");
    CHECK_TEXT(settled("_x005F_x000A_"), "_x000A_");
    CHECK_TEXT(settled("_x5f20_三"), "张三");
    CHECK_TEXT(settled("_x00_ _xD83D_ x_y _"), "_x00_ _xD83D_ x_y _");
    CHECK_TEXT(settled("_x000D_"), "");
    CU_ASSERT_EQUAL(defect, DEFECT_NONE);
}

UNIT_TEST(texts_are_trimmed_and_looked_through)
{
    CHECK_TEXT(settled(" 李 四\xE3\x80\x80"), "李 四");
    CU_ASSERT_EQUAL(defect, DEFECT_NONE);
    settled("a_x0007_");
    CU_ASSERT_EQUAL(defect, DEFECT_CONTROL);
    settled("a\xC2\x85");
    CU_ASSERT_EQUAL(defect, DEFECT_CONTROL);
    settled("a\x7F");
    CU_ASSERT_EQUAL(defect, DEFECT_CONTROL);
}

UNIT_TEST(no_more_than_a_cell_is_kept_of_a_long_text)
{
    struct xlsx_text gathered = {sink_in(unit_arena())};
    struct text text;
    for (int i = 0; i < RECORDS_MOST_CELL_BYTES; i++)
        xlsx_text_add(&gathered, TEXT("x"));
    CU_ASSERT_EQUAL(xlsx_text_settle(&gathered, &text), DEFECT_NONE);
    xlsx_text_add(&gathered, TEXT("yz"));
    CU_ASSERT_EQUAL(xlsx_text_settle(&gathered, &text), DEFECT_LONG);
    CU_ASSERT_EQUAL(gathered.sink.length, RECORDS_MOST_CELL_BYTES + 1);
}
