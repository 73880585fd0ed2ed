#include "deflate.h"

#include <libdeflate.h>
#include <stdlib.h>
#include <threads.h>

/* Outlines become hardly smaller by more effort, which takes a third of the time of a small document; pages do. */
enum { LEVEL_OF_PAGES = 6, LEVEL_OF_THE_REST = 1, SHORT = 192 };

/* A megabyte each: a small document takes less time than to have it cleared by the system for each. So a thread keeps its
 * own to its end. */
struct compressors {
    struct libdeflate_compressor *of_pages, *of_the_rest;
};

static tss_t key;
static bool has_key;
static once_flag key_is_made = ONCE_FLAG_INIT;

static void free_compressors(void *pointer)
{
    struct compressors *compressors = pointer;
    if (compressors->of_pages)
        libdeflate_free_compressor(compressors->of_pages);
    if (compressors->of_the_rest)
        libdeflate_free_compressor(compressors->of_the_rest);
    free(compressors);
}

static void make_key(void)
{
    has_key = tss_create(&key, free_compressors) == thrd_success;
}

static struct compressors *make_compressors(void)
{
    struct compressors *made = malloc(sizeof *made);
    if (!made)
        return NULL;
    *made = (struct compressors){libdeflate_alloc_compressor(LEVEL_OF_PAGES),
                                 libdeflate_alloc_compressor(LEVEL_OF_THE_REST)};
    if (made->of_pages && made->of_the_rest && tss_set(key, made) == thrd_success)
        return made;
    free_compressors(made);
    return NULL;
}

bool deflate_is_ready(void)
{
    call_once(&key_is_made, make_key);
    return has_key && (tss_get(key) || make_compressors());
}

static const struct compressors *own(void)
{
    return tss_get(key);
}

static struct text deflated(struct libdeflate_compressor *compressor, struct text bytes, struct arena *arena)
{
    size_t bound = libdeflate_zlib_compress_bound(compressor, bytes.length);
    char *packed = arena_take_unset(arena, bound);
    return (struct text){packed, libdeflate_zlib_compress(compressor, bytes.bytes, bytes.length, packed, bound)};
}

struct text deflated_page(struct text operators, struct arena *arena)
{
    return deflated(own()->of_pages, operators, arena);
}

struct packed packed_of(struct text bytes, struct arena *arena)
{
    if (bytes.length < SHORT)
        return (struct packed){text_copy(arena, bytes), false};
    return (struct packed){deflated(own()->of_the_rest, bytes, arena), true};
}
