/* Document, parts of many pages, a section a page, and what the canvas's tags say; and the way back, from each page's
 * pieces of content to the elements that hold them.
 *
 * A table has an element for each cell. As dictionaries of libharu they would take a kilobyte each: their entries are
 * written here, as text, once all numbers are known. */
#include "pdf_structure.h"

/* Arrays must not have more than 8,191 items. */
enum { PAGES_A_PART = 1000, PAGES_A_LEAF = 200 };

struct page_structure {
    const struct tag_items *tags;
    HPDF_Dict section;
    HPDF_Dict *elements;           /* by item; NULL: a piece of content */
    size_t *first, *next, *marked; /* children, by item; the element of each piece */
};

static void sink_reference(struct sink *sink, HPDF_Dict object)
{
    enum { NUMBER_BITS = 0x00FFFFFF };
    sink_integer(sink, object->header.obj_id & NUMBER_BITS);
    sink_c(sink, " 0 R ");
}

/* ---- one page ---- */

/* Children of each item, in their order: chains from `first` by `next`; those of the page begin at first[count]. */
static void chain_children(struct page_structure *page, struct arena *arena)
{
    size_t count = page->tags->count, mark = 0;
    page->first = ARENA_ARRAY(arena, size_t, count + 1);
    page->next = ARENA_ARRAY(arena, size_t, count + 1);
    page->marked = ARENA_ARRAY(arena, size_t, page->tags->marks);
    for (size_t i = 0; i <= count; i++)
        page->first[i] = TAG_NO_PARENT;
    for (size_t i = count; i-- > 0;) {
        size_t parent = page->tags->items[i].parent == TAG_NO_PARENT ? count : page->tags->items[i].parent;
        page->next[i] = page->first[parent];
        page->first[parent] = i;
    }
    for (size_t i = 0; i < count; i++)
        if (page->tags->items[i].tag == TAG_MARK)
            page->marked[mark++] = page->tags->items[i].parent;
}

/* How many pieces come before each item is the number of a piece. */
static size_t *numbers_of_pieces(const struct tag_items *tags, struct arena *arena)
{
    size_t *numbers = ARENA_ARRAY(arena, size_t, tags->count);
    for (size_t i = 0, mark = 0; i < tags->count; i++) {
        numbers[i] = mark;
        mark += tags->items[i].tag == TAG_MARK;
    }
    return numbers;
}

static void sink_children(struct sink *sink, const struct page_structure *page, size_t item, const size_t *numbers)
{
    if (page->first[item] == TAG_NO_PARENT) /* an empty cell */
        return;
    sink_c(sink, "/K [");
    for (size_t i = page->first[item]; i != TAG_NO_PARENT; i = page->next[i]) {
        if (page->elements[i])
            sink_reference(sink, page->elements[i]);
        else
            sink_integer(sink, (int64_t)numbers[i]);
        sink_byte(sink, ' ');
    }
    sink_c(sink, "]\n");
}

static void write_element(struct pdf_file *file, const struct page_structure *page, HPDF_Page leaf, size_t item,
                          const size_t *numbers)
{
    const struct tag_item *tag = &page->tags->items[item];
    struct sink sink = sink_in(&file->scratch);
    sink_c(&sink, "/S /");
    sink_c(&sink, tag_name(tag->tag));
    sink_c(&sink, " /P ");
    sink_reference(&sink, tag->parent == TAG_NO_PARENT ? page->section : page->elements[tag->parent]);
    sink_c(&sink, "/Pg ");
    sink_reference(&sink, leaf);
    if (tag->columns > 1) {
        sink_c(&sink, "/A <</O /Table /ColSpan ");
        sink_integer(&sink, (int64_t)tag->columns);
        sink_c(&sink, ">> ");
    }
    sink_children(&sink, page, item, numbers);
    pdf_write_entries(file, page->elements[item], sink_written(&sink));
}

static bool add_elements(struct pdf_file *file, struct page_structure *page)
{
    page->elements = ARENA_ARRAY(&file->scratch, HPDF_Dict, page->tags->count);
    page->section = pdf_add_object(file);
    for (size_t i = 0; i < page->tags->count; i++)
        if (page->tags->items[i].tag != TAG_MARK && !(page->elements[i] = pdf_add_object(file)))
            return false;
    return page->section != NULL;
}

static bool add_section(struct pdf_file *file, struct page_structure *page, HPDF_Page leaf, size_t number,
                        HPDF_Dict part)
{
    if (!add_elements(file, page))
        return false;
    chain_children(page, &file->scratch);
    const size_t *numbers = numbers_of_pieces(page->tags, &file->scratch);
    for (size_t i = 0; i < page->tags->count; i++)
        if (page->elements[i])
            write_element(file, page, leaf, i, numbers);
    struct sink sink = sink_in(&file->scratch);
    sink_c(&sink, "/S /Sect /P ");
    sink_reference(&sink, part);
    sink_children(&sink, page, page->tags->count, numbers);
    pdf_write_entries(file, page->section, sink_written(&sink));
    HPDF_Dict_AddNumber(leaf, "StructParents", (HPDF_INT32)number);
    return true;
}

/* ---- all pages ---- */

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

static HPDF_Dict add_part(struct pdf_file *file, struct page_structure *all, const HPDF_Page *pages, size_t from,
                          size_t to, HPDF_Dict document)
{
    HPDF_Dict part = pdf_add_object(file);
    for (size_t i = from; part && i < to; i++)
        if (all[i].tags->count > 0 && !add_section(file, &all[i], pages[i], i, part))
            return NULL;
    if (!part)
        return NULL;
    struct sink sink = sink_in(&file->scratch);
    sink_c(&sink, "/S /Part /P ");
    sink_reference(&sink, document);
    sink_c(&sink, "/K [");
    for (size_t i = from; i < to; i++)
        if (all[i].section)
            sink_reference(&sink, all[i].section);
    sink_c(&sink, "]\n");
    pdf_write_entries(file, part, sink_written(&sink));
    return part;
}

/* From pieces to elements, for the pages of one leaf of a number tree. */
static HPDF_Dict add_leaf(struct pdf_file *file, const struct page_structure *all, size_t from, size_t to)
{
    HPDF_Dict leaf = pdf_add_object(file);
    struct sink sink = sink_in(&file->scratch);
    sink_c(&sink, "/Limits [");
    sink_integer(&sink, (int64_t)from);
    sink_byte(&sink, ' ');
    sink_integer(&sink, (int64_t)to - 1);
    sink_c(&sink, "]\n/Nums [");
    for (size_t i = from; i < to; i++) {
        sink_integer(&sink, (int64_t)i);
        sink_c(&sink, " [");
        for (size_t mark = 0; mark < all[i].tags->marks; mark++)
            sink_reference(&sink, all[i].elements[all[i].marked[mark]]);
        sink_c(&sink, "]\n");
    }
    sink_c(&sink, "]\n");
    if (leaf)
        pdf_write_entries(file, leaf, sink_written(&sink));
    return leaf;
}

static bool add_document(struct pdf_file *file, struct page_structure *all, const HPDF_Page *pages, HPDF_Dict document,
                         HPDF_Dict root)
{
    size_t count = file->parts->canvas->page_count, parts = count / PAGES_A_PART + 1, parts_done = 0;
    HPDF_Dict *added = ARENA_ARRAY(&file->scratch, HPDF_Dict, parts);
    for (size_t from = 0; from < count; from += PAGES_A_PART)
        if (!(added[parts_done++] = add_part(file, all, pages, from, least(count, from + PAGES_A_PART), document)))
            return false;
    struct sink sink = sink_in(&file->scratch);
    sink_c(&sink, "/S /Document /P ");
    sink_reference(&sink, root);
    sink_c(&sink, "/K [");
    for (size_t i = 0; i < parts_done; i++)
        sink_reference(&sink, added[i]);
    sink_c(&sink, "]\n");
    pdf_write_entries(file, document, sink_written(&sink));
    return true;
}

static bool add_root(struct pdf_file *file, const struct page_structure *all, HPDF_Dict document, HPDF_Dict root)
{
    size_t count = file->parts->canvas->page_count, leaves_done = 0;
    HPDF_Dict *leaves = ARENA_ARRAY(&file->scratch, HPDF_Dict, count / PAGES_A_LEAF + 1);
    for (size_t from = 0; from < count; from += PAGES_A_LEAF)
        if (!(leaves[leaves_done++] = add_leaf(file, all, from, least(count, from + PAGES_A_LEAF))))
            return false;
    struct sink sink = sink_in(&file->scratch);
    sink_c(&sink, "/Type /StructTreeRoot /K ");
    sink_reference(&sink, document);
    sink_c(&sink, "/ParentTree <</Kids [");
    for (size_t i = 0; i < leaves_done; i++)
        sink_reference(&sink, leaves[i]);
    sink_c(&sink, "]>>\n");
    pdf_write_entries(file, root, sink_written(&sink));
    return true;
}

void pdf_add_structure(struct pdf_file *file, const HPDF_Page *pages)
{
    const struct canvas *canvas = file->parts->canvas;
    struct page_structure *all = ARENA_ARRAY(&file->scratch, struct page_structure, canvas->page_count);
    HPDF_Dict document = pdf_add_object(file), root = pdf_add_object(file),
              information = HPDF_Dict_New(file->haru->mmgr);
    if (!document || !root || !information)
        return;
    for (size_t i = 0; i < canvas->page_count; i++)
        all[i].tags = &canvas->pages[i].tags;
    if (!add_document(file, all, pages, document, root) || !add_root(file, all, document, root))
        return;
    HPDF_Dict_AddBoolean(information, "Marked", HPDF_TRUE);
    HPDF_Dict_Add(file->haru->catalog, "MarkInfo", information);
    HPDF_Dict_Add(file->haru->catalog, "StructTreeRoot", root);
}
