/* Certificates as biwu draws them, by cairo and pango: CONTESTANTS.csv OUT [--split]
 *
 * cc -O2 certificates_by_cairo.c -o certificates_by_cairo $(pkg-config --cflags --libs pangocairo) -lm */
#include <cairo-pdf.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const double width = 841.89, height = 595.28;

static void set_colour(cairo_t *cairo, unsigned colour)
{
    cairo_set_source_rgb(cairo, (colour >> 16 & 0xFF) / 255.0, (colour >> 8 & 0xFF) / 255.0, (colour & 0xFF) / 255.0);
}

static void rectangle(cairo_t *cairo, double inset, unsigned colour, double thickness)
{
    set_colour(cairo, colour);
    cairo_set_line_width(cairo, thickness);
    cairo_rectangle(cairo, inset, inset, width - 2 * inset, height - 2 * inset);
    cairo_stroke(cairo);
}

static void rule(cairo_t *cairo, double from, double to, double y)
{
    set_colour(cairo, 0xB8912F);
    cairo_set_line_width(cairo, 0.7);
    cairo_move_to(cairo, from, y);
    cairo_line_to(cairo, to, y);
    cairo_stroke(cairo);
}

/* What pango needs, made once and used for every text. */
struct pen {
    cairo_t *cairo;
    PangoLayout *layout;
    PangoFontDescription *plain, *bold;
};

static void text(struct pen *pen, const PangoFontDescription *font, double size, double spacing, unsigned colour,
                 double x, double y, const char *words)
{
    PangoFontDescription *sized = pango_font_description_copy_static(font);
    PangoAttrList *list = pango_attr_list_new();
    pango_font_description_set_absolute_size(sized, size * PANGO_SCALE);
    pango_attr_list_insert(list, pango_attr_letter_spacing_new((int)(spacing * PANGO_SCALE)));
    pango_layout_set_attributes(pen->layout, list);
    pango_layout_set_font_description(pen->layout, sized);
    pango_layout_set_width(pen->layout, -1);
    pango_layout_set_indent(pen->layout, 0);
    pango_layout_set_text(pen->layout, words, -1);
    set_colour(pen->cairo, colour);
    cairo_move_to(pen->cairo, x, y - pango_layout_get_baseline(pen->layout) / (double)PANGO_SCALE);
    pango_cairo_show_layout(pen->cairo, pen->layout);
    pango_attr_list_unref(list);
    pango_font_description_free(sized);
}

static void paragraph(struct pen *pen, double x, double y, const char *markup)
{
    PangoFontDescription *sized = pango_font_description_copy_static(pen->plain);
    pango_font_description_set_absolute_size(sized, 21 * PANGO_SCALE);
    pango_layout_set_attributes(pen->layout, NULL);
    pango_layout_set_font_description(pen->layout, sized);
    pango_layout_set_width(pen->layout, 598 * PANGO_SCALE);
    pango_layout_set_wrap(pen->layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_indent(pen->layout, 42 * PANGO_SCALE);
    pango_layout_set_line_spacing(pen->layout, 1.4f);
    pango_layout_set_markup(pen->layout, markup, -1);
    set_colour(pen->cairo, 0x1C1A18);
    cairo_move_to(pen->cairo, x, y);
    pango_cairo_show_layout(pen->cairo, pen->layout);
    pango_layout_set_attributes(pen->layout, NULL);
    pango_layout_set_line_spacing(pen->layout, 0);
    pango_font_description_free(sized);
}

static void draw(struct pen *pen, int number, const char *name, const char *unit)
{
    char written[64];
    rectangle(pen->cairo, 22, 0x8E1B1F, 3);
    rectangle(pen->cairo, 30, 0xB8912F, 1);
    rectangle(pen->cairo, 36, 0x8E1B1F, 0.6);
    text(pen, pen->bold, 44, 20, 0x8E1B1F, 303, 136, "获奖证书");
    rule(pen->cairo, 313, 410, 157);
    rule(pen->cairo, 432, 529, 157);
    snprintf(written, sizeof written, "编号：CFBW-2023-%05d", number);
    text(pen, pen->plain, 10.5, 0.3, 0x6B6560, 592, 187, written);
    text(pen, pen->plain, 16, 0.5, 0x1C1A18, 122, 215, unit);
    text(pen, pen->bold, 30, 3, 0x1C1A18, 122, 253, name);
    text(pen, pen->plain, 21, 1, 0x1C1A18, 224, 253, "同志：");
    paragraph(
        pen, 122, 280,
        "在全市社区党组织书记比武争星社区比武中表现优异，荣获<span weight='bold' foreground='#8E1B1F'>优秀奖</span>。");
    paragraph(pen, 122, 352, "特发此证，以资鼓励。");
    text(pen, pen->plain, 16, 0.8, 0x1C1A18, 532, 470, "中共某市委组织部");
    text(pen, pen->plain, 16, 0.8, 0x1C1A18, 506, 499, "二〇二三年十月二十六日");
    cairo_show_page(pen->cairo);
}

static struct pen open_pen(const char *path)
{
    cairo_surface_t *surface = cairo_pdf_surface_create(path, width, height);
    struct pen pen = {.cairo = cairo_create(surface)};
    cairo_surface_destroy(surface);
    pen.layout = pango_cairo_create_layout(pen.cairo);
    pen.plain = pango_font_description_from_string("LXGW WenKai");
    pen.bold = pango_font_description_from_string("LXGW WenKai Bold");
    return pen;
}

static void close_pen(struct pen *pen)
{
    pango_font_description_free(pen->plain);
    pango_font_description_free(pen->bold);
    g_object_unref(pen->layout);
    cairo_destroy(pen->cairo);
}

int main(int count, char **arguments)
{
    int is_split = count > 3, number = 0;
    FILE *people = count > 2 ? fopen(arguments[1], "r") : NULL;
    char row[1024], path[1024];
    struct pen pen = {0};
    if (!people || !fgets(row, sizeof row, people))
        return EXIT_FAILURE;
    if (is_split)
        mkdir(arguments[2], 0777);
    else
        pen = open_pen(arguments[2]);
    while (fgets(row, sizeof row, people)) {
        char *rest = row, *id = strsep(&rest, ","), *name = strsep(&rest, ",");
        strsep(&rest, ",");
        char *unit = strsep(&rest, ",");
        if (is_split) {
            snprintf(path, sizeof path, "%s/%s.pdf", arguments[2], id);
            pen = open_pen(path);
        }
        draw(&pen, ++number, name, unit);
        if (is_split)
            close_pen(&pen);
    }
    if (!is_split)
        close_pen(&pen);
    return EXIT_SUCCESS;
}
