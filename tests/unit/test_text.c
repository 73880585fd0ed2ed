#include "text.h"

#include "unit.h"

UNIT_TEST(trims_ascii_and_full_width_blanks)
{
    CHECK_TEXT(text_trimmed(TEXT(" \t　评委 一\u00a0\r\n")), "评委 一");
    CHECK_TEXT(text_trimmed(TEXT("　 　")), "");
    CHECK_TEXT(text_trimmed(TEXT("")), "");
    CHECK_TEXT(text_trimmed(TEXT("a b")), "a b");
    CHECK_TEXT(text_trimmed(TEXT("a\x7F")), "a\x7F");
    CHECK_TEXT(text_trimmed(TEXT("a\v")), "a");
}

UNIT_TEST(parts_are_cut_at_the_separator)
{
    struct text rest = TEXT("a;;b"), part;
    CU_ASSERT(text_next_part(&rest, ';', &part));
    CHECK_TEXT(part, "a");
    CU_ASSERT(text_next_part(&rest, ';', &part));
    CHECK_TEXT(part, "");
    CU_ASSERT(text_next_part(&rest, ';', &part));
    CHECK_TEXT(part, "b");
    CU_ASSERT_FALSE(text_next_part(&rest, ';', &part));
}

UNIT_TEST(no_text_has_no_part)
{
    struct text rest = {0}, part;
    CU_ASSERT_FALSE(text_next_part(&rest, ';', &part));
}

static uint32_t first_of(const char *bytes)
{
    struct text rest = text_from_c(bytes);
    return text_next_character(&rest);
}

UNIT_TEST(decodes_each_length)
{
    CU_ASSERT_EQUAL(first_of("A"), 'A');
    CU_ASSERT_EQUAL(first_of("é"), 0xE9);
    CU_ASSERT_EQUAL(first_of("䶮"), 0x4DAE);
    CU_ASSERT_EQUAL(first_of("𠮷"), 0x20BB7);
    CU_ASSERT_EQUAL(first_of("\xF4\x8F\xBF\xBF"), 0x10FFFF);
}

UNIT_TEST(refuses_what_is_not_utf8)
{
    const char *const bad[] = {"\xC0\x80", "\xE0\x80\x80",     "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xFF",
                               "\x80",     "\xF0\x80\x80\x80", "\xE4\xB6",     "\xE4\x41\x41"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        CU_ASSERT_EQUAL(first_of(bad[i]), TEXT_INVALID);
    size_t at;
    CU_ASSERT_FALSE(text_is_utf8(TEXT("名\xC3"), &at));
    CU_ASSERT_EQUAL(at, 3);
    CU_ASSERT(text_is_utf8(TEXT("名𠮷"), &at));
    CU_ASSERT_FALSE(text_is_utf8(TEXT("0123456789012345\xFF"), &at));
    CU_ASSERT_EQUAL(at, 16);
    CU_ASSERT_FALSE(text_is_utf8(TEXT("01234567名890123456789\xC3("), &at));
    CU_ASSERT_EQUAL(at, 23);
}

UNIT_TEST(characters_are_counted_not_bytes)
{
    CU_ASSERT_EQUAL(text_characters(TEXT("阿拉坦·其其格")), 7);
    CU_ASSERT_EQUAL(text_characters(TEXT("")), 0);
    CU_ASSERT_EQUAL(text_characters(TEXT("01234567")), 8);
    CU_ASSERT_EQUAL(text_characters(TEXT("012345678名\xFF"
                                         "90123456789")),
                    22);
}

/* FNV-1a's own test values. */
UNIT_TEST(the_hash_is_that_of_fnv)
{
    CU_ASSERT_EQUAL(text_hash(TEXT("")), UINT64_C(0xcbf29ce484222325));
    CU_ASSERT_EQUAL(text_hash(TEXT("a")), UINT64_C(0xaf63dc4c8601ec8c));
    CU_ASSERT_EQUAL(text_hash(TEXT("foobar")), UINT64_C(0x85944171f73967e8));
}

UNIT_TEST(order_is_that_of_the_bytes)
{
    CU_ASSERT(text_compare(TEXT("a"), TEXT("b")) < 0);
    CU_ASSERT(text_compare(TEXT("ab"), TEXT("a")) > 0);
    CU_ASSERT(text_compare(TEXT("a"), TEXT("ab")) < 0);
    CU_ASSERT_EQUAL(text_compare(TEXT(""), TEXT("")), 0);
    CU_ASSERT(text_starts_with(TEXT("round:stage"), TEXT("round:")));
    CU_ASSERT_FALSE(text_starts_with(TEXT("ro"), TEXT("round:")));
}

UNIT_TEST(distance_is_counted_in_characters)
{
    CU_ASSERT_EQUAL(text_distance(TEXT("kitten"), TEXT("sitting"), unit_scratch()), 3);
    CU_ASSERT_EQUAL(text_distance(TEXT("王小明"), TEXT("王晓明"), unit_scratch()), 1);
    CU_ASSERT_EQUAL(text_distance(TEXT("titel"), TEXT("title"), unit_scratch()), 1);
    CU_ASSERT_EQUAL(text_distance(TEXT("ab"), TEXT("ba"), unit_scratch()), 1);
    CU_ASSERT_EQUAL(text_distance(TEXT("ca"), TEXT("abc"), unit_scratch()), 3);
    CU_ASSERT_EQUAL(text_distance(TEXT(""), TEXT("abc"), unit_scratch()), 3);
    CU_ASSERT_EQUAL(text_distance(TEXT("abc"), TEXT(""), unit_scratch()), 3);
}

UNIT_TEST(a_sink_writes_numbers_and_characters)
{
    struct sink sink = sink_in(unit_arena());
    sink_integer(&sink, INT64_MIN);
    sink_byte(&sink, ' ');
    sink_integer(&sink, 0);
    sink_byte(&sink, ' ');
    sink_padded(&sink, 7, 4);
    sink_character(&sink, 'A');
    sink_character(&sink, 0xE9);
    sink_character(&sink, 0x4DAE);
    sink_character(&sink, 0x20BB7);
    sink_code_point(&sink, 'A');
    sink_code_point(&sink, 0x20BB7);
    sink_code_point(&sink, 0x10FFFF);
    CHECK_TEXT(sink_written(&sink), "-9223372036854775808 0 0007Aé䶮𠮷U+0041U+20BB7U+10FFFF");
}

UNIT_TEST(copies_live_on_their_own)
{
    char bytes[] = "abc";
    struct text copy = text_copy(unit_arena(), text_from_c(bytes));
    const char *c = text_to_c(unit_arena(), text_from_c(bytes));
    bytes[0] = 'x';
    CHECK_TEXT(copy, "abc");
    CU_ASSERT_STRING_EQUAL(c, "abc");
    CU_ASSERT_STRING_EQUAL(text_to_c(unit_arena(), TEXT("")), "");
}
