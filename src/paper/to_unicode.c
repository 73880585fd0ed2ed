#include "to_unicode.h"

#include <stdlib.h>

enum { BLOCK_MOST = 100 };

static const char opening[] = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                              "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
                              "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                              "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
static const char closing[] = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";

static void write_unit(struct sink *sink, uint32_t unit)
{
    for (int shift = 12; shift >= 0; shift -= 4)
        sink_byte(sink, "0123456789ABCDEF"[unit >> shift & 0xF]);
}

static void write_entry(struct sink *sink, const struct embedded_glyph *glyph)
{
    uint32_t code_point = glyph->code_point;
    sink_byte(sink, '<');
    write_unit(sink, glyph->code);
    sink_c(sink, "> <");
    if (code_point >= 0x10000) {
        write_unit(sink, 0xD7C0 + (code_point >> 10));
        code_point = 0xDC00 | (code_point & 0x3FF);
    }
    write_unit(sink, code_point);
    sink_c(sink, ">\n");
}

static int by_code(const void *left, const void *right)
{
    const struct embedded_glyph *a = left, *b = right;
    return (a->code > b->code) - (a->code < b->code);
}

struct text to_unicode_write(const struct embedded_glyph *glyphs, size_t count, struct arena *arena,
                             struct arena scratch)
{
    struct embedded_glyph *entries = ARENA_ARRAY(&scratch, struct embedded_glyph, count);
    size_t left = 0;
    for (size_t i = 0; i < count; i++)
        if (!glyphs[i].is_shared)
            entries[left++] = glyphs[i];
    qsort(entries, left, sizeof *entries, by_code);

    struct sink sink = sink_in(arena);
    sink_c(&sink, opening);
    for (const struct embedded_glyph *entry = entries; left > 0;) {
        size_t block = left < BLOCK_MOST ? left : BLOCK_MOST;
        sink_integer(&sink, (int64_t)block);
        sink_c(&sink, " beginbfchar\n");
        for (size_t i = 0; i < block; i++)
            write_entry(&sink, entry++);
        sink_c(&sink, "endbfchar\n");
        left -= block;
    }
    sink_c(&sink, closing);
    return sink_written(&sink);
}
