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
    struct arena half = arena_cut(&store->arena, (size_t)(arena.end - arena.next) / 2);
    outline_stock_init(&store->outlines, half);
    pthread_mutex_init(&store->lock, NULL);
}

void glyph_store_release(struct glyph_store *store)
{
    outline_stock_release(&store->outlines);
    pthread_mutex_destroy(&store->lock);
}

/* A subset of a CFF font of 65,000 glyphs takes 3 ms, as all of them are looked through; one of TrueType takes as long as
 * a search. */
static bool is_stored(const struct glyph_store *store, size_t count)
{
    return store->face->outlines == OUTLINES_CFF && count <= CHARACTERS_STORED;
}

static const struct glyph_font *find(const struct glyph_store *store, struct font_characters characters)
{
    for (size_t i = 0; i < store->count; i++) {
        const struct stored_font *stored = &store->fonts[i];
        if (stored->font.count == characters.count &&
            memcmp(stored->characters, characters.items, characters.count * sizeof *characters.items) == 0)
            return &stored->font;
    }
    return NULL;
}

static bool has_room(const struct glyph_store *store)
{
    return store->count < FONTS_STORED && store->arena.end - store->arena.next >= ROOM_LEAST;
}

static bool make_stored(struct glyph_store *store, struct font_characters characters, struct glyph_font *font,
                        struct arena scratch)
{
    if (!glyph_font_make(font, store->face, characters, &store->arena, scratch))
        return false;
    uint32_t *copy = ARENA_ARRAY(&store->arena, uint32_t, characters.count);
    memcpy(copy, characters.items, characters.count * sizeof *copy);
    ARENA_RESERVE_ONE(&store->arena, store->fonts, store->count, store->capacity);
    store->fonts[store->count++] = (struct stored_font){copy, *font};
    return true;
}

/* Finds a font or makes it, while others wait. False in *is_done where it is not to be stored. */
static bool take_stored(struct glyph_store *store, struct font_characters characters, struct glyph_font *font,
                        struct arena scratch, bool *is_done)
{
    bool is_made = true;
    pthread_mutex_lock(&store->lock);
    const struct glyph_font *found = find(store, characters);
    *is_done = found || has_room(store);
    if (found)
        *font = *found;
    else if (*is_done)
        is_made = make_stored(store, characters, font, scratch);
    pthread_mutex_unlock(&store->lock);
    return is_made;
}

bool glyph_store_font(struct glyph_store *store, struct font_characters characters, struct glyph_font *font,
                      struct arena *arena, struct arena scratch)
{
    bool is_done = false;
    bool is_made = is_stored(store, characters.count) && take_stored(store, characters, font, scratch, &is_done);
    if (is_done || !glyph_font_begin(font, store->face, characters, arena, scratch))
        return is_done && is_made;
    font->stock = &store->outlines;
    return true;
}
