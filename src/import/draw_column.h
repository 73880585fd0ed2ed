/* The numbers of a running order into the text of contestants.csv. */
#ifndef BIWU_DRAW_COLUMN_H
#define BIWU_DRAW_COLUMN_H

#include "contest.h"
#include "encoding.h"

/* Reads the contestants.csv at `path`, from which the contest's contestants were read, and gives its text with
 * numbers[contestant] in the column draw; 0 leaves the cell empty. Where it has no such column, one is added at the end,
 * headed in the language of the column id. All else stays as it is: cells, columns that are not known here, quotes, blank
 * lines, line ends. The text is UTF-8 with a byte order mark, for spreadsheets, but where the file is UTF-8 without one
 * already. `encoding` is that which the user names, if any. False, with a fault, where the file cannot be read again or has
 * changed since. */
bool draw_column_fill(const char *path, enum encoding encoding, const struct contest *contest, const int64_t *numbers,
                      struct arena *arena, struct arena scratch, struct faults *faults, struct text *filled);

#endif
