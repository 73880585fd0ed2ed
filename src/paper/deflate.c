#include "deflate.h"

#include <libdeflate.h>

enum { LEVEL = 6, SHORT = 192 };

/* A megabyte: a small document takes less time than to have it cleared by the system for each. It stays to the end. */
static _Thread_local struct libdeflate_compressor *compressor;

bool deflate_is_ready(void)
{
    if (!compressor)
        compressor = libdeflate_alloc_compressor(LEVEL);
    return compressor != NULL;
}

struct text deflated(struct text bytes, struct arena *arena)
{
    size_t bound = libdeflate_zlib_compress_bound(compressor, bytes.length);
    char *packed = arena_take_unset(arena, bound);
    return (struct text){packed, libdeflate_zlib_compress(compressor, bytes.bytes, bytes.length, packed, bound)};
}

struct packed packed_of(struct text bytes, struct arena *arena)
{
    if (bytes.length < SHORT)
        return (struct packed){text_copy(arena, bytes), false};
    return (struct packed){deflated(bytes, arena), true};
}
