/* The font chain: which font draws a character in a given part of a page.
 *
 * Fonts that contest.yaml names go first, then the built-in choice of the role, then fonts that hold rare characters.
 * Once opened, fonts do not change; only their stores of subsets do. */
#ifndef BIWU_FONTS_H
#define BIWU_FONTS_H

#include "fault.h"
#include "own_font.h"
#include "punctuation.h"

/* What a text is on the page. The first three and the last two take the user's own fonts. */
enum font_role {
    FONT_TITLE,     /* document titles: a heavy Song */
    FONT_BODY,      /* running text of certificates: Kai */
    FONT_NAME,      /* a person's name on a certificate: heavy Kai */
    FONT_SONG,      /* tables and notes */
    FONT_SONG_BOLD, /* stress within them */
    FONT_HEI,       /* headings, table heads */
    FONT_HEI_BOLD,
    FONT_NOTICE_TITLE, /* official notices, by the user's own fonts: their titles, 小标宋 */
    FONT_NOTICE,       /* and their text, 仿宋 */
    FONT_ROLE_COUNT
};

/* contest.yaml's `fonts`; a file is seen from `folder` unless absolute. */
struct font_wishes {
    struct own_font title, body, name, heading, notice;
    struct text folder;
    bool is_chinese; /* what will be printed: fonts without hanzi are warned of */
};

struct fonts;

/* Finds and opens every font of every chain. NULL and a fault where a wished font is missing, no font or no outline font, or
 * forbids embedding, or where a role has no font at all. Lives in `arena`; needs fonts_close(). */
struct fonts *fonts_open(const struct font_wishes *wishes, struct arena *arena, struct faults *faults);
void fonts_close(struct fonts *fonts);

struct glyph {
    uint16_t face;  /* for fonts_face() */
    uint32_t id;    /* within the face */
    double advance; /* in ems */
};

/* The first font of the role's chain that has the character (character.h) in its form, else the first that has its code
 * point; false where none has. */
bool fonts_find_glyph(const struct fonts *fonts, enum font_role role, uint32_t character, struct glyph *glyph);

/* Whether a role of Kai (FONT_BODY, FONT_NAME) has the user's own font or the built-in Kai; else Song stands in. */
bool fonts_have_kai(const struct fonts *fonts, enum font_role role);

/* How far the middle of a glyph's ink lies from its origin, in ems. */
double fonts_ink_middle(const struct fonts *fonts, uint16_t face, uint32_t glyph);

/* Which half of its square this mark leaves blank in a face, or the form that it takes where lines go down; none for what
 * is no such mark, or is drawn in both. */
enum blank_half fonts_blank_half(const struct fonts *fonts, uint16_t face, uint32_t code_point, bool is_vertical);

struct font_face;
struct glyph_store;
size_t fonts_face_count(const struct fonts *fonts);
const struct font_face *fonts_face(const struct fonts *fonts, size_t face);
/* The face's subsets, for all documents. */
struct glyph_store *fonts_store(const struct fonts *fonts, size_t face);

#endif
