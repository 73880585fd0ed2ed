#include "deflate.h"

#include <assert.h>
#include <libdeflate.h>
#include <pthread.h>
#include <string.h>
#include <zlib.h>

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

/* ---- streams in pieces ---- */

bool deflated_within(struct text bytes, struct text *packed, struct arena *arena)
{
    enum { NO_HEADER = -15, MOST_MEMORY = 9, FLUSH = 16 };
    z_stream stream = {.next_in = (Bytef *)bytes.bytes, .avail_in = (uInt)bytes.length};
    if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, NO_HEADER, MOST_MEMORY, Z_DEFAULT_STRATEGY) != Z_OK)
        return false;
    size_t room = deflateBound(&stream, bytes.length) + FLUSH;
    char *to = arena_take_unset(arena, room);
    stream.next_out = (Bytef *)to;
    stream.avail_out = (uInt)room;
    int result = deflate(&stream, Z_SYNC_FLUSH); /* ends on a whole byte */
    *packed = (struct text){to, stream.total_out};
    deflateEnd(&stream);
    return result == Z_OK && stream.avail_in == 0 && stream.avail_out > 0;
}

/* A block that is stored, but not the last (RFC 1951, 3.2.4). */
static void sink_stored(struct sink *sink, struct text bytes)
{
    assert(bytes.length <= 0xFFFF);
    sink_byte(sink, 0);
    for (unsigned i = 0, length = (unsigned)bytes.length | ~(unsigned)bytes.length << 16; i < 4; i++, length >>= 8)
        sink_byte(sink, (char)(length & 0xFF));
    sink_text(sink, bytes);
}

struct text deflated_around(struct text bytes, size_t from, size_t to, struct text within, struct arena *arena)
{
    enum { FRAME = 11 }; /* of the stream and of the stored block */
    struct libdeflate_compressor *mine = pthread_getspecific(compressor);
    size_t rest = bytes.length - to, bound = libdeflate_deflate_compress_bound(mine, rest);
    struct sink sink = sink_in(arena);
    sink_widen(&sink, FRAME + from + within.length + bound);
    sink_text(&sink, TEXT("\x78\x01"));
    sink_stored(&sink, (struct text){bytes.bytes, from});
    sink_text(&sink, within);
    sink.length += libdeflate_deflate_compress(mine, bytes.bytes + to, rest, sink.bytes + sink.length, bound);
    uint32_t sum = libdeflate_adler32(1, bytes.bytes, bytes.length);
    for (int shift = 24; shift >= 0; shift -= 8)
        sink_byte(&sink, (char)(sum >> shift & 0xFF));
    return sink_written(&sink);
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
