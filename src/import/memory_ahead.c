#include "memory_ahead.h"

#include <stdint.h>
#include <sys/mman.h>

/* A step is two huge pages: whoever maps memory or starts a thread waits for the end of a step. */
enum { PAGE = 1 << 12, STEP = 1 << 22, LEAST = 1 << 25 };

/* A system that cannot do it (before Linux 5.14) clears the pages as they are touched. */
static void *populate(void *context)
{
    const struct memory_ahead *ahead = context;
    size_t before = -(uintptr_t)ahead->start & (PAGE - 1), pages = (ahead->size - before) & ~(size_t)(PAGE - 1);
    char *start = (char *)ahead->start + before;
    for (size_t done = 0; done < pages; done += STEP)
        if (madvise(start + done, pages - done < STEP ? pages - done : STEP, MADV_POPULATE_WRITE) != 0)
            break;
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
