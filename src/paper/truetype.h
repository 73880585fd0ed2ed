/* A TrueType font cut down to some of its glyphs, without hints: what HarfBuzz does too, in a tenth of the time, which is
 * what most of a small document takes. */
#ifndef BIWU_TRUETYPE_H
#define BIWU_TRUETYPE_H

#include "text.h"

/* The tables of a font that its outlines need, by OpenType's names; borrowed from the file. */
struct truetype {
    struct text glyf, head, hhea, hmtx, loca, maxp;
    size_t glyph_count, metric_count;
    bool is_long; /* four bytes an entry of loca, else two */
};

/* False where a table is missing, too short for what another says, or of an unknown form. Metrics may be too few, as in
 * some fonts in use. */
bool truetype_read(struct truetype *font, struct text glyf, struct text head, struct text hhea, struct text hmtx,
                   struct text loca, struct text maxp);

struct truetype_subset {
    struct text program; /* a font file of these six tables, the outlines first */
    size_t glyph_count;
    const uint32_t *begins; /* where in it each glyph's outline begins, and behind the last: where that ends */
};

/* Glyph 0, then these, each under the number of its place, 1, 2, 3 …, and behind them the parts of which some consist.
 * False where the font has no such glyph, one of them is malformed, or there would be more than 65,535. */
bool truetype_cut(const struct truetype *font, const uint32_t *glyphs, size_t count, struct truetype_subset *subset,
                  struct arena *arena);

#endif
