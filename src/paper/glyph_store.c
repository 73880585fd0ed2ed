#include "glyph_store.h"

#include "font_face.h"

#include <string.h>

enum {
    CHARACTERS_STORED = 64, /* of a title, of a number */
    FONTS_STORED = 256,
};

struct glyph_store glyph_store_of(const struct font_face *face, struct arena *arena)
{
    return (struct glyph_store){.face = face, .arena = arena};
}

/* A subset of a CFF font of 65,000 glyphs takes 3 ms, as all of them are looked through; one of TrueType takes as long as
 * a search. */
static bool is_stored(const struct glyph_store *store, size_t count)
{
    return store->face->outlines == OUTLINES_CFF && count <= CHARACTERS_STORED;
}

static const struct glyph_font *find(const struct glyph_store *store, const uint32_t *characters, size_t count)
{
    for (size_t i = 0; i < store->count; i++) {
        const struct stored_font *stored = &store->fonts[i];
        if (stored->font.count == count && memcmp(stored->characters, characters, count * sizeof *characters) == 0)
            return &stored->font;
    }
    return NULL;
}

bool glyph_store_font(struct glyph_store *store, const uint32_t *characters, size_t count, struct glyph_font *font,
                      struct arena *arena, struct arena scratch)
{
    bool stores = is_stored(store, count);
    const struct glyph_font *found = stores ? find(store, characters, count) : NULL;
    if (found) {
        *font = *found;
        return true;
    }
    stores = stores && store->count < FONTS_STORED;
    if (!glyph_font_make(font, store->face, characters, count, stores ? store->arena : arena, scratch))
        return false;
    if (!stores)
        return true;
    uint32_t *copy = ARENA_ARRAY(store->arena, uint32_t, count);
    memcpy(copy, characters, count * sizeof *characters);
    ARENA_RESERVE_ONE(store->arena, store->fonts, store->count, store->capacity);
    store->fonts[store->count++] = (struct stored_font){copy, *font};
    return true;
}
