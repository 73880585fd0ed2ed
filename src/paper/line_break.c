#include "line_break.h"

#include <hb.h>
#include <stddef.h>

enum { MIDDLE_DOT = 0xB7, FIRST_MARK = 0x300, APOSTROPHE = 0x2019, KATAKANA_DOT = 0x30FB };

/* Never first on a line, never last on one; each sorted by code point. */
static const uint32_t never_first[] = {
    '!',    ')',    ',',    '.',    ':',    ';',    '?',    ']',    '}',    0xB7,   0x2014, 0x2019, 0x201D, 0x2022,
    0x2026, 0x2027, 0x2030, 0x2032, 0x2033, 0x2103, 0x3001, 0x3002, 0x3005, 0x3009, 0x300B, 0x300D, 0x300F, 0x3011,
    0x3015, 0x3017, 0x30FB, 0xFF01, 0xFF05, 0xFF09, 0xFF0C, 0xFF0E, 0xFF1A, 0xFF1B, 0xFF1F, 0xFF3D, 0xFF5D, 0xFF5E,
};
static const uint32_t never_last[] = {
    '(',    '[',    '{',    0x2018, 0x201C, 0x3008, 0x300A, 0x300C, 0x300E,
    0x3010, 0x3014, 0x3016, 0xFF08, 0xFF3B, 0xFF5B, 0xFFE5, 0xB1,   0x2116,
};
/* 分 名 位 人 元 年 月 日 页 号 轮 次 届 岁 and ％: a number keeps them. */
static const uint32_t units[] = {
    0x5206, 0x540D, 0x4F4D, 0x4EBA, 0x5143, 0x5E74, 0x6708, 0x65E5, 0x9875, 0x53F7, 0x8F6E, 0x6B21, 0x5C4A, 0x5C81, '%',
};

#define IS_AMONG(list, code_point) is_among((list), sizeof(list) / sizeof *(list), (code_point))

static bool is_among(const uint32_t *list, size_t count, uint32_t code_point)
{
    for (size_t i = 0; i < count; i++)
        if (list[i] == code_point)
            return true;
    return false;
}

bool letter_is_invisible(uint32_t code_point)
{
    bool is_format =
        (code_point >= 0x200B && code_point <= 0x200F) || code_point == WORD_JOINER || code_point == 0xFEFF;
    return is_format || code_point == 0xAD || code_point < 0x20;
}

/* Most letters by far: U+4E00 to U+9FFF are nothing but hanzi. */
static bool is_common_hanzi(uint32_t code_point)
{
    return code_point >= 0x4E00 && code_point <= 0x9FFF;
}

bool letter_is_mark(uint32_t code_point)
{
    if (code_point < FIRST_MARK || is_common_hanzi(code_point))
        return false;
    hb_unicode_general_category_t category = hb_unicode_general_category(hb_unicode_funcs_get_default(), code_point);
    return category == HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK ||
           category == HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK;
}

bool letter_is_blank(uint32_t code_point)
{
    return code_point == ' ' || code_point == 0x3000 || (code_point >= 0x2000 && code_point <= 0x200A);
}

static bool is_digit(uint32_t code_point)
{
    return code_point >= '0' && code_point <= '9';
}

bool letter_is_of_word(uint32_t code_point)
{
    return (code_point > ' ' && code_point < 0x2000 && code_point != MIDDLE_DOT) || code_point == APOSTROPHE;
}

bool letter_is_wide(uint32_t code_point)
{
    return code_point >= 0x2E80;
}

bool letter_is_hanzi(uint32_t code_point)
{
    if (code_point < 0x3400)
        return (code_point >= 0x2E80 && code_point < 0x3000) || (code_point >= 0x3005 && code_point <= 0x3007) ||
               (code_point >= 0x3041 && code_point < 0x3200 && code_point != KATAKANA_DOT);
    return code_point < 0xD7B0 || (code_point >= 0xF900 && code_point <= 0xFAFF) || code_point >= 0x20000;
}

bool letter_is_alphanumeric(uint32_t code_point)
{
    enum { TIMES = 0xD7, DIVIDED_BY = 0xF7 };
    if (code_point < 0x80)
        return is_digit(code_point) || ((code_point | 0x20) >= 'a' && (code_point | 0x20) <= 'z');
    return code_point >= 0xC0 && code_point < 0x2000 && code_point != TIMES && code_point != DIVIDED_BY;
}

bool letter_parts_names(uint32_t code_point)
{
    static const uint32_t parting[] = {'-', MIDDLE_DOT, 0x2010, 0x2022, 0x2027, 0x30FB};
    return letter_is_blank(code_point) || IS_AMONG(parting, code_point);
}

bool letter_never_begins(uint32_t code_point)
{
    return IS_AMONG(never_first, code_point);
}

bool line_may_end_between(uint32_t before, uint32_t after)
{
    if (is_common_hanzi(before) && is_common_hanzi(after))
        return true;
    if (letter_is_blank(after) || letter_is_mark(after))
        return false;
    if (letter_is_blank(before))
        return true;
    if (letter_is_of_word(before) && letter_is_of_word(after))
        return before == '-' && !is_digit(after) && after != '-';
    if (is_digit(before) && IS_AMONG(units, after))
        return false;
    return !letter_never_begins(after) && !IS_AMONG(never_last, before);
}
