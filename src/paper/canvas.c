#include "canvas.h"

#include <assert.h>

struct canvas canvas_with(const struct fonts *fonts, struct arena *arena)
{
    return (struct canvas){.arena = arena,
                           .fonts = fonts,
                           .scale = 1,
                           .used = ARENA_ARRAY(arena, struct character_set, fonts_face_count(fonts))};
}

/* ---- pages and forms ---- */

struct canvas_page *canvas_surface(struct canvas *canvas)
{
    return canvas->is_on_form ? &canvas->forms[canvas->form_count - 1] : &canvas->pages[canvas->current];
}

static struct canvas_page page_of(struct canvas *canvas, double width, double height)
{
    return (struct canvas_page){
        .width = width, .height = height, .bleed = canvas->bleed, .scale = 1, .content = content_in(canvas->arena)};
}

void canvas_set_bleed(struct canvas *canvas, double bleed)
{
    canvas->bleed = bleed;
}

void canvas_set_scale(struct canvas *canvas, double scale)
{
    canvas->scale = scale;
}

void canvas_add_page(struct canvas *canvas, double width, double height)
{
    ARENA_RESERVE_ONE(canvas->arena, canvas->pages, canvas->page_count, canvas->page_capacity);
    struct canvas_page *page = &canvas->pages[canvas->page_count++];
    *page = page_of(canvas, width, height);
    page->scale = canvas->scale;
    canvas_turn_to(canvas, canvas->page_count - 1);
    if (page->scale < 1 || page->scale > 1)
        content_operator(&page->content, (double[]){page->scale, 0, 0, page->scale, 0, 0}, 6, "cm");
}

void canvas_turn_to(struct canvas *canvas, size_t page)
{
    struct canvas_page *left = &canvas->pages[canvas->current];
    if (page != canvas->current) {
        content_pack(&left->content, &canvas->pages[page].content, canvas->arena);
        canvas_tags_pack(canvas, &left->tags);
    }
    canvas->current = page;
    canvas_tags_leave_page(canvas);
}

size_t canvas_begin_form(struct canvas *canvas, double width, double height)
{
    ARENA_RESERVE_ONE(canvas->arena, canvas->forms, canvas->form_count, canvas->form_capacity);
    canvas->forms[canvas->form_count++] = page_of(canvas, width, height);
    canvas->is_on_form = true;
    canvas_surface(canvas)->bleed /= canvas->scale;
    return canvas->form_count - 1;
}

void canvas_end_form(struct canvas *canvas)
{
    canvas->is_on_form = false;
}

/* A form goes on with the colour and spacing of the page that draws it: those of text are set at its beginning. */
size_t canvas_begin_text_form(struct canvas *canvas, double width, double height)
{
    size_t form = canvas_begin_form(canvas, width, height);
    sink_c(&canvas_surface(canvas)->content.operators, "0 g 0 Tc\n");
    return form;
}

static void name_form(struct canvas *canvas, size_t form)
{
    struct sink *sink = &canvas_surface(canvas)->content.operators;
    sink_c(sink, "/X");
    sink_integer(sink, (int64_t)form);
    sink_c(sink, " Do\n");
    canvas_end_piece(canvas);
}

void canvas_draw_form(struct canvas *canvas, size_t form)
{
    canvas_begin_artifact(canvas);
    name_form(canvas, form);
}

void canvas_draw_text_form(struct canvas *canvas, size_t form, enum tag tag)
{
    canvas_begin_tag(canvas, tag);
    canvas_begin_piece(canvas);
    name_form(canvas, form);
    canvas_end_tag(canvas);
}

void canvas_begin_common(struct canvas *canvas)
{
    if (!canvas->common)
        canvas->common = ARENA_ARRAY(canvas->arena, struct character_set, fonts_face_count(canvas->fonts));
    canvas->is_common = true;
}

void canvas_end_common(struct canvas *canvas)
{
    canvas->is_common = false;
}

/* ---- lines and areas ---- */

void canvas_move(struct canvas *canvas, double x, double y)
{
    struct canvas_page *page = canvas_surface(canvas);
    content_operator(&page->content, (double[]){x, page->height - y}, 2, "m");
}

void canvas_line_to(struct canvas *canvas, double x, double y)
{
    struct canvas_page *page = canvas_surface(canvas);
    content_operator(&page->content, (double[]){x, page->height - y}, 2, "l");
}

void canvas_curve_to(struct canvas *canvas, double x1, double y1, double x2, double y2, double x, double y)
{
    struct canvas_page *page = canvas_surface(canvas);
    double height = page->height;
    content_operator(&page->content, (double[]){x1, height - y1, x2, height - y2, x, height - y}, 6, "c");
}

static void end_path(struct canvas *canvas, const char *name)
{
    content_operator(&canvas_surface(canvas)->content, NULL, 0, name);
    canvas_end_piece(canvas);
}

void canvas_begin_stroke(struct canvas *canvas, double thickness, uint32_t colour)
{
    canvas_begin_artifact(canvas);
    content_set_stroke(&canvas_surface(canvas)->content, colour, thickness);
}

void canvas_begin_fill(struct canvas *canvas, uint32_t colour)
{
    canvas_begin_artifact(canvas);
    content_set_fill(&canvas_surface(canvas)->content, colour);
}

void canvas_end_fill(struct canvas *canvas)
{
    end_path(canvas, "f");
}

void canvas_end_stroke(struct canvas *canvas, bool is_closed)
{
    end_path(canvas, is_closed ? "s" : "S");
}

struct canvas_copies canvas_begin_copies(struct canvas *canvas)
{
    struct content *content = &canvas_surface(canvas)->content;
    content_operator(content, NULL, 0, "q");
    return (struct canvas_copies){content->fill, content->stroke, content->line_width};
}

void canvas_end_copy(struct canvas *canvas, double x, double y)
{
    content_operator(&canvas_surface(canvas)->content, (double[]){1, 0, 0, 1, x, -y}, 6, "cm");
}

void canvas_end_copies(struct canvas *canvas, const struct canvas_copies *copies)
{
    struct content *content = &canvas_surface(canvas)->content;
    content_operator(content, NULL, 0, "Q");
    content->fill = copies->fill;
    content->stroke = copies->stroke;
    content->line_width = copies->line_width;
}

void canvas_rule(struct canvas *canvas, double x1, double y1, double x2, double y2, double thickness, uint32_t colour)
{
    canvas_begin_stroke(canvas, thickness, colour);
    canvas_move(canvas, x1, y1);
    canvas_line_to(canvas, x2, y2);
    canvas_end_stroke(canvas, false);
}

static void add_rectangle(struct canvas *canvas, double x, double y, double width, double height)
{
    struct canvas_page *page = canvas_surface(canvas);
    content_operator(&page->content, (double[]){x, page->height - y - height, width, height}, 4, "re");
}

void canvas_box(struct canvas *canvas, double x, double y, double width, double height, double thickness,
                uint32_t colour)
{
    canvas_begin_stroke(canvas, thickness, colour);
    add_rectangle(canvas, x, y, width, height);
    end_path(canvas, "S");
}

void canvas_fill_box(struct canvas *canvas, double x, double y, double width, double height, uint32_t colour)
{
    canvas_begin_fill(canvas, colour);
    add_rectangle(canvas, x, y, width, height);
    end_path(canvas, "f");
}

static void write_hexadecimal(struct sink *sink, const unsigned char *bytes, size_t length)
{
    static const char digits[] = "0123456789ABCDEF";
    for (size_t i = 0; i < length; i++) {
        sink_byte(sink, digits[bytes[i] >> 4]);
        sink_byte(sink, digits[bytes[i] & 15]);
    }
}

/* As an image of one bit a cell: a path of rectangles would take five times the bytes. */
void canvas_fill_grid(struct canvas *canvas, const unsigned char *bits, size_t columns, double x, double y, double size,
                      uint32_t colour)
{
    struct canvas_page *page = canvas_surface(canvas);
    struct sink *sink = &page->content.operators;
    canvas_begin_fill(canvas, colour);
    sink_c(sink, "q ");
    content_operator(&page->content, (double[]){size, 0, 0, size, x, page->height - y - size}, 6, "cm");
    sink_c(sink, "BI/W ");
    sink_integer(sink, (int64_t)columns);
    sink_c(sink, "/H ");
    sink_integer(sink, (int64_t)columns);
    sink_c(sink, "/IM true/D[1 0]/F/AHx ID\n");
    write_hexadecimal(sink, bits, (columns + 7) / 8 * columns);
    sink_c(sink, ">\nEI Q\n");
    canvas_end_piece(canvas);
}

size_t canvas_number_picture(struct canvas *canvas, const struct picture *picture)
{
    for (size_t i = 0; i < canvas->picture_count; i++)
        if (canvas->pictures[i].stream.bytes == picture->stream.bytes)
            return i;
    ARENA_RESERVE_ONE(canvas->arena, canvas->pictures, canvas->picture_count, canvas->picture_capacity);
    canvas->pictures[canvas->picture_count] = *picture;
    return canvas->picture_count++;
}

void canvas_picture(struct canvas *canvas, const struct picture *picture, double x, double y, double width,
                    double height)
{
    struct canvas_page *page = canvas_surface(canvas);
    canvas_begin_artifact(canvas);
    sink_c(&page->content.operators, "q ");
    content_operator(&page->content, (double[]){width, 0, 0, height, x, page->height - y - height}, 6, "cm");
    sink_c(&page->content.operators, "/I");
    sink_integer(&page->content.operators, (int64_t)canvas_number_picture(canvas, picture));
    sink_c(&page->content.operators, " Do Q\n");
    canvas_end_piece(canvas);
}

static void add_bookmark(struct canvas *canvas, const struct bookmark *bookmark)
{
    ARENA_RESERVE_ONE(canvas->arena, canvas->bookmarks, canvas->bookmark_count, canvas->bookmark_capacity);
    canvas->bookmarks[canvas->bookmark_count] = *bookmark;
    canvas->bookmarks[canvas->bookmark_count++].title = text_copy(canvas->arena, bookmark->title);
}

/* From the lower edge of the page as it is in the end. */
static double height_of(const struct canvas *canvas, size_t page, double y)
{
    return (canvas->pages[page].height - y) * canvas->pages[page].scale;
}

void canvas_add_bookmark(struct canvas *canvas, struct text title, double y)
{
    add_bookmark(canvas, &(struct bookmark){title, canvas->current, height_of(canvas, canvas->current, y), false});
}

void canvas_add_bookmark_within(struct canvas *canvas, struct text title, double y)
{
    assert(canvas->bookmark_count > 0);
    add_bookmark(canvas, &(struct bookmark){title, canvas->current, height_of(canvas, canvas->current, y), true});
}

void canvas_add_bookmark_of_page(struct canvas *canvas, struct text title, size_t page)
{
    add_bookmark(canvas, &(struct bookmark){title, page, height_of(canvas, page, 0), false});
}

void canvas_join(struct canvas *canvas, const struct canvas *more)
{
    assert(canvas->form_count == more->form_count && canvas->picture_count == more->picture_count);
    for (size_t i = 0; i < more->page_count; i++) {
        ARENA_RESERVE_ONE(canvas->arena, canvas->pages, canvas->page_count, canvas->page_capacity);
        canvas->pages[canvas->page_count++] = more->pages[i];
    }
    for (size_t i = 0; i < fonts_face_count(canvas->fonts); i++)
        character_set_unite(&canvas->used[i], &more->used[i], canvas->arena);
}
