/* A list of people as somebody keeps it anyway, to begin a contest from: a table with names, and what else it has.
 *
 * Columns are known by the same names as in contestants.csv and judges.csv. Where there is none of ids, people are numbered
 * in the order of the list, C01 … and J1 …; where there is none of sectors, all contestants are in one, 全体. Both are
 * warnings, as are ids that a spreadsheet would change. */
#ifndef BIWU_ROSTER_FILE_H
#define BIWU_ROSTER_FILE_H

#include "tables.h"

/* Each takes the people of the table at `path` into the contest; judges come before contestants. What is wrong, a table of
 * nobody too, is reported. `path` must live as long as the contest and the faults. */
void roster_judges_read(struct intake *intake, const char *path, struct arena scratch);
void roster_contestants_read(struct intake *intake, const char *path, struct arena scratch);

#endif
