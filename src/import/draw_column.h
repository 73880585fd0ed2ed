/* The numbers of a running order into the text of contestants.csv. */
#ifndef BIWU_DRAW_COLUMN_H
#define BIWU_DRAW_COLUMN_H

#include "contest.h"

/* Reads the contestants.csv at `path`, from which the contest's contestants were read, and gives its text with
 * numbers[contestant] in the column draw; 0 leaves the cell empty. Where it has no such column, one is added at the end,
 * headed in the language of the column id. All other bytes stay as they are: cells, columns that are not known here,
 * quotes, blank lines, line ends, byte order mark. False, with a fault, where the file cannot be read again or has
 * changed since. */
bool draw_column_fill(const char *path, const struct contest *contest, const int64_t *numbers, struct arena *arena,
                      struct arena scratch, struct faults *faults, struct text *filled);

#endif
