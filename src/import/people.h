/* Rows of people into a contest. */
#ifndef BIWU_PEOPLE_H
#define BIWU_PEOPLE_H

#include "rows.h"
#include "tables.h"

/* Each takes one row of judges_format or contestants_format into the contest of the intake, `context`. The rows of
 * contestants have the columns that tie keys name beside them. What is wrong is reported. */
void judge_take(void *context, const struct row *row);
void contestant_take(void *context, const struct row *row);

#endif
