/* Embedded fonts as PDF objects: a Type 0 font over the glyphs that a document uses. */
#include "font_face.h"
#include "pdf_objects.h"

#include <math.h>
#include <stdlib.h>

enum {
    WIDTH_USUAL = 1000, /* of a hanzi */
    RUN_MOST = 1000,    /* PDF/A allows arrays 8,191 items */
};

static HPDF_Dict add_descriptor(struct pdf_file *file, const struct glyph_font *font)
{
    bool is_cff = font->face->outlines == OUTLINES_CFF;
    HPDF_Dict descriptor = pdf_add_dictionary(file, "FontDescriptor");
    HPDF_Dict program = pdf_add_packed(file, font->program), set = pdf_add_packed(file, font->code_set);
    HPDF_Array box = HPDF_Array_New(file->haru->mmgr);
    if (!descriptor || !program || !set || !box)
        return NULL;
    HPDF_Dict_AddName(descriptor, "FontName", text_to_c(&file->scratch, font->base_name));
    HPDF_Dict_AddNumber(descriptor, "Flags", HPDF_FONT_SYMBOLIC | (font->face->is_serif ? HPDF_FONT_SERIF : 0));
    HPDF_Dict_Add(descriptor, "FontBBox", box);
    pdf_add_reals(box, font->box, 4);
    HPDF_Dict_AddNumber(descriptor, "ItalicAngle", font->face->is_italic ? -12 : 0);
    HPDF_Dict_AddReal(descriptor, "Ascent", pdf_rounded(font->ascent));
    HPDF_Dict_AddReal(descriptor, "Descent", pdf_rounded(font->descent));
    HPDF_Dict_AddReal(descriptor, "CapHeight", pdf_rounded(font->cap_height));
    HPDF_Dict_AddNumber(descriptor, "StemV", 80);
    HPDF_Dict_Add(descriptor, "CIDSet", set);
    HPDF_Dict_Add(descriptor, is_cff ? "FontFile3" : "FontFile2", program);
    if (is_cff)
        HPDF_Dict_AddName(program, "Subtype", "CIDFontType0C");
    else
        HPDF_Dict_AddNumber(program, "Length1", (HPDF_INT32)font->program_length);
    return descriptor;
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
static HPDF_Array widths_of(struct pdf_file *file, const struct glyph_font *font)
{
    struct arena scratch = file->scratch;
    size_t count;
    const struct embedded_glyph *glyphs = unusual_widths(font, &count, &scratch);
    HPDF_Array all = HPDF_Array_New(file->haru->mmgr), run = NULL;
    for (size_t i = 0; all && i < count; i++) {
        bool goes_on = i > 0 && glyphs[i].code == glyphs[i - 1].code + 1 && HPDF_Array_Items(run) < RUN_MOST;
        if (!goes_on) {
            run = HPDF_Array_New(file->haru->mmgr);
            if (!run)
                return NULL;
            HPDF_Array_AddNumber(all, glyphs[i].code);
            HPDF_Array_Add(all, run);
        }
        HPDF_Array_AddReal(run, pdf_rounded(glyphs[i].width));
    }
    return all;
}

static HPDF_Dict system_info(struct pdf_file *file)
{
    HPDF_Dict info = HPDF_Dict_New(file->haru->mmgr);
    if (!info)
        return NULL;
    HPDF_Dict_Add(info, "Registry", HPDF_String_New(file->haru->mmgr, "Adobe", NULL));
    HPDF_Dict_Add(info, "Ordering", HPDF_String_New(file->haru->mmgr, "Identity", NULL));
    HPDF_Dict_AddNumber(info, "Supplement", 0);
    return info;
}

static HPDF_Dict add_descendant(struct pdf_file *file, const struct glyph_font *font)
{
    bool is_cff = font->face->outlines == OUTLINES_CFF;
    HPDF_Dict descendant = pdf_add_dictionary(file, "Font");
    HPDF_Dict descriptor = add_descriptor(file, font);
    if (!descendant || !descriptor)
        return NULL;
    HPDF_Dict_AddName(descendant, "Subtype", is_cff ? "CIDFontType0" : "CIDFontType2");
    HPDF_Dict_AddName(descendant, "BaseFont", text_to_c(&file->scratch, font->base_name));
    HPDF_Dict_Add(descendant, "CIDSystemInfo", system_info(file));
    HPDF_Dict_Add(descendant, "FontDescriptor", descriptor);
    HPDF_Dict_AddNumber(descendant, "DW", WIDTH_USUAL);
    HPDF_Dict_Add(descendant, "W", widths_of(file, font));
    if (!is_cff && font->glyph_map.bytes.length == 0)
        HPDF_Dict_AddName(descendant, "CIDToGIDMap", "Identity");
    else if (!is_cff)
        HPDF_Dict_Add(descendant, "CIDToGIDMap", pdf_add_packed(file, font->glyph_map));
    return descendant;
}

HPDF_Dict pdf_add_font(struct pdf_file *file, const struct glyph_font *font)
{
    HPDF_Dict outer = pdf_add_dictionary(file, "Font");
    HPDF_Dict descendant = add_descendant(file, font);
    HPDF_Array descendants = HPDF_Array_New(file->haru->mmgr);
    if (!outer || !descendant || !descendants)
        return NULL;
    HPDF_Array_Add(descendants, descendant);
    HPDF_Dict_AddName(outer, "Subtype", "Type0");
    HPDF_Dict_AddName(outer, "BaseFont", text_to_c(&file->scratch, font->base_name));
    HPDF_Dict_AddName(outer, "Encoding", "Identity-H");
    HPDF_Dict_Add(outer, "DescendantFonts", descendants);
    HPDF_Dict_Add(outer, "ToUnicode", pdf_add_packed(file, font->to_unicode));
    return outer;
}
