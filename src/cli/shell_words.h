/* What a message shows to be typed, or pasted, into a shell. */
#ifndef BIWU_SHELL_WORDS_H
#define BIWU_SHELL_WORDS_H

#include "text.h"

/* The word as it must be typed: as it stands, or between single quotes. */
struct text shell_word(struct text word, struct arena *arena);
/* The quote before and behind a word that is made of this one: " or ', or nothing where a shell takes it for itself. Where it holds both
 * kinds, neither would do. */
struct text shell_word_quote(struct text word);

#endif
