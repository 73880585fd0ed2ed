/* What a store gives must not depend on what it was asked before. */
#include "glyph_store.h"

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
    CU_ASSERT_FATAL(glyph_font_make(font, face, characters, count, unit_arena(), unit_scratch()));
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
    CU_ASSERT_FATAL(glyph_store_font(store, characters, count, font, unit_arena(), unit_scratch()));
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
