/* A character as it is drawn: its code point and, in the bits above, which form of it. One number, so that characters
 * can be sorted and kept in sets; a plain character is its code point. */
#ifndef BIWU_CHARACTER_H
#define BIWU_CHARACTER_H

#include "text.h"

enum { CODE_POINTS = 0x110000 };

/* U+FE00…FE0F and U+E0100…E01EF: they say which variant of the character before them is meant. */
bool character_is_selector(uint32_t code_point);
/* The variant that a selector asks for. */
uint32_t character_variant(uint32_t code_point, uint32_t selector);
/* The form that stands among Latin letters, for a quote that Chinese fonts draw as wide as a hanzi. */
uint32_t character_narrow(uint32_t code_point);

/* The form that punctuation has in lines that go down; the code point itself where it has none. */
uint32_t character_vertical(uint32_t code_point);

uint32_t character_code_point(uint32_t character);
/* 0: none. */
uint32_t character_selector(uint32_t character);
bool character_is_narrow(uint32_t character);
bool character_is_plain(uint32_t character);

/* The code point and, where there is one, the selector. */
void character_write(struct sink *sink, uint32_t character);
/* The same in UTF-16BE, each unit as four hexadecimal digits. */
void character_write_hexadecimal(struct sink *sink, uint32_t character);
void hexadecimal_write_unit(struct sink *sink, uint32_t unit);
/* Text as UTF-16BE, in bytes. */
void text_write_utf16(struct sink *sink, struct text text);

#endif
