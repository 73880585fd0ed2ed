/* The word that was probably meant, for hints about the command line. */
#ifndef BIWU_NEAREST_H
#define BIWU_NEAREST_H

#include "text.h"

/* Of `words` the nearest to `written`, empty where none is near: at most half its characters may differ. More than
 * index_nearest() allows, since commands and options are few and short, and swapped letters count two. */
struct text nearest_word(const struct text *words, size_t count, struct text written, struct arena scratch);

#endif
