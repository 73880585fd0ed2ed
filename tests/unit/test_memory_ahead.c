#include "memory_ahead.h"

#include <stdint.h>
#include <sys/mman.h>

#include "unit.h"

enum { SIZE = 1 << 26, PAGE = 1 << 12 };

/* How many pages of it are in memory. */
static size_t resident(char *start)
{
    static unsigned char vector[SIZE / PAGE];
    size_t count = 0;
    CU_ASSERT_EQUAL_FATAL(mincore(start, SIZE, vector), 0);
    for (size_t i = 0; i < SIZE / PAGE; i++)
        count += vector[i] & 1;
    return count;
}

UNIT_TEST(what_is_written_meanwhile_stays)
{
    char *start = mmap(NULL, SIZE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    CU_ASSERT_PTR_NOT_EQUAL_FATAL(start, MAP_FAILED);
    struct memory_ahead ahead;
    start[0] = 1;
    memory_ahead_begin(&ahead, start + 1, SIZE - 2);
    for (size_t i = PAGE; i < SIZE; i += PAGE)
        start[i] = (char)(i / PAGE);
    memory_ahead_end(&ahead);
    for (size_t i = PAGE; i < SIZE; i += PAGE)
        CU_ASSERT_EQUAL(start[i], (char)(i / PAGE));
    CU_ASSERT_EQUAL(start[0], 1);
    CU_ASSERT_EQUAL(start[PAGE + 1], 0);
    munmap(start, SIZE);
}

UNIT_TEST(pages_are_there_before_they_are_touched)
{
    char *start = mmap(NULL, SIZE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    CU_ASSERT_PTR_NOT_EQUAL_FATAL(start, MAP_FAILED);
    struct memory_ahead ahead;
    memory_ahead_begin(&ahead, start, PAGE); /* not worth a thread */
    memory_ahead_end(&ahead);
    CU_ASSERT_EQUAL(resident(start), 0);
    memory_ahead_begin(&ahead, start, SIZE);
    memory_ahead_end(&ahead);
    CU_ASSERT_TRUE(crew_processors() == 1 || resident(start) == SIZE / PAGE);
    munmap(start, SIZE);
}
