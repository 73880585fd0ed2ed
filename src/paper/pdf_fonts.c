/* Embedded fonts as PDF objects: a Type 0 font over the glyphs that a document uses. */
#include "font_face.h"
#include "pdf_objects.h"

static HPDF_Dict add_descriptor(struct pdf_file *file, const struct glyph_font *font)
{
    bool is_cff = font->face->outlines == OUTLINES_CFF;
    HPDF_Dict descriptor = pdf_add_dictionary(file, "FontDescriptor");
    HPDF_Dict program = pdf_add_stream(file, font->program), set = pdf_add_stream(file, font->code_set);
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
        HPDF_Dict_AddNumber(program, "Length1", (HPDF_INT32)font->program.length);
    return descriptor;
}

/* Each code with its own width: [c [w] c [w] …]; runs of codes share a bracket. */
static HPDF_Array widths_of(struct pdf_file *file, const struct glyph_font *font)
{
    HPDF_Array all = HPDF_Array_New(file->haru->mmgr), run = NULL;
    uint32_t next = UINT32_MAX;
    for (size_t i = 0; all && i < font->count; i++) {
        const struct embedded_glyph *glyph = &font->glyphs[i];
        if (glyph->is_shared)
            continue;
        if (glyph->code != next) {
            run = HPDF_Array_New(file->haru->mmgr);
            if (!run)
                return NULL;
            HPDF_Array_AddNumber(all, glyph->code);
            HPDF_Array_Add(all, run);
        }
        HPDF_Array_AddReal(run, pdf_rounded(glyph->width));
        next = glyph->code + 1u;
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
    HPDF_Dict_AddNumber(descendant, "DW", 1000);
    HPDF_Dict_Add(descendant, "W", widths_of(file, font));
    if (!is_cff)
        HPDF_Dict_Add(descendant, "CIDToGIDMap", pdf_add_stream(file, font->glyph_map));
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
    HPDF_Dict_Add(outer, "ToUnicode", pdf_add_stream(file, font->to_unicode));
    return outer;
}
