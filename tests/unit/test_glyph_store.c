/* What a store gives must not depend on what it was asked before. */
#include "glyph_store.h"

#include <zlib.h>

#include "font_face.h"
#include "fonts.h"
#include "unit.h"

enum { ROUNDS = 12, ROOM = 1 << 23 };

static const uint32_t characters[] = {'0', '1', 0x4E00, 0x6BD4, 0x6B66};

static struct fonts *open_fonts(void)
{
    static struct faults faults;
    faults = faults_in(unit_arena());
    struct fonts *fonts = fonts_open(&(struct font_wishes){0}, unit_arena(), &faults);
    CU_ASSERT_PTR_NOT_NULL_FATAL(fonts);
    return fonts;
}

/* The face of a role, and the font that a document of its own would get. */
static const struct font_face *single(const struct fonts *fonts, enum font_role role, size_t count,
                                      struct glyph_font *font)
{
    struct glyph glyph;
    CU_ASSERT_FATAL(deflate_is_ready() && fonts_find_glyph(fonts, role, 0x4E00, &glyph));
    const struct font_face *face = fonts_face(fonts, glyph.face);
    CU_ASSERT_FATAL(
        glyph_font_make(font, face, (struct font_characters){characters, count, 0}, unit_arena(), unit_scratch()));
    return face;
}

static void check_same(const struct glyph_font *font, const struct glyph_font *other)
{
    CU_ASSERT(text_equal(font->program.bytes, other->program.bytes));
    CU_ASSERT(text_equal(font->base_name, other->base_name));
    CU_ASSERT(text_equal(font->to_unicode.bytes, other->to_unicode.bytes));
    CU_ASSERT_EQUAL(font->count, other->count);
    for (size_t i = 0; i < font->count && i < other->count; i++)
        CU_ASSERT_EQUAL(font->glyphs[i].code, other->glyphs[i].code);
}

static void take(struct glyph_store *store, size_t count, struct glyph_font *font)
{
    CU_ASSERT_FATAL(
        glyph_store_font(store, (struct font_characters){characters, count, 0}, font, unit_arena(), unit_scratch()));
    CU_ASSERT_FATAL(font->is_cut || glyph_font_cut(font, unit_arena(), unit_scratch()));
}

static void check_role(enum font_role role, size_t room)
{
    struct fonts *fonts = open_fonts();
    for (size_t count = 1; count <= sizeof characters / sizeof *characters; count++) {
        struct glyph_font expected, font;
        struct glyph_store store;
        glyph_store_init(&store, single(fonts, role, count, &expected), arena_cut(unit_arena(), room));
        for (size_t i = 0; i < ROUNDS; i++) {
            size_t other = i % (sizeof characters / sizeof *characters) + 1;
            take(&store, other, &font);
        }
        take(&store, count, &font);
        check_same(&font, &expected);
        glyph_store_release(&store);
    }
    fonts_close(fonts);
}

UNIT_TEST(a_font_asked_for_again_is_the_same_in_truetype)
{
    check_role(FONT_BODY, ROOM);
}

UNIT_TEST(a_font_asked_for_again_is_the_same_in_cff)
{
    check_role(FONT_SONG, ROOM);
    check_role(FONT_SONG, 1 << 12); /* too small to store any */
}

/* ---- beginnings in common ---- */

enum { COMMON = 3, OWN = 2 };

/* 一 武 比 in common, and one before and one behind them. */
static const uint32_t common_and_own[] = {0x4E00, 0x6B66, 0x6BD4, '0', 0x6BD5};
static const struct font_characters wanted = {common_and_own, COMMON + OWN, COMMON};

UNIT_TEST(common_characters_have_the_first_codes)
{
    static const uint32_t sorted[] = {'0', 0x4E00, 0x6B66, 0x6BD4, 0x6BD5};
    static const uint16_t codes[] = {4, 1, 2, 3, 5};
    struct fonts *fonts = open_fonts();
    struct glyph_font font;
    const struct font_face *face = single(fonts, FONT_BODY, 1, &font);
    CU_ASSERT_FATAL(glyph_font_make(&font, face, wanted, unit_arena(), unit_scratch()));
    for (size_t i = 0; i < COMMON + OWN; i++) {
        CU_ASSERT_EQUAL(font.glyphs[i].character, sorted[i]);
        CU_ASSERT_EQUAL(font.glyphs[i].code, codes[i]);
        CU_ASSERT_EQUAL(font.glyphs[i].glyph, font_face_glyph(face, sorted[i]));
        CU_ASSERT_EQUAL(glyph_font_find(&font, sorted[i])->code, codes[i]);
    }
    fonts_close(fonts);
}

/* By zlib's own inflating. */
static struct text program_of(const struct glyph_font *font)
{
    char *bytes = ARENA_ARRAY(unit_arena(), char, font->program_length);
    uLongf length = font->program_length;
    struct text packed = font->program.bytes;
    CU_ASSERT_FATAL(font->program.is_deflated);
    CU_ASSERT_EQUAL_FATAL(uncompress((Bytef *)bytes, &length, (const Bytef *)packed.bytes, packed.length), Z_OK);
    return (struct text){bytes, length};
}

UNIT_TEST(a_font_with_a_common_beginning_is_the_same_by_a_store)
{
    struct fonts *fonts = open_fonts();
    struct glyph_font alone, stored, plain;
    struct glyph_store store;
    const struct font_face *face = single(fonts, FONT_BODY, 1, &plain);
    glyph_store_init(&store, face, arena_cut(unit_arena(), ROOM));
    CU_ASSERT_FATAL(glyph_font_make(&alone, face, wanted, unit_arena(), unit_scratch()));
    for (int i = 0; i < 2; i++) {
        CU_ASSERT_FATAL(glyph_store_font(&store, wanted, &stored, unit_arena(), unit_scratch()));
        CU_ASSERT_FATAL(glyph_font_cut(&stored, unit_arena(), unit_scratch()));
        check_same(&stored, &alone);
    }
    /* The same outlines as in a font with the same order and nothing in common. */
    struct font_characters apart = wanted;
    apart.common = 0;
    CU_ASSERT_FATAL(glyph_font_make(&plain, face, apart, unit_arena(), unit_scratch()));
    CU_ASSERT(text_equal(program_of(&alone), program_of(&plain)));
    glyph_store_release(&store);
    fonts_close(fonts);
}
