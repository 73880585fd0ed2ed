/* Characters that are not seen. */
#include "printable.h"

#include "unit.h"

UNIT_TEST(names_are_printable)
{
    CU_ASSERT_EQUAL(text_find_unprintable(TEXT("")), TEXT_INVALID);
    CU_ASSERT_EQUAL(text_find_unprintable(TEXT("阿卜杜热合曼·买买提 𠮷田 O’Neill")), TEXT_INVALID);
    /* A joiner and a variation selector are part of names. */
    CU_ASSERT_EQUAL(text_find_unprintable(TEXT("ᠮᠣᠩᠭ᠋\u200D\uFE00")), TEXT_INVALID);
}

UNIT_TEST(what_moves_a_cursor_or_hides_is_found)
{
    CU_ASSERT_EQUAL(text_find_unprintable(TEXT("a\tb")), '\t');
    CU_ASSERT_EQUAL(text_find_unprintable(TEXT("\x1B[31m")), 0x1B);
    CU_ASSERT_EQUAL(text_find_unprintable(TEXT("\x7F")), 0x7F);
    CU_ASSERT_EQUAL(text_find_unprintable(TEXT("\xC2\x9B")), 0x9B);
    CU_ASSERT_EQUAL(text_find_unprintable(TEXT("甲\u200B乙")), 0x200B);
    CU_ASSERT_EQUAL(text_find_unprintable(TEXT("甲\u202E乙")), 0x202E);
    CU_ASSERT_EQUAL(text_find_unprintable(TEXT("甲\u2028乙")), 0x2028);
    CU_ASSERT_EQUAL(text_find_unprintable(TEXT("甲\U000E0041")), 0xE0041);
    CU_ASSERT(character_ends_line('\n') && character_ends_line('\r') && character_ends_line(0x85));
    CU_ASSERT(character_ends_line(0x2028) && character_ends_line(0x2029) && !character_ends_line('n'));
    CU_ASSERT(character_is_control(0) && character_is_control(0x9F) && !character_is_control(0xA0));
}

UNIT_TEST(it_is_shown_as_question_marks)
{
    struct text plain = TEXT("甲 b");
    CU_ASSERT_PTR_EQUAL(text_printable(plain, unit_arena()).bytes, plain.bytes);
    CHECK_TEXT(text_printable(TEXT("甲\x1B[1m\u202E乙\n"), unit_arena()), "甲?[1m?乙?");
    CHECK_TEXT(text_printable(TEXT("\x1B\xFF乙"), unit_arena()), "??乙");
    CHECK_TEXT(text_printable(TEXT("甲\x9B乙"), unit_arena()), "甲?乙");
}
