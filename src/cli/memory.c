#include "memory.h"

#include <gmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>

#include "exit_codes.h"
#include "messages.h"

/* Address space alone: pages cost memory only once touched. */
static const size_t region_size = (size_t)1 << 36;

/* Where address space is limited (ulimit -v), half of it stays for the libraries. */
static size_t region_size_allowed(void)
{
    struct rlimit limit;
    if (getrlimit(RLIMIT_AS, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY || limit.rlim_cur / 4 > region_size)
        return region_size;
    return (size_t)limit.rlim_cur / 4;
}

static _Noreturn void end_without_memory(size_t wanted)
{
    /* No arena is left to write in: straight to the stream, with nothing but literals. */
    (void)wanted;
    fprintf(stderr, "biwu: %s\n", translate("error: out of memory"));
    exit(EXIT_WORLD);
}

static void *checked_malloc(size_t size)
{
    void *block = malloc(size);
    if (!block)
        end_without_memory(size);
    return block;
}

static void *checked_realloc(void *block, size_t old, size_t size)
{
    (void)old;
    void *grown = realloc(block, size);
    if (!grown)
        end_without_memory(size);
    return grown;
}

static void free_sized(void *block, size_t size)
{
    (void)size;
    free(block);
}

void memory_init(struct memory *memory)
{
    mp_set_memory_functions(checked_malloc, checked_realloc, free_sized);
    memory->kept = arena_region_init(&memory->kept_region, region_size_allowed(), end_without_memory);
    memory->scratch = arena_region_init(&memory->scratch_region, region_size_allowed(), end_without_memory);
}

void memory_release(struct memory *memory)
{
    arena_region_release(&memory->kept_region);
    arena_region_release(&memory->scratch_region);
}
