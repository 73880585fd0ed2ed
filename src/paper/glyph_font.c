#include "glyph_font.h"

#include "cff.h"
#include "character.h"
#include "font_face.h"
#include "to_unicode.h"
#include "truetype.h"

#include <assert.h>
#include <hb-ot.h>
#include <hb-subset.h>
#include <stdlib.h>

enum { CODES_MOST = 0xFFFF, TAG_LETTERS = 6 };

/* More bytes than map, set and CMap take before they are packed: a line of the CMap is 26 at most, and sinks double. */
enum { RAW_LEAST = 1 << 14, RAW_EACH = 64 };

/* ---- glyphs and codes ---- */

static bool is_cff(const struct glyph_font *font)
{
    return font->face->outlines == OUTLINES_CFF;
}

/* TrueType's codes; CFF's follow. The common characters and the others are merged. */
static void take_glyphs(struct glyph_font *font, const uint32_t *characters)
{
    size_t common = 0, own = font->common;
    for (size_t i = 0; i < font->count; i++) {
        bool is_common = common < font->common && (own == font->count || characters[common] < characters[own]);
        size_t at = is_common ? common++ : own++;
        uint32_t glyph = font_face_glyph(font->face, characters[at]);
        double advance = hb_font_get_glyph_h_advance(font->face->font, glyph);
        font->glyphs[i] = (struct embedded_glyph){
            .character = characters[at],
            .code = (uint16_t)(at + 1),
            .glyph = glyph,
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

static struct text bytes_of(hb_blob_t *blob)
{
    unsigned length;
    const char *bytes = hb_blob_get_data(blob, &length);
    return (struct text){bytes, length};
}

static hb_subset_plan_t *cff_plan(const struct glyph_font *font)
{
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (!input)
        return NULL;
    /* Without subroutines they are cut in a quarter of the time, and smaller once they are deflated. */
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_DESUBROUTINIZE);
    hb_set_t *glyphs = hb_subset_input_glyph_set(input);
    for (size_t i = 0; i < font->count; i++)
        hb_set_add(glyphs, font->glyphs[i].glyph);
    hb_subset_plan_t *plan = hb_subset_plan_create_or_fail(font->face->outlines_alone, input);
    hb_subset_input_destroy(input);
    return plan;
}

/* A subset keeps the CIDs of the whole font; where there are none, its glyphs are numbered anew, as its plan says. A plan
 * takes a third of the time that outlines take: else it comes with them. */
static bool take_cff_codes(struct glyph_font *font, struct arena scratch)
{
    struct cff_charset charset;
    hb_blob_t *whole = hb_face_reference_table(font->face->face, HB_TAG('C', 'F', 'F', ' '));
    bool is_read = cff_read_charset(bytes_of(whole), &charset, &scratch);
    hb_blob_destroy(whole);
    if (is_read && !charset.is_cid_keyed)
        font->plan = cff_plan(font);
    if (!is_read || (!charset.is_cid_keyed && !font->plan))
        return false;
    for (size_t i = 0; i < font->count; i++) {
        uint32_t glyph = font->glyphs[i].glyph;
        if (glyph >= charset.count)
            return false;
        font->glyphs[i].code = charset.is_cid_keyed
                                   ? charset.cids[glyph]
                                   : (uint16_t)hb_map_get(hb_subset_plan_old_to_new_glyph_mapping(font->plan), glyph);
    }
    /* The code leads back to the plain character where there is one. */
    bool *is_taken = ARENA_ARRAY(&scratch, bool, CODES_MOST + 1);
    mark_shared(font, is_taken, false);
    mark_shared(font, is_taken, true);
    return true;
}

/* ---- what the descriptor says ---- */

static void take_metrics(struct glyph_font *font)
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
    hb_blob_t *head = hb_face_reference_table(face->face, HB_TAG('h', 'e', 'a', 'd'));
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

/* A bit for each code; TrueType's parts of glyphs, behind all others, have one, too. */
static struct text code_set_of(const struct glyph_font *font, size_t parts, struct arena *arena)
{
    size_t highest = font->count + parts;
    for (size_t i = 0; i < font->count; i++)
        if (font->glyphs[i].code > highest)
            highest = font->glyphs[i].code;
    size_t length = highest / 8 + 1;
    unsigned char *bits = ARENA_ARRAY(arena, unsigned char, length);
    bits[0] = 0x80; /* code 0, .notdef, is always there */
    for (size_t i = 0; i < font->count; i++)
        bits[font->glyphs[i].code / 8] |= (unsigned char)(0x80u >> font->glyphs[i].code % 8);
    for (size_t i = 0; i < parts; i++)
        bits[(font->count + 1 + i) / 8] |= (unsigned char)(0x80u >> (font->count + 1 + i) % 8);
    return (struct text){(const char *)bits, length};
}

/* ---- outlines ---- */

static bool cut_cff(struct glyph_font *font, struct arena *arena)
{
    font->plan = font->plan ? font->plan : cff_plan(font);
    hb_face_t *built = deflate_is_ready() && font->plan ? hb_subset_plan_execute_or_fail(font->plan) : NULL;
    hb_subset_plan_destroy(font->plan);
    font->plan = NULL;
    if (!built)
        return false;
    /* A face that HarfBuzz built answers no questions about its tables; one opened from its bytes does. */
    hb_blob_t *file = hb_face_reference_blob(built);
    hb_face_t *subset = hb_face_create(file, 0);
    hb_blob_t *table = hb_face_reference_table(subset, HB_TAG('C', 'F', 'F', ' '));
    font->program_length = bytes_of(table).length;
    font->program = packed_of(bytes_of(table), arena);
    hb_blob_destroy(table);
    hb_face_destroy(subset);
    hb_blob_destroy(file);
    hb_face_destroy(built);
    return true;
}

/* Deflated; the outlines of the common characters apart from the rest, so that it need not be done for each document. */
static bool pack_truetype(struct glyph_font *font, const struct truetype_subset *subset, struct arena *arena,
                          struct arena scratch)
{
    size_t from = subset->begins[0], to = subset->begins[font->common + 1];
    struct text common = {subset->program.bytes + from, to - from}, packed;
    font->program_length = subset->program.length;
    if (font->common == 0) {
        font->program = packed_of(subset->program, arena);
        return true;
    }
    bool is_packed = font->stock ? outline_stock_find(font->stock, common, &packed, &scratch)
                                 : deflated_within(common, &packed, &scratch);
    if (is_packed)
        font->program = (struct packed){deflated_around(subset->program, from, to, packed, arena), true};
    return is_packed;
}

static bool cut_truetype(struct glyph_font *font, size_t *parts, struct arena *arena, struct arena scratch)
{
    struct truetype_subset subset;
    uint32_t *glyphs = ARENA_ARRAY(&scratch, uint32_t, font->count);
    for (size_t i = 0; i < font->count; i++)
        glyphs[font->glyphs[i].code - 1] = font->glyphs[i].glyph;
    if (!deflate_is_ready() || !truetype_cut(font->face->truetype, glyphs, font->count, &subset, &scratch))
        return false;
    *parts = subset.glyph_count - font->count - 1;
    return pack_truetype(font, &subset, arena, scratch);
}

/* ---- all ---- */

bool glyph_font_begin(struct glyph_font *font, const struct font_face *face, struct font_characters characters,
                      struct arena *arena, struct arena scratch)
{
    if (characters.count >= CODES_MOST)
        return false;
    *font = (struct glyph_font){.face = face,
                                .glyphs = ARENA_ARRAY(arena, struct embedded_glyph, characters.count),
                                .count = characters.count,
                                .common = characters.common};
    take_glyphs(font, characters.items);
    take_metrics(font);
    font->base_name = base_name_of(font, characters.items, arena);
    if (!is_cff(font))
        return true;
    if (take_cff_codes(font, scratch))
        return true;
    hb_subset_plan_destroy(font->plan);
    return false;
}

bool glyph_font_cut(struct glyph_font *font, struct arena *arena, struct arena scratch)
{
    struct arena raw = arena_part(&scratch, RAW_LEAST + font->count * RAW_EACH);
    size_t parts = 0;
    font->is_cut = true;
    if (!(is_cff(font) ? cut_cff(font, arena) : cut_truetype(font, &parts, arena, scratch)))
        return false;
    font->code_set = packed_of(code_set_of(font, parts, &raw), arena);
    font->to_unicode = packed_of(to_unicode_write(font->glyphs, font->count, &raw, scratch), arena);
    return true;
}

bool glyph_font_make(struct glyph_font *font, const struct font_face *face, struct font_characters characters,
                     struct arena *arena, struct arena scratch)
{
    return glyph_font_begin(font, face, characters, arena, scratch) && glyph_font_cut(font, arena, scratch);
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
