/* What time it is. */
#ifndef BIWU_CLOCK_H
#define BIWU_CLOCK_H

#include <stdint.h>

#include "text.h"

/* Milliseconds since some moment that stays the same while the program runs. */
int64_t clock_milliseconds(void);
/* The moment, and the day, of the local time: "2023-10-26T16:03:22+08:00", "2023-10-26". */
struct text clock_moment(struct arena *arena);
struct text clock_day(struct arena *arena);
/* The time of day, "14:03:22". */
struct text clock_time_of_day(struct arena *arena);

#endif
