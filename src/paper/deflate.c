#include "deflate.h"

#include <libdeflate.h>
#include <pthread.h>

/* The lowest level: the highest makes certificates smaller by a third of a percent, in half as much time again. */
enum { LEVEL = 1, SHORT = 192 };

/* A megabyte: a small document takes less time than to have it cleared by the system for each. So a thread keeps its own
 * to its end. */
static pthread_key_t compressor;
static bool has_compressor;
static pthread_once_t is_begun = PTHREAD_ONCE_INIT;

static void free_compressor(void *pointer)
{
    libdeflate_free_compressor(pointer);
}

static void begin(void)
{
    has_compressor = pthread_key_create(&compressor, free_compressor) == 0;
}

static bool make_compressor(void)
{
    struct libdeflate_compressor *made = libdeflate_alloc_compressor(LEVEL);
    if (made && pthread_setspecific(compressor, made) == 0)
        return true;
    if (made)
        libdeflate_free_compressor(made);
    return false;
}

bool deflate_is_ready(void)
{
    pthread_once(&is_begun, begin);
    return has_compressor && (pthread_getspecific(compressor) || make_compressor());
}

size_t deflated_room(size_t length)
{
    return libdeflate_zlib_compress_bound(NULL, length);
}

struct text deflated(struct text bytes, struct arena *arena)
{
    size_t bound = deflated_room(bytes.length);
    char *packed = arena_take_unset(arena, bound);
    return (struct text){
        packed, libdeflate_zlib_compress(pthread_getspecific(compressor), bytes.bytes, bytes.length, packed, bound)};
}

uint64_t checksum(struct text bytes)
{
    return (uint64_t)libdeflate_crc32(0, bytes.bytes, bytes.length) << 32 |
           libdeflate_adler32(1, bytes.bytes, bytes.length);
}

struct packed packed_of(struct text bytes, struct arena *arena)
{
    if (bytes.length < SHORT)
        return (struct packed){text_copy(arena, bytes), false};
    return (struct packed){deflated(bytes, arena), true};
}
