#include "to_unicode.h"

#include "character.h"

#include <stdlib.h>

enum { BLOCK_MOST = 100 };

static const char opening[] = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                              "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
                              "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                              "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
static const char closing[] = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";

static void write_entry(struct sink *sink, const struct embedded_glyph *glyph)
{
    sink_byte(sink, '<');
    hexadecimal_write_unit(sink, glyph->code);
    sink_c(sink, "> <");
    character_write_hexadecimal(sink, glyph->character);
    sink_c(sink, ">\n");
}

struct text to_unicode_write(const struct embedded_glyph *glyphs, size_t count, struct arena *arena,
                             struct arena scratch)
{
    struct embedded_glyph *entries = ARENA_ARRAY(&scratch, struct embedded_glyph, count);
    size_t left = 0;
    for (size_t i = 0; i < count; i++)
        if (!glyphs[i].is_shared)
            entries[left++] = glyphs[i];
    qsort(entries, left, sizeof *entries, embedded_glyphs_by_code);

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
