#include "memory_ahead.h"

#include <stdint.h>
#include <sys/mman.h>

enum { PAGE = 1 << 12, LEAST = 1 << 25 };

/* A system that cannot do it (before Linux 5.14) clears the pages as they are touched. */
static void *populate(void *context)
{
    const struct memory_ahead *ahead = context;
    char *start = ahead->start;
    size_t before = -(uintptr_t)start & (PAGE - 1);
    madvise(start + before, (ahead->size - before) & ~(size_t)(PAGE - 1), MADV_POPULATE_WRITE);
    return NULL;
}

void memory_ahead_begin(struct memory_ahead *ahead, void *start, size_t size)
{
    *ahead = (struct memory_ahead){.start = start, .size = size};
    if (size >= LEAST && crew_processors() > 1)
        crew_start(&ahead->crew, 1, populate, ahead);
}

void memory_ahead_end(struct memory_ahead *ahead)
{
    crew_join(&ahead->crew);
}
