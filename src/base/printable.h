/* Which characters can be seen, and what is shown of those that cannot. */
#ifndef BIWU_PRINTABLE_H
#define BIWU_PRINTABLE_H

#include "text.h"

/* Control characters, C0 and C1 and DEL, would reach terminals; tabs and line ends are among them. */
bool character_is_control(uint32_t c);
/* LF, CR, U+0085, U+2028 and U+2029. */
bool character_ends_line(uint32_t c);
/* The first character that may not stand in a name on one line, or TEXT_INVALID where there is none. Marks that are not seen and
 * that paper would lose are among them, soft hyphen, zero-width blanks, signs of direction; joiners and variation selectors are
 * part of some names and are not. */
uint32_t text_find_unprintable(struct text text);
/* The text with ? for each of them: what comes from a file of anybody's moves no cursor and hides nothing. The text itself where
 * it has none; else a copy in `arena`. */
struct text text_printable(struct text text, struct arena *arena);

#endif
