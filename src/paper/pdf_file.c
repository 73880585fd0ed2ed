#include "pdf_file.h"

#include "pdf_contents.h"
#include "pdf_metadata.h"
#include "pdf_series.h"
#include "pdf_structure.h"

#include <math.h>
#include <string.h>

enum { PAGES_A_NODE = 200 };

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

/* The paper before it is cut. */
static HPDF_Array sheet_box(struct pdf_file *file, const struct canvas_page *page)
{
    HPDF_Array array = HPDF_Array_New(file->haru->mmgr);
    double beyond = page->bleed;
    if (array)
        pdf_add_reals(array, (double[]){0 - beyond, 0 - beyond, page->width + beyond, page->height + beyond}, 4);
    return array;
}

static HPDF_Dict add_form(struct pdf_file *file, size_t number, HPDF_Dict resources)
{
    const struct canvas_page *page = &file->parts->canvas->forms[number];
    HPDF_Dict form = pdf_add_stream(file, content_encode(&page->content, file->parts->cutting->fonts, &file->scratch));
    if (!form)
        return NULL;
    HPDF_Dict_AddName(form, "Type", "XObject");
    HPDF_Dict_AddName(form, "Subtype", "Form");
    HPDF_Dict_Add(form, "BBox", sheet_box(file, page));
    HPDF_Dict_Add(form, "Resources", resources);
    return form;
}

/* Forms have the fonts only: a form among its own resources would contain itself. */
static bool add_resources(struct pdf_file *file)
{
    HPDF_Dict forms = HPDF_Dict_New(file->haru->mmgr), of_forms = pdf_add_object(file);
    file->fonts = pdf_add_object(file);
    file->resources = pdf_add_object(file);
    if (!file->fonts || !forms || !of_forms || !file->resources)
        return false;
    HPDF_Dict_Add(of_forms, "Font", file->fonts);
    HPDF_Dict_Add(file->resources, "Font", file->fonts);
    HPDF_Dict_Add(file->resources, "XObject", forms);
    for (size_t i = 0; i < file->parts->canvas->form_count; i++)
        HPDF_Dict_Add(forms, resource_name(file, 'X', i), add_form(file, i, of_forms));
    for (size_t i = 0; i < file->parts->canvas->picture_count; i++)
        HPDF_Dict_Add(forms, resource_name(file, 'I', i), pdf_add_picture(file, &file->parts->canvas->pictures[i]));
    return file->first_error == HPDF_OK;
}

/* ---- pages ---- */

/* A page tree of two levels: arrays end at 8,191 items. */
struct page_tree {
    struct pdf_file *file;
    struct pdf_series nodes, pages;
    struct pdf_contents contents;
};

static size_t page_count(const struct pdf_file *file)
{
    return file->parts->canvas->page_count;
}

static void sink_sheet(struct sink *sink, const struct canvas_page *page, double beyond)
{
    double width = page->width * page->scale, height = page->height * page->scale;
    pdf_sink_reals(sink, (double[]){0 - beyond, 0 - beyond, width + beyond, height + beyond}, 4);
}

static bool have_one_sheet(const struct canvas_page *a, const struct canvas_page *b)
{
    return fabs(a->width * a->scale - b->width * b->scale) <= 0 &&
           fabs(a->height * a->scale - b->height * b->scale) <= 0 && fabs(a->bleed - b->bleed) <= 0;
}

/* The first page's paper is what pages inherit. */
static void write_page(void *context, size_t at, struct sink *entries, struct packed *stream, struct arena *scratch)
{
    const struct page_tree *tree = context;
    const struct canvas_page *pages = tree->file->parts->canvas->pages, *page = &pages[at];
    (void)stream;
    (void)scratch;
    sink_c(entries, "/Type/Page/Parent ");
    pdf_series_refer(entries, &tree->nodes, at / PAGES_A_NODE);
    if (!have_one_sheet(page, &pages[0])) {
        sink_c(entries, "/MediaBox");
        sink_sheet(entries, page, page->bleed);
    }
    if (page->bleed > 0) {
        sink_c(entries, "/BleedBox");
        sink_sheet(entries, page, page->bleed);
        sink_c(entries, "/TrimBox"); /* without bleed it is the paper */
        sink_sheet(entries, page, 0);
    }
    sink_c(entries, "/Contents ");
    pdf_series_refer(entries, &tree->contents.series, at);
    if (page->tags.count > 0) {
        sink_c(entries, "/StructParents ");
        sink_integer(entries, (int64_t)at);
    }
}

static void write_kids(struct sink *entries, const struct pdf_series *kids, size_t from, size_t to, size_t pages)
{
    sink_c(entries, "/Count ");
    sink_integer(entries, (int64_t)pages);
    sink_c(entries, "/Kids[");
    for (size_t i = from; i < to; i++) {
        sink_c(entries, i > from ? " " : "");
        pdf_series_refer(entries, kids, i);
    }
    sink_byte(entries, ']');
}

static void write_node(void *context, size_t at, struct sink *entries, struct packed *stream, struct arena *scratch)
{
    const struct page_tree *tree = context;
    size_t from = at * PAGES_A_NODE, to = from + PAGES_A_NODE, count = page_count(tree->file);
    (void)stream;
    (void)scratch;
    to = to < count ? to : count;
    sink_c(entries, "/Type/Pages/Parent ");
    pdf_refer(entries, tree->file->haru->root_pages);
    write_kids(entries, &tree->pages, from, to, to - from);
}

/* libharu's own root of its own tree, which would count and list its own pages. */
static void write_root(struct page_tree *tree)
{
    struct pdf_file *file = tree->file;
    HPDF_Dict root = file->haru->root_pages;
    struct sink entries = sink_in(&file->scratch);
    root->before_write_fn = NULL;
    HPDF_Dict_RemoveElement(root, "Kids");
    HPDF_Dict_RemoveElement(root, "Count");
    write_kids(&entries, &tree->nodes, 0, tree->nodes.count, page_count(file));
    sink_c(&entries, "/MediaBox");
    sink_sheet(&entries, &file->parts->canvas->pages[0], file->parts->canvas->pages[0].bleed);
    sink_c(&entries, "/Resources ");
    pdf_refer(&entries, file->resources);
    sink_byte(&entries, '\n');
    pdf_write_entries(file, root, sink_written(&entries));
}

static void add_bookmarks(struct pdf_file *file)
{
    const struct canvas *canvas = file->parts->canvas;
    HPDF_Outline above = NULL;
    for (size_t i = 0; i < canvas->bookmark_count; i++) {
        const struct bookmark *bookmark = &canvas->bookmarks[i];
        struct sink entries = sink_in(&file->scratch);
        HPDF_Outline outline = HPDF_CreateOutline(file->haru, bookmark->is_within ? above : NULL, "", NULL);
        if (!outline)
            return;
        if (!bookmark->is_within)
            above = outline;
        HPDF_Dict_Add(outline, "Title", pdf_new_utf16(file, bookmark->title));
        sink_c(&entries, "/Dest[");
        pdf_series_refer(&entries, file->pages, bookmark->page);
        sink_c(&entries, "/XYZ 0 ");
        content_number(&entries, bookmark->y);
        sink_c(&entries, "0]\n"); /* the reader's own zoom */
        pdf_write_entries(file, outline, sink_written(&entries));
    }
    if (canvas->bookmark_count > 0)
        HPDF_SetPageMode(file->haru, HPDF_PAGE_MODE_USE_OUTLINE);
}

static bool add_pages(struct pdf_file *file)
{
    size_t count = page_count(file), nodes = (count + PAGES_A_NODE - 1) / PAGES_A_NODE;
    struct page_tree *tree = ARENA_NEW(&file->scratch, struct page_tree);
    tree->file = file;
    if (!pdf_series_begin(&tree->nodes, file, nodes, write_node, tree) ||
        !pdf_series_begin(&tree->pages, file, count, write_page, tree) || !pdf_contents_begin(&tree->contents, file))
        return false;
    file->contents = &tree->contents;
    file->pages = &tree->pages;
    write_root(tree);
    add_bookmarks(file);
    pdf_add_structure(file);
    return file->first_error == HPDF_OK;
}

/* ---- the document as a whole ---- */

static bool build(struct pdf_file *file)
{
    file->haru->pdf_version = HPDF_VER_14;
    if (!add_resources(file) || !add_pages(file))
        return false;
    pdf_add_metadata(file);
    pdf_add_fonts(file);
    return file->first_error == HPDF_OK;
}

static HPDF_STATUS take_bytes(HPDF_Stream stream, const HPDF_BYTE *bytes, HPDF_UINT length)
{
    struct pdf_file *file = stream->attr;
    sink_text(&file->bytes, (struct text){(const char *)bytes, length});
    return HPDF_OK;
}

/* Straight into the arena: libharu's own stream would hold all of it a second time. */
static bool save(struct pdf_file *file, struct arena *arena, struct text *bytes)
{
    file->bytes = sink_in(arena);
    file->haru->stream = HPDF_CallbackWriter_New(file->haru->mmgr, take_bytes, file);
    if (!file->haru->stream || HPDF_SaveToStream(file->haru) != HPDF_OK)
        return false;
    *bytes = sink_written(&file->bytes);
    return file->first_error == HPDF_OK;
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
    bool is_written = file.haru && deflate_is_ready() && build(&file) && save(&file, arena, bytes);
    if (file.haru) {
        if (file.contents)
            pdf_contents_end(file.contents);
        pdf_series_end_all(&file);
        HPDF_Free(file.haru);
    }
    return is_written || report(&file, faults);
}
