/* Working days of the calendar. Public holidays, and the days worked for them, cannot be known. */
#ifndef BIWU_WORKING_DAYS_H
#define BIWU_WORKING_DAYS_H

#include "text.h"

/* Mondays to Fridays from one date to another, both included; 0 where `to` is before `from`. Needs dates YYYY-MM-DD of
 * the calendar. */
size_t working_days(struct text from, struct text to);

#endif
