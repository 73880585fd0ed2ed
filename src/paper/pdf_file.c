#include "pdf_file.h"

#include "character.h"
#include "pdf_objects.h"

#include <hpdf_info.h>
#include <libdeflate.h>
#include <math.h>
#include <string.h>

enum { PAGES_A_NODE = 200, DEFLATE_LEVEL = 6, IDENTIFIER_LENGTH = 16 };

static void keep_first_error(HPDF_STATUS code, HPDF_STATUS detail, void *user)
{
    struct pdf_file *file = user;
    (void)detail;
    if (file->first_error == HPDF_OK)
        file->first_error = code;
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
    HPDF_Dict form = pdf_add_stream(file, file->parts->forms[number]);
    HPDF_Array box = HPDF_Array_New(file->haru->mmgr);
    if (!form || !box)
        return NULL;
    HPDF_Dict_AddName(form, "Type", "XObject");
    HPDF_Dict_AddName(form, "Subtype", "Form");
    HPDF_Dict_Add(form, "BBox", box);
    pdf_add_reals(box, (double[]){0, 0, page->width, page->height}, 4);
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
            HPDF_Dict_Add(fonts, resource_name(file, 'F', i), pdf_add_font(file, &file->parts->fonts[i]));
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
    HPDF_Page_SetWidth(page, pdf_rounded(drawn->width));
    HPDF_Page_SetHeight(page, pdf_rounded(drawn->height));
    HPDF_Dict_Add(page, "Resources", file->resources);
    HPDF_PageAttr attributes = page->attr;
    pdf_fill_stream(file, attributes->contents, attributes->stream, file->parts->pages[number]);
    return page;
}

static HPDF_Binary utf16(struct pdf_file *file, struct text text)
{
    struct arena scratch = file->scratch;
    struct sink sink = sink_in(&scratch);
    sink_text(&sink, (struct text){"\xFE\xFF", 2});
    text_write_utf16(&sink, text);
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
        pdf_add_reals(destination, (double[]){0, bookmark->y, 0}, 3);
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
