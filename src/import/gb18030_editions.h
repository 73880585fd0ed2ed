/* Where the editions of GB18030 part.
 *
 * GB 18030-2005 still gave 24 characters code points for private use: ten vertical punctuation marks, and the hanzi and
 * components at FE51-53, FE59, FE61, FE66, FE67, FE6C, FE6D, FE76, FE7E, FE90, FE91 and FEA0. Unicode has had all of them
 * since 4.1, and GB 18030-2022 asks for those: 18 exchanged their codes with the private ones, and six, of Extension B, had
 * codes already. glibc converts the two-byte codes to the present characters. */
#ifndef BIWU_GB18030_EDITIONS_H
#define BIWU_GB18030_EDITIONS_H

#include "text.h"

/* `utf8` with the present code points in place of the private ones: itself where it has none, else a copy in `arena`. */
struct text gb18030_as_present(struct text utf8, struct arena *arena);
/* Whether it has none. */
bool gb18030_is_present(struct text utf8);

/* The character whose four-byte code `gb18030` begins with, where it is one of the 18 that were exchanged, else
 * TEXT_INVALID. In 2005 it stood for the present character, in 2022 for the private one: it is the same character. glibc
 * 2.36 refuses these. */
uint32_t gb18030_exchanged(struct text gb18030);

#endif
