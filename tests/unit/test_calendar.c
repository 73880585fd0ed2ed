/* Days that there are, and how many of them are for work. */
#include "calendar.h"

#include "unit.h"
#include "working_days.h"

UNIT_TEST(days_that_there_are)
{
    CU_ASSERT(calendar_has_day(TEXT("2023-10-26")));
    CU_ASSERT(calendar_has_day(TEXT("2024-02-29")));
    CU_ASSERT(calendar_has_day(TEXT("2000-02-29")));
    CU_ASSERT(calendar_has_day(TEXT("2023-12-31")));
}

UNIT_TEST(days_that_there_are_not)
{
    static const char *const written[] = {
        "",           "2023-10-2",  "2023-10-266", "2023/10-26", "2023-10/26", "2x23-10-26", "202x-10-26",
        "2023-x0-26", "2023-1x-26", "2023-10-x6",  "2023-10-2x", "2023-00-10", "2023-13-10", "2023-10-00",
        "2023-04-31", "2023-02-29", "1900-02-29",  "20:3-10-26", " 023-10-26", "202 -10-26", "２０２３"};
    for (size_t i = 0; i < sizeof written / sizeof *written; i++)
        CU_ASSERT_FALSE(calendar_has_day(text_from_c(written[i])));
}

static size_t days(const char *from, const char *to)
{
    return working_days(text_from_c(from), text_from_c(to));
}

UNIT_TEST(working_days_are_mondays_to_fridays)
{
    CU_ASSERT_EQUAL(days("2023-10-27", "2023-11-02"), 5); /* Friday; Monday to Thursday */
    CU_ASSERT_EQUAL(days("2023-10-28", "2023-10-29"), 0); /* a weekend */
    CU_ASSERT_EQUAL(days("2023-10-30", "2023-10-30"), 1);
    CU_ASSERT_EQUAL(days("2023-10-30", "2023-10-29"), 0);
    CU_ASSERT_EQUAL(days("2024-02-26", "2024-03-01"), 5); /* Monday to Friday over 29 February */
    CU_ASSERT_EQUAL(days("2025-12-31", "2026-01-05"), 4); /* Wednesday to Monday over New Year */
    CU_ASSERT_EQUAL(days("2000-01-01", "2000-12-31"), 260);
}
