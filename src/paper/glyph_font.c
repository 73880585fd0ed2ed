#include "glyph_font.h"

#include "cff.h"
#include "character.h"
#include "font_face.h"
#include "to_unicode.h"

#include <assert.h>
#include <hb-ot.h>
#include <hb-subset.h>
#include <stdlib.h>

enum { CODES_MOST = 0xFFFF, TAG_LETTERS = 6 };

/* More bytes than map, set and CMap take before they are packed: a line of the CMap is 26 at most, and sinks double. */
enum { RAW_LEAST = 1 << 14, RAW_EACH = 64 };

/* ---- the subset ---- */

static hb_subset_input_t *subset_input(const struct font_face *face, const uint32_t *characters, size_t count)
{
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (!input)
        return NULL;
    /* CFF outlines without subroutines: cut in a quarter of the time, and smaller once they are deflated. */
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_DESUBROUTINIZE);
    hb_set_t *glyphs = hb_subset_input_glyph_set(input);
    for (size_t i = 0; i < count; i++)
        hb_set_add(glyphs, font_face_glyph(face, characters[i]));
    return input;
}

/* A face that HarfBuzz built answers no questions about its tables; one opened from its bytes does. */
static hb_face_t *opened_again(hb_face_t *built)
{
    hb_blob_t *blob = hb_face_reference_blob(built);
    hb_face_t *face = hb_face_create(blob, 0);
    hb_blob_destroy(blob);
    return face;
}

static struct text bytes_of(hb_blob_t *blob)
{
    unsigned length;
    const char *bytes = hb_blob_get_data(blob, &length);
    return (struct text){bytes, length};
}

/* TrueType's codes; CFF's follow. */
static void take_glyphs(struct glyph_font *font, const uint32_t *characters)
{
    const hb_map_t *renumbered = hb_subset_plan_old_to_new_glyph_mapping(font->plan);
    for (size_t i = 0; i < font->count; i++) {
        uint32_t glyph = font_face_glyph(font->face, characters[i]);
        double advance = hb_font_get_glyph_h_advance(font->face->font, glyph);
        font->glyphs[i] = (struct embedded_glyph){
            .character = characters[i],
            .code = (uint16_t)(i + 1),
            .glyph = (uint16_t)hb_map_get(renumbered, glyph),
            .width = advance * 1000 / font->face->units_per_em,
        };
    }
}

/* ---- codes of CFF fonts ---- */

/* Radicals, compatibility forms and forms that the font does not tell apart, which share the glyphs of plain
 * characters. */
static bool is_compatibility(uint32_t code_point)
{
    return !character_is_plain(code_point) || (code_point >= 0x2E80 && code_point <= 0x2FDF) ||
           (code_point >= 0xF900 && code_point <= 0xFAFF) || (code_point >= 0x2F800 && code_point <= 0x2FA1F);
}

static void mark_shared(struct glyph_font *font, bool *is_taken, bool compatibility)
{
    for (size_t i = 0; i < font->count; i++) {
        struct embedded_glyph *glyph = &font->glyphs[i];
        if (is_compatibility(glyph->character) != compatibility)
            continue;
        glyph->is_shared = is_taken[glyph->code];
        is_taken[glyph->code] = true;
    }
}

/* A subset keeps the CIDs of the whole font; where there are none, its glyphs are numbered anew. */
static bool take_cff_codes(struct glyph_font *font, const uint32_t *characters, struct arena scratch)
{
    struct cff_charset charset;
    hb_blob_t *whole = hb_face_reference_table(font->face->face, HB_TAG('C', 'F', 'F', ' '));
    bool is_read = cff_read_charset(bytes_of(whole), &charset, &scratch);
    hb_blob_destroy(whole);
    if (!is_read)
        return false;
    for (size_t i = 0; i < font->count; i++) {
        uint32_t glyph = font_face_glyph(font->face, characters[i]);
        if (glyph >= charset.count)
            return false;
        font->glyphs[i].code = charset.is_cid_keyed ? charset.cids[glyph] : font->glyphs[i].glyph;
    }
    /* The code leads back to the plain character where there is one. */
    bool *is_taken = ARENA_ARRAY(&scratch, bool, CODES_MOST + 1);
    mark_shared(font, is_taken, false);
    mark_shared(font, is_taken, true);
    return true;
}

/* ---- what the descriptor says ---- */

static void take_metrics(struct glyph_font *font, hb_face_t *subset)
{
    const struct font_face *face = font->face;
    double scale = 1000 / face->units_per_em;
    hb_font_extents_t extents;
    hb_position_t cap_height;
    if (hb_font_get_h_extents(face->font, &extents)) {
        font->ascent = extents.ascender * scale;
        font->descent = extents.descender * scale;
    }
    bool is_told = hb_ot_metrics_get_position(face->font, HB_OT_METRICS_TAG_CAP_HEIGHT, &cap_height);
    font->cap_height = is_told && cap_height > 0 ? cap_height * scale : font->ascent * 0.8;
    /* The box of `head`: xMin, yMin, xMax, yMax at byte 36. */
    hb_blob_t *head = hb_face_reference_table(subset, HB_TAG('h', 'e', 'a', 'd'));
    unsigned length;
    const unsigned char *bytes = (const unsigned char *)hb_blob_get_data(head, &length);
    for (unsigned i = 0; i < 4 && 36 + 2 * i + 1 < length; i++)
        font->box[i] = (int16_t)(bytes[36 + 2 * i] << 8 | bytes[36 + 2 * i + 1]) * scale;
    hb_blob_destroy(head);
}

/* Subsets are told apart by six letters; they follow from the characters, so that the bytes repeat. */
static struct text base_name_of(const struct glyph_font *font, const uint32_t *characters, struct arena *arena)
{
    uint64_t hash = text_hash((struct text){(const char *)characters, font->count * sizeof *characters});
    struct sink sink = sink_in(arena);
    for (int i = 0; i < TAG_LETTERS; i++, hash /= 26)
        sink_byte(&sink, (char)('A' + hash % 26));
    sink_byte(&sink, '+');
    sink_text(&sink, font->face->ps_name);
    return sink_written(&sink);
}

static struct text glyph_map_of(const struct glyph_font *font, struct arena *arena)
{
    struct sink sink = sink_in(arena);
    sink_text(&sink, (struct text){"\0\0", 2}); /* code 0 is no character */
    for (size_t i = 0; i < font->count; i++) {
        sink_byte(&sink, (char)(font->glyphs[i].glyph >> 8));
        sink_byte(&sink, (char)(font->glyphs[i].glyph & 0xFF));
    }
    return sink_written(&sink);
}

/* Whether codes are the numbers of the glyphs, and the subset has no others. */
static bool is_numbered_alike(const struct glyph_font *font)
{
    const hb_map_t *all = hb_subset_plan_new_to_old_glyph_mapping(font->plan);
    bool is_alike = hb_map_get_population(all) == font->count + 1;
    for (size_t i = 0; is_alike && i < font->count; i++)
        is_alike = font->glyphs[i].glyph == font->glyphs[i].code;
    return is_alike;
}

static struct text code_set_of(const struct glyph_font *font, struct arena *arena)
{
    uint16_t highest = 0;
    for (size_t i = 0; i < font->count; i++)
        if (font->glyphs[i].code > highest)
            highest = font->glyphs[i].code;
    size_t length = highest / 8u + 1;
    unsigned char *bits = ARENA_ARRAY(arena, unsigned char, length);
    bits[0] = 0x80; /* code 0, .notdef, is always there */
    for (size_t i = 0; i < font->count; i++)
        bits[font->glyphs[i].code / 8] |= (unsigned char)(0x80u >> font->glyphs[i].code % 8);
    return (struct text){(const char *)bits, length};
}

/* ---- all ---- */

bool glyph_font_begin(struct glyph_font *font, const struct font_face *face, const uint32_t *characters, size_t count,
                      struct arena *arena, struct arena scratch)
{
    if (count >= CODES_MOST)
        return false;
    *font =
        (struct glyph_font){.face = face, .glyphs = ARENA_ARRAY(arena, struct embedded_glyph, count), .count = count};
    hb_subset_input_t *input = subset_input(face, characters, count);
    font->plan = input ? hb_subset_plan_create_or_fail(face->outlines_alone, input) : NULL;
    hb_subset_input_destroy(input);
    if (!font->plan)
        return false;
    bool is_cff = face->outlines == OUTLINES_CFF;
    take_glyphs(font, characters);
    if (is_cff && !take_cff_codes(font, characters, scratch)) {
        hb_subset_plan_destroy(font->plan);
        font->plan = NULL;
        return false;
    }
    font->has_glyph_map = !is_cff && !is_numbered_alike(font);
    font->base_name = base_name_of(font, characters, arena);
    return true;
}

static void take_subset(struct glyph_font *font, hb_face_t *subset, struct arena *arena, struct arena scratch)
{
    bool is_cff = font->face->outlines == OUTLINES_CFF;
    hb_blob_t *blob =
        is_cff ? hb_face_reference_table(subset, HB_TAG('C', 'F', 'F', ' ')) : hb_face_reference_blob(subset);
    struct arena raw = arena_part(&scratch, RAW_LEAST + font->count * RAW_EACH);
    font->program_length = bytes_of(blob).length;
    font->program = packed_of(bytes_of(blob), arena);
    hb_blob_destroy(blob);
    take_metrics(font, subset);
    if (font->has_glyph_map)
        font->glyph_map = packed_of(glyph_map_of(font, &raw), arena);
    font->code_set = packed_of(code_set_of(font, &raw), arena);
    font->to_unicode = packed_of(to_unicode_write(font->glyphs, font->count, &raw, scratch), arena);
}

bool glyph_font_cut(struct glyph_font *font, struct arena *arena, struct arena scratch)
{
    hb_face_t *built = hb_subset_plan_execute_or_fail(font->plan);
    hb_face_t *subset = built ? opened_again(built) : NULL;
    if (subset)
        take_subset(font, subset, arena, scratch);
    hb_face_destroy(subset);
    hb_face_destroy(built);
    hb_subset_plan_destroy(font->plan);
    font->plan = NULL;
    return subset;
}

bool glyph_font_make(struct glyph_font *font, const struct font_face *face, const uint32_t *characters, size_t count,
                     struct arena *arena, struct arena scratch)
{
    return glyph_font_begin(font, face, characters, count, arena, scratch) && glyph_font_cut(font, arena, scratch);
}

int embedded_glyphs_by_code(const void *left, const void *right)
{
    const struct embedded_glyph *a = left, *b = right;
    return (a->code > b->code) - (a->code < b->code);
}

const struct embedded_glyph *glyph_font_find(const struct glyph_font *font, uint32_t character)
{
    const struct embedded_glyph *from = font->glyphs;
    /* Halved without a branch that the processor could guess wrong: pages ask for every letter. */
    for (size_t count = font->count; count > 1;) {
        size_t half = count / 2;
        from += from[half].character <= character ? half : 0;
        count -= half;
    }
    assert(from->character == character);
    return from;
}
