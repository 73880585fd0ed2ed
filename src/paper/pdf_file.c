#include "pdf_file.h"

#include "font_face.h"

#include <hpdf.h>
#include <hpdf_info.h>
#include <libdeflate.h>
#include <math.h>
#include <string.h>

enum { PAGES_A_NODE = 200, DEFLATE_LEVEL = 6, IDENTIFIER_LENGTH = 16 };

/* libharu's handles and ours while one file is made. libharu remembers only its last error: the first is kept here. */
struct pdf_file {
    const struct pdf_parts *parts;
    struct arena scratch;
    HPDF_Doc haru;
    struct libdeflate_compressor *compressor;
    HPDF_Dict resources;
    uint64_t fingerprint; /* of all streams: the file's identifier */
    HPDF_STATUS first_error;
};

static void keep_first_error(HPDF_STATUS code, HPDF_STATUS detail, void *user)
{
    struct pdf_file *file = user;
    (void)detail;
    if (file->first_error == HPDF_OK)
        file->first_error = code;
}

/* ---- streams ---- */

/* Dict_Write removes a Filter entry that is not libharu's own doing; this is called behind it. */
static HPDF_STATUS write_flate_filter(HPDF_Dict dictionary, HPDF_Stream stream)
{
    (void)dictionary;
    return HPDF_Stream_WriteStr(stream, "/Filter /FlateDecode\012");
}

static void fill_stream(struct pdf_file *file, HPDF_Dict dictionary, HPDF_Stream stream, struct text bytes)
{
    struct arena scratch = file->scratch;
    size_t bound = libdeflate_zlib_compress_bound(file->compressor, bytes.length);
    char *packed = arena_take(&scratch, 1, bound);
    size_t length = libdeflate_zlib_compress(file->compressor, bytes.bytes, bytes.length, packed, bound);
    file->fingerprint = file->fingerprint * 31 + text_hash((struct text){packed, length});
    HPDF_Stream_Write(stream, (const HPDF_BYTE *)packed, (HPDF_UINT)length);
    dictionary->filter = HPDF_STREAM_FILTER_NONE;
    dictionary->write_fn = write_flate_filter;
}

/* A new stream object, deflated. NULL after an error. */
static HPDF_Dict add_stream(struct pdf_file *file, struct text bytes)
{
    HPDF_Dict dictionary = HPDF_DictStream_New(file->haru->mmgr, file->haru->xref);
    if (dictionary)
        fill_stream(file, dictionary, dictionary->stream, bytes);
    return dictionary;
}

static HPDF_Dict add_dictionary(struct pdf_file *file, const char *type)
{
    HPDF_Dict dictionary = HPDF_Dict_New(file->haru->mmgr);
    if (!dictionary || HPDF_Xref_Add(file->haru->xref, dictionary) != HPDF_OK)
        return NULL;
    HPDF_Dict_AddName(dictionary, "Type", type);
    return dictionary;
}

/* ---- fonts ---- */

static HPDF_REAL rounded(double number)
{
    return (HPDF_REAL)(round(number * 100) / 100);
}

static void add_reals(HPDF_Array array, const double *numbers, size_t count)
{
    for (size_t i = 0; i < count; i++)
        HPDF_Array_AddReal(array, rounded(numbers[i]));
}

static HPDF_Dict add_descriptor(struct pdf_file *file, const struct glyph_font *font)
{
    bool is_cff = font->face->outlines == OUTLINES_CFF;
    HPDF_Dict descriptor = add_dictionary(file, "FontDescriptor");
    HPDF_Dict program = add_stream(file, font->program), set = add_stream(file, font->code_set);
    HPDF_Array box = HPDF_Array_New(file->haru->mmgr);
    if (!descriptor || !program || !set || !box)
        return NULL;
    HPDF_Dict_AddName(descriptor, "FontName", text_to_c(&file->scratch, font->base_name));
    HPDF_Dict_AddNumber(descriptor, "Flags", HPDF_FONT_SYMBOLIC | (font->face->is_serif ? HPDF_FONT_SERIF : 0));
    HPDF_Dict_Add(descriptor, "FontBBox", box);
    add_reals(box, font->box, 4);
    HPDF_Dict_AddNumber(descriptor, "ItalicAngle", font->face->is_italic ? -12 : 0);
    HPDF_Dict_AddReal(descriptor, "Ascent", rounded(font->ascent));
    HPDF_Dict_AddReal(descriptor, "Descent", rounded(font->descent));
    HPDF_Dict_AddReal(descriptor, "CapHeight", rounded(font->cap_height));
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
        HPDF_Array_AddReal(run, rounded(glyph->width));
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
    HPDF_Dict descendant = add_dictionary(file, "Font");
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
        HPDF_Dict_Add(descendant, "CIDToGIDMap", add_stream(file, font->glyph_map));
    return descendant;
}

static HPDF_Dict add_font(struct pdf_file *file, const struct glyph_font *font)
{
    HPDF_Dict outer = add_dictionary(file, "Font");
    HPDF_Dict descendant = add_descendant(file, font);
    HPDF_Array descendants = HPDF_Array_New(file->haru->mmgr);
    if (!outer || !descendant || !descendants)
        return NULL;
    HPDF_Array_Add(descendants, descendant);
    HPDF_Dict_AddName(outer, "Subtype", "Type0");
    HPDF_Dict_AddName(outer, "BaseFont", text_to_c(&file->scratch, font->base_name));
    HPDF_Dict_AddName(outer, "Encoding", "Identity-H");
    HPDF_Dict_Add(outer, "DescendantFonts", descendants);
    HPDF_Dict_Add(outer, "ToUnicode", add_stream(file, font->to_unicode));
    return outer;
}

/* ---- resources that all pages share ---- */

static const char *resource_name(struct pdf_file *file, char letter, size_t number)
{
    struct sink sink = sink_in(&file->scratch);
    sink_byte(&sink, letter);
    sink_integer(&sink, (int64_t)number);
    return text_to_c(&file->scratch, sink_written(&sink));
}

static HPDF_Dict add_form(struct pdf_file *file, size_t number)
{
    const struct canvas_page *page = &file->parts->canvas->forms[number];
    HPDF_Dict form = add_stream(file, file->parts->forms[number]);
    HPDF_Array box = HPDF_Array_New(file->haru->mmgr);
    if (!form || !box)
        return NULL;
    HPDF_Dict_AddName(form, "Type", "XObject");
    HPDF_Dict_AddName(form, "Subtype", "Form");
    HPDF_Dict_Add(form, "BBox", box);
    add_reals(box, (double[]){0, 0, page->width, page->height}, 4);
    HPDF_Dict_Add(form, "Resources", file->resources);
    return form;
}

static bool add_resources(struct pdf_file *file)
{
    HPDF_Dict fonts = HPDF_Dict_New(file->haru->mmgr), forms = HPDF_Dict_New(file->haru->mmgr);
    file->resources = HPDF_Dict_New(file->haru->mmgr);
    if (!fonts || !forms || !file->resources || HPDF_Xref_Add(file->haru->xref, file->resources) != HPDF_OK)
        return false;
    HPDF_Dict_Add(file->resources, "Font", fonts);
    HPDF_Dict_Add(file->resources, "XObject", forms);
    for (size_t i = 0; i < file->parts->font_count; i++)
        if (file->parts->fonts[i].face)
            HPDF_Dict_Add(fonts, resource_name(file, 'F', i), add_font(file, &file->parts->fonts[i]));
    for (size_t i = 0; i < file->parts->canvas->form_count; i++)
        HPDF_Dict_Add(forms, resource_name(file, 'X', i), add_form(file, i));
    return file->first_error == HPDF_OK;
}

/* ---- pages and outline ---- */

static HPDF_Page add_page(struct pdf_file *file, size_t number)
{
    const struct canvas_page *drawn = &file->parts->canvas->pages[number];
    HPDF_Page page = HPDF_AddPage(file->haru);
    if (!page)
        return NULL;
    HPDF_Page_SetWidth(page, rounded(drawn->width));
    HPDF_Page_SetHeight(page, rounded(drawn->height));
    HPDF_Dict_Add(page, "Resources", file->resources);
    HPDF_PageAttr attributes = page->attr;
    fill_stream(file, attributes->contents, attributes->stream, file->parts->pages[number]);
    return page;
}

static HPDF_Binary utf16(struct pdf_file *file, struct text text)
{
    struct arena scratch = file->scratch;
    struct sink sink = sink_in(&scratch);
    sink_text(&sink, (struct text){"\xFE\xFF", 2});
    while (text.length > 0) {
        uint32_t code_point = text_next_character(&text);
        uint32_t high = 0xD7C0 + (code_point >> 10);
        if (code_point >= 0x10000) {
            sink_byte(&sink, (char)(high >> 8));
            sink_byte(&sink, (char)(high & 0xFF));
            code_point = 0xDC00 | (code_point & 0x3FF);
        }
        sink_byte(&sink, (char)(code_point >> 8));
        sink_byte(&sink, (char)(code_point & 0xFF));
    }
    return HPDF_Binary_New(file->haru->mmgr, (HPDF_BYTE *)sink.bytes, (HPDF_UINT)sink.length);
}

static void add_bookmarks(struct pdf_file *file, HPDF_Page *pages)
{
    const struct canvas *canvas = file->parts->canvas;
    for (size_t i = 0; i < canvas->bookmark_count; i++) {
        const struct bookmark *bookmark = &canvas->bookmarks[i];
        HPDF_Outline outline = HPDF_CreateOutline(file->haru, NULL, "", NULL);
        HPDF_Array destination = HPDF_Array_New(file->haru->mmgr);
        if (!outline || !destination)
            return;
        HPDF_Dict_Add(outline, "Title", utf16(file, bookmark->title));
        /* libharu's own destinations cannot keep the reader's zoom, which is written 0. */
        HPDF_Array_Add(destination, pages[bookmark->page]);
        HPDF_Array_AddName(destination, "XYZ");
        add_reals(destination, (double[]){0, bookmark->y, 0}, 3);
        HPDF_Dict_Add(outline, "Dest", destination);
    }
    if (canvas->bookmark_count > 0)
        HPDF_SetPageMode(file->haru, HPDF_PAGE_MODE_USE_OUTLINE);
}

static bool add_pages(struct pdf_file *file)
{
    size_t count = file->parts->canvas->page_count;
    HPDF_Page *pages = ARENA_ARRAY(&file->scratch, HPDF_Page, count);
    for (size_t i = 0; i < count; i++)
        if (!(pages[i] = add_page(file, i)))
            return false;
    add_bookmarks(file, pages);
    return file->first_error == HPDF_OK;
}

/* ---- the document as a whole ---- */

static void sink_escaped(struct sink *sink, struct text text)
{
    for (size_t i = 0; i < text.length; i++) {
        char byte = text.bytes[i];
        if (byte == '&')
            sink_c(sink, "&amp;");
        else if (byte == '<')
            sink_c(sink, "&lt;");
        else
            sink_byte(sink, byte);
    }
}

static const char producer[] = "biwu";

/* The same facts as the Info dictionary holds, as XMP wants them; kept plain so that tools find them. */
static void add_metadata(struct pdf_file *file)
{
    struct arena scratch = file->scratch;
    struct sink sink = sink_in(&scratch);
    sink_c(&sink, "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                  "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
                  "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n<rdf:Description rdf:about=\"\" "
                  "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n"
                  "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">");
    sink_escaped(&sink, file->parts->title->title);
    sink_c(&sink, "</rdf:li></rdf:Alt></dc:title>\n<pdf:Producer>");
    sink_c(&sink, producer);
    sink_c(&sink, "</pdf:Producer>\n</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>\n");

    HPDF_Dict metadata = HPDF_DictStream_New(file->haru->mmgr, file->haru->xref);
    if (!metadata)
        return;
    HPDF_Dict_AddName(metadata, "Type", "Metadata");
    HPDF_Dict_AddName(metadata, "Subtype", "XML");
    HPDF_Stream_Write(metadata->stream, (const HPDF_BYTE *)sink.bytes, (HPDF_UINT)sink.length);
    metadata->filter = HPDF_STREAM_FILTER_NONE;
    HPDF_Dict_Add(file->haru->catalog, "Metadata", metadata);
}

/* From the content, not from clock and chance: the same document is the same file. */
static void add_identifier(struct pdf_file *file)
{
    HPDF_BYTE identifier[IDENTIFIER_LENGTH];
    uint64_t title = text_hash(file->parts->title->title);
    for (size_t i = 0; i < IDENTIFIER_LENGTH; i++)
        identifier[i] = (HPDF_BYTE)((i < 8 ? file->fingerprint : file->fingerprint ^ title) >> (i % 8 * 8));
    HPDF_Array array = HPDF_Array_New(file->haru->mmgr);
    if (!array)
        return;
    for (int i = 0; i < 2; i++)
        HPDF_Array_Add(array, HPDF_Binary_New(file->haru->mmgr, identifier, IDENTIFIER_LENGTH));
    HPDF_Dict_Add(file->haru->trailer, "ID", array);
}

static bool add_title(struct pdf_file *file)
{
    HPDF_SetInfoAttr(file->haru, HPDF_INFO_PRODUCER, producer);
    HPDF_Dict_Add(file->haru->info, "Title", utf16(file, file->parts->title->title));
    const char *language = text_to_c(&file->scratch, file->parts->title->language);
    HPDF_Dict_Add(file->haru->catalog, "Lang", HPDF_String_New(file->haru->mmgr, language, NULL));
    HPDF_Dict preferences = HPDF_Dict_New(file->haru->mmgr);
    if (!preferences)
        return false;
    HPDF_Dict_AddBoolean(preferences, "DisplayDocTitle", HPDF_TRUE);
    HPDF_Dict_Add(file->haru->catalog, "ViewerPreferences", preferences);
    add_metadata(file);
    add_identifier(file);
    return file->first_error == HPDF_OK;
}

static bool build(struct pdf_file *file)
{
    /* A flat tree of pages dies at page 32,768. */
    HPDF_SetPagesConfiguration(file->haru, PAGES_A_NODE);
    file->haru->pdf_version = HPDF_VER_14;
    return add_resources(file) && add_pages(file) && add_title(file);
}

static bool save(struct pdf_file *file, struct arena *arena, struct text *bytes)
{
    if (HPDF_SaveToStream(file->haru) != HPDF_OK)
        return false;
    HPDF_UINT32 size = HPDF_GetStreamSize(file->haru), done = 0;
    char *buffer = arena_take(arena, 1, size);
    HPDF_ResetStream(file->haru);
    while (done < size) {
        HPDF_UINT32 part = size - done;
        HPDF_ReadFromStream(file->haru, (HPDF_BYTE *)buffer + done, &part);
        if (part == 0)
            return false;
        done += part;
    }
    *bytes = (struct text){buffer, size};
    return true;
}

static bool report(struct pdf_file *file, struct faults *faults)
{
    struct sink code = sink_in(&file->scratch);
    sink_integer(&code, (int64_t)file->first_error);
    faults_add(faults, SEVERITY_FAILURE, (struct place){0},
               MESSAGE("the PDF library failed with code {1}", sink_written(&code)), NO_HINT);
    return false;
}

bool pdf_file_write(const struct pdf_parts *parts, struct arena *arena, struct arena scratch, struct text *bytes,
                    struct faults *faults)
{
    struct pdf_file file = {.parts = parts, .scratch = scratch};
    file.haru = HPDF_New(keep_first_error, &file);
    file.compressor = libdeflate_alloc_compressor(DEFLATE_LEVEL);
    bool is_written = file.haru && file.compressor && build(&file) && save(&file, arena, bytes);
    libdeflate_free_compressor(file.compressor);
    if (file.haru)
        HPDF_Free(file.haru);
    return is_written || report(&file, faults);
}
