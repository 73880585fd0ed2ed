/* Streams in pieces, held against zlib's own inflating. */
#include "deflate.h"

#include <zlib.h>

#include "unit.h"

enum { LENGTH = 70000 };

/* Words that come again at odd distances. */
static struct text some_bytes(void)
{
    static const char *const words[] = {"glyf", "loca", "head ", "maxp\n", "hhea\t", "hmtx, "};
    struct sink sink = sink_in(unit_arena());
    for (size_t i = 0; sink.length < LENGTH; i++)
        sink_c(&sink, words[i * i % 7 % (sizeof words / sizeof *words)]);
    sink.length = LENGTH;
    return sink_written(&sink);
}

static struct text inflated(struct text packed, size_t room)
{
    char *bytes = ARENA_ARRAY(unit_arena(), char, room);
    uLongf length = room;
    CU_ASSERT_EQUAL_FATAL(uncompress((Bytef *)bytes, &length, (const Bytef *)packed.bytes, packed.length), Z_OK);
    return (struct text){bytes, length};
}

UNIT_TEST(a_stream_in_pieces_reads_as_one)
{
    static const size_t parts[][2] = {{0, 0},           {0, LENGTH},      {1, 2},           {108, 12000},
                                      {0xFFFF, 0xFFFF}, {0xFFFF, LENGTH}, {108, LENGTH - 1}};
    struct text bytes = some_bytes();
    CU_ASSERT_FATAL(deflate_is_ready());
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        size_t from = parts[i][0], to = parts[i][1];
        struct text within;
        CU_ASSERT_FATAL(deflated_within((struct text){bytes.bytes + from, to - from}, &within, unit_arena()));
        struct text packed = deflated_around(bytes, from, to, within, unit_arena());
        CU_ASSERT(text_equal(inflated(packed, LENGTH + 1), bytes));
        CU_ASSERT(packed.length < from + (LENGTH - from) / 4 + 100); /* else they are only stored */
    }
}

UNIT_TEST(short_bytes_stay_as_they_are)
{
    struct text bytes = some_bytes();
    CU_ASSERT_FATAL(deflate_is_ready());
    for (size_t length = 0; length < 1000; length += 37) {
        struct packed packed = packed_of((struct text){bytes.bytes, length}, unit_arena());
        struct text plain = packed.is_deflated ? inflated(packed.bytes, length + 1) : packed.bytes;
        CU_ASSERT(text_equal(plain, (struct text){bytes.bytes, length}));
        CU_ASSERT(packed.bytes.length <= length);
    }
}
