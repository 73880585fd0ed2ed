/* Made here and not copied: a dozen numbers of a standard under nobody's licence, and a third of the size of a packaged
 * profile, which counts where each certificate is a file of its own. */
#include "srgb_profile.h"

#include <math.h>
#include <pthread.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

enum { CURVE_POINTS = 256, HEADER_SIZE = 128, ENTRY_SIZE = 12, WHOLE = 0x10000, FULL = 0xFFFF };

struct colour {
    uint32_t x, y, z; /* XYZ in 1/65,536 */
};

/* The primaries as seen under the white D50 of profiles (Bradford); they add up to it. */
static const struct colour white = {0xF6D6, WHOLE, 0xD32D};
static const struct colour primaries[] = {{0x6FA0, 0x38F5, 0x0390}, {0x6297, 0xB787, 0x18D9}, {0x249F, 0x0F84, 0xB6C4}};

static void write_16(struct sink *sink, uint32_t number)
{
    sink_byte(sink, (char)(number >> 8 & 0xFF));
    sink_byte(sink, (char)(number & 0xFF));
}

static void write_32(struct sink *sink, uint32_t number)
{
    write_16(sink, number >> 16);
    write_16(sink, number & 0xFFFF);
}

static void write_zeros(struct sink *sink, size_t count)
{
    for (size_t i = 0; i < count; i++)
        sink_byte(sink, '\0');
}

static void write_colour(struct sink *sink, struct colour colour)
{
    write_32(sink, colour.x);
    write_32(sink, colour.y);
    write_32(sink, colour.z);
}

/* ---- what tags hold; each begins with its type and four zeros, and ends at a multiple of four ---- */

static void begin(struct sink *sink, const char *type)
{
    sink_c(sink, type);
    write_zeros(sink, 4);
}

static void end(struct sink *sink)
{
    write_zeros(sink, (4 - sink->length % 4) % 4);
}

static void write_description(struct sink *sink)
{
    static const char name[] = "sRGB";
    begin(sink, "desc");
    write_32(sink, sizeof name);
    sink_text(sink, (struct text){name, sizeof name});
    write_zeros(sink, 4 + 4 + 2 + 1 + 67); /* no other language, no Macintosh script */
    end(sink);
}

static void write_copyright(struct sink *sink)
{
    static const char words[] = "No copyright";
    begin(sink, "text");
    sink_text(sink, (struct text){words, sizeof words});
    end(sink);
}

static void write_point(struct sink *sink, struct colour colour)
{
    begin(sink, "XYZ ");
    write_colour(sink, colour);
}

static double light_of(double signal)
{
    return signal <= 0.04045 ? signal / 12.92 : pow((signal + 0.055) / 1.055, 2.4);
}

static void write_curve(struct sink *sink)
{
    begin(sink, "curv");
    write_32(sink, CURVE_POINTS);
    for (int i = 0; i < CURVE_POINTS; i++)
        write_16(sink, (uint32_t)lround(light_of(i / (CURVE_POINTS - 1.0)) * FULL));
    end(sink);
}

/* ---- the whole ---- */

/* In the order in which they lie; the three curves are one. */
static const char *const tags[] = {"desc", "cprt", "wtpt", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC"};
enum { TAGS = sizeof tags / sizeof *tags, PARTS = TAGS - 2 };

static void write_parts(struct sink *sink, size_t ends[PARTS])
{
    size_t part = 0;
    write_description(sink);
    ends[part++] = sink->length;
    write_copyright(sink);
    ends[part++] = sink->length;
    write_point(sink, white);
    ends[part++] = sink->length;
    for (size_t i = 0; i < sizeof primaries / sizeof *primaries; i++) {
        write_point(sink, primaries[i]);
        ends[part++] = sink->length;
    }
    write_curve(sink);
    ends[part] = sink->length;
}

static void write_header(struct sink *sink, size_t size)
{
    write_32(sink, (uint32_t)size);
    write_zeros(sink, 4);
    write_32(sink, 0x02100000); /* the version */
    sink_c(sink, "mntrRGB XYZ ");
    for (uint32_t i = 0; i < 6; i++) /* the day of the standard: 1999-10-01 */
        write_16(sink, (uint32_t[]){1999, 10, 1, 0, 0, 0}[i]);
    sink_c(sink, "acsp");
    write_zeros(sink, 28);
    write_colour(sink, white);
    write_zeros(sink, HEADER_SIZE - 80);
}

struct text srgb_profile(struct arena *arena)
{
    struct sink parts = sink_in(arena);
    size_t ends[PARTS], first = HEADER_SIZE + 4 + TAGS * ENTRY_SIZE;
    write_parts(&parts, ends);

    struct sink sink = sink_in(arena);
    write_header(&sink, first + parts.length);
    write_32(&sink, TAGS);
    for (size_t i = 0; i < TAGS; i++) {
        size_t part = i < PARTS ? i : PARTS - 1, start = part > 0 ? ends[part - 1] : 0;
        sink_c(&sink, tags[i]);
        write_32(&sink, (uint32_t)(first + start));
        write_32(&sink, (uint32_t)(ends[part] - start));
    }
    sink_text(&sink, sink_written(&parts));
    return sink_written(&sink);
}

static struct packed packed;

static void exhausted(size_t wanted)
{
    (void)wanted;
    abort(); /* its size does not depend on anything */
}

static void pack(void)
{
    enum { ROOM = 1 << 16 };
    static _Alignas(max_align_t) char memory[ROOM];
    struct arena arena = {memory, memory + sizeof memory, exhausted};
    packed = packed_of(srgb_profile(&arena), &arena);
}

struct packed srgb_profile_packed(void)
{
    static pthread_once_t is_packed = PTHREAD_ONCE_INIT;
    pthread_once(&is_packed, pack);
    return packed;
}
