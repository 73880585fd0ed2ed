/* The CMap that leads a reader from an embedded font's codes back to characters. */
#ifndef BIWU_TO_UNICODE_H
#define BIWU_TO_UNICODE_H

#include "glyph_font.h"

/* One entry a code (shared codes: the first character), at most 100 a block, surrogate pairs beyond U+FFFF. */
struct text to_unicode_write(const struct embedded_glyph *glyphs, size_t count, struct arena *arena,
                             struct arena scratch);

#endif
