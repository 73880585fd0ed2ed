/* Images made by hand, byte by byte: PNG (ISO/IEC 15948), and of JPEG (ITU-T T.81) what stands before its scan. */
#include "picture.h"

#include <libdeflate.h>

#include "unit.h"

enum { WHITE = 0xFFFFFF, WARM = 0xFEFCF6 };
enum { GREY = 0, RGB = 2, PALETTE = 3, RGBA = 6 }; /* PNG's numbers for them */

static struct picture picture;

static enum picture_reading reading_on(struct text bytes, uint32_t paper)
{
    struct arena *arena = unit_arena();
    picture = (struct picture){0};
    return picture_read(bytes, paper, arena, unit_scratch(), &picture);
}

static enum picture_reading reading_of(struct text bytes)
{
    return reading_on(bytes, WHITE);
}

/* ---- PNG ---- */

static void sink_four(struct sink *sink, uint32_t number)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        sink_byte(sink, (char)(number >> shift & 0xFF));
}

static void sink_chunk(struct sink *sink, const char *type, struct text content)
{
    sink_four(sink, (uint32_t)content.length);
    uint32_t sum = libdeflate_crc32(libdeflate_crc32(0, type, 4), content.bytes, content.length);
    sink_c(sink, type);
    sink_text(sink, content);
    sink_four(sink, sum);
}

struct header {
    uint32_t width, height;
    char depth, kind, interlace;
};

static struct text packed(struct text raw)
{
    struct libdeflate_compressor *compressor = libdeflate_alloc_compressor(1);
    size_t bound = libdeflate_zlib_compress_bound(compressor, raw.length);
    char *bytes = arena_take(unit_arena(), bound, 1);
    size_t length = libdeflate_zlib_compress(compressor, raw.bytes, raw.length, bytes, bound);
    libdeflate_free_compressor(compressor);
    return (struct text){bytes, length};
}

static struct text header_bytes(struct header header)
{
    struct sink sink = sink_in(unit_arena());
    sink_four(&sink, header.width);
    sink_four(&sink, header.height);
    const char rest[] = {header.depth, header.kind, 0, 0, header.interlace};
    sink_text(&sink, (struct text){rest, sizeof rest});
    return sink_written(&sink);
}

/* `rows` with the filter's byte before each. */
static struct text png_of(struct header header, struct text palette, struct text rows)
{
    struct text start = header_bytes(header), data = packed(rows);
    struct sink sink = sink_in(unit_arena());
    sink_c(&sink, "\x89PNG\r\n\x1A\n");
    sink_chunk(&sink, "IHDR", start);
    if (palette.length > 0)
        sink_chunk(&sink, "PLTE", palette);
    sink_chunk(&sink, "IDAT", data);
    sink_chunk(&sink, "IEND", TEXT(""));
    return sink_written(&sink);
}

#define BYTES(literal) ((struct text){(literal), sizeof(literal) - 1})

/* Whether its stream is deflated from just these dots. */
static bool has_dots(struct text expected)
{
    struct libdeflate_decompressor *decompressor = libdeflate_alloc_decompressor();
    char *dots = arena_take(unit_arena(), expected.length + 1, 1);
    size_t length = 0;
    bool is_fine = libdeflate_zlib_decompress(decompressor, picture.stream.bytes, picture.stream.length, dots,
                                              expected.length + 1, &length) == LIBDEFLATE_SUCCESS;
    libdeflate_free_decompressor(decompressor);
    return is_fine && text_equal((struct text){dots, length}, expected);
}

UNIT_TEST(a_png_in_rgb)
{
    struct text png = png_of((struct header){2, 1, 8, RGB, 0}, TEXT(""), BYTES("\0\x01\x02\x03\xC8\x1E\x28"));
    CU_ASSERT_EQUAL_FATAL(reading_of(png), PICTURE_READ);
    CU_ASSERT(picture.width == 2 && picture.height == 1 && !picture.is_grey && !picture.is_jpeg);
    CU_ASSERT(has_dots(BYTES("\x01\x02\x03\xC8\x1E\x28")));
}

UNIT_TEST(a_png_in_grey)
{
    struct text png = png_of((struct header){2, 2, 8, GREY, 0}, TEXT(""), BYTES("\0\x10\x20\0\x30\x40"));
    CU_ASSERT_EQUAL_FATAL(reading_of(png), PICTURE_READ);
    CU_ASSERT(picture.is_grey);
    CU_ASSERT(has_dots(BYTES("\x10\x20\x30\x40")));
}

/* One bit a dot: 1 0 1, from the highest bit on. */
UNIT_TEST(a_png_of_one_bit)
{
    struct text png = png_of((struct header){3, 1, 1, GREY, 0}, TEXT(""), BYTES("\0\xA0"));
    CU_ASSERT_EQUAL_FATAL(reading_of(png), PICTURE_READ);
    CU_ASSERT(has_dots(BYTES("\xFF\x00\xFF")));
}

/* Of 16 bits that are not linear light the upper 8 are near enough; black and white are exact. */
UNIT_TEST(a_png_of_16_bits)
{
    struct text png = png_of((struct header){2, 1, 16, GREY, 0}, TEXT(""), BYTES("\0\xFF\xFF\x00\x00"));
    CU_ASSERT_EQUAL_FATAL(reading_of(png), PICTURE_READ);
    CU_ASSERT(picture.is_grey);
    CU_ASSERT(has_dots(BYTES("\xFF\x00")));
}

UNIT_TEST(a_png_with_a_palette)
{
    struct text palette = BYTES("\x8E\x1B\x1F\xB8\x91\x2F");
    struct text png = png_of((struct header){3, 1, 8, PALETTE, 0}, palette, BYTES("\0\x01\x00\x01"));
    CU_ASSERT_EQUAL_FATAL(reading_of(png), PICTURE_READ);
    CU_ASSERT(has_dots(BYTES("\xB8\x91\x2F\x8E\x1B\x1F\xB8\x91\x2F")));
    png = png_of((struct header){1, 1, 8, PALETTE, 0}, TEXT(""), BYTES("\0\x00"));
    CU_ASSERT_EQUAL(reading_of(png), PICTURE_DAMAGED); /* of which there is none */
}

/* Adam7: of two by two dots the first pass has the first, the sixth the second, the seventh the other row. */
UNIT_TEST(an_interlaced_png)
{
    struct text png = png_of((struct header){2, 2, 8, GREY, 1}, TEXT(""), BYTES("\0\x0A\0\x0B\0\x0C\x0D"));
    CU_ASSERT_EQUAL_FATAL(reading_of(png), PICTURE_READ);
    CU_ASSERT(has_dots(BYTES("\x0A\x0B\x0C\x0D")));
}

UNIT_TEST(what_is_transparent_takes_the_paper_s_colour)
{
    struct text rows = BYTES("\0\x01\x02\x03\x00\x01\x02\x03\xFF");
    CU_ASSERT_EQUAL_FATAL(reading_on(png_of((struct header){2, 1, 8, RGBA, 0}, TEXT(""), rows), WARM), PICTURE_READ);
    CU_ASSERT(has_dots(BYTES("\xFE\xFC\xF6\x01\x02\x03")));
}

UNIT_TEST(a_png_that_is_cut_off_is_damaged)
{
    enum { END = 12, SIGNATURE = 8 };
    struct text png = png_of((struct header){2, 2, 8, GREY, 0}, TEXT(""), BYTES("\0\x10\x20\0\x30\x40"));
    for (size_t length = 0; length < SIGNATURE; length++)
        CU_ASSERT_EQUAL(reading_of((struct text){png.bytes, length}), PICTURE_UNKNOWN);
    for (size_t length = SIGNATURE; length < png.length - END; length++)
        CU_ASSERT_EQUAL(reading_of((struct text){png.bytes, length}), PICTURE_DAMAGED);
}

UNIT_TEST(a_png_whose_sums_are_wrong_is_damaged)
{
    enum { WIDTH = 19, DATA = 41 };
    static const size_t places[] = {WIDTH, DATA};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        struct text png = png_of((struct header){2, 1, 8, GREY, 0}, TEXT(""), BYTES("\0\x10\x20"));
        struct text copy = text_copy(unit_arena(), png);
        ((char *)copy.bytes)[places[i]] ^= 1;
        CU_ASSERT_EQUAL(reading_of(copy), PICTURE_DAMAGED);
    }
}

/* 100 million dots are too many by one row; nothing is unpacked for that. */
UNIT_TEST(a_png_that_is_too_large_is_refused)
{
    struct text rows = BYTES("\0");
    CU_ASSERT_EQUAL(reading_of(png_of((struct header){10000, 10001, 8, GREY, 0}, TEXT(""), rows)), PICTURE_TOO_LARGE);
    CU_ASSERT_EQUAL(reading_of(png_of((struct header){1000000, 1000000, 8, GREY, 0}, TEXT(""), rows)),
                    PICTURE_TOO_LARGE);
    CU_ASSERT_EQUAL(reading_of(png_of((struct header){0x7FFFFFFF, 0x7FFFFFFF, 8, GREY, 0}, TEXT(""), rows)),
                    PICTURE_DAMAGED);
}

UNIT_TEST(a_png_without_dots_is_damaged)
{
    CU_ASSERT_EQUAL(reading_of(png_of((struct header){0, 1, 8, GREY, 0}, TEXT(""), BYTES("\0"))), PICTURE_DAMAGED);
    CU_ASSERT_EQUAL(reading_of(png_of((struct header){1, 0, 8, GREY, 0}, TEXT(""), BYTES("\0"))), PICTURE_DAMAGED);
    CU_ASSERT_EQUAL(reading_of(png_of((struct header){2, 2, 8, GREY, 0}, TEXT(""), BYTES("\0\x10\x20"))),
                    PICTURE_DAMAGED); /* half of them */
}

/* ---- JPEG ---- */

#define START "\xFF\xD8\xFF\xE0\x00\x04\x4A\x46"
#define SCAN  "\xFF\xDA\x00\x02\x12\x34"
#define END   "\xFF\xD9"
/* Bits, 2 high, 3 wide, one component. */
#define GREY_FRAME "\x08\x00\x02\x00\x03\x01\x01\x11\x00"

static enum picture_reading reading_of_jpeg(struct text bytes)
{
    enum picture_reading reading = reading_of(bytes);
    CU_ASSERT(reading != PICTURE_READ || (picture.is_jpeg && text_equal(picture.stream, bytes)));
    return reading;
}

UNIT_TEST(a_jpeg_s_size_stands_in_its_frame)
{
    CU_ASSERT_EQUAL(reading_of_jpeg(BYTES(START "\xFF\xC0\x00\x0B" GREY_FRAME SCAN END)), PICTURE_READ);
    CU_ASSERT(picture.width == 3 && picture.height == 2 && picture.is_grey);
    CU_ASSERT_EQUAL(reading_of_jpeg(BYTES(START "\xFF\xC2\x00\x0B" GREY_FRAME SCAN END)),
                    PICTURE_READ); /* progressive */
    CU_ASSERT_EQUAL(reading_of_jpeg(BYTES(START "\xFF\xFF\xFF\xC1\x00\x0B" GREY_FRAME SCAN END "\0\0")), PICTURE_READ);
    CU_ASSERT_EQUAL(reading_of_jpeg(BYTES(START "\xFF\xC0\x00\x11\x08\x00\x02\x00\x03\x03" SCAN END)), PICTURE_READ);
    CU_ASSERT_FALSE(picture.is_grey);
}

UNIT_TEST(a_jpeg_of_inks_is_refused)
{
    CU_ASSERT_EQUAL(reading_of_jpeg(BYTES(START "\xFF\xC0\x00\x14\x08\x00\x02\x00\x03\x04" SCAN END)), PICTURE_OF_INKS);
}

UNIT_TEST(a_jpeg_that_is_too_large_is_refused)
{
    CU_ASSERT_EQUAL(reading_of_jpeg(BYTES(START "\xFF\xC0\x00\x0B\x08\xFF\xFF\xFF\xFF\x01" SCAN END)),
                    PICTURE_TOO_LARGE);
    /* 10,000 times 10,000 are 100 million, one row more is too many */
    CU_ASSERT_EQUAL(reading_of_jpeg(BYTES(START "\xFF\xC0\x00\x0B\x08\x27\x10\x27\x10\x01" SCAN END)), PICTURE_READ);
    CU_ASSERT_EQUAL(reading_of_jpeg(BYTES(START "\xFF\xC0\x00\x0B\x08\x27\x11\x27\x10\x01" SCAN END)),
                    PICTURE_TOO_LARGE);
}

UNIT_TEST(a_jpeg_that_pdf_readers_do_not_know_is_damaged)
{
    static const struct text cases[] = {
        {START "\xFF\xC0\x00\x0B\x0C\x00\x02\x00\x03\x01" SCAN END, 8 + 10 + 6 + 2}, /* 12 bits */
        {START "\xFF\xC0\x00\x0B\x08\x00\x00\x00\x03\x01" SCAN END, 8 + 10 + 6 + 2}, /* no height */
        {START "\xFF\xC0\x00\x0B\x08\x00\x02\x00\x00\x01" SCAN END, 8 + 10 + 6 + 2}, /* no width */
        {START "\xFF\xC0\x00\x0B\x08\x00\x02\x00\x03\x02" SCAN END, 8 + 10 + 6 + 2}, /* two components */
        {START "\xFF\xC3\x00\x0B\x08\x00\x02\x00\x03\x01" SCAN END, 8 + 10 + 6 + 2}, /* without loss */
        {START SCAN END, 8 + 6 + 2},                                                 /* no frame before the scan */
        {START "\xFF\xC0\x00\x0B\x08\xFF\xD9", 8 + 7},                               /* half a frame */
        {START "\xFF\xE1\xFF\xFF\x08\xFF\xD9", 8 + 7},                               /* a piece beyond the end */
        {START "\xFF\xE1\x00\x00\x00\x00\x00\xFF\xD9", 8 + 9},                       /* a piece of no length */
        {"\xFF\xD8\xFF\xD9", 4},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        CU_ASSERT_EQUAL(reading_of_jpeg(cases[i]), PICTURE_DAMAGED);
}

UNIT_TEST(a_jpeg_that_is_cut_off_is_damaged)
{
    struct text whole = BYTES(START "\xFF\xC0\x00\x0B" GREY_FRAME SCAN END);
    for (size_t length = 0; length < whole.length; length++)
        CU_ASSERT_EQUAL(reading_of_jpeg((struct text){whole.bytes, length}),
                        length < 3 ? PICTURE_UNKNOWN : PICTURE_DAMAGED);
}

UNIT_TEST(other_files_are_no_images)
{
    CU_ASSERT_EQUAL(reading_of(TEXT("")), PICTURE_UNKNOWN);
    CU_ASSERT_EQUAL(reading_of(TEXT("GIF89a")), PICTURE_UNKNOWN);
    CU_ASSERT_EQUAL(reading_of(TEXT("\x89PNG\n\x1A\n")), PICTURE_UNKNOWN); /* sent as text, its line ends changed */
}
