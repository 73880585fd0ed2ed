#include "container.h"

#include <libdeflate.h>
#include <stdlib.h>

#include "container_parts.h"

enum { VERSION_NEEDED = 20, MADE_ON_UNIX = 3 << 8, NAMES_ARE_UTF8 = 1 << 11, FIRST_OF_1980 = 1 << 5 | 1 };
#define PLAIN_FILE_MODE (0100644u << 16)

/* ---- names ---- */

static bool part_is_sound(struct text part)
{
    return part.length > 0 && part.length <= CONTAINER_MOST_NAME_PART && !text_equal(part, TEXT(".")) &&
           !text_equal(part, TEXT(".."));
}

static bool has_unfit_byte(struct text name)
{
    for (size_t i = 0; i < name.length; i++) {
        unsigned char byte = (unsigned char)name.bytes[i];
        if (byte < ' ' || byte == 0x7F || byte == '\\' || byte == ':')
            return true;
    }
    return false;
}

/* Of two or three bytes: control characters of C1 (U+0080 to U+009F), which terminals obey, and what turns the direction of writing
 * (U+202A to U+202E, U+2066 to U+2069), so that a name looks like another. Needs sound UTF-8. */
static bool has_unfit_character(struct text name)
{
    for (size_t i = 0; i + 1 < name.length; i++) {
        const unsigned char *at = (const unsigned char *)name.bytes + i;
        bool has_third = i + 2 < name.length && at[0] == 0xE2;
        if ((at[0] == 0xC2 && at[1] < 0xA0) || (has_third && at[1] == 0x80 && at[2] >= 0xAA && at[2] <= 0xAE) ||
            (has_third && at[1] == 0x81 && at[2] >= 0xA6 && at[2] <= 0xA9))
            return true;
    }
    return false;
}

bool container_name_is_sound(struct text name)
{
    size_t bad_at;
    if (name.length == 0 || name.length > CONTAINER_MOST_NAME || has_unfit_byte(name) || !text_is_utf8(name, &bad_at) ||
        has_unfit_character(name))
        return false;
    for (size_t from = 0, i = 0; i <= name.length; i++) {
        if (i < name.length && name.bytes[i] != '/')
            continue;
        if (!part_is_sound((struct text){name.bytes + from, i - from}))
            return false;
        from = i + 1;
    }
    return true;
}

static int by_name(const void *left, const void *right)
{
    const struct whole_file *a = left, *b = right;
    return text_compare(a->name, b->name);
}

static bool has(const struct container *container, struct text name)
{
    struct whole_file wanted = {.name = name};
    return bsearch(&wanted, container->files, container->count, sizeof wanted, by_name) != NULL;
}

/* Whether a file has the name of one of this name's folders. */
static bool is_below_a_file(const struct container *container, struct text name)
{
    for (size_t i = 0; i < name.length; i++)
        if (name.bytes[i] == '/' && has(container, (struct text){name.bytes, i}))
            return true;
    return false;
}

bool container_sort(struct container *container, struct text *twice)
{
    if (container->count > 1)
        qsort(container->files, container->count, sizeof *container->files, by_name);
    for (size_t i = 0; i < container->count; i++) {
        *twice = container->files[i].name;
        bool is_again = i > 0 && text_equal(container->files[i - 1].name, *twice);
        if (is_again || is_below_a_file(container, *twice))
            return false;
    }
    return true;
}

bool container_fits(const struct container *container)
{
    size_t bytes = END_BYTES;
    for (size_t i = 0; i < container->count && bytes <= CONTAINER_MOST_BYTES; i++)
        bytes += LOCAL_BYTES + CENTRAL_BYTES + 2 * container->files[i].name.length + container->files[i].bytes.length;
    return container->count <= CONTAINER_MOST_FILES && bytes <= CONTAINER_MOST_BYTES;
}

/* ---- writing ---- */

static void put(struct sink *sink, size_t value, int bytes)
{
    for (int i = 0; i < bytes; i++)
        sink_byte(sink, (char)(value >> (8 * i) & 0xFF));
}

static uint32_t crc_of(struct text bytes)
{
    return libdeflate_crc32(0, bytes.bytes, bytes.length);
}

/* What a local header and a record of the directory have in common: from the version needed to the extra field's length. */
static void put_common(struct sink *sink, const struct whole_file *file, uint32_t crc)
{
    put(sink, VERSION_NEEDED, 2);
    put(sink, NAMES_ARE_UTF8, 2);
    put(sink, 0, 2); /* stored */
    put(sink, 0, 2); /* midnight */
    put(sink, FIRST_OF_1980, 2);
    put(sink, crc, 4);
    put(sink, file->bytes.length, 4);
    put(sink, file->bytes.length, 4);
    put(sink, file->name.length, 2);
    put(sink, 0, 2); /* no extra field */
}

static void put_local(struct sink *sink, const struct whole_file *file, uint32_t crc)
{
    sink_text(sink, LOCAL_MARK);
    put_common(sink, file, crc);
    sink_text(sink, file->name);
}

static void put_central(struct sink *sink, const struct whole_file *file, uint32_t crc, size_t local_at)
{
    sink_text(sink, CENTRAL_MARK);
    put(sink, MADE_ON_UNIX | VERSION_NEEDED, 2);
    put_common(sink, file, crc);
    put(sink, 0, 2); /* no comment */
    put(sink, 0, 2); /* first disk */
    put(sink, 0, 2); /* of no known inner kind */
    put(sink, PLAIN_FILE_MODE, 4);
    put(sink, local_at, 4);
    sink_text(sink, file->name);
}

static void put_end(struct sink *sink, size_t count, size_t directory_at)
{
    size_t directory_bytes = sink->length - directory_at;
    sink_text(sink, END_MARK);
    put(sink, 0, 2); /* this disk */
    put(sink, 0, 2); /* the directory's */
    put(sink, count, 2);
    put(sink, count, 2);
    put(sink, directory_bytes, 4);
    put(sink, directory_at, 4);
    put(sink, 0, 2); /* no comment */
}

struct text container_write(const struct container *container, struct arena *arena)
{
    struct sink sink = sink_in(arena);
    size_t *at = ARENA_ARRAY(arena, size_t, container->count);
    uint32_t *crc = ARENA_ARRAY(arena, uint32_t, container->count);
    for (size_t i = 0; i < container->count; i++) {
        at[i] = sink.length;
        crc[i] = crc_of(container->files[i].bytes);
        put_local(&sink, &container->files[i], crc[i]);
        sink_text(&sink, container->files[i].bytes);
    }
    size_t directory_at = sink.length;
    for (size_t i = 0; i < container->count; i++)
        put_central(&sink, &container->files[i], crc[i], at[i]);
    put_end(&sink, container->count, directory_at);
    return sink_written(&sink);
}
