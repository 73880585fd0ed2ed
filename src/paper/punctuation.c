#include "punctuation.h"

#include <stdbool.h>

/* Sorted. What stands in the middle of its square in all fonts, as … — ～, is not among them. */
static const struct mark {
    uint32_t code_point;
    enum blank_half blank;
} marks[] = {
    {0x2018, BLANK_HALF_FIRST}, {0x2019, BLANK_HALF_LAST},  {0x201C, BLANK_HALF_FIRST}, {0x201D, BLANK_HALF_LAST},
    {0x3001, BLANK_HALF_LAST},  {0x3002, BLANK_HALF_LAST},  {0x3008, BLANK_HALF_FIRST}, {0x3009, BLANK_HALF_LAST},
    {0x300A, BLANK_HALF_FIRST}, {0x300B, BLANK_HALF_LAST},  {0x300C, BLANK_HALF_FIRST}, {0x300D, BLANK_HALF_LAST},
    {0x300E, BLANK_HALF_FIRST}, {0x300F, BLANK_HALF_LAST},  {0x3010, BLANK_HALF_FIRST}, {0x3011, BLANK_HALF_LAST},
    {0x3014, BLANK_HALF_FIRST}, {0x3015, BLANK_HALF_LAST},  {0x3016, BLANK_HALF_FIRST}, {0x3017, BLANK_HALF_LAST},
    {0xFF01, BLANK_HALF_LAST},  {0xFF08, BLANK_HALF_FIRST}, {0xFF09, BLANK_HALF_LAST},  {0xFF0C, BLANK_HALF_LAST},
    {0xFF0E, BLANK_HALF_LAST},  {0xFF1A, BLANK_HALF_LAST},  {0xFF1B, BLANK_HALF_LAST},  {0xFF1F, BLANK_HALF_LAST},
    {0xFF3B, BLANK_HALF_FIRST}, {0xFF3D, BLANK_HALF_LAST},  {0xFF5B, BLANK_HALF_FIRST}, {0xFF5D, BLANK_HALF_LAST},
};

_Static_assert(sizeof marks / sizeof *marks == PUNCTUATION_MOST, "each mark has a number");

/* Most letters are hanzi, which are asked about one by one. */
static bool may_be_mark(uint32_t code_point)
{
    return (code_point >= 0xFF01 && code_point <= 0xFF5D) || (code_point >= 0x3001 && code_point <= 0x3017) ||
           (code_point >= 0x2018 && code_point <= 0x201D);
}

size_t punctuation_number(uint32_t code_point)
{
    if (!may_be_mark(code_point))
        return PUNCTUATION_MOST;
    size_t number = 0;
    while (number < PUNCTUATION_MOST && marks[number].code_point != code_point)
        number++;
    return number;
}

enum blank_half punctuation_blank_half(size_t number)
{
    return marks[number].blank;
}

uint32_t punctuation_code_point(size_t number)
{
    return marks[number].code_point;
}
