/* Glyphs that were looked up once: a chain of fonts is asked for each letter, and texts repeat theirs.
 *
 * Any number of threads may ask and remember at a time. What is remembered later may push out what was before. */
#ifndef BIWU_GLYPH_MEMO_H
#define BIWU_GLYPH_MEMO_H

#include "arena.h"

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

struct glyph_memo {
    _Atomic uint64_t *entries;
};

/* What a chain answers. */
struct remembered_glyph {
    uint32_t face, id; /* within the face */
    int32_t advance;   /* in the face's own units */
};

struct glyph_memo glyph_memo_in(struct arena *arena);
/* Takes plain characters (character.h) only, and not every glyph: a wish. */
void glyph_memo_add(const struct glyph_memo *memo, uint32_t character, const struct remembered_glyph *glyph);
bool glyph_memo_find(const struct glyph_memo *memo, uint32_t character, struct remembered_glyph *glyph);

#endif
