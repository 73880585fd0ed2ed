#include "content.h"

#include "glyph_font.h"

#include <math.h>

enum { FRACTIONS = 1000 }; /* of a point, in which places are written */

struct content content_in(struct arena *arena)
{
    return (struct content){.operators = sink_in(arena), .line_width = 1};
}

void content_number(struct sink *sink, double number)
{
    long long parts = llround(number * FRACTIONS);
    if (parts < 0)
        sink_byte(sink, '-');
    unsigned long long magnitude = (unsigned long long)(parts < 0 ? -parts : parts);
    sink_padded(sink, magnitude / FRACTIONS, 1);
    unsigned fraction = (unsigned)(magnitude % FRACTIONS);
    if (fraction > 0)
        sink_byte(sink, '.');
    for (unsigned unit = FRACTIONS / 10; fraction > 0; fraction %= unit, unit /= 10)
        sink_byte(sink, (char)('0' + fraction / unit));
    sink_byte(sink, ' ');
}

void content_operator(struct content *content, const double *numbers, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        content_number(&content->operators, numbers[i]);
    sink_c(&content->operators, name);
    sink_byte(&content->operators, '\n');
}

static void set_colour(struct content *content, uint32_t colour, const char *name)
{
    double parts[] = {(colour >> 16 & 0xFF) / 255.0, (colour >> 8 & 0xFF) / 255.0, (colour & 0xFF) / 255.0};
    content_operator(content, parts, 3, name);
}

void content_set_fill(struct content *content, uint32_t colour)
{
    if (colour != content->fill)
        set_colour(content, colour, "rg");
    content->fill = colour;
}

void content_set_stroke(struct content *content, uint32_t colour, double width)
{
    if (colour != content->stroke)
        set_colour(content, colour, "RG");
    if (width < content->line_width || width > content->line_width)
        content_operator(content, &width, 1, "w");
    content->stroke = colour;
    content->line_width = width;
}

void content_add_run(struct content *content, struct arena *arena, uint16_t face, const uint32_t *code_points,
                     size_t count)
{
    ARENA_RESERVE_ONE(arena, content->runs, content->run_count, content->run_capacity);
    struct glyph_run *run = &content->runs[content->run_count++];
    *run = (struct glyph_run){content->operators.length, face, ARENA_ARRAY(arena, uint32_t, count), count};
    for (size_t i = 0; i < count; i++)
        run->code_points[i] = code_points[i];
}

/* ---- strings ---- */

static void write_hexadecimal(struct sink *sink, uint32_t unit)
{
    for (int shift = 12; shift >= 0; shift -= 4)
        sink_byte(sink, "0123456789ABCDEF"[unit >> shift & 0xF]);
}

static void write_utf16_character(struct sink *sink, uint32_t code_point)
{
    if (code_point >= 0x10000) {
        write_hexadecimal(sink, 0xD7C0 + (code_point >> 10));
        code_point = 0xDC00 | (code_point & 0x3FF);
    }
    write_hexadecimal(sink, code_point);
}

void content_write_utf16(struct sink *sink, struct text text)
{
    sink_c(sink, "<FEFF");
    while (text.length > 0)
        write_utf16_character(sink, text_next_character(&text));
    sink_byte(sink, '>');
}

/* Where two characters share a glyph, its code can lead back to one of them only; a reader is told the other. */
static bool needs_actual_text(const struct glyph_run *run, const struct glyph_font *font)
{
    for (size_t i = 0; i < run->count; i++)
        if (glyph_font_find(font, run->code_points[i])->is_shared)
            return true;
    return false;
}

static void write_actual_text(struct sink *sink, const struct glyph_run *run)
{
    sink_c(sink, "/Span<</ActualText<FEFF");
    for (size_t i = 0; i < run->count; i++)
        write_utf16_character(sink, run->code_points[i]);
    sink_c(sink, ">>>BDC ");
}

static void write_run(struct sink *sink, const struct glyph_run *run, const struct glyph_font *font)
{
    bool is_marked = needs_actual_text(run, font);
    if (is_marked)
        write_actual_text(sink, run);
    sink_byte(sink, '<');
    for (size_t i = 0; i < run->count; i++)
        write_hexadecimal(sink, glyph_font_find(font, run->code_points[i])->code);
    sink_c(sink, is_marked ? "> Tj EMC" : "> Tj");
}

struct text content_encode(const struct content *content, const struct glyph_font *fonts, struct arena *arena)
{
    struct sink sink = sink_in(arena);
    size_t done = 0;
    for (size_t i = 0; i < content->run_count; i++) {
        const struct glyph_run *run = &content->runs[i];
        sink_text(&sink, (struct text){content->operators.bytes + done, run->at - done});
        write_run(&sink, run, &fonts[run->face]);
        done = run->at;
    }
    sink_text(&sink, (struct text){content->operators.bytes + done, content->operators.length - done});
    return sink_written(&sink);
}
