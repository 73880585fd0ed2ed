/* What letters that follow each other on a line ask for between them: the rules of GB/T 15834 and of W3C's Requirements for
 * Chinese Text Layout. */
#ifndef BIWU_SPACING_H
#define BIWU_SPACING_H

#include "letters.h"

/* Sets the letter's move, by the one behind it. */
void spacing_set(enum letter_spacing spacing, struct letter *letter);

/* What a letter gives up as a line's first, or as its last. */
double spacing_first(const struct letter *letter);
double spacing_last(const struct letter *letter);

#endif
