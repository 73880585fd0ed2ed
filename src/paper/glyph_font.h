/* A font as a document embeds it: the glyphs of the characters it uses and nothing else.
 *
 * A code is two bytes. For TrueType outlines codes count 1, 2, 3 … in the order of the characters, so that the same
 * characters give the same bytes however they were met, and are the numbers of the glyphs; those that other documents
 * have in common come first. For CFF they are the CIDs that the font's own charset names. */
#ifndef BIWU_GLYPH_FONT_H
#define BIWU_GLYPH_FONT_H

#include "outline_stock.h"

struct font_face;
struct hb_subset_plan_t; /* HarfBuzz's own */

struct embedded_glyph {
    uint32_t character; /* as character.h has it */
    uint16_t code;
    uint32_t glyph; /* of the whole font */
    bool is_shared; /* another character has this code, and the code leads a reader to that one */
    double width;   /* in 1/1000 em */
};

/* For qsort(). */
int embedded_glyphs_by_code(const void *left, const void *right);

/* What a font is made for: characters that all of its face has. */
struct font_characters {
    const uint32_t *items; /* sorted, but the first `common` of them by themselves: other documents have the same */
    size_t count, common;
};

struct glyph_font {
    const struct font_face *face;  /* NULL: not used by the document */
    struct embedded_glyph *glyphs; /* by character */
    size_t count, common;
    struct outline_stock *stock;                /* of the outlines of the common ones; NULL: nothing is kept */
    struct text base_name;                      /* "ABCDEF+NotoSerifCJKjp-Regular" */
    struct packed program;                      /* sfnt with glyf, or a bare CFF table */
    size_t program_length;                      /* before it was packed */
    struct packed to_unicode;                   /* a CMap */
    struct packed code_set;                     /* CIDSet */
    double ascent, descent, cap_height, box[4]; /* in 1/1000 em */
    struct hb_subset_plan_t *plan;              /* of CFF outlines without CIDs, until they are cut */
    bool is_cut;
};

/* The font of `face` for these characters, but for its outlines: glyphs, codes and name. False where HarfBuzz refuses, or the
 * font would need more than 65,535 codes; else glyph_font_cut() must follow. */
bool glyph_font_begin(struct glyph_font *font, const struct font_face *face, struct font_characters characters,
                      struct arena *arena, struct arena scratch);
/* The rest of it. False where HarfBuzz refuses, an outline is malformed, or there is no memory to deflate it. */
bool glyph_font_cut(struct glyph_font *font, struct arena *arena, struct arena scratch);
/* Both. */
bool glyph_font_make(struct glyph_font *font, const struct font_face *face, struct font_characters characters,
                     struct arena *arena, struct arena scratch);

/* Needs a character the font was made for. */
const struct embedded_glyph *glyph_font_find(const struct glyph_font *font, uint32_t character);

#endif
