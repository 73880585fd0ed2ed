#include "calendar.h"

static bool two_digits_at(struct text date, size_t at, int *value)
{
    bool are_digits =
        date.bytes[at] >= '0' && date.bytes[at] <= '9' && date.bytes[at + 1] >= '0' && date.bytes[at + 1] <= '9';
    *value = are_digits ? (date.bytes[at] - '0') * 10 + (date.bytes[at + 1] - '0') : 0;
    return are_digits;
}

static int days_in(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && is_leap);
}

bool calendar_has_day(struct text date)
{
    enum { DATE_LENGTH = 10 };
    int century, year, month, day;
    if (date.length != DATE_LENGTH || date.bytes[4] != '-' || date.bytes[7] != '-')
        return false;
    if (!two_digits_at(date, 0, &century) || !two_digits_at(date, 2, &year) || !two_digits_at(date, 5, &month) ||
        !two_digits_at(date, 8, &day))
        return false;
    return month >= 1 && month <= 12 && day >= 1 && day <= days_in(century * 100 + year, month);
}
