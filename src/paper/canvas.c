#include "canvas.h"

#include <math.h>

enum { CODE_POINTS = 0x110000, BITS = 64 };

/* Letters set wider apart than this, in ems, look like single words to a reader: it is told the text as one. */
static const double TRACKING_READ_AS_BLANK = 0.08;
static const double HALF_TURN = 180;
static const double PI = 3.14159265358979323846;

struct canvas canvas_with(const struct fonts *fonts, struct arena *arena)
{
    return (struct canvas){
        .arena = arena, .fonts = fonts, .used = ARENA_ARRAY(arena, uint64_t *, fonts_face_count(fonts))};
}

/* ---- pages and forms ---- */

static struct canvas_page *surface(struct canvas *canvas)
{
    return canvas->is_on_form ? &canvas->forms[canvas->form_count - 1] : &canvas->pages[canvas->current];
}

static struct canvas_page page_of(struct canvas *canvas, double width, double height)
{
    return (struct canvas_page){width, height, content_in(canvas->arena)};
}

void canvas_add_page(struct canvas *canvas, double width, double height)
{
    ARENA_RESERVE_ONE(canvas->arena, canvas->pages, canvas->page_count, canvas->page_capacity);
    canvas->current = canvas->page_count;
    canvas->pages[canvas->page_count++] = page_of(canvas, width, height);
}

void canvas_turn_to(struct canvas *canvas, size_t page)
{
    canvas->current = page;
}

size_t canvas_begin_form(struct canvas *canvas, double width, double height)
{
    ARENA_RESERVE_ONE(canvas->arena, canvas->forms, canvas->form_count, canvas->form_capacity);
    canvas->forms[canvas->form_count++] = page_of(canvas, width, height);
    canvas->is_on_form = true;
    return canvas->form_count - 1;
}

void canvas_end_form(struct canvas *canvas)
{
    canvas->is_on_form = false;
}

void canvas_draw_form(struct canvas *canvas, size_t form)
{
    struct sink *sink = &surface(canvas)->content.operators;
    sink_c(sink, "/X");
    sink_integer(sink, (int64_t)form);
    sink_c(sink, " Do\n");
}

/* ---- text ---- */

static void note_use(struct canvas *canvas, const struct letter *letter)
{
    uint64_t **used = &canvas->used[letter->face];
    if (!*used)
        *used = ARENA_ARRAY(canvas->arena, uint64_t, CODE_POINTS / BITS);
    (*used)[letter->code_point / BITS] |= UINT64_C(1) << letter->code_point % BITS;
}

static bool is_placed_alone(const struct letter *letter)
{
    return letter->is_mark || fabs(letter->padding) > 0;
}

/* Letters of one font, size and colour that follow each other without a gap. */
static size_t run_length(const struct letter *letters, size_t count)
{
    size_t length = 1;
    while (!is_placed_alone(&letters[0]) && length < count && letters[length].face == letters[0].face &&
           letters[length].style == letters[0].style && !is_placed_alone(&letters[length]))
        length++;
    return length;
}

static void select_font(struct content *content, const struct letter *letter, double spacing)
{
    struct sink *sink = &content->operators;
    content_set_fill(content, letter->style->colour);
    sink_c(sink, "BT /F");
    sink_integer(sink, letter->face);
    sink_byte(sink, ' ');
    content_number(sink, letter->style->size);
    sink_c(sink, "Tf ");
    content_number(sink, spacing);
    sink_c(sink, "Tc ");
}

static void place_run(struct canvas *canvas, struct content *content, const struct letter *letters, size_t count,
                      double stretch, const double matrix[6])
{
    uint32_t *code_points = ARENA_ARRAY(canvas->arena, uint32_t, count);
    for (size_t i = 0; i < count; i++) {
        code_points[i] = letters[i].code_point;
        note_use(canvas, &letters[i]);
    }
    select_font(content, &letters[0], letters[0].style->tracking + stretch);
    content_operator(content, matrix, 6, "Tm");
    content_add_run(content, canvas->arena, letters[0].face, code_points, count);
    sink_c(&content->operators, " ET\n");
}

static double run_width(const struct letter *letters, size_t count, double stretch)
{
    double width = 0;
    for (size_t i = 0; i < count; i++)
        width += letters[i].is_mark ? 0 : letters[i].advance + stretch;
    return width;
}

/* A mark's ink goes over or under the middle of the ink of its base; the fonts' own anchors would need shaping. */
static double mark_shift(const struct canvas *canvas, const struct line *line, size_t at)
{
    const struct letter *mark = &line->letters[at];
    size_t base_at = at;
    while (base_at > 0 && line->letters[base_at].is_mark)
        base_at--;
    const struct letter *base = &line->letters[base_at];
    if (base->is_mark)
        return 0;
    return fonts_ink_middle(canvas->fonts, base->face, base->glyph) * base->style->size - base->advance -
           fonts_ink_middle(canvas->fonts, mark->face, mark->glyph) * mark->style->size;
}

/* Text whose letters stand apart is marked with what it says. */
static bool begin_actual_text(struct content *content, const struct line *line, struct arena *arena)
{
    if (line->count < 2 || line->letters[0].style->tracking < TRACKING_READ_AS_BLANK * line->letters[0].style->size)
        return false;
    struct sink said = sink_in(arena);
    for (size_t i = 0; i < line->count; i++)
        sink_character(&said, line->letters[i].code_point);
    sink_c(&content->operators, "/Span<</ActualText");
    content_write_utf16(&content->operators, sink_written(&said));
    sink_c(&content->operators, ">>BDC\n");
    return true;
}

static void draw_letters(struct canvas *canvas, const struct line *line, double matrix[6], double x, double y)
{
    struct content *content = &surface(canvas)->content;
    bool is_marked = begin_actual_text(content, line, canvas->arena);
    double along = 0;
    for (size_t i = 0, count; i < line->count; i += count) {
        count = run_length(line->letters + i, line->count - i);
        bool is_missing = line->letters[i].glyph == 0;
        double at = along + line->letters[i].padding / 2;
        at += line->letters[i].is_mark ? mark_shift(canvas, line, i) : 0;
        matrix[4] = x + at * matrix[0];
        matrix[5] = y + at * matrix[1];
        if (!is_missing)
            place_run(canvas, content, line->letters + i, count, line->stretch, matrix);
        along += run_width(line->letters + i, count, line->stretch);
    }
    if (is_marked)
        sink_c(&content->operators, "EMC\n");
}

void canvas_line(struct canvas *canvas, const struct line *line, double x, double y)
{
    draw_letters(canvas, line, (double[]){1, 0, 0, 1, 0, 0}, x, surface(canvas)->height - y);
}

void canvas_line_centred(struct canvas *canvas, const struct line *line, double x, double y)
{
    canvas_line(canvas, line, x - line->width / 2, y);
}

void canvas_line_right(struct canvas *canvas, const struct line *line, double x, double y)
{
    canvas_line(canvas, line, x - line->width, y);
}

void canvas_line_turned(struct canvas *canvas, const struct line *line, double x, double y, double degrees)
{
    double angle = degrees / HALF_TURN * PI;
    double along = line->width / 2, up = -0.35 * (line->count > 0 ? line->letters[0].style->size : 0);
    double c = cos(angle), s = sin(angle);
    double left = x - along * c - up * s, base = surface(canvas)->height - y - along * s + up * c;
    draw_letters(canvas, line, (double[]){c, s, -s, c, 0, 0}, left, base);
}

/* ---- lines and areas ---- */

void canvas_move(struct canvas *canvas, double x, double y)
{
    struct canvas_page *page = surface(canvas);
    content_operator(&page->content, (double[]){x, page->height - y}, 2, "m");
}

void canvas_line_to(struct canvas *canvas, double x, double y)
{
    struct canvas_page *page = surface(canvas);
    content_operator(&page->content, (double[]){x, page->height - y}, 2, "l");
}

void canvas_curve_to(struct canvas *canvas, double x1, double y1, double x2, double y2, double x, double y)
{
    struct canvas_page *page = surface(canvas);
    double height = page->height;
    content_operator(&page->content, (double[]){x1, height - y1, x2, height - y2, x, height - y}, 6, "c");
}

static void end_path(struct canvas *canvas, const char *name)
{
    content_operator(&surface(canvas)->content, NULL, 0, name);
}

void canvas_begin_stroke(struct canvas *canvas, double thickness, uint32_t colour)
{
    content_set_stroke(&surface(canvas)->content, colour, thickness);
}

void canvas_begin_fill(struct canvas *canvas, uint32_t colour)
{
    content_set_fill(&surface(canvas)->content, colour);
}

void canvas_end_fill(struct canvas *canvas)
{
    end_path(canvas, "f");
}

void canvas_end_stroke(struct canvas *canvas, bool is_closed)
{
    end_path(canvas, is_closed ? "s" : "S");
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
    struct canvas_page *page = surface(canvas);
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

void canvas_add_bookmark(struct canvas *canvas, struct text title, double y)
{
    ARENA_RESERVE_ONE(canvas->arena, canvas->bookmarks, canvas->bookmark_count, canvas->bookmark_capacity);
    struct text copy = text_copy(canvas->arena, title);
    canvas->bookmarks[canvas->bookmark_count++] =
        (struct bookmark){copy, canvas->current, canvas->pages[canvas->current].height - y};
}
