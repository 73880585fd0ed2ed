#include "content.h"

#include "character.h"
#include "glyph_font.h"

#include <math.h>
#include <string.h>

enum { FRACTIONS = 1000 }; /* of a point, in which places are written */

struct content content_in(struct arena *arena)
{
    return (struct content){.operators = sink_in(arena), .line_width = 1, .face = FACE_NONE};
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

void content_set_font(struct content *content, size_t face, double size, double spacing)
{
    struct sink *sink = &content->operators;
    if (face != content->face || size < content->font_size || size > content->font_size) {
        sink_c(sink, "/F");
        sink_integer(sink, (int64_t)face);
        sink_byte(sink, ' ');
        content_number(sink, size);
        sink_c(sink, "Tf ");
    }
    if (spacing < content->spacing || spacing > content->spacing) {
        content_number(sink, spacing);
        sink_c(sink, "Tc ");
    }
    content->face = face;
    content->font_size = size;
    content->spacing = spacing;
}

uint32_t *content_add_run(struct content *content, struct arena *arena, uint16_t face, size_t count)
{
    ARENA_RESERVE_ONE(arena, content->runs, content->run_count, content->run_capacity);
    content->runs[content->run_count++] =
        (struct glyph_run){(uint32_t)content->operators.length, (uint32_t)count, face, content->is_said};
    size_t needed = content->character_count + count, before = content->character_capacity;
    if (needed > before) {
        content->character_capacity = needed > 2 * before ? needed : 2 * before;
        content->characters = arena_grow_unset(arena, content->characters, before * sizeof *content->characters,
                                               content->character_capacity * sizeof *content->characters);
    }
    content->character_count = needed;
    return content->characters + needed - count;
}

/* ---- parts ---- */

static struct content_part open_part(const struct content *content)
{
    return (struct content_part){.operators = sink_written(&content->operators),
                                 .runs = content->runs,
                                 .characters = content->characters,
                                 .run_count = content->run_count};
}

static void *copied(struct arena *arena, const void *items, size_t size)
{
    void *copy = arena_take_unset(arena, size);
    return size > 0 ? memcpy(copy, items, size) : copy;
}

static void add_part(struct content *content, struct arena *arena)
{
    struct content_part *part = ARENA_NEW(arena, struct content_part);
    *part = open_part(content);
    part->operators = text_copy(arena, part->operators);
    part->runs = copied(arena, content->runs, content->run_count * sizeof *content->runs);
    part->characters = copied(arena, content->characters, content->character_count * sizeof *content->characters);
    if (content->last)
        content->last->next = part;
    else
        content->first = part;
    content->last = part;
}

void content_pack(struct content *content, struct content *next, struct arena *arena)
{
    if (content->operators.length > 0)
        add_part(content, arena);
    next->operators = content->operators;
    next->operators.length = 0;
    next->runs = content->runs;
    next->run_capacity = content->run_capacity;
    next->characters = content->characters;
    next->character_capacity = content->character_capacity;
    next->run_count = next->character_count = 0;
    content->operators = sink_in(arena);
    content->runs = NULL;
    content->characters = NULL;
    content->run_count = content->run_capacity = content->character_count = content->character_capacity = 0;
}

/* ---- moves ---- */

enum { MOVE_IS_NONE = 1 << 14 };

static const uint32_t MOVE = UINT32_C(1) << 31; /* no character has that bit */

uint32_t content_move(double ems)
{
    return MOVE | (uint32_t)(MOVE_IS_NONE + lround(ems * FRACTIONS));
}

static bool is_move(uint32_t character)
{
    return (character & MOVE) != 0;
}

/* In a string, where it goes the other way: what is subtracted. */
static void write_move(struct sink *sink, uint32_t move)
{
    sink_byte(sink, '>');
    sink_integer(sink, MOVE_IS_NONE - (int64_t)(move & ~MOVE));
    sink_byte(sink, '<');
}

static bool has_moves(const struct glyph_run *run, const uint32_t *characters)
{
    for (size_t i = 0; i < run->count; i++)
        if (is_move(characters[i]))
            return true;
    return false;
}

/* ---- strings ---- */

static void sink_piece(struct sink *sink, size_t piece)
{
    sink_c(sink, "/MCID ");
    sink_integer(sink, (int64_t)piece);
}

void content_begin_piece(struct content *content, const char *tag, size_t piece)
{
    struct sink *sink = &content->operators;
    sink_byte(sink, '/');
    sink_c(sink, tag);
    sink_c(sink, "<<");
    sink_piece(sink, piece);
    sink_c(sink, ">>BDC\n");
}

void content_end_piece(struct content *content)
{
    sink_c(&content->operators, "EMC\n");
}

void content_begin_said(struct content *content, struct text text, size_t piece)
{
    struct sink *sink = &content->operators;
    sink_c(sink, "/Span<<");
    if (piece != PIECE_NONE)
        sink_piece(sink, piece);
    sink_c(sink, "/ActualText<FEFF");
    while (text.length > 0)
        character_write_hexadecimal(sink, text_next_character(&text));
    sink_c(sink, ">>>BDC\n");
    content->is_said = true;
}

void content_end_said(struct content *content)
{
    content_end_piece(content);
    content->is_said = false;
}

/* Where two characters share a glyph, its code can lead back to one of them only; a reader is told the other. */
static bool needs_actual_text(const struct glyph_run *run, const uint32_t *characters, const struct glyph_font *font)
{
    for (size_t i = 0; i < run->count; i++)
        if (!is_move(characters[i]) && glyph_font_find(font, characters[i])->is_shared)
            return !run->is_said;
    return false;
}

/* What a reader is told in place of a run: its characters. */
static void begin_actual_text(struct sink *sink, const struct glyph_run *run, const uint32_t *characters)
{
    sink_c(sink, "/Span<</ActualText<FEFF");
    for (size_t i = 0; i < run->count; i++)
        if (!is_move(characters[i]))
            character_write_hexadecimal(sink, characters[i]);
    sink_c(sink, ">>>BDC ");
}

static void write_run(struct sink *sink, const struct glyph_run *run, const uint32_t *characters,
                      const struct glyph_font *font)
{
    bool is_marked = needs_actual_text(run, characters, font), is_moved = has_moves(run, characters);
    if (is_marked)
        begin_actual_text(sink, run, characters);
    sink_c(sink, is_moved ? "[<" : "<");
    for (size_t i = 0; i < run->count; i++)
        if (is_move(characters[i]))
            write_move(sink, characters[i]);
        else
            hexadecimal_write_unit(sink, glyph_font_find(font, characters[i])->code);
    sink_c(sink, is_moved ? ">] TJ" : "> Tj");
    sink_c(sink, is_marked ? " EMC" : "");
}

static void encode_part(struct sink *sink, const struct content_part *part, const struct glyph_font *fonts)
{
    const uint32_t *characters = part->characters;
    size_t done = 0;
    for (size_t i = 0; i < part->run_count; i++) {
        const struct glyph_run *run = &part->runs[i];
        sink_text(sink, (struct text){part->operators.bytes + done, run->at - done});
        write_run(sink, run, characters, &fonts[run->face]);
        characters += run->count;
        done = run->at;
    }
    sink_text(sink, (struct text){part->operators.bytes + done, part->operators.length - done});
}

/* Two surrogate pairs that a reader is told, of a letter and its selector, and a code; what stands around a run. */
enum { CHARACTER_MOST = 20, RUN_MOST = 64 };

static size_t part_most(const struct content_part *part)
{
    size_t bytes = part->operators.length + part->run_count * RUN_MOST;
    for (size_t i = 0; i < part->run_count; i++)
        bytes += (size_t)part->runs[i].count * CHARACTER_MOST;
    return bytes;
}

static size_t encoded_most(const struct content *content)
{
    struct content_part open = open_part(content);
    size_t bytes = part_most(&open);
    for (const struct content_part *part = content->first; part; part = part->next)
        bytes += part_most(part);
    return bytes;
}

size_t content_encode_room(const struct content *content)
{
    return 2 * encoded_most(content) + RUN_MOST; /* a sink takes powers of two */
}

struct text content_encode(const struct content *content, const struct glyph_font *fonts, struct arena *arena)
{
    struct sink sink = sink_in(arena);
    struct content_part open = open_part(content);
    sink_widen(&sink, encoded_most(content));
    for (const struct content_part *part = content->first; part; part = part->next)
        encode_part(&sink, part, fonts);
    encode_part(&sink, &open, fonts);
    return sink_written(&sink);
}
