/* Embedded fonts as PDF objects: a Type 0 font over the glyphs that a document uses. */
#include "font_face.h"
#include "pdf_series.h"

#include <math.h>
#include <stdlib.h>

enum {
    WIDTH_USUAL = 1000, /* of a hanzi */
    RUN_MOST = 1000,    /* PDF/A allows arrays 8,191 items */
};

/* The objects of each font, in this order. */
enum font_object { OUTER, DESCENDANT, DESCRIPTOR, PROGRAM, CODE_SET, TO_UNICODE, OBJECTS };

struct fonts_written {
    struct pdf_file *file;
    struct pdf_series series;
    size_t face;  /* the one whose turn it is */
    size_t first; /* the number of its OUTER within the series */
};

static const struct glyph_font *font_of(const struct fonts_written *fonts)
{
    return &fonts->file->parts->cutting->fonts[fonts->face];
}

static size_t objects_of(const struct glyph_font *font)
{
    return font->face ? OBJECTS : 0;
}

static bool is_cff(const struct glyph_font *font)
{
    return font->face->outlines == OUTLINES_CFF;
}

static void refer(struct sink *entries, const char *key, const struct fonts_written *fonts, enum font_object object)
{
    sink_c(entries, key);
    pdf_series_refer(entries, &fonts->series, fonts->first + object);
}

static void sink_name(struct sink *entries, const char *key, struct text name)
{
    sink_c(entries, key);
    sink_text(entries, name);
}

static void sink_number(struct sink *entries, const char *key, double number)
{
    sink_c(entries, key);
    pdf_sink_real(entries, number);
}

/* The glyphs whose width is not the usual one, by code. */
static struct embedded_glyph *unusual_widths(const struct glyph_font *font, size_t *count, struct arena *arena)
{
    struct embedded_glyph *glyphs = ARENA_ARRAY(arena, struct embedded_glyph, font->count);
    *count = 0;
    for (size_t i = 0; i < font->count; i++)
        if (!font->glyphs[i].is_shared && fabs(font->glyphs[i].width - WIDTH_USUAL) > 0)
            glyphs[(*count)++] = font->glyphs[i];
    qsort(glyphs, *count, sizeof *glyphs, embedded_glyphs_by_code);
    return glyphs;
}

/* The codes with widths of their own: [c [w w …] …]; runs of codes share a bracket. */
static void sink_widths(struct sink *entries, const struct glyph_font *font, struct arena *scratch)
{
    size_t count, run = 0;
    const struct embedded_glyph *glyphs = unusual_widths(font, &count, scratch);
    sink_c(entries, "/W[");
    for (size_t i = 0; i < count; i++, run++) {
        bool goes_on = i > 0 && glyphs[i].code == glyphs[i - 1].code + 1 && run < RUN_MOST;
        if (!goes_on) {
            sink_c(entries, i > 0 ? "]" : "");
            sink_integer(entries, glyphs[i].code);
            run = 0;
        }
        sink_byte(entries, goes_on ? ' ' : '[');
        pdf_sink_real(entries, glyphs[i].width);
    }
    sink_c(entries, count > 0 ? "]]" : "]");
}

/* ---- the objects ---- */

static void write_outer(struct sink *entries, const struct fonts_written *fonts)
{
    sink_name(entries, "/Type/Font/Subtype/Type0/Encoding/Identity-H/BaseFont/", font_of(fonts)->base_name);
    refer(entries, "/DescendantFonts[", fonts, DESCENDANT);
    refer(entries, "]/ToUnicode ", fonts, TO_UNICODE);
}

static void write_descendant(struct sink *entries, const struct fonts_written *fonts, struct arena *scratch)
{
    const struct glyph_font *font = font_of(fonts);
    sink_c(entries, is_cff(font) ? "/Type/Font/Subtype/CIDFontType0" : "/Type/Font/Subtype/CIDFontType2");
    sink_name(entries, "/BaseFont/", font->base_name);
    sink_c(entries, "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>");
    refer(entries, "/FontDescriptor ", fonts, DESCRIPTOR);
    sink_number(entries, "/DW ", WIDTH_USUAL);
    sink_widths(entries, font, scratch);
    if (!is_cff(font))
        sink_c(entries, "/CIDToGIDMap/Identity");
}

static void write_descriptor(struct sink *entries, const struct fonts_written *fonts)
{
    const struct glyph_font *font = font_of(fonts);
    sink_name(entries, "/Type/FontDescriptor/FontName/", font->base_name);
    sink_number(entries, "/Flags ", HPDF_FONT_SYMBOLIC | (font->face->is_serif ? HPDF_FONT_SERIF : 0));
    sink_c(entries, "/FontBBox");
    pdf_sink_reals(entries, font->box, 4);
    sink_number(entries, "/ItalicAngle ", font->face->is_italic ? -12 : 0);
    sink_number(entries, "/Ascent ", font->ascent);
    sink_number(entries, "/Descent ", font->descent);
    sink_number(entries, "/CapHeight ", font->cap_height);
    sink_number(entries, "/StemV ", 80);
    refer(entries, "/CIDSet ", fonts, CODE_SET);
    refer(entries, is_cff(font) ? "/FontFile3 " : "/FontFile2 ", fonts, PROGRAM);
}

static void write_program(struct sink *entries, const struct glyph_font *font)
{
    if (is_cff(font))
        sink_c(entries, "/Subtype/CIDFontType0C");
    else
        sink_number(entries, "/Length1 ", (double)font->program_length);
}

static struct packed stream_of(const struct glyph_font *font, enum font_object object)
{
    switch (object) {
    case PROGRAM:
        return font->program;
    case CODE_SET:
        return font->code_set;
    case TO_UNICODE:
        return font->to_unicode;
    case OUTER:
    case DESCENDANT:
    case DESCRIPTOR:
    case OBJECTS:
        break;
    }
    return (struct packed){{NULL, 0}, false};
}

static void write_object(void *context, size_t at, struct sink *entries, struct packed *stream, struct arena *scratch)
{
    struct fonts_written *fonts = context;
    font_cutting_wait(fonts->file->parts->cutting);
    while (at - fonts->first >= objects_of(font_of(fonts))) {
        fonts->first += objects_of(font_of(fonts));
        fonts->face++;
    }
    enum font_object object = (enum font_object)(at - fonts->first);
    if (object == OUTER)
        write_outer(entries, fonts);
    else if (object == DESCENDANT)
        write_descendant(entries, fonts, scratch);
    else if (object == DESCRIPTOR)
        write_descriptor(entries, fonts);
    else if (object == PROGRAM)
        write_program(entries, font_of(fonts));
    *stream = stream_of(font_of(fonts), object);
    if (stream->bytes.bytes)
        pdf_fingerprint(fonts->file, checksum(stream->bytes));
}

void pdf_add_fonts(struct pdf_file *file)
{
    const struct font_cutting *cutting = file->parts->cutting;
    struct fonts_written *fonts = ARENA_NEW(&file->scratch, struct fonts_written);
    struct sink names = sink_in(&file->scratch);
    size_t objects = 0;
    fonts->file = file;
    for (size_t i = 0; i < cutting->count; i++)
        objects += objects_of(&cutting->fonts[i]);
    if (!pdf_series_begin(&fonts->series, file, objects, write_object, fonts))
        return;
    for (size_t i = 0, first = 0; i < cutting->count; first += objects_of(&cutting->fonts[i++]))
        if (cutting->fonts[i].face) {
            sink_c(&names, "/F");
            sink_integer(&names, (int64_t)i);
            sink_byte(&names, ' ');
            pdf_series_refer(&names, &fonts->series, first);
        }
    sink_byte(&names, '\n');
    pdf_write_entries(file, file->fonts, sink_written(&names));
}
