/* contest_complete() in parts. Private to core's contest. */
#ifndef BIWU_CONTEST_PARTS_H
#define BIWU_CONTEST_PARTS_H

#include "contest.h"

/* Sorts the tables for their lookups, and reports what stands in them twice or fits to no rule. */
void contest_complete_tables(struct contest *contest, struct faults *faults);

#endif
