#include "picture.h"

#include <libdeflate.h>
#include <png.h>

enum { DOTS_MOST = 100000000, DEFLATE_LEVEL = 6 };

static bool is_too_large(size_t width, size_t height)
{
    return height > 0 && width > DOTS_MOST / height;
}

/* ---- PNG ---- */

static bool deflate_dots(const png_byte *dots, size_t length, struct arena *arena, struct text *stream)
{
    struct libdeflate_compressor *compressor = libdeflate_alloc_compressor(DEFLATE_LEVEL);
    if (!compressor)
        return false;
    size_t bound = libdeflate_zlib_compress_bound(compressor, length);
    char *packed = arena_take_unset(arena, bound);
    *stream = (struct text){packed, libdeflate_zlib_compress(compressor, dots, length, packed, bound)};
    libdeflate_free_compressor(compressor);
    return stream->length > 0;
}

static enum picture_reading read_dots(png_image *image, uint32_t paper, struct arena *arena, struct arena scratch,
                                      struct picture *picture)
{
    const png_color beneath = {paper >> 16 & 0xFF, paper >> 8 & 0xFF, paper & 0xFF};
    if (is_too_large(image->width, image->height)) {
        png_image_free(image);
        return PICTURE_TOO_LARGE;
    }
    bool is_coloured = image->format & (PNG_FORMAT_FLAG_COLOR | PNG_FORMAT_FLAG_ALPHA);
    image->format = is_coloured ? PNG_FORMAT_RGB : PNG_FORMAT_GRAY;
    *picture = (struct picture){.width = image->width, .height = image->height, .is_grey = !is_coloured};
    size_t length = PNG_IMAGE_SIZE(*image);
    png_byte *dots = arena_take_unset(&scratch, length);
    if (!png_image_finish_read(image, &beneath, dots, 0, NULL) || !deflate_dots(dots, length, arena, &picture->stream))
        return PICTURE_DAMAGED;
    return PICTURE_READ;
}

static enum picture_reading read_png(struct text bytes, uint32_t paper, struct arena *arena, struct arena scratch,
                                     struct picture *picture)
{
    png_image image = {.version = PNG_IMAGE_VERSION};
    if (!png_image_begin_read_from_memory(&image, bytes.bytes, bytes.length))
        return PICTURE_DAMAGED;
    image.flags |= PNG_IMAGE_FLAG_16BIT_sRGB; /* dots of 16 bits are of the same colours as those of 8 */
    return read_dots(&image, paper, arena, scratch, picture);
}

/* ---- JPEG ---- */

enum { MARKER = 0xFF, IMAGE_ENDS = 0xD9, SCAN_BEGINS = 0xDA, BASELINE = 0xC0, PROGRESSIVE = 0xC2 };

static size_t byte_at(struct text bytes, size_t at)
{
    return (unsigned char)bytes.bytes[at];
}

static size_t pair_at(struct text bytes, size_t at)
{
    return byte_at(bytes, at) << 8 | byte_at(bytes, at + 1);
}

/* The last two bytes, but for padding, are the end's. */
static bool is_whole(struct text bytes)
{
    size_t end = bytes.length;
    while (end > 2 && byte_at(bytes, end - 1) == 0)
        end--;
    return end > 2 && byte_at(bytes, end - 2) == MARKER && byte_at(bytes, end - 1) == IMAGE_ENDS;
}

/* A frame's header at `at`, behind its length: bits, height, width, components. */
static enum picture_reading read_frame(struct text bytes, size_t at, struct picture *picture)
{
    enum { HEADER = 6 };
    if (at + HEADER > bytes.length || byte_at(bytes, at) != 8)
        return PICTURE_DAMAGED;
    size_t components = byte_at(bytes, at + 5);
    *picture = (struct picture){.width = pair_at(bytes, at + 3),
                                .height = pair_at(bytes, at + 1),
                                .is_grey = components == 1,
                                .is_jpeg = true,
                                .stream = bytes};
    if (components == 4)
        return PICTURE_OF_INKS;
    if ((components != 1 && components != 3) || picture->width == 0 || picture->height == 0)
        return PICTURE_DAMAGED;
    return is_too_large(picture->width, picture->height) ? PICTURE_TOO_LARGE : PICTURE_READ;
}

static enum picture_reading read_jpeg(struct text bytes, struct picture *picture)
{
    size_t at = 2;
    if (!is_whole(bytes))
        return PICTURE_DAMAGED;
    while (at + 4 <= bytes.length && byte_at(bytes, at) == MARKER) {
        size_t kind = byte_at(bytes, at + 1);
        if (kind == MARKER) { /* padding */
            at++;
            continue;
        }
        if (kind >= BASELINE && kind <= PROGRESSIVE)
            return read_frame(bytes, at + 4, picture);
        if (kind == SCAN_BEGINS)
            break;
        at += 2 + pair_at(bytes, at + 2);
    }
    return PICTURE_DAMAGED;
}

enum picture_reading picture_read(struct text bytes, uint32_t paper, struct arena *arena, struct arena scratch,
                                  struct picture *picture)
{
    if (text_starts_with(bytes, TEXT("\x89PNG\r\n\x1A\n")))
        return read_png(bytes, paper, arena, scratch, picture);
    if (text_starts_with(bytes, TEXT("\xFF\xD8\xFF")))
        return read_jpeg(bytes, picture);
    return PICTURE_UNKNOWN;
}
