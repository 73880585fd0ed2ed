/* Bytes and numbers: what stands before any table. */
#include "bytes.h"
#include "import_files.h"
#include "numbers.h"
#include "plain.h"

static struct faults faults;

/* ---- bytes ---- */

UNIT_TEST(reads_a_whole_file)
{
    const char *folder = test_folder();
    struct text bytes;
    faults = faults_in(unit_arena());
    const char *path = test_file(folder, "a", TEXT("a\0b\r\n"));
    CU_ASSERT_TRUE(bytes_read(path, 5, unit_arena(), &faults, &bytes));
    CU_ASSERT_TRUE(text_equal(bytes, TEXT("a\0b\r\n")));
    CU_ASSERT_TRUE(bytes_read(test_file(folder, "b", TEXT("")), 5, unit_arena(), &faults, &bytes));
    CU_ASSERT_EQUAL(bytes.length, 0);
    CU_ASSERT_EQUAL(faults.count, 0);
    test_folder_remove(folder);
}

static void check_unreadable(const char *path, size_t most, enum severity severity, const char *expected)
{
    struct text bytes;
    faults = faults_in(unit_arena());
    CU_ASSERT_FALSE(bytes_read(path, most, unit_arena(), &faults, &bytes));
    CU_ASSERT_EQUAL_FATAL(faults.count, 1);
    CU_ASSERT_EQUAL(faults.items[0].severity, severity);
    CHECK_TEXT(fault_shown(&faults.items[0]), expected);
}

UNIT_TEST(says_why_a_file_cannot_be_read)
{
    const char *folder = test_folder();
    const char *six = test_file(folder, "six", TEXT("123456"));
    check_unreadable(folder, 5, SEVERITY_ERROR, "0:0 this is a folder, and a file is expected here");
    check_unreadable("/tmp/biwu-no-such-file", 5, SEVERITY_ERROR, "0:0 there is no such file");
    check_unreadable(six, 5, SEVERITY_ERROR,
                     "0:0 this file is too large: at most 5 bytes are read | is it the right file?");
    check_unreadable("/dev/null", 5, SEVERITY_ERROR, "0:0 this is not a plain file");
    CU_ASSERT_EQUAL(chmod(six, 0), 0);
    if (geteuid() != 0)
        check_unreadable(
            six, 9, SEVERITY_FAILURE,
            "0:0 you are not allowed to read this file | ask its owner for the right to read it, or copy it");
    test_folder_remove(folder);
}

UNIT_TEST(a_pipe_does_not_hold_us_up)
{
    const char *folder = test_folder();
    const char *path = test_file(folder, "pipe", TEXT(""));
    CU_ASSERT_EQUAL(unlink(path), 0);
    CU_ASSERT_EQUAL_FATAL(mkfifo(path, 0600), 0);
    check_unreadable(path, 5, SEVERITY_ERROR, "0:0 this is not a plain file");
    test_folder_remove(folder);
}

/* ---- numbers ---- */

static const struct place anywhere = {.file = TEXT_INIT("x"), .line = 1, .column = 1};

static void check_points(const char *written, points expected)
{
    points value = 77;
    faults = faults_in(unit_arena());
    CU_ASSERT_TRUE(number_read_points(text_from_c(written), anywhere, &faults, &value));
    CU_ASSERT_EQUAL(value, expected);
}

static void check_no_points(const char *written, const char *expected)
{
    points value = 77;
    faults = faults_in(unit_arena());
    CU_ASSERT_FALSE(number_read_points(text_from_c(written), anywhere, &faults, &value));
    CU_ASSERT_EQUAL(value, 77);
    CU_ASSERT_EQUAL_FATAL(faults.count, 1);
    CHECK_TEXT(fault_shown(&faults.items[0]), expected);
}

UNIT_TEST(full_width_numbers_are_plain_ones)
{
    check_points("９２．５", 925000);
    check_points("　－０.５ ", -5000);
    check_points("+1", 10000);
}

UNIT_TEST(numbers_that_are_none_get_a_hint)
{
    check_no_points("92%", "1:1 “92%” is not a number | write the number alone, without the per cent sign");
    check_no_points("９２％", "1:1 “９２％” is not a number | write the number alone, without the per cent sign");
    check_no_points("91.96分", "1:1 “91.96分” is not a number | write the number alone, without 分");
    check_no_points("9。5", "1:1 “9。5” is not a number | write a point (.) in place of the full stop 。");
    check_no_points("−5", "1:1 “−5” is not a number | write an ordinary hyphen (-) as the minus sign");
    check_no_points("9O", "1:1 “9O” is not a number | is it the letter O in place of the digit 0?");
    check_no_points("9 2", "1:1 “9 2” is not a number | take the blank out of the number");
    check_no_points("1e2", "1:1 “1e2” is not a number | write digits, and a point where it has decimals, such as 92.5");
    check_no_points("好", "1:1 “好” is not a number | write digits, and a point where it has decimals, such as 92.5");
}

UNIT_TEST(numbers_beyond_what_is_kept_are_refused)
{
    check_no_points("92，5",
                    "1:1 “92，5” has a comma in it | decimals stand behind a point: 92.5; thousands are not set apart");
    check_no_points("1.23456",
                    "1:1 “1.23456” has more than four digits behind the point | a number has four at the most");
    check_no_points("1000001", "1:1 “1000001” is too large | a number lies between -1000000 and 1000000");
    struct sink sink = sink_in(unit_arena());
    for (size_t i = 0; i < 1000; i++)
        sink_c(&sink, "9");
    points value;
    CU_ASSERT_FALSE(number_read_points(sink_written(&sink), anywhere, &faults, &value));
}

UNIT_TEST(ranges_are_named)
{
    points value = 77;
    int64_t integer = 77;
    faults = faults_in(unit_arena());
    CU_ASSERT_TRUE(number_read_points_within(TEXT("0.5"), 5000, 10000, anywhere, &faults, &value));
    CU_ASSERT_EQUAL(value, 5000);
    CU_ASSERT_FALSE(number_read_points_within(TEXT("0.4"), 5000, 10000, anywhere, &faults, &value));
    CHECK_TEXT(fault_shown(&faults.items[0]), "1:1 “0.4” is out of range | it must be from 0.5 to 1");
    CU_ASSERT_TRUE(number_read_integer_within(TEXT("３.0"), 1, 3, anywhere, &faults, &integer));
    CU_ASSERT_EQUAL(integer, 3);
    CU_ASSERT_FALSE(number_read_integer_within(TEXT("4"), 1, 3, anywhere, &faults, &integer));
    CHECK_TEXT(fault_shown(&faults.items[1]), "1:1 “4” is out of range | it must be from 1 to 3");
    CU_ASSERT_FALSE(number_read_integer_within(TEXT("2.5"), 1, 3, anywhere, &faults, &integer));
    CHECK_TEXT(fault_shown(&faults.items[2]), "1:1 “2.5” is not a whole number");
}

static int64_t seconds_of(const char *written)
{
    int64_t seconds = -1;
    faults = faults_in(unit_arena());
    return number_read_seconds(text_from_c(written), anywhere, &faults, &seconds) ? seconds : -1;
}

UNIT_TEST(times_are_seconds_or_parted_by_colons)
{
    CU_ASSERT_EQUAL(seconds_of("495"), 495);
    CU_ASSERT_EQUAL(seconds_of("8:15"), 495);
    CU_ASSERT_EQUAL(seconds_of("８：１５"), 495);
    CU_ASSERT_EQUAL(seconds_of("8:15.99"), 495);
    CU_ASSERT_EQUAL(seconds_of("1:08:15"), 4095);
    CU_ASSERT_EQUAL(seconds_of("0"), 0);
}

UNIT_TEST(other_times_are_refused)
{
    const char *const words[] = {"",       ":",       "8:", ":15",    "8:75", "8:5",
                                 "8:15:5", "1:2:3:4", "-5", "8.15.2", "8m",   "9999999"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        CU_ASSERT_EQUAL(seconds_of(words[i]), -1);
}

UNIT_TEST(long_texts_are_cut_in_messages)
{
    struct text forty = TEXT("一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十");
    struct text longer = TEXT("一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十百");
    CU_ASSERT_TRUE(text_equal(SHOWN(longer), forty));
    CU_ASSERT_TRUE(text_equal(SHOWN(forty), forty));
    CHECK_TEXT(SHOWN(TEXT("𠮷\r\n乙\t丙\xE2\x80\xA8丁")), "𠮷  乙 丙 丁");
    CHECK_TEXT(SHOWN(TEXT("")), "");
}
