/* A bare CFF font table, as far as a PDF must know it: which CID draws which glyph. */
#ifndef BIWU_CFF_H
#define BIWU_CFF_H

#include "text.h"

struct cff_charset {
    uint16_t *cids; /* by glyph; a font that is not CID-keyed gives the glyph's own number */
    size_t count;
    bool is_cid_keyed;
};

/* Reads the charset; false for a table that is cut short or malformed. */
bool cff_read_charset(struct text cff, struct cff_charset *charset, struct arena *arena);

#endif
