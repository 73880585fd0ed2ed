#include "glyph_memo.h"

#include "character.h"

/* An entry is one number, so that no thread sees half of it: character, face, glyph, advance, and a bit that it is there. */
enum { ENTRIES = 1 << 14, CHARACTER_BITS = 21, FACE_BITS = 5, ID_BITS = 16, ADVANCE_BITS = 16 };

static const uint64_t IS_THERE = UINT64_C(1) << 63;

struct glyph_memo glyph_memo_in(struct arena *arena)
{
    return (struct glyph_memo){ARENA_ARRAY(arena, _Atomic uint64_t, ENTRIES)};
}

void glyph_memo_add(const struct glyph_memo *memo, uint32_t character, const struct remembered_glyph *glyph)
{
    uint32_t advance = (uint32_t)glyph->advance; /* a negative one has bits above */
    if (!character_is_plain(character) || glyph->face >> FACE_BITS || glyph->id >> ID_BITS || advance >> ADVANCE_BITS)
        return;
    uint64_t entry = (uint64_t)glyph->face << CHARACTER_BITS | character;
    entry |= (uint64_t)(glyph->id << ADVANCE_BITS | advance) << (CHARACTER_BITS + FACE_BITS);
    atomic_store_explicit(&memo->entries[character % ENTRIES], IS_THERE | entry, memory_order_relaxed);
}

static uint32_t cut(uint64_t *entry, int bits)
{
    uint32_t part = (uint32_t)(*entry & ((UINT64_C(1) << bits) - 1));
    *entry >>= bits;
    return part;
}

bool glyph_memo_find(const struct glyph_memo *memo, uint32_t character, struct remembered_glyph *glyph)
{
    uint64_t entry = atomic_load_explicit(&memo->entries[character % ENTRIES], memory_order_relaxed);
    if (!(entry & IS_THERE) || cut(&entry, CHARACTER_BITS) != character)
        return false;
    glyph->face = cut(&entry, FACE_BITS);
    glyph->advance = (int32_t)cut(&entry, ADVANCE_BITS);
    glyph->id = cut(&entry, ID_BITS);
    return true;
}
