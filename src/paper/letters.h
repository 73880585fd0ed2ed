/* Text as letters of known fonts: what lines are made of. */
#ifndef BIWU_LETTERS_H
#define BIWU_LETTERS_H

#include "typeset.h"

struct letters {
    struct letter *items;
    size_t count, capacity;
};

/* Adds the letters of a text; `style` must outlive them. A character that no font has is reported once for each
 * typesetter.about (or text, where that is empty) and becomes a letter without glyph and width. */
void letters_add(struct typesetter *typesetter, struct letters *letters, const struct style *style, struct text text);

/* A copy of the style that lives as long as the letters. */
const struct style *letters_style(struct typesetter *typesetter, const struct style *style);

#endif
