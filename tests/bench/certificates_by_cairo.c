/* Certificates as biwu draws them, by cairo and pango: CONTESTANTS.csv OUT [--split] [--tagged]
 *
 * The border is drawn once into a recording surface, which is cairo's form; lines that are centred or set to the right are
 * measured, and made smaller where they do not fit. `--tagged` marks headings and paragraphs, as biwu's are.
 *
 * cc -O2 certificates_by_cairo.c -o certificates_by_cairo $(pkg-config --cflags --libs pangocairo) -lm */
#include <cairo-pdf.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define MM(x) ((x)*72 / 25.4)

static const double page_width = 841.89, page_height = 595.28;
enum { RED = 0x8E1B1F, GOLD = 0xB4924C, RULE = 0xB8912F, INK = 0x1C1A18, QUIET = 0x6B6560 };

static void set_colour(cairo_t *cairo, unsigned colour)
{
    cairo_set_source_rgb(cairo, (colour >> 16 & 0xFF) / 255.0, (colour >> 8 & 0xFF) / 255.0, (colour & 0xFF) / 255.0);
}

/* ---- the border ---- */

static void stroke(cairo_t *cairo, double thickness, unsigned colour)
{
    set_colour(cairo, colour);
    cairo_set_line_width(cairo, thickness);
    cairo_stroke(cairo);
}

static void frame(cairo_t *cairo, double inset, double thickness, unsigned colour)
{
    cairo_rectangle(cairo, inset, inset, page_width - 2 * inset, page_height - 2 * inset);
    stroke(cairo, thickness, colour);
}

/* One corner of the page, seen from within. */
struct corner {
    double x, y, right, down;
};

static void line_to(cairo_t *cairo, const struct corner *corner, double x, double y)
{
    cairo_line_to(cairo, corner->x + corner->right * x, corner->y + corner->down * y);
}

static void fret(cairo_t *cairo, const struct corner *corner)
{
    static const double turns[][2] = {{0, 0},       {5, 0},       {5, 5},       {0, 5},      {0, 1.25},
                                      {3.75, 1.25}, {3.75, 3.75}, {1.25, 3.75}, {1.25, 2.5}, {2.5, 2.5}};
    for (size_t i = 0; i < sizeof turns / sizeof *turns; i++)
        line_to(cairo, corner, MM(16.5) + turns[i][0] * MM(1.64), MM(16.5) + turns[i][1] * MM(1.64));
    stroke(cairo, 1, GOLD);
}

static void inner_line(cairo_t *cairo, const struct corner corners[4], double inset, double thickness)
{
    double far = inset + MM(12);
    for (int i = 0; i < 4; i++) {
        line_to(cairo, &corners[i], i % 2 ? far : inset, i % 2 ? inset : far);
        line_to(cairo, &corners[i], far, far);
        line_to(cairo, &corners[i], i % 2 ? inset : far, i % 2 ? far : inset);
    }
    cairo_close_path(cairo);
    stroke(cairo, thickness, GOLD);
}

static void border(cairo_t *cairo)
{
    const struct corner corners[4] = {
        {0, 0, 1, 1}, {page_width, 0, -1, 1}, {page_width, page_height, -1, -1}, {0, page_height, 1, -1}};
    frame(cairo, MM(10), 2.6, RED);
    frame(cairo, MM(12), 0.6, GOLD);
    inner_line(cairo, corners, MM(15.5), 0.9);
    inner_line(cairo, corners, MM(16.6), 0.4);
    for (int i = 0; i < 4; i++)
        fret(cairo, &corners[i]);
}

static void ornament(cairo_t *cairo)
{
    double middle = MM(148.5), y = MM(55.5), half = MM(1);
    cairo_move_to(cairo, MM(110.5), y);
    cairo_line_to(cairo, middle - MM(4), y);
    cairo_move_to(cairo, middle + MM(4), y);
    cairo_line_to(cairo, MM(186.5), y);
    stroke(cairo, 0.7, RULE);
    cairo_move_to(cairo, middle - half, y);
    cairo_line_to(cairo, middle, y - half);
    cairo_line_to(cairo, middle + half, y);
    cairo_line_to(cairo, middle, y + half);
    set_colour(cairo, RED);
    cairo_fill(cairo);
}

/* ---- texts ---- */

/* What is made once and used for every page. */
struct pen {
    cairo_t *cairo;
    PangoLayout *layout;
    PangoFontDescription *plain, *bold;
    cairo_surface_t *border;
    int is_tagged;
};

struct box {
    double left, width, size, spacing;
    PangoAlignment align;
    unsigned colour;
};

static void begin(struct pen *pen, const char *tag)
{
    if (pen->is_tagged)
        cairo_tag_begin(pen->cairo, tag, NULL);
}

static void end(struct pen *pen, const char *tag)
{
    if (pen->is_tagged)
        cairo_tag_end(pen->cairo, tag);
}

static void set_text(struct pen *pen, const struct box *box, const PangoFontDescription *font, double size,
                     const char *words)
{
    PangoFontDescription *sized = pango_font_description_copy_static(font);
    PangoAttrList *list = pango_attr_list_new();
    pango_font_description_set_absolute_size(sized, size * PANGO_SCALE);
    pango_attr_list_insert(list, pango_attr_letter_spacing_new((int)(box->spacing * PANGO_SCALE)));
    pango_layout_set_attributes(pen->layout, list);
    pango_layout_set_font_description(pen->layout, sized);
    pango_layout_set_text(pen->layout, words, -1);
    pango_attr_list_unref(list);
    pango_font_description_free(sized);
}

static double width_of(struct pen *pen)
{
    int width;
    pango_layout_get_size(pen->layout, &width, NULL);
    return width / (double)PANGO_SCALE;
}

static void show(struct pen *pen, unsigned colour, double x, double y)
{
    set_colour(pen->cairo, colour);
    cairo_move_to(pen->cairo, x, y);
    pango_cairo_show_layout(pen->cairo, pen->layout);
}

/* Part of a line, smaller where it does not fit; its baseline at `y`. The width that it takes. */
static double part(struct pen *pen, const struct box *box, const PangoFontDescription *font, double y,
                   const char *words)
{
    double size = box->size, width;
    pango_layout_set_width(pen->layout, -1);
    for (set_text(pen, box, font, size, words); (width = width_of(pen)) > box->width; size -= 0.5)
        set_text(pen, box, font, size - 0.5, words);
    double room = box->width - width;
    double x = box->left + (box->align == PANGO_ALIGN_LEFT ? 0 : box->align == PANGO_ALIGN_CENTER ? room / 2 : room);
    show(pen, box->colour, x, y - pango_layout_get_baseline(pen->layout) / (double)PANGO_SCALE);
    return width;
}

static void text(struct pen *pen, const char *tag, const struct box *box, const PangoFontDescription *font, double y,
                 const char *words)
{
    begin(pen, tag);
    part(pen, box, font, y, words);
    end(pen, tag);
}

static void paragraph(struct pen *pen, double y, const char *markup)
{
    PangoFontDescription *sized = pango_font_description_copy_static(pen->plain);
    pango_font_description_set_absolute_size(sized, 21 * PANGO_SCALE);
    pango_layout_set_attributes(pen->layout, NULL);
    pango_layout_set_font_description(pen->layout, sized);
    pango_layout_set_width(pen->layout, 598 * PANGO_SCALE);
    pango_layout_set_wrap(pen->layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_indent(pen->layout, 42 * PANGO_SCALE);
    pango_layout_set_justify(pen->layout, TRUE);
    pango_layout_set_line_spacing(pen->layout, 1.4f);
    pango_layout_set_markup(pen->layout, markup, -1);
    begin(pen, "P");
    show(pen, INK, 122, y);
    end(pen, "P");
    pango_layout_set_attributes(pen->layout, NULL);
    pango_layout_set_line_spacing(pen->layout, 0);
    pango_layout_set_indent(pen->layout, 0);
    pango_layout_set_justify(pen->layout, FALSE);
    pango_font_description_free(sized);
}

static void draw(struct pen *pen, int number, const char *name, const char *unit)
{
    static const struct box heading = {122, 598, 44, 20, PANGO_ALIGN_CENTER, RED},
                            numbers = {122, 598, 10.5, 0.3, PANGO_ALIGN_RIGHT, QUIET},
                            units = {122, 598, 21, 0.5, PANGO_ALIGN_LEFT, INK},
                            names = {122, 535, 30, 3, PANGO_ALIGN_LEFT, INK},
                            hosts = {477, 243, 21, 0.8, PANGO_ALIGN_CENTER, INK};
    struct box address = {122, 63, 21, 1, PANGO_ALIGN_LEFT, INK};
    char written[64];
    cairo_set_source_surface(pen->cairo, pen->border, 0, 0);
    cairo_paint(pen->cairo);
    text(pen, "H1", &heading, pen->bold, 136, "获奖证书");
    ornament(pen->cairo);
    snprintf(written, sizeof written, "编号：CFBW-2023-%05d", number);
    text(pen, "P", &numbers, pen->plain, 187, written);
    text(pen, "P", &units, pen->plain, 215, unit);
    begin(pen, "P");
    address.left += part(pen, &names, pen->bold, 253, name);
    part(pen, &address, pen->plain, 253, "同志：");
    end(pen, "P");
    paragraph(
        pen, 280,
        "在全市社区党组织书记比武争星社区比武中表现优异，荣获<span weight='bold' foreground='#8E1B1F'>优秀奖</span>。");
    paragraph(pen, 352, "特发此证，以资鼓励。");
    text(pen, "P", &hosts, pen->plain, 470, "中共某市委组织部");
    text(pen, "P", &hosts, pen->plain, 499, "二〇二三年十月二十六日");
    cairo_show_page(pen->cairo);
}

static struct pen open_pen(const char *path, int is_tagged)
{
    cairo_surface_t *surface = cairo_pdf_surface_create(path, page_width, page_height);
    struct pen pen = {.cairo = cairo_create(surface), .is_tagged = is_tagged};
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, "获奖证书");
    cairo_surface_destroy(surface);
    pen.layout = pango_cairo_create_layout(pen.cairo);
    pen.plain = pango_font_description_from_string("LXGW WenKai");
    pen.bold = pango_font_description_from_string("LXGW WenKai Bold");
    pen.border =
        cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &(cairo_rectangle_t){0, 0, page_width, page_height});
    cairo_t *drawn = cairo_create(pen.border);
    border(drawn);
    cairo_destroy(drawn);
    return pen;
}

static void close_pen(struct pen *pen)
{
    pango_font_description_free(pen->plain);
    pango_font_description_free(pen->bold);
    g_object_unref(pen->layout);
    cairo_destroy(pen->cairo);
    cairo_surface_destroy(pen->border);
}

int main(int count, char **arguments)
{
    int is_split = 0, is_tagged = 0, number = 0;
    FILE *people = count > 2 ? fopen(arguments[1], "r") : NULL;
    char row[1024], path[1024];
    struct pen pen = {0};
    for (int i = 3; i < count; i++) {
        is_split |= strcmp(arguments[i], "--split") == 0;
        is_tagged |= strcmp(arguments[i], "--tagged") == 0;
    }
    if (!people || !fgets(row, sizeof row, people))
        return EXIT_FAILURE;
    if (is_split)
        mkdir(arguments[2], 0777);
    else
        pen = open_pen(arguments[2], is_tagged);
    while (fgets(row, sizeof row, people)) {
        char *rest = row, *id = strsep(&rest, ","), *name = strsep(&rest, ",");
        strsep(&rest, ",");
        char *unit = strsep(&rest, ",");
        if (is_split) {
            snprintf(path, sizeof path, "%s/%s.pdf", arguments[2], id);
            pen = open_pen(path, is_tagged);
        }
        draw(&pen, ++number, name, unit);
        if (is_split)
            close_pen(&pen);
    }
    if (!is_split)
        close_pen(&pen);
    return EXIT_SUCCESS;
}
