#include "arena.h"

#include <stdalign.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

enum { SMALLEST_REGION = 1 << 16, FIRST_CAPACITY = 8, LARGE = 1 << 22, PAGE = 1 << 12 };

struct arena arena_region_init(struct arena_region *region, size_t size, arena_exhausted_fn *exhausted)
{
    /* Address space may be limited (ulimit -v, strict overcommit): halve until granted. */
    for (; size >= SMALLEST_REGION; size /= 2) {
        void *base = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        if (base != MAP_FAILED) {
            madvise(base, size, MADV_HUGEPAGE); /* a wish: fewer, larger pages are touched faster */
            *region = (struct arena_region){base, size};
            return (struct arena){region->base, region->base + size, exhausted};
        }
    }
    exhausted(SMALLEST_REGION);
    abort(); /* GCOVR_EXCL_LINE: exhausted must not return */
}

void arena_region_release(struct arena_region *region)
{
    munmap(region->base, region->size);
    *region = (struct arena_region){0};
}

static size_t aligned(size_t size)
{
    size_t mask = alignof(max_align_t) - 1;
    return (size + mask) & ~mask;
}

/* More than any arena has, where it would overflow. */
static size_t wanted(size_t size)
{
    return size > PTRDIFF_MAX / 2 ? PTRDIFF_MAX : aligned(size);
}

static void demand(struct arena *arena, size_t size)
{
    if (size > (size_t)(arena->end - arena->next)) {
        arena->exhausted(size);
        abort(); /* GCOVR_EXCL_LINE: exhausted must not return */
    }
}

void *arena_take_unset(struct arena *arena, size_t size)
{
    size = wanted(size);
    demand(arena, size);
    void *block = arena->next;
    arena->next += size;
    return block;
}

/* Whole pages that are given back to the system read as zeros, and cost nothing before they are touched. */
static void *zeroed(char *block, size_t size)
{
    size_t before = -(uintptr_t)block & (PAGE - 1);
    size_t pages = (size - before) & ~(size_t)(PAGE - 1);
    if (size < LARGE || madvise(block + before, pages, MADV_DONTNEED) != 0)
        return memset(block, 0, size);
    memset(block, 0, before);
    memset(block + before + pages, 0, size - before - pages);
    return block;
}

void *arena_take(struct arena *arena, size_t count, size_t size)
{
    size_t bytes;
    if (__builtin_mul_overflow(count, size, &bytes))
        bytes = SIZE_MAX;
    void *block = arena_take_unset(arena, bytes);
    return zeroed(block, aligned(bytes));
}

void *arena_grow_unset(struct arena *arena, void *block, size_t old, size_t size)
{
    bool is_last = block && (char *)block + aligned(old) == arena->next;
    if (is_last) {
        size_t more = aligned(size) - aligned(old);
        demand(arena, more);
        arena->next += more;
        return block;
    }
    char *grown = arena_take_unset(arena, size);
    return block ? memcpy(grown, block, old) : grown;
}

void *arena_grow(struct arena *arena, void *block, size_t old, size_t size)
{
    char *grown = arena_grow_unset(arena, block, old, size);
    zeroed(grown + old, size - old);
    return grown;
}

struct arena arena_cut(struct arena *arena, size_t size)
{
    size = wanted(size) + aligned(1);
    demand(arena, size);
    char *end = arena->end, *block = end - size;
    arena->end = block;
    return (struct arena){block + (-(uintptr_t)block & (alignof(max_align_t) - 1)), end, arena->exhausted};
}

struct arena arena_part(struct arena *arena, size_t size)
{
    char *block = arena_take_unset(arena, size);
    return (struct arena){block, block + size, arena->exhausted};
}

void *arena_reserve_one(struct arena *arena, void *items, size_t count, size_t *capacity, size_t item_size)
{
    if (count < *capacity)
        return items;
    size_t wider = *capacity ? *capacity * 2 : FIRST_CAPACITY;
    void *grown = arena_grow(arena, items, *capacity * item_size, wider * item_size);
    *capacity = wider;
    return grown;
}
