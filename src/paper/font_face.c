#include "font_face.h"

#include "character.h"
#include "punctuation.h"
#include "truetype.h"

#include <hb-ot.h>
#include <math.h>
#include <string.h>

enum { FSTYPE_OFFSET = 8, FSTYPE_FORBIDS = 0x0302, FONTS_IN_A_COLLECTION = 256, NAME_LONGEST = 63 };

static bool has_table(hb_face_t *face, hb_tag_t tag)
{
    hb_blob_t *table = hb_face_reference_table(face, tag);
    bool is_there = hb_blob_get_length(table) > 0;
    hb_blob_destroy(table);
    return is_there;
}

/* Stays as long as the file is mapped. */
static struct text table_of(hb_face_t *face, hb_tag_t tag)
{
    hb_blob_t *table = hb_face_reference_table(face, tag);
    unsigned length;
    const char *bytes = hb_blob_get_data(table, &length);
    hb_blob_destroy(table);
    return (struct text){bytes, length};
}

static struct truetype *truetype_of(hb_face_t *face, struct arena *arena)
{
    struct truetype *truetype = ARENA_NEW(arena, struct truetype);
    bool is_read =
        truetype_read(truetype, table_of(face, HB_TAG('g', 'l', 'y', 'f')), table_of(face, HB_TAG('h', 'e', 'a', 'd')),
                      table_of(face, HB_TAG('h', 'h', 'e', 'a')), table_of(face, HB_TAG('h', 'm', 't', 'x')),
                      table_of(face, HB_TAG('l', 'o', 'c', 'a')), table_of(face, HB_TAG('m', 'a', 'x', 'p')));
    return is_read ? truetype : NULL;
}

static void take_outlines(struct font_face *face, struct arena *arena)
{
    if (has_table(face->face, HB_TAG('g', 'l', 'y', 'f')))
        face->truetype = truetype_of(face->face, arena);
    face->outlines = face->truetype                                      ? OUTLINES_TRUETYPE
                     : has_table(face->face, HB_TAG('C', 'F', 'F', ' ')) ? OUTLINES_CFF
                                                                         : OUTLINES_NONE;
}

static bool may_be_embedded(hb_face_t *face)
{
    hb_blob_t *table = hb_face_reference_table(face, HB_TAG('O', 'S', '/', '2'));
    unsigned length;
    const unsigned char *bytes = (const unsigned char *)hb_blob_get_data(table, &length);
    unsigned licence = length > FSTYPE_OFFSET + 1 ? (unsigned)bytes[FSTYPE_OFFSET] << 8 | bytes[FSTYPE_OFFSET + 1] : 0;
    hb_blob_destroy(table);
    return (licence & FSTYPE_FORBIDS) == 0;
}

static bool is_name_character(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
}

static struct text ps_name_of(hb_face_t *face, struct arena *arena)
{
    char name[NAME_LONGEST + 1];
    unsigned size = sizeof name;
    hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &size, name);
    struct sink sink = sink_in(arena);
    for (const char *c = name; *c; c++)
        if (is_name_character(*c))
            sink_byte(&sink, *c);
    if (sink.length == 0)
        sink_c(&sink, "Font");
    return sink_written(&sink);
}

/* ---- what subsets are cut from ---- */

static const hb_tag_t outline_tables[] = {
    HB_TAG('C', 'F', 'F', ' '), HB_TAG('h', 'e', 'a', 'd'), HB_TAG('h', 'h', 'e', 'a'),
    HB_TAG('h', 'm', 't', 'x'), HB_TAG('m', 'a', 'x', 'p'),
};

static hb_blob_t *outline_table(hb_face_t *face, hb_tag_t tag, void *whole)
{
    (void)face;
    for (size_t i = 0; i < sizeof outline_tables / sizeof *outline_tables; i++)
        if (outline_tables[i] == tag)
            return hb_face_reference_table(whole, tag);
    return hb_blob_get_empty();
}

/* HarfBuzz reads all of the character map and the layout for each subset, also where they are to be left out: 3 ms. */
static hb_face_t *outlines_alone_of(hb_face_t *whole)
{
    hb_face_t *face = hb_face_create_for_tables(outline_table, whole, NULL);
    hb_face_set_upem(face, hb_face_get_upem(whole));
    hb_face_set_glyph_count(face, hb_face_get_glyph_count(whole));
    hb_face_make_immutable(face);
    return face;
}

/* ---- punctuation ---- */

/* From the top of the square in which a letter stands to its baseline, and how far an edge may be taken for another, in
 * ems. */
static const double SQUARE_ASCENT = 0.88, EDGE = 0.01;

/* Whether nothing is drawn in the half that a mark could do without. */
static bool is_half_drawn(const struct font_face *face, uint32_t code_point, enum blank_half blank, bool is_vertical)
{
    uint32_t glyph;
    hb_glyph_extents_t ink;
    if (!font_face_find_form(face, code_point, &glyph) || !hb_font_get_glyph_extents(face->font, glyph, &ink))
        return false;
    double em = face->units_per_em, first = ink.x_bearing / em, last = first + ink.width / em;
    if (is_vertical) {
        first = SQUARE_ASCENT - ink.y_bearing / em;
        last = first - ink.height / em;
    }
    bool is_square = fabs(hb_font_get_glyph_h_advance(face->font, glyph) / em - 1) < EDGE;
    return is_square && (blank == BLANK_HALF_FIRST ? first >= 0.5 - EDGE : last <= 0.5 + EDGE);
}

static void look_at_punctuation(struct font_face *face)
{
    for (size_t i = 0; i < PUNCTUATION_MOST; i++) {
        uint32_t code_point = punctuation_code_point(i), down = character_vertical(code_point);
        enum blank_half blank = punctuation_blank_half(i);
        if (is_half_drawn(face, code_point, blank, false))
            face->half_drawn |= 1u << i;
        if (down != code_point && is_half_drawn(face, down, blank, true))
            face->half_drawn_down |= 1u << i;
    }
}

bool font_face_open(struct font_face *face, struct text file, unsigned index, struct arena *arena)
{
    hb_blob_t *blob = hb_blob_create_from_file_or_fail(text_to_c(arena, file));
    if (!blob)
        return false;
    *face = (struct font_face){.file = text_copy(arena, file), .index = index};
    if (index < FONTS_IN_A_COLLECTION && index < hb_face_count(blob))
        face->face = hb_face_create(blob, index);
    hb_blob_destroy(blob);
    if (!face->face)
        return false;

    unsigned units = hb_face_get_upem(face->face);
    face->units_per_em = units;
    face->font = hb_font_create(face->face);
    hb_font_set_scale(face->font, (int)units, (int)units);
    take_outlines(face, arena);
    face->is_embeddable = may_be_embedded(face->face);
    face->ps_name = ps_name_of(face->face, arena);
    face->is_italic = hb_style_get_value(face->font, HB_STYLE_TAG_ITALIC) > 0;
    face->is_serif = strstr(text_to_c(arena, face->ps_name), "Sans") == NULL;
    hb_face_make_immutable(face->face);
    face->outlines_alone = outlines_alone_of(face->face);
    hb_font_make_immutable(face->font);
    look_at_punctuation(face);
    return true;
}

void font_face_close(struct font_face *face)
{
    hb_font_destroy(face->font);
    hb_face_destroy(face->outlines_alone);
    hb_face_destroy(face->face);
    *face = (struct font_face){0};
}

/* ---- glyphs ---- */

/* Wider quotes are made for hanzi. */
static const double NARROW_MOST = 0.7; /* ems */

static bool find_narrow(const struct font_face *face, uint32_t code_point, uint32_t *glyph)
{
    const hb_feature_t proportional = {HB_TAG('p', 'w', 'i', 'd'), 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
    hb_buffer_t *buffer = hb_buffer_create();
    hb_buffer_add_utf32(buffer, &code_point, 1, 0, 1);
    hb_buffer_guess_segment_properties(buffer);
    hb_shape(face->font, buffer, &proportional, 1);
    unsigned count;
    const hb_glyph_info_t *shaped = hb_buffer_get_glyph_infos(buffer, &count);
    *glyph = count == 1 ? shaped[0].codepoint : 0;
    hb_buffer_destroy(buffer);
    return *glyph != 0 && hb_font_get_glyph_h_advance(face->font, *glyph) <= NARROW_MOST * face->units_per_em;
}

bool font_face_find_form(const struct font_face *face, uint32_t character, uint32_t *glyph)
{
    uint32_t code_point = character_code_point(character);
    if (character_is_narrow(character))
        return find_narrow(face, code_point, glyph);
    if (!character_is_plain(character))
        return hb_font_get_variation_glyph(face->font, code_point, character_selector(character), glyph);
    return hb_font_get_nominal_glyph(face->font, character, glyph) && *glyph != 0;
}

bool font_face_has_hanzi(const struct font_face *face)
{
    static const hb_codepoint_t blocks[][2] = {{0x3400, 0x4DBF}, {0x4E00, 0x9FFF}, {0x20000, 0x3FFFF}};
    hb_set_t *all = hb_set_create();
    hb_face_collect_unicodes(face->face, all);
    bool has = false;
    for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++) {
        hb_codepoint_t next = blocks[i][0] - 1;
        has |= hb_set_next(all, &next) && next <= blocks[i][1];
    }
    hb_set_destroy(all);
    return has;
}

uint32_t font_face_glyph(const struct font_face *face, uint32_t character)
{
    uint32_t glyph;
    if (font_face_find_form(face, character, &glyph) ||
        font_face_find_form(face, character_code_point(character), &glyph))
        return glyph;
    return 0;
}
