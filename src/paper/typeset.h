/* Text made into letters of known fonts, positions and lines; nothing is drawn here.
 *
 * All measures are points (1/72 inch). A character that no font has is reported once and leaves a gap. */
#ifndef BIWU_TYPESET_H
#define BIWU_TYPESET_H

#include "fonts.h"

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
    struct text about;              /* whom or what the text belongs to: named in faults; empty: the text itself */
    struct place place;             /* of it */
    struct missing_letter *missing; /* reported so far, each once */
    size_t missing_count, missing_capacity;
};

struct letter {
    uint32_t code_point;
    uint32_t glyph;
    uint16_t face;
    bool is_glued;  /* no line may end after it */
    bool is_mark;   /* stands on the letter before it */
    double advance; /* with tracking and padding */
    double padding; /* blank that makes a digit as wide as a 0, half of it before the digit */
    const struct style *style;
};

/* Part of a typeset text that stands on one line. */
struct line {
    struct letter *letters;
    size_t count;
    double width;   /* without the tracking after the last letter */
    double stretch; /* to add after each letter; 0 unless justified */
};

struct lines {
    struct line *items;
    size_t count;
    double widest;
    bool fits; /* no line is wider than asked for */
};

/* One part of a paragraph. */
struct span {
    struct text text;
    const struct style *style; /* is copied */
};

/* The letters of one text, unbroken. */
struct line typeset_line(struct typesetter *typesetter, const struct style *style, struct text text);
/* The same, made smaller until it is `width` wide, down to size `smallest`. The result is wider where that was not
 * enough. */
struct line typeset_fitted(struct typesetter *typesetter, const struct style *style, struct text text, double width,
                           double smallest);

/* Wraps at `width`, the first line indented by `indent`. Letters joined by U+2060 stay together; a longer stretch than a
 * line without any place to break is broken anywhere, unless glued. */
struct lines typeset_spans(struct typesetter *typesetter, const struct span *spans, size_t count, double width,
                           double indent);
struct lines typeset_wrapped(struct typesetter *typesetter, const struct style *style, struct text text, double width);
/* On one line if it fits down to size `smallest`, else wrapped at the largest size of at most `most_lines` lines; `fits`
 * is false where even `smallest` does not do. */
struct lines typeset_column(struct typesetter *typesetter, const struct style *style, struct text text, double width,
                            double smallest, size_t most_lines);

/* In as few lines as fit, all about as long: a last line of one letter is none. `fits` as above. */
struct lines typeset_balanced(struct typesetter *typesetter, const struct style *style, struct text text, double width,
                              size_t most_lines);

/* The widest part of a text that no line may end within: a word, a number, a glued name. */
double typeset_longest_part(struct typesetter *typesetter, const struct style *style, struct text text);

/* Spreads a wrapped paragraph's lines to `width` each, but the last; the first is `indent` shorter. */
void lines_justify(struct lines *lines, double width, double indent);

/* The text with U+2060 between its letters, so that it is never broken: for names. */
struct text typeset_glued(struct text text, struct arena *arena);
/* Glued text that may be broken behind its middle dots after all: a last resort for long names. */
struct text typeset_loosened(struct text glued, struct arena *arena);
/* Without any U+2060, as it was written. */
struct text typeset_unglued(struct text glued, struct arena *arena);

#endif
