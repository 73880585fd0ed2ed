/* Words that titles and hosts' names are not broken within (词意完整): those of ICU's dictionary, and those of
 * templates/characters/words.txt, which it does not have or parts. */
#ifndef BIWU_TITLE_WORDS_H
#define BIWU_TITLE_WORDS_H

#include "text.h"

/* The text with glue within each of its words of hanzi, and over the blanks of China 2017 and 2023 年. */
struct text title_words_kept(struct text text, struct arena *arena);

#endif
