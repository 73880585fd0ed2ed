#include "ahead.h"

#include <stdatomic.h>
#include <time.h>

#include "unit.h"

enum { TASKS = 500, SLOTS_MOST = 8 };

/* Each task leaves its number with its slot, and is counted. */
struct office {
    size_t left[SLOTS_MOST];
    atomic_size_t times[TASKS];
    atomic_size_t at_once, at_once_most; /* done or worked on, and not yet taken */
    size_t slow;                         /* the task that takes a while */
};

static void wait_a_while(void)
{
    nanosleep(&(struct timespec){.tv_nsec = 50 * 1000 * 1000}, NULL);
}

static void note(void *context, size_t task, size_t slot)
{
    struct office *office = context;
    size_t at_once = atomic_fetch_add(&office->at_once, 1) + 1, most = office->at_once_most;
    while (at_once > most && !atomic_compare_exchange_weak(&office->at_once_most, &most, at_once))
        continue;
    if (task == office->slow)
        wait_a_while();
    office->left[slot] = task;
    atomic_fetch_add(&office->times[task], 1);
}

/* All tasks from `first` on, and that each was done once and taken in its turn. */
static void take_all(size_t first, size_t threads, size_t slots, size_t slow, size_t wait_before)
{
    struct office office = {.slow = slow};
    struct ahead ahead = {.work = note, .context = &office, .first = first, .count = TASKS, .slots = slots};
    ahead_begin(&ahead, threads, unit_arena());
    for (size_t i = first; i < TASKS; i++) {
        if (i == wait_before)
            wait_a_while();
        CU_ASSERT_EQUAL_FATAL(office.left[ahead_in_turn(&ahead)], i);
        atomic_fetch_sub(&office.at_once, 1);
        ahead_taken(&ahead);
    }
    ahead_end(&ahead);
    for (size_t i = 0; i < TASKS; i++)
        CU_ASSERT_EQUAL(office.times[i], i >= first);
    CU_ASSERT_TRUE(office.at_once_most <= slots);
}

UNIT_TEST(tasks_are_taken_in_their_order)
{
    for (size_t threads = 1; threads <= 4; threads++)
        for (size_t slots = 1; slots <= SLOTS_MOST; slots++)
            take_all(0, threads, slots, TASKS, TASKS);
}

UNIT_TEST(a_slow_task_is_waited_for)
{
    take_all(0, 3, AHEAD_SLOTS(3), 100, TASKS);
    take_all(0, 1, 1, 100, TASKS);
}

UNIT_TEST(nobody_runs_further_ahead_than_there_are_slots)
{
    take_all(0, 3, 4, TASKS, 50);
}

UNIT_TEST(a_part_of_the_tasks)
{
    take_all(TASKS - 7, 2, 4, TASKS, TASKS);
    take_all(TASKS, 2, 4, TASKS, TASKS);
}

UNIT_TEST(the_rest_may_be_left)
{
    struct office office = {.slow = TASKS};
    struct ahead ahead = {.work = note, .context = &office, .count = TASKS, .slots = 4};
    ahead_begin(&ahead, 3, unit_arena());
    wait_a_while(); /* the others wait for a slot */
    ahead_end(&ahead);
    for (size_t i = 0; i < TASKS; i++)
        CU_ASSERT_TRUE(office.times[i] <= (i < 4));
}

/* Two tasks that need two threads at once; that of the helper takes longer. */
struct pair {
    pthread_t caller;
    atomic_size_t begun;
};

static void meet(void *context, size_t task, size_t slot)
{
    struct pair *pair = context;
    (void)task;
    (void)slot;
    atomic_fetch_add(&pair->begun, 1);
    while (pair->begun < 2)
        continue;
    if (!pthread_equal(pthread_self(), pair->caller))
        wait_a_while();
}

UNIT_TEST(the_last_task_of_another_is_waited_for)
{
    struct pair pair = {.caller = pthread_self()};
    struct ahead ahead = {.work = meet, .context = &pair, .count = 2, .slots = 2};
    ahead_begin(&ahead, 2, unit_arena());
    CU_ASSERT_EQUAL_FATAL(ahead.crew.count, 1);
    for (size_t i = 0; i < 2; i++) {
        CU_ASSERT_EQUAL(ahead_in_turn(&ahead), i);
        ahead_taken(&ahead);
    }
    ahead_end(&ahead);
    CU_ASSERT_EQUAL(pair.begun, 2);
}
