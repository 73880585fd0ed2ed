/* Text as letters of known fonts: what lines are made of.
 *
 * All measures are points (1/72 inch). A character that no font has is reported once and leaves a gap. */
#ifndef BIWU_LETTERS_H
#define BIWU_LETTERS_H

#include "fonts.h"

/* How letters that follow each other stand. */
enum letter_spacing {
    SPACING_TEXT, /* marks without the blank that their neighbour has, too; hanzi and Latin letters a quarter em apart, but not
                     where they are glued */
    SPACING_CELL,  /* in tables: without the quarter ems, or a column would not be one of equal letters */
    SPACING_SQUARE /* each in its own square, as in official notices */
};

struct style {
    enum font_role role;
    double size;     /* of the em */
    double tracking; /* added after each letter */
    uint32_t colour; /* 0xRRGGBB */
};

/* A character that no font has, and whom it belongs to. */
struct missing_letter {
    uint32_t code_point;
    struct text about;
};

/* What every act of typesetting needs. */
struct typesetter {
    const struct fonts *fonts;
    struct arena *arena; /* letters and lines live here */
    struct faults *faults;
    struct text about;  /* whom or what the text belongs to: named in faults; may be empty */
    struct place place; /* of it */
    enum letter_spacing spacing;
    bool is_vertical;               /* lines go down: punctuation takes the form for it */
    struct missing_letter *missing; /* reported so far, each once */
    size_t missing_count, missing_capacity;
};

struct letter {
    uint32_t code_point;
    uint32_t character; /* the code point in the form that is drawn: see character.h */
    uint32_t glyph;
    uint16_t face;
    bool is_glued;  /* no line may end after it */
    bool is_mark;   /* stands on the letter before it */
    uint8_t blank;  /* enum blank_half: what it gives up at a line's beginning or end */
    double advance; /* with tracking and padding */
    double move;    /* towards the next letter on its line; behind the line's last it does not count */
    double padding; /* blank that makes a digit as wide as a 0, half of it before the digit */
    const struct style *style;
};

struct letters {
    struct letter *items;
    size_t count, capacity;
};

/* Adds the letters of a text; `style` must outlive them. A character that no font has is reported once for each
 * typesetter.about (once for all where that is empty) and becomes a letter without glyph and width. */
void letters_add(struct typesetter *typesetter, struct letters *letters, const struct style *style, struct text text);

/* Letters that are only measured: what was set since measure_begin() is given back, unless some are missing, since what is
 * told of those stays. */
struct measure {
    struct arena before;
    size_t missing;
};
struct measure measure_begin(const struct typesetter *typesetter);
void measure_end(struct typesetter *typesetter, const struct measure *measure);

/* A copy of the style that lives as long as the letters. */
const struct style *letters_style(struct typesetter *typesetter, const struct style *style);

#endif
