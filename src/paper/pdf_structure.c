/* Document, parts of many pages, a section a page, and what the canvas's tags say; and the way back, from each page's
 * pieces of content to the elements that hold them.
 *
 * A table has an element for each cell, and each is an object of its own: they are a series, as the pages are. */
#include "pdf_structure.h"

#include "arena_split.h"
#include "pdf_series.h"

/* Arrays must not have more than 8,191 items. */
enum { PAGES_A_PART = 1000, PAGES_A_LEAF = 200 };

struct structure {
    struct pdf_file *file;
    HPDF_Dict document, root;
    HPDF_Dict *parts;
    struct pdf_series elements, leaves;
    size_t *first; /* by page, and one more: its section among the elements, followed by those of its items */
    /* The page whose elements are being written. */
    size_t page;
    struct arena of_page;
    size_t *child, *next; /* of each item: chains; those of the page begin at child[count] */
    size_t *pieces;       /* of each item: pieces of content before it */
    size_t taken;         /* items before the one whose turn it is */
};

static const struct tag_items *tags_of(const struct structure *structure, size_t page)
{
    return &structure->file->parts->canvas->pages[page].tags;
}

static size_t page_count(const struct structure *structure)
{
    return structure->file->parts->canvas->page_count;
}

/* ---- one page ---- */

/* How many pieces come before each item is the number of a piece, and tells that of an element. */
static size_t *pieces_before(const struct tag_items *tags, struct arena *arena)
{
    size_t *numbers = ARENA_ARRAY(arena, size_t, tags->count);
    for (size_t i = 0, piece = 0; i < tags->count; i++) {
        numbers[i] = piece;
        piece += tags->items[i].tag == TAG_MARK;
    }
    return numbers;
}

static void chain_children(struct structure *structure, size_t page)
{
    const struct tag_items *tags = tags_of(structure, page);
    struct arena arena = structure->of_page;
    size_t count = tags->count;
    structure->page = page;
    structure->taken = 0;
    structure->child = ARENA_ARRAY(&arena, size_t, count + 1);
    structure->next = ARENA_ARRAY(&arena, size_t, count + 1);
    structure->pieces = pieces_before(tags, &arena);
    for (size_t i = 0; i <= count; i++)
        structure->child[i] = TAG_NO_PARENT;
    for (size_t i = count; i-- > 0;) {
        size_t parent = tags->items[i].parent == TAG_NO_PARENT ? count : tags->items[i].parent;
        structure->next[i] = structure->child[parent];
        structure->child[parent] = i;
    }
}

/* The element of an item of the page, which is no piece. */
static void refer_to_item(struct sink *sink, const struct structure *structure, size_t page, size_t item,
                          const size_t *pieces)
{
    pdf_series_refer(sink, &structure->elements, structure->first[page] + 1 + item - pieces[item]);
}

static void sink_children(struct sink *sink, const struct structure *structure, size_t item)
{
    const struct tag_items *tags = tags_of(structure, structure->page);
    size_t child = structure->child[item];
    if (child == TAG_NO_PARENT) /* an empty cell */
        return;
    bool has_several = structure->next[child] != TAG_NO_PARENT;
    sink_c(sink, has_several ? "/K[" : "/K ");
    for (bool is_first = true; child != TAG_NO_PARENT; child = structure->next[child], is_first = false) {
        sink_c(sink, is_first ? "" : " ");
        if (tags->items[child].tag == TAG_MARK)
            sink_integer(sink, (int64_t)structure->pieces[child]);
        else
            refer_to_item(sink, structure, structure->page, child, structure->pieces);
    }
    sink_c(sink, has_several ? "]" : "");
}

static void write_section(struct sink *sink, const struct structure *structure)
{
    sink_c(sink, "/S/Sect/P ");
    pdf_refer(sink, structure->parts[structure->page / PAGES_A_PART]);
    sink_children(sink, structure, tags_of(structure, structure->page)->count);
}

static void write_item(struct sink *sink, const struct structure *structure, size_t item)
{
    const struct tag_item *tag = &tags_of(structure, structure->page)->items[item];
    sink_c(sink, "/S/");
    sink_c(sink, tag_name((enum tag)tag->tag));
    sink_c(sink, "/P ");
    if (tag->parent == TAG_NO_PARENT)
        pdf_series_refer(sink, &structure->elements, structure->first[structure->page]);
    else
        refer_to_item(sink, structure, structure->page, tag->parent, structure->pieces);
    sink_c(sink, "/Pg ");
    pdf_series_refer(sink, structure->file->pages, structure->page);
    if (tag->columns > 1) {
        sink_c(sink, "/A<</O/Table/ColSpan ");
        sink_integer(sink, tag->columns);
        sink_c(sink, ">>");
    }
    sink_children(sink, structure, item);
}

/* The next item of the page that is an element: they are written in the order of the items. */
static size_t take_item(struct structure *structure)
{
    const struct tag_items *tags = tags_of(structure, structure->page);
    while (tags->items[structure->taken].tag == TAG_MARK)
        structure->taken++;
    return structure->taken++;
}

static void write_element(void *context, size_t at, struct sink *entries, struct packed *stream, struct arena *scratch)
{
    struct structure *structure = context;
    size_t page = structure->page;
    (void)stream;
    (void)scratch;
    while (at >= structure->first[page + 1])
        page++;
    if (at == structure->first[page]) {
        chain_children(structure, page);
        write_section(entries, structure);
    } else {
        write_item(entries, structure, take_item(structure));
    }
}

/* ---- all pages ---- */

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

static bool has_section(const struct structure *structure, size_t page)
{
    return tags_of(structure, page)->count > 0;
}

static void write_part(struct structure *structure, size_t number)
{
    struct sink sink = sink_in(&structure->file->scratch);
    size_t from = number * PAGES_A_PART, to = least(page_count(structure), from + PAGES_A_PART);
    sink_c(&sink, "/S/Part/P ");
    pdf_refer(&sink, structure->document);
    sink_c(&sink, "/K[");
    for (size_t i = from; i < to; i++)
        if (has_section(structure, i)) {
            pdf_series_refer(&sink, &structure->elements, structure->first[i]);
            sink_byte(&sink, ' ');
        }
    sink_c(&sink, "]\n");
    pdf_write_entries(structure->file, structure->parts[number], sink_written(&sink));
}

/* From pieces to elements, for the pages of one leaf of a number tree. */
static void write_leaf(void *context, size_t at, struct sink *entries, struct packed *stream, struct arena *scratch)
{
    const struct structure *structure = context;
    size_t from = at * PAGES_A_LEAF, to = least(page_count(structure), from + PAGES_A_LEAF);
    (void)stream;
    sink_c(entries, "/Limits[");
    sink_integer(entries, (int64_t)from);
    sink_byte(entries, ' ');
    sink_integer(entries, (int64_t)to - 1);
    sink_c(entries, "]/Nums[");
    for (size_t page = from; page < to; page++) {
        const struct tag_items *tags = tags_of(structure, page);
        const size_t *pieces = pieces_before(tags, scratch);
        sink_integer(entries, (int64_t)page);
        sink_byte(entries, '[');
        for (size_t i = 0; i < tags->count; i++)
            if (tags->items[i].tag == TAG_MARK) {
                refer_to_item(entries, structure, page, tags->items[i].parent, pieces);
                sink_byte(entries, ' ');
            }
        sink_c(entries, "]");
    }
    sink_byte(entries, ']');
}

static void write_document(struct structure *structure, size_t parts)
{
    struct sink sink = sink_in(&structure->file->scratch);
    sink_c(&sink, "/S/Document/P ");
    pdf_refer(&sink, structure->root);
    sink_c(&sink, "/K[");
    for (size_t i = 0; i < parts; i++) {
        pdf_refer(&sink, structure->parts[i]);
        sink_byte(&sink, ' ');
    }
    sink_c(&sink, "]\n");
    pdf_write_entries(structure->file, structure->document, sink_written(&sink));
}

static void write_root(struct structure *structure)
{
    struct sink sink = sink_in(&structure->file->scratch);
    sink_c(&sink, "/Type/StructTreeRoot/K ");
    pdf_refer(&sink, structure->document);
    sink_c(&sink, "/ParentTree<</Kids[");
    for (size_t i = 0; i < structure->leaves.count; i++) {
        pdf_series_refer(&sink, &structure->leaves, i);
        sink_byte(&sink, ' ');
    }
    sink_c(&sink, "]>>\n");
    pdf_write_entries(structure->file, structure->root, sink_written(&sink));
}

static size_t count_elements(struct structure *structure)
{
    size_t elements = 0;
    for (size_t page = 0; page < page_count(structure); page++) {
        const struct tag_items *tags = tags_of(structure, page);
        structure->first[page] = elements;
        elements += has_section(structure, page) ? 1 + tags->count - tags->marks : 0;
    }
    return structure->first[page_count(structure)] = elements;
}

void pdf_add_structure(struct pdf_file *file)
{
    struct structure *structure = ARENA_NEW(&file->scratch, struct structure);
    structure->file = file;
    size_t pages = page_count(structure), parts = (pages + PAGES_A_PART - 1) / PAGES_A_PART;
    structure->first = ARENA_ARRAY(&file->scratch, size_t, pages + 1);
    structure->parts = ARENA_ARRAY(&file->scratch, HPDF_Dict, parts);
    structure->document = pdf_add_object(file);
    structure->root = pdf_add_object(file);
    HPDF_Dict information = HPDF_Dict_New(file->haru->mmgr);
    if (!structure->document || !structure->root || !information)
        return;
    for (size_t i = 0; i < parts; i++)
        if (!(structure->parts[i] = pdf_add_object(file)))
            return;
    if (!pdf_series_begin(&structure->elements, file, count_elements(structure), write_element, structure) ||
        !pdf_series_begin(&structure->leaves, file, (pages + PAGES_A_LEAF - 1) / PAGES_A_LEAF, write_leaf, structure))
        return;
    for (size_t i = 0; i < parts; i++)
        write_part(structure, i);
    write_document(structure, parts);
    write_root(structure);
    structure->of_page = arena_split(&file->scratch);
    HPDF_Dict_AddBoolean(information, "Marked", HPDF_TRUE);
    HPDF_Dict_Add(file->haru->catalog, "MarkInfo", information);
    HPDF_Dict_Add(file->haru->catalog, "StructTreeRoot", structure->root);
}
