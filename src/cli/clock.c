#include "clock.h"

#include <time.h>

int64_t clock_milliseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static struct text written_as(const char *format, struct arena *arena)
{
    char written[64];
    struct tm local;
    time_t now = time(NULL);
    localtime_r(&now, &local);
    strftime(written, sizeof written, format, &local);
    return text_copy(arena, text_from_c(written));
}

struct text clock_moment(struct arena *arena)
{
    struct text moment = written_as("%Y-%m-%dT%H:%M:%S%z", arena);
    struct sink sink = sink_in(arena);
    sink_text(&sink, (struct text){moment.bytes, moment.length - 2}); /* strftime's zone has no colon */
    sink_byte(&sink, ':');
    sink_text(&sink, (struct text){moment.bytes + moment.length - 2, 2});
    return sink_written(&sink);
}

struct text clock_day(struct arena *arena)
{
    return written_as("%Y-%m-%d", arena);
}

struct text clock_time_of_day(struct arena *arena)
{
    return written_as("%H:%M:%S", arena);
}
