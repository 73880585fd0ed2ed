#include "pdf_file.h"

#include "pdf_metadata.h"
#include "pdf_structure.h"

#include <libdeflate.h>
#include <math.h>
#include <string.h>

enum { PAGES_A_NODE = 200, DEFLATE_LEVEL = 6 };

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

/* ---- boxes ---- */

static HPDF_Array box(struct pdf_file *file, const struct canvas_page *page, double beyond)
{
    HPDF_Array array = HPDF_Array_New(file->haru->mmgr);
    if (array)
        pdf_add_reals(
            array,
            (double[]){0 - beyond, 0 - beyond, page->width * page->scale + beyond, page->height * page->scale + beyond},
            4);
    return array;
}

/* The paper before it is cut. */
static HPDF_Array sheet_box(struct pdf_file *file, const struct canvas_page *page)
{
    return box(file, page, page->bleed);
}

/* The operators of a page or form go into its stream. One page at a time: a document has thousands. */
static void fill_content(struct pdf_file *file, HPDF_Dict stream, const struct canvas_page *page)
{
    struct arena scratch = file->scratch;
    struct text operators = content_encode(&page->content, file->parts->fonts, &file->scratch);
    pdf_fill_stream(file, stream, operators);
    file->scratch = scratch;
}

static HPDF_Dict add_form(struct pdf_file *file, size_t number, HPDF_Dict resources)
{
    const struct canvas_page *page = &file->parts->canvas->forms[number];
    HPDF_Dict form = HPDF_DictStream_New(file->haru->mmgr, file->haru->xref);
    if (!form)
        return NULL;
    fill_content(file, form, page);
    HPDF_Dict_AddName(form, "Type", "XObject");
    HPDF_Dict_AddName(form, "Subtype", "Form");
    HPDF_Dict_Add(form, "BBox", sheet_box(file, page));
    HPDF_Dict_Add(form, "Resources", resources);
    return form;
}

static HPDF_Dict add_fonts(struct pdf_file *file)
{
    HPDF_Dict fonts = pdf_add_object(file);
    for (size_t i = 0; fonts && i < file->parts->font_count; i++)
        if (file->parts->fonts[i].face)
            HPDF_Dict_Add(fonts, resource_name(file, 'F', i), pdf_add_font(file, &file->parts->fonts[i]));
    return fonts;
}

/* Forms have the fonts only: a form among its own resources would contain itself. */
static bool add_resources(struct pdf_file *file)
{
    HPDF_Dict fonts = add_fonts(file), forms = HPDF_Dict_New(file->haru->mmgr), of_forms = pdf_add_object(file);
    file->resources = pdf_add_object(file);
    if (!fonts || !forms || !of_forms || !file->resources)
        return false;
    HPDF_Dict_Add(of_forms, "Font", fonts);
    HPDF_Dict_Add(file->resources, "Font", fonts);
    HPDF_Dict_Add(file->resources, "XObject", forms);
    for (size_t i = 0; i < file->parts->canvas->form_count; i++)
        HPDF_Dict_Add(forms, resource_name(file, 'X', i), add_form(file, i, of_forms));
    for (size_t i = 0; i < file->parts->canvas->picture_count; i++)
        HPDF_Dict_Add(forms, resource_name(file, 'I', i), pdf_add_picture(file, &file->parts->canvas->pictures[i]));
    return file->first_error == HPDF_OK;
}

/* ---- pages and outline ---- */

static HPDF_Page add_page(struct pdf_file *file, size_t number)
{
    const struct canvas_page *drawn = &file->parts->canvas->pages[number];
    HPDF_Page page = HPDF_AddPage(file->haru);
    if (!page)
        return NULL;
    HPDF_Dict_Add(page, "MediaBox", sheet_box(file, drawn));
    if (drawn->bleed > 0)
        HPDF_Dict_Add(page, "BleedBox", sheet_box(file, drawn));
    HPDF_Dict_Add(page, "TrimBox", box(file, drawn, 0));
    HPDF_Dict_Add(page, "Resources", file->resources);
    HPDF_PageAttr attributes = page->attr;
    fill_content(file, attributes->contents, drawn);
    attributes->stream = attributes->contents->stream;
    return page;
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
        HPDF_Dict_Add(outline, "Title", pdf_new_utf16(file, bookmark->title));
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
    pdf_add_structure(file, pages);
    return file->first_error == HPDF_OK;
}

/* ---- the document as a whole ---- */

static bool build(struct pdf_file *file)
{
    /* A flat tree of pages dies at page 32,768. */
    HPDF_SetPagesConfiguration(file->haru, PAGES_A_NODE);
    file->haru->pdf_version = HPDF_VER_14;
    if (!add_resources(file) || !add_pages(file))
        return false;
    pdf_add_metadata(file);
    return file->first_error == HPDF_OK;
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
