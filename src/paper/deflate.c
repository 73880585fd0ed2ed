#include "deflate.h"

#include <libdeflate.h>

/* Outlines become hardly smaller by more effort, which takes a third of the time of a small document; pages do. */
enum { LEVEL_OF_PAGES = 6, LEVEL_OF_THE_REST = 1, SHORT = 192 };

/* A megabyte each: a small document takes less time than to have it cleared by the system for each. They stay to the
 * end. */
static _Thread_local struct libdeflate_compressor *of_pages, *of_the_rest;

bool deflate_is_ready(void)
{
    if (!of_pages)
        of_pages = libdeflate_alloc_compressor(LEVEL_OF_PAGES);
    if (!of_the_rest)
        of_the_rest = libdeflate_alloc_compressor(LEVEL_OF_THE_REST);
    return of_pages && of_the_rest;
}

static struct text deflated(struct libdeflate_compressor *compressor, struct text bytes, struct arena *arena)
{
    size_t bound = libdeflate_zlib_compress_bound(compressor, bytes.length);
    char *packed = arena_take_unset(arena, bound);
    return (struct text){packed, libdeflate_zlib_compress(compressor, bytes.bytes, bytes.length, packed, bound)};
}

struct text deflated_page(struct text operators, struct arena *arena)
{
    return deflated(of_pages, operators, arena);
}

struct packed packed_of(struct text bytes, struct arena *arena)
{
    if (bytes.length < SHORT)
        return (struct packed){text_copy(arena, bytes), false};
    return (struct packed){deflated(of_the_rest, bytes, arena), true};
}
