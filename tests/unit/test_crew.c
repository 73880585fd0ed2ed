#define _GNU_SOURCE /* for the default size of stacks */
#include "crew.h"

#include <stdatomic.h>

#include "unit.h"

static void *count(void *context)
{
    atomic_fetch_add((atomic_size_t *)context, 1);
    return NULL;
}

UNIT_TEST(each_thread_works_once)
{
    atomic_size_t worked = 0;
    struct crew crew;
    crew_start(&crew, 3, count, &worked);
    size_t started = crew.count;
    crew_join(&crew);
    CU_ASSERT_EQUAL(worked, started);
    CU_ASSERT_TRUE(started <= 3);
    CU_ASSERT_EQUAL(crew.count, 0);
}

UNIT_TEST(there_are_never_more_than_a_crew_holds)
{
    atomic_size_t worked = 0;
    struct crew crew;
    crew_start(&crew, 10 * CREW_MOST, count, &worked);
    crew_join(&crew);
    CU_ASSERT_TRUE(worked <= CREW_MOST);
}

UNIT_TEST(there_is_at_least_one_processor)
{
    CU_ASSERT_TRUE(crew_processors() >= 1 && crew_processors() <= CREW_MOST);
}

/* Marks the items of a share with its number and one. */
static void mark(void *context, size_t share, size_t first, size_t end)
{
    size_t *items = context;
    for (size_t i = first; i < end; i++)
        items[i] += share + 1;
}

UNIT_TEST(each_item_is_in_one_share)
{
    size_t items[10] = {0};
    crew_share(10, 3, mark, items);
    const size_t by_thirds[] = {1, 1, 1, 2, 2, 2, 3, 3, 3, 3};
    for (size_t i = 0; i < 10; i++)
        CU_ASSERT_EQUAL(items[i], by_thirds[i]);
    crew_share(10, 1, mark, items);
    CU_ASSERT_EQUAL(items[9], 4);
    crew_share(1, 30, mark, items); /* more shares than threads, and most of them empty */
    CU_ASSERT_EQUAL(items[0], 2 + 30);
    CU_ASSERT_EQUAL(items[1], 2);
}

UNIT_TEST(a_system_that_starts_none_leaves_all_to_the_caller)
{
    pthread_attr_t before, vast;
    atomic_size_t worked = 0;
    struct crew crew;
    CU_ASSERT_EQUAL_FATAL(pthread_getattr_default_np(&before), 0);
    pthread_attr_init(&vast);
    pthread_attr_setstacksize(&vast, (size_t)1 << 60); /* there are no such stacks */
    CU_ASSERT_EQUAL(pthread_setattr_default_np(&vast), 0);
    crew_start(&crew, 4, count, &worked);
    pthread_setattr_default_np(&before);
    CU_ASSERT_EQUAL(crew.count, 0);
    crew_join(&crew);
    CU_ASSERT_EQUAL(worked, 0);
}
