/* Writes the characters of the standard input, which are UTF-8, in the fonts of a role, one a cell of 80 points, ten in a
 * row, ten rows a page; says in which file and font of it each was found. tests/paper/glyphs.py compares.
 *
 * usage: glyph_sheet ROLE PDF [FONT]     FONT goes first for running text, role 1 */
#include <stdio.h>
#include <stdlib.h>

#include "canvas.h"
#include "font_face.h"

enum { CELL = 80, SIZE = 48, ACROSS = 10, DOWN = 10, MARGIN = 12, BASELINE = 58 };

static struct arena_region regions[2];

static void exhausted(size_t wanted)
{
    fprintf(stderr, "out of memory: %zu bytes\n", wanted);
    exit(EXIT_FAILURE);
}

static struct text read_all(struct arena *arena)
{
    struct sink sink = sink_in(arena);
    for (int byte; (byte = getchar()) != EOF;)
        sink_byte(&sink, (char)byte);
    return sink_written(&sink);
}

static void draw(struct canvas *canvas, struct typesetter *typesetter, const struct style *style, size_t number,
                 struct text character)
{
    size_t cell = number % (ACROSS * DOWN);
    if (cell == 0)
        canvas_add_page(canvas, ACROSS * CELL, DOWN * CELL);
    struct line line = typeset_line(typesetter, style, character);
    canvas_line(canvas, &line, (double)(cell % ACROSS * CELL) + MARGIN, (double)(cell / ACROSS * CELL) + BASELINE);
    const struct font_face *face = fonts_face(canvas->fonts, line.letters[0].face);
    printf("%u %.*s\n", face->index, (int)face->file.length, face->file.bytes);
}

static void draw_all(struct canvas *canvas, struct typesetter *typesetter, const struct style *style,
                     struct text characters)
{
    for (size_t number = 0; characters.length > 0; number++) {
        struct text rest = characters;
        text_next_character(&rest);
        draw(canvas, typesetter, style, number, (struct text){characters.bytes, characters.length - rest.length});
        characters = rest;
    }
}

int main(int count, char **arguments)
{
    if (count < 3)
        return EXIT_FAILURE;
    struct arena arena = arena_region_init(&regions[0], (size_t)1 << 30, exhausted);
    struct arena scratch = arena_region_init(&regions[1], (size_t)1 << 30, exhausted);
    struct faults faults = faults_in(&arena);
    struct font_wishes wishes = {.body.wish = count > 3 ? text_from_c(arguments[3]) : TEXT("")};
    struct fonts *fonts = fonts_open(&wishes, &arena, &faults);
    if (!fonts)
        return EXIT_FAILURE;
    struct typesetter typesetter = {.fonts = fonts, .arena = &arena, .faults = &faults};
    struct canvas canvas = canvas_with(fonts, &arena);
    struct style style = {.role = (enum font_role)atoi(arguments[1]), .size = SIZE};
    draw_all(&canvas, &typesetter, &style, read_all(&arena));

    struct document_title title = {.title = TEXT("glyphs"), .language = TEXT("en")};
    struct text pdf;
    FILE *file = fopen(arguments[2], "wb");
    bool is_written = file && canvas_write(&canvas, &title, &arena, scratch, &pdf, &faults) &&
                      fwrite(pdf.bytes, 1, pdf.length, file) == pdf.length && fclose(file) == 0;
    fonts_close(fonts);
    return is_written ? EXIT_SUCCESS : EXIT_FAILURE;
}
