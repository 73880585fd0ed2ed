/* Where a line of Chinese and Latin text may end (kinsoku rules). */
#ifndef BIWU_LINE_BREAK_H
#define BIWU_LINE_BREAK_H

#include <stdbool.h>
#include <stdint.h>

/* Between two letters, so on glue or drawn as nothing. */
bool letter_is_invisible(uint32_t code_point);
/* U+2060: the letters on both sides stay on one line. */
enum { WORD_JOINER = 0x2060 };

/* A letter that stands on the one before it and has no width of its own. */
bool letter_is_mark(uint32_t code_point);

bool letter_is_blank(uint32_t code_point);

/* Of a word or number in Latin, Greek or Cyrillic letters, its punctuation included. */
bool letter_is_of_word(uint32_t code_point);
/* Of a script whose letters are as wide as high. */
bool letter_is_wide(uint32_t code_point);
/* A hanzi, kana or hangul; a digit or a letter of another script. Punctuation is neither, nor are symbols. */
bool letter_is_hanzi(uint32_t code_point);
bool letter_is_alphanumeric(uint32_t code_point);
/* Behind which a long name may be broken: a blank, a middle dot, a hyphen. */
bool letter_parts_names(uint32_t code_point);

/* Of punctuation that closes or pauses: no line begins with it. */
bool letter_never_begins(uint32_t code_point);

/* Whether a line may end after `before` with `after` first on the next: not within Latin words and numbers, not before
 * closing punctuation, not after opening punctuation, not between a number and its unit. */
bool line_may_end_between(uint32_t before, uint32_t after);

#endif
