/* The second pass: the characters used become fonts, and all of it a file. */
#include "arena_split.h"
#include "canvas.h"
#include "font_face.h"
#include "glyph_store.h"
#include "pdf_file.h"

#include <string.h>

enum { DIGITS = 10 };

/* Digits come all together where there is one: then the certificates 0001 and 0002 have the same font, which is made
 * once. Needs room for ten more. */
static size_t with_all_digits(const struct font_face *face, uint32_t *characters, size_t count)
{
    size_t first = 0, end, all = 0;
    uint32_t digits[DIGITS];
    while (first < count && characters[first] < '0')
        first++;
    for (end = first; end < count && characters[end] <= '9';)
        end++;
    for (uint32_t digit = '0'; first < end && digit <= '9'; digit++)
        if (font_face_glyph(face, digit) != 0)
            digits[all++] = digit;
    if (all < end - first)
        return count;
    memmove(characters + first + all, characters + end, (count - end) * sizeof *characters);
    memcpy(characters + first, digits, all * sizeof *characters);
    return count - (end - first) + all;
}

static bool make_font(const struct canvas *canvas, size_t face, struct glyph_font *font, struct arena *keep,
                      struct arena scratch, struct faults *faults)
{
    if (character_set_is_empty(&canvas->used[face]))
        return true;
    size_t count;
    uint32_t *listed = character_set_list(&canvas->used[face], &count, &scratch);
    uint32_t *characters = ARENA_ARRAY(keep, uint32_t, count + DIGITS);
    memcpy(characters, listed, count * sizeof *characters);
    count = with_all_digits(fonts_face(canvas->fonts, face), characters, count);
    if (deflate_is_ready() &&
        glyph_store_font(fonts_store(canvas->fonts, face), characters, count, font, keep, scratch))
        return true;
    faults_add(faults, SEVERITY_FAILURE, (struct place){0},
               MESSAGE("font {1} cannot be embedded", fonts_face(canvas->fonts, face)->file), NO_HINT);
    return false;
}

bool canvas_write(const struct canvas *canvas, const struct document_title *title, struct arena *arena,
                  struct arena scratch, struct text *pdf_bytes, struct faults *faults)
{
    struct arena keep = arena_split(&scratch);
    size_t font_count = fonts_face_count(canvas->fonts);
    struct glyph_font *fonts = ARENA_ARRAY(&keep, struct glyph_font, font_count);
    for (size_t i = 0; i < font_count; i++)
        if (!make_font(canvas, i, &fonts[i], &keep, scratch, faults))
            return false;
    struct pdf_parts parts = {
        .canvas = canvas,
        .fonts = fonts,
        .font_count = font_count,
        .title = title,
    };
    return pdf_file_write(&parts, arena, scratch, pdf_bytes, faults);
}
