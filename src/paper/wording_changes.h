/* Sentences of the user's own in place of the program's: lines as in templates/wording/, of those alone that shall read
 * otherwise. */
#ifndef BIWU_WORDING_CHANGES_H
#define BIWU_WORDING_CHANGES_H

#include "contest.h"

struct fonts;

/* Takes the lines of `text`, which has been read from `file` and must stay. Changes made before are taken back, also where
 * it fails. A fault with its place, and false, for a line that is none, a key that the program does not have or that stands
 * twice, a placeholder that this sentence does not know, brackets or braces that are not closed, more than 1,000 characters,
 * and a letter that no font has; with NULL for `fonts` letters are not looked for. Nothing may be printed meanwhile. */
bool wording_changes_read(enum language language, struct text text, struct text file, const struct fonts *fonts,
                          struct arena *arena, struct faults *faults);

#endif
