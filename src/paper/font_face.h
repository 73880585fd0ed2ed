/* One font file opened: HarfBuzz's handles and what the PDF needs to know of it. */
#ifndef BIWU_FONT_FACE_H
#define BIWU_FONT_FACE_H

#include "text.h"

/* HarfBuzz's own. */
struct hb_face_t;
struct hb_font_t;
struct truetype;

enum outlines {
    OUTLINES_TRUETYPE,
    OUTLINES_CFF,
    OUTLINES_NONE, /* bitmaps, CFF2 …: cannot be embedded */
};

struct font_face {
    struct text file; /* and index: which font of a collection */
    unsigned index;
    struct hb_face_t *face;
    struct hb_face_t
        *outlines_alone;       /* the same with no tables but those of its glyphs: what CFF subsets are cut from */
    struct truetype *truetype; /* the tables of TrueType outlines; else NULL */
    struct hb_font_t *font;    /* scaled to units_per_em */
    double units_per_em;
    enum outlines outlines;
    bool is_embeddable;  /* the licence bits (fsType) allow a subset to be embedded */
    struct text ps_name; /* PostScript name, letters that a PDF name takes as they are */
    bool is_serif, is_italic;
    /* Bits by punctuation_number(): which marks are drawn in one half of their square; and their forms in lines that go down. */
    uint32_t half_drawn, half_drawn_down;
};

/* Maps the file; false where it is missing or no font. Owns the handles until font_face_close(); what it reads is not
 * changed afterwards, so several threads may use one face. */
bool font_face_open(struct font_face *face, struct text file, unsigned index, struct arena *arena);
void font_face_close(struct font_face *face);

/* Whether it has any hanzi at all, common or rare. */
bool font_face_has_hanzi(const struct font_face *face);

/* The glyph of a character (character.h) in just its form; false where the font has none. */
bool font_face_find_form(const struct font_face *face, uint32_t character, uint32_t *glyph);
/* The same, or its plain form; 0, the box, where the font has neither. */
uint32_t font_face_glyph(const struct font_face *face, uint32_t character);

#endif
