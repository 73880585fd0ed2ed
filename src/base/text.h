/* Borrowed slices of UTF-8, and a sink that text is written into. No locale, no terminating NUL. */
#ifndef BIWU_TEXT_H
#define BIWU_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "arena.h"

struct text {
    const char *bytes;
    size_t length; /* in bytes */
};

/* A literal as a slice; the second form is for static initialisers. */
#define TEXT(literal) ((struct text)TEXT_INIT(literal))
#define TEXT_INIT(literal)                                                                                             \
    {                                                                                                                  \
        (literal), sizeof(literal) - 1                                                                                 \
    }

struct text text_from_c(const char *c);
/* A copy that lives in `arena`. */
struct text text_copy(struct arena *arena, struct text text);
/* The same with a NUL behind it, for libraries. */
const char *text_to_c(struct arena *arena, struct text text);

bool text_equal(struct text a, struct text b);
/* Order of the bytes, which is the order of the code points: < 0, 0, > 0. */
int text_compare(struct text a, struct text b);
bool text_starts_with(struct text text, struct text start);
/* Without ASCII blanks, U+00A0 and U+3000 at both ends. */
struct text text_trimmed(struct text text);
uint64_t text_hash(struct text text);

/* Cuts the next part before `separator` off `rest`; false when nothing is left. */
bool text_next_part(struct text *rest, char separator, struct text *part);

#define TEXT_INVALID UINT32_MAX
/* The next code point of well-formed UTF-8 and moves `rest` past it; TEXT_INVALID (one byte passed) for anything else.
 * Needs rest->length > 0. */
uint32_t text_next_character(struct text *rest);
/* Whether all of it is well-formed UTF-8; otherwise *bad_at is the byte where it ends. */
bool text_is_utf8(struct text text, size_t *bad_at);
/* Number of code points (malformed bytes count one each). */
size_t text_characters(struct text text);

/* Number of single-character edits (insert, delete, replace, swap of neighbours) that part two short names; for hints. */
size_t text_distance(struct text a, struct text b, struct arena scratch);

/* ---- sink: grows in its arena ---- */
struct sink {
    struct arena *arena;
    char *bytes;
    size_t length, capacity;
};

struct sink sink_in(struct arena *arena);
/* For the three below, which are inline since documents are made of them: room for so many bytes more. */
void sink_widen(struct sink *sink, size_t more);

static inline void sink_text(struct sink *sink, struct text text)
{
    if (text.length == 0)
        return;
    if (text.length > sink->capacity - sink->length)
        sink_widen(sink, text.length);
    memcpy(sink->bytes + sink->length, text.bytes, text.length);
    sink->length += text.length;
}

static inline void sink_c(struct sink *sink, const char *c)
{
    sink_text(sink, (struct text){c, strlen(c)});
}

static inline void sink_byte(struct sink *sink, char byte)
{
    if (sink->length == sink->capacity)
        sink_widen(sink, 1);
    sink->bytes[sink->length++] = byte;
}

void sink_character(struct sink *sink, uint32_t code_point);
/* "U+4DAE", of four digits or more. */
void sink_code_point(struct sink *sink, uint32_t code_point);
void sink_integer(struct sink *sink, int64_t value);
/* An unsigned number padded with zeros to `width` digits. */
void sink_padded(struct sink *sink, uint64_t value, int width);
struct text sink_written(const struct sink *sink);

#endif
