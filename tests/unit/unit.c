#include "unit.h"

#include <CUnit/Basic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_TESTS = 200 };

static struct {
    const char *name;
    void (*run)(void);
} registered[MOST_TESTS];
static size_t registered_count;

static struct arena_region regions[2];
static struct arena arenas[2];

void unit_register(const char *name, void (*run)(void))
{
    if (registered_count == MOST_TESTS)
        abort();
    registered[registered_count].name = name;
    registered[registered_count++].run = run;
}

static void exhausted(size_t wanted)
{
    fprintf(stderr, "test arena exhausted: %zu bytes\n", wanted);
    exit(EXIT_FAILURE);
}

static void arenas_begin(void)
{
    for (size_t i = 0; i < 2; i++)
        arenas[i] = arena_region_init(&regions[i], (size_t)1 << 30, exhausted);
}

static void arenas_end(void)
{
    for (size_t i = 0; i < 2; i++)
        arena_region_release(&regions[i]);
}

struct arena *unit_arena(void)
{
    return &arenas[0];
}

struct arena unit_scratch(void)
{
    return arenas[1];
}

bool unit_text_is(struct text text, const char *expected, const char *file, int line)
{
    if (text_equal(text, text_from_c(expected)))
        return true;
    fprintf(stderr, "%s:%d: '%.*s' is not '%s'\n", file, line, (int)text.length, text.bytes, expected);
    return false;
}

int main(int count, char **arguments)
{
    if (CU_initialize_registry() != CUE_SUCCESS)
        return EXIT_FAILURE;
    CU_pSuite suite = CU_add_suite_with_setup_and_teardown("unit", NULL, NULL, arenas_begin, arenas_end);
    for (size_t i = 0; i < registered_count; i++)
        if (count < 2 || strcmp(registered[i].name, arguments[1]) == 0)
            CU_add_test(suite, registered[i].name, registered[i].run);
    CU_basic_set_mode(CU_BRM_VERBOSE);
    CU_basic_run_tests();
    /* CU_basic_run_tests() reports success when tests fail, and when none ran. */
    bool is_fine = CU_get_number_of_tests_run() > 0 && CU_get_number_of_failures() == 0;
    CU_cleanup_registry();
    return is_fine ? EXIT_SUCCESS : EXIT_FAILURE;
}
