#include "clock.h"

#include <time.h>

int64_t clock_milliseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

struct text clock_time_of_day(struct arena *arena)
{
    char written[sizeof "14:03:22"];
    struct tm local;
    time_t now = time(NULL);
    localtime_r(&now, &local);
    strftime(written, sizeof written, "%H:%M:%S", &local);
    return text_copy(arena, text_from_c(written));
}
