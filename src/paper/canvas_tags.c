/* Text on a canvas belongs to the tags that are open; an element begins on a page with its first text there. */
#include "canvas.h"

#include <assert.h>
#include <string.h>

const char *tag_name(enum tag tag)
{
    static const char *const names[] = {"H1", "H2", "H3", "P", "Table", "TR", "TH", "TD", "Artifact"};
    assert(tag < TAG_MARK);
    return names[tag];
}

void canvas_begin_tag(struct canvas *canvas, enum tag tag)
{
    canvas_begin_wide_tag(canvas, tag, 1);
}

void canvas_begin_wide_tag(struct canvas *canvas, enum tag tag, size_t columns)
{
    assert(canvas->open_count < TAGS_DEEPEST);
    canvas->open[canvas->open_count++] = (struct open_tag){tag, columns, TAG_NO_PARENT};
}

/* What is open goes on as elements of its own. */
void canvas_tags_leave_page(struct canvas *canvas)
{
    for (size_t i = 0; i < canvas->open_count; i++)
        canvas->open[i].item = TAG_NO_PARENT;
}

void canvas_tags_pack(struct canvas *canvas, struct tag_items *tags)
{
    if (tags->count == tags->capacity)
        return;
    struct tag_items packed = *tags;
    packed.capacity = tags->count;
    packed.items = arena_take_unset(canvas->arena, tags->count * sizeof *tags->items);
    if (tags->count > 0)
        memcpy(packed.items, tags->items, tags->count * sizeof *tags->items);
    canvas->spare_tags = (struct tag_items){.items = tags->items, .capacity = tags->capacity};
    *tags = packed;
}

static uint32_t add_item(struct canvas *canvas, enum tag tag, size_t columns, uint32_t parent)
{
    struct tag_items *tags = &canvas_surface(canvas)->tags;
    if (tags->capacity == 0) {
        *tags = canvas->spare_tags;
        canvas->spare_tags = (struct tag_items){0};
    }
    ARENA_RESERVE_ONE(canvas->arena, tags->items, tags->count, tags->capacity);
    tags->items[tags->count] = (struct tag_item){(uint8_t)tag, (uint16_t)columns, parent};
    return (uint32_t)tags->count++;
}

static uint32_t open_element(struct canvas *canvas)
{
    uint32_t parent = TAG_NO_PARENT;
    for (size_t i = 0; i < canvas->open_count; i++) {
        struct open_tag *open = &canvas->open[i];
        bool is_only_text = i > 0 && open->tag == TAG_PARAGRAPH;
        if (open->item == TAG_NO_PARENT)
            open->item = is_only_text ? parent : add_item(canvas, open->tag, open->columns, parent);
        parent = open->item;
    }
    return parent;
}

static bool is_on_artifact(const struct canvas *canvas)
{
    for (size_t i = 0; i < canvas->open_count; i++)
        if (canvas->open[i].tag == TAG_ARTIFACT)
            return true;
    return false;
}

void canvas_end_tag(struct canvas *canvas)
{
    assert(canvas->open_count > 0);
    enum tag tag = canvas->open[canvas->open_count - 1].tag;
    if ((tag == TAG_CELL || tag == TAG_HEAD) && !canvas->is_on_form && !is_on_artifact(canvas))
        open_element(canvas);
    canvas->open_count--;
}

/* A new piece of content, within what is open or else a paragraph. */
static size_t add_piece(struct canvas *canvas)
{
    if (canvas->open_count == 0) {
        canvas_begin_tag(canvas, TAG_PARAGRAPH);
        size_t piece = add_piece(canvas);
        canvas_end_tag(canvas);
        return piece;
    }
    uint32_t element = open_element(canvas);
    add_item(canvas, TAG_MARK, 0, element);
    return canvas_surface(canvas)->tags.marks++;
}

static enum tag tag_of_last(const struct tag_items *tags)
{
    return (enum tag)tags->items[tags->items[tags->count - 1].parent].tag;
}

void canvas_begin_artifact(struct canvas *canvas)
{
    if (!canvas->is_on_form)
        sink_c(&canvas_surface(canvas)->content.operators, "/Artifact BMC\n");
}

void canvas_begin_piece(struct canvas *canvas)
{
    struct canvas_page *page = canvas_surface(canvas);
    if (is_on_artifact(canvas) || canvas->is_on_form) {
        canvas_begin_artifact(canvas);
        return;
    }
    size_t piece = add_piece(canvas);
    content_begin_piece(&page->content, tag_name(tag_of_last(&page->tags)), piece);
}

void canvas_end_piece(struct canvas *canvas)
{
    if (!canvas->is_on_form)
        content_end_piece(&canvas_surface(canvas)->content);
}

/* Poppler takes the end of a mark without a number for that of the numbered one around it, which is that of the page where it draws
 * a form: what is said there has a number that no piece of a page has. */
static size_t number_on_form(struct canvas *canvas)
{
    enum { MORE_THAN_PIECES = 1000000 };
    return MORE_THAN_PIECES + canvas->said_on_forms++;
}

void canvas_begin_said(struct canvas *canvas, struct text text)
{
    struct content *content = &canvas_surface(canvas)->content;
    bool is_artifact = is_on_artifact(canvas);
    if (is_artifact)
        canvas_begin_artifact(canvas);
    content_begin_said(content, text,
                       is_artifact          ? PIECE_NONE
                       : canvas->is_on_form ? number_on_form(canvas)
                                            : add_piece(canvas));
}

void canvas_end_said(struct canvas *canvas)
{
    content_end_said(&canvas_surface(canvas)->content);
    if (is_on_artifact(canvas))
        canvas_end_piece(canvas);
}
