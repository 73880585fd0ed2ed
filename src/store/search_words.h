/* Texts as the words that full-text search compares: a code for each character, so that no table of scripts decides. */
#ifndef BIWU_SEARCH_WORDS_H
#define BIWU_SEARCH_WORDS_H

#include "text.h"

/* "738b 4f1f" of 王伟. Capitals and full-width forms of ASCII are as their plain ones; blanks, dots between names and ASCII
 * punctuation are left out, so that what was written with and without them is the same. */
struct text search_words(struct text text, struct arena *arena);

#endif
