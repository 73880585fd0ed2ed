#include "working_days.h"

enum { DAYS_A_WEEK = 7, WORKING_DAYS_A_WEEK = 5 };

static long number_at(struct text date, size_t at, size_t width)
{
    long number = 0;
    for (size_t i = at; i < at + width; i++)
        number = number * 10 + (date.bytes[i] - '0');
    return number;
}

/* Days since a Monday long ago, 1 January of the year 1 in the Gregorian calendar. */
static long day_of(struct text date)
{
    long year = number_at(date, 0, 4), month = number_at(date, 5, 2), day = number_at(date, 8, 2);
    /* The year begins in March, so that leap days are its last. */
    if (month <= 2) {
        year--;
        month += 12;
    }
    return 365 * year + year / 4 - year / 100 + year / 400 + (153 * (month - 3) + 2) / 5 + day - 307;
}

size_t working_days(struct text from, struct text to)
{
    long first = day_of(from), last = day_of(to);
    size_t count = 0;
    for (long day = first; day <= last; day++)
        count += day % DAYS_A_WEEK < WORKING_DAYS_A_WEEK;
    return count;
}
