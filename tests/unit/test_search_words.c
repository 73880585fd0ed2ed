/* Texts as the words of full-text search. */
#include "search_words.h"

#include "unit.h"

#define CHECK_WORDS(text, expected) CHECK_TEXT(search_words(TEXT(text), unit_arena()), expected)

UNIT_TEST(each_character_is_its_code)
{
    CHECK_WORDS("王伟", "738b 4f1f");
    CHECK_WORDS("\U00020BB7\U0002CB4E", "20bb7 2cb4e");
    CHECK_WORDS("é9", "e9 39");
    CHECK_WORDS("", "");
}

UNIT_TEST(what_is_written_in_two_ways_is_one_word)
{
    CHECK_WORDS("Ab", "61 62");
    CHECK_WORDS("ＡｂＺ", "61 62 7a");
    CHECK_WORDS("０", "30");
    CHECK_WORDS("坦·其", "5766 5176");
    CHECK_WORDS("坦•其‧", "5766 5176");
    CHECK_WORDS(" a\u3000-（a）\u00a0", "61 61");
}

UNIT_TEST(bytes_that_are_no_character_are_passed_over)
{
    CHECK_WORDS("a\xFF\xE4z", "61 7a");
}
