/* Days of the calendar as they are written. */
#ifndef BIWU_CALENDAR_H
#define BIWU_CALENDAR_H

#include "text.h"

/* Whether a text is YYYY-MM-DD, a day that there is. */
bool calendar_has_day(struct text date);

#endif
