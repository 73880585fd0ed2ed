/* Words that titles and hosts' names are not broken within: those of templates/characters/words.txt. */
#ifndef BIWU_TITLE_WORDS_H
#define BIWU_TITLE_WORDS_H

#include "text.h"

/* The text with glue within each of its words, the longest that begins where the one before ends. */
struct text title_words_kept(struct text text, struct arena *arena);

#endif
