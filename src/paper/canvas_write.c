/* The second pass: the characters used become fonts, and all of it a file. */
#include "canvas.h"
#include "crew.h"
#include "font_face.h"
#include "glyph_store.h"
#include "index.h"
#include "pdf_file.h"

#include <string.h>

enum { DIGITS = 10, CHARACTERS_MANY = 1000, PARTS = 4 };

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

/* Where a share of the fonts is made. */
struct font_making {
    struct arena keep, scratch;
    size_t failed; /* a face; INDEX_NONE: none */
};

struct fonts_making {
    const struct canvas *canvas;
    struct glyph_font *fonts;    /* by face */
    struct font_making *makings; /* by share */
};

static bool make_font(const struct canvas *canvas, size_t face, struct glyph_font *font, struct font_making *making)
{
    size_t count;
    struct arena scratch = making->scratch;
    uint32_t *listed = character_set_list(&canvas->used[face], &count, &scratch);
    uint32_t *characters = ARENA_ARRAY(&making->keep, uint32_t, count + DIGITS);
    memcpy(characters, listed, count * sizeof *characters);
    count = with_all_digits(fonts_face(canvas->fonts, face), characters, count);
    return deflate_is_ready() &&
           glyph_store_font(fonts_store(canvas->fonts, face), characters, count, font, &making->keep, scratch);
}

static void make_some(void *context, size_t share, size_t first, size_t end)
{
    const struct fonts_making *all = context;
    struct font_making *making = &all->makings[share];
    for (size_t face = first; face < end; face++)
        if (!character_set_is_empty(&all->canvas->used[face]) &&
            !make_font(all->canvas, face, &all->fonts[face], making))
            making->failed = face;
}

static size_t characters_of_all(const struct canvas *canvas)
{
    size_t all = 0;
    for (size_t i = 0; i < fonts_face_count(canvas->fonts); i++)
        all += character_set_count(&canvas->used[i]);
    return all;
}

/* Subsets of many characters take longer than to start threads: then each is a share of its own. */
static bool make_fonts(const struct canvas *canvas, struct glyph_font *fonts, struct arena *scratch,
                       struct faults *faults)
{
    size_t count = fonts_face_count(canvas->fonts);
    size_t shares = characters_of_all(canvas) >= CHARACTERS_MANY ? count : 1;
    size_t room = (size_t)(scratch->end - scratch->next) / PARTS / shares, failed = INDEX_NONE;
    struct fonts_making all = {canvas, fonts, ARENA_ARRAY(scratch, struct font_making, shares)};
    for (size_t i = 0; i < shares; i++)
        all.makings[i] = (struct font_making){arena_cut(scratch, room), arena_cut(scratch, room), INDEX_NONE};
    crew_share(count, shares, make_some, &all);
    for (size_t i = 0; i < shares; i++)
        failed = failed == INDEX_NONE ? all.makings[i].failed : failed;
    if (failed != INDEX_NONE)
        faults_add(faults, SEVERITY_FAILURE, (struct place){0},
                   MESSAGE("font {1} cannot be embedded", fonts_face(canvas->fonts, failed)->file), NO_HINT);
    return failed == INDEX_NONE;
}

bool canvas_write(const struct canvas *canvas, const struct document_title *title, struct arena *arena,
                  struct arena scratch, struct text *pdf_bytes, struct faults *faults)
{
    size_t font_count = fonts_face_count(canvas->fonts);
    struct glyph_font *fonts = ARENA_ARRAY(&scratch, struct glyph_font, font_count);
    if (!make_fonts(canvas, fonts, &scratch, faults))
        return false;
    struct pdf_parts parts = {
        .canvas = canvas,
        .fonts = fonts,
        .font_count = font_count,
        .title = title,
    };
    return pdf_file_write(&parts, arena, scratch, pdf_bytes, faults);
}
