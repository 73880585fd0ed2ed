/* Memory that is taken piece by piece and given back all at once.
 *
 * An arena is one reserved range of addresses; taking moves `next` up. Pages cost memory only once touched. A function
 * that needs scratch takes a `struct arena` BY VALUE: what it takes from its copy is free again when it returns.
 * An arena that is passed by value and one that is passed by pointer must not share a region. */
#ifndef BIWU_ARENA_H
#define BIWU_ARENA_H

#include <stddef.h>
#include <stdint.h>

/* Called with the bytes that could not be had; must not return. */
typedef void arena_exhausted_fn(size_t wanted);

struct arena {
    char *next;
    char *end;
    arena_exhausted_fn *exhausted;
};

/* The reservation behind an arena; owns the addresses until arena_region_release(). */
struct arena_region {
    char *base;
    size_t size;
};

/* Reserves `size` bytes of address space, or the largest power-of-two part of it that the system grants.
 * Calls `exhausted` where not even a page can be had. */
struct arena arena_region_init(struct arena_region *region, size_t size, arena_exhausted_fn *exhausted);
void arena_region_release(struct arena_region *region);

/* `count` zeroed items of `size` bytes, aligned for any type. Never NULL: ends in `exhausted` when full. */
void *arena_take(struct arena *arena, size_t count, size_t size);

/* The same bytes as they come, for a block that is filled at once. */
void *arena_take_unset(struct arena *arena, size_t size);

/* A block of `old` bytes grown to `size` bytes, in place where it is the arena's last; the new part is zeroed. */
void *arena_grow(struct arena *arena, void *block, size_t old, size_t size);
/* The same; the new part is as it comes. */
void *arena_grow_unset(struct arena *arena, void *block, size_t old, size_t size);

/* An arena of its own of so many bytes, for another thread or for longer than the rest. It is cut off the end, so that the
 * arena goes on in pages that it has touched. */
struct arena arena_cut(struct arena *arena, size_t size);
/* The same off the front: for few bytes, which then lie beside what else is taken. */
struct arena arena_part(struct arena *arena, size_t size);

#define ARENA_NEW(arena, type)          ((type *)arena_take((arena), 1, sizeof(type)))
#define ARENA_ARRAY(arena, type, count) ((type *)arena_take((arena), (count), sizeof(type)))

/* Room for one more item in a list kept as pointer, count and capacity; capacity doubles. */
#define ARENA_RESERVE_ONE(arena, items, count, capacity)                                                               \
    ((items) = arena_reserve_one((arena), (items), (count), &(capacity), sizeof *(items)))
void *arena_reserve_one(struct arena *arena, void *items, size_t count, size_t *capacity, size_t item_size);

#endif
