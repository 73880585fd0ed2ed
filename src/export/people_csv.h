/* The people of a contest as the tables that it is read from, for spreadsheets: headings in Chinese, a BOM first. */
#ifndef BIWU_PEOPLE_CSV_H
#define BIWU_PEOPLE_CSV_H

#include "contest.h"

/* contestants.csv: 编号,姓名,领域, those of the other columns that somebody fills, and the columns that tie keys name. */
struct text contestants_csv(const struct contest *contest, struct arena *arena, struct arena scratch);
/* judges.csv: 编号,姓名 and those of the other columns that somebody fills. */
struct text judges_csv(const struct contest *contest, struct arena *arena, struct arena scratch);

#endif
