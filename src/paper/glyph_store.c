#include "glyph_store.h"

#include "font_face.h"

#include <string.h>

enum {
    CHARACTERS_STORED = 64, /* of a title, of a number */
    FONTS_STORED = 256,
    ROOM_LEAST = 1 << 22, /* more than the outlines of so many characters take */
};

void glyph_store_init(struct glyph_store *store, const struct font_face *face, struct arena arena)
{
    *store = (struct glyph_store){.face = face, .arena = arena};
    pthread_mutex_init(&store->lock, NULL);
}

void glyph_store_release(struct glyph_store *store)
{
    pthread_mutex_destroy(&store->lock);
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

static bool has_room(const struct glyph_store *store)
{
    return store->count < FONTS_STORED && store->arena.end - store->arena.next >= ROOM_LEAST;
}

static bool make_stored(struct glyph_store *store, const uint32_t *characters, size_t count, struct glyph_font *font,
                        struct arena scratch)
{
    if (!glyph_font_make(font, store->face, characters, count, &store->arena, scratch))
        return false;
    uint32_t *copy = ARENA_ARRAY(&store->arena, uint32_t, count);
    memcpy(copy, characters, count * sizeof *characters);
    ARENA_RESERVE_ONE(&store->arena, store->fonts, store->count, store->capacity);
    store->fonts[store->count++] = (struct stored_font){copy, *font};
    return true;
}

/* Finds a font or makes it, while others wait. False in *is_done where it is not to be stored. */
static bool take_stored(struct glyph_store *store, const uint32_t *characters, size_t count, struct glyph_font *font,
                        struct arena scratch, bool *is_done)
{
    bool is_made = true;
    pthread_mutex_lock(&store->lock);
    const struct glyph_font *found = find(store, characters, count);
    *is_done = found || has_room(store);
    if (found)
        *font = *found;
    else if (*is_done)
        is_made = make_stored(store, characters, count, font, scratch);
    pthread_mutex_unlock(&store->lock);
    return is_made;
}

bool glyph_store_font(struct glyph_store *store, const uint32_t *characters, size_t count, struct glyph_font *font,
                      struct arena *arena, struct arena scratch)
{
    bool is_done = false;
    bool is_made = is_stored(store, count) && take_stored(store, characters, count, font, scratch, &is_done);
    return is_done ? is_made : glyph_font_begin(font, store->face, characters, count, arena, scratch);
}
