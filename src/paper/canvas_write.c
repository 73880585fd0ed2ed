/* The second pass: the characters used become fonts, and all of it a file. */
#include "arena_split.h"
#include "canvas.h"
#include "font_face.h"
#include "glyph_store.h"
#include "pdf_file.h"

static bool make_font(const struct canvas *canvas, size_t face, struct glyph_font *font, struct arena *keep,
                      struct arena scratch, struct faults *faults)
{
    if (character_set_is_empty(&canvas->used[face]))
        return true;
    size_t count;
    const uint32_t *characters = character_set_list(&canvas->used[face], &count, keep);
    if (glyph_store_font(fonts_store(canvas->fonts, face), characters, count, font, keep, scratch))
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
