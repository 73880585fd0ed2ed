/* Fonts made of one face for documents that follow each other, as certificates in files of their own do: the same one, or
 * the same beginning of one, is made once, whichever thread asks first. */
#ifndef BIWU_GLYPH_STORE_H
#define BIWU_GLYPH_STORE_H

#include <pthread.h>

#include "glyph_font.h"

struct stored_font {
    const uint32_t *characters;
    struct glyph_font font;
};

struct glyph_store {
    const struct font_face *face;
    struct outline_stock outlines; /* of TrueType, with which fonts begin; for CFF fonts are stored whole */
    struct arena arena;            /* of what is stored */
    struct stored_font *fonts;
    size_t count, capacity;
    pthread_mutex_t lock; /* guards the three above and the arena */
};

/* What is stored lives in `arena`, which is the store's own; when it is full, nothing more is. Needs
 * glyph_store_release(). */
void glyph_store_init(struct glyph_store *store, const struct font_face *face, struct arena arena);
void glyph_store_release(struct glyph_store *store);

/* As glyph_font_begin(), or the whole font where it is stored: then it is cut. The font lives in `arena` or as long as
 * the store. */
bool glyph_store_font(struct glyph_store *store, struct font_characters characters, struct glyph_font *font,
                      struct arena *arena, struct arena scratch);

#endif
