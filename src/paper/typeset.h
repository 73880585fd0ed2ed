/* Letters made into lines; nothing is drawn here.
 *
 * All measures are points (1/72 inch). */
#ifndef BIWU_TYPESET_H
#define BIWU_TYPESET_H

#include "letters.h"

/* Part of a typeset text that stands on one line. */
struct line {
    struct letter *letters;
    size_t count;
    double width;   /* of what is seen: without the last letter's tracking, and blank halves of marks at its ends */
    double first;   /* blank half of the first letter, which stands before the line's beginning */
    double stretch; /* to add after each letter; 0 unless justified */
    bool is_parted; /* a blank stood where the next line begins */
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

/* Wraps at `width`, the first line indented by `indent`. A span that is set wider than the next stands a little apart from
 * it. Letters joined by U+2060 stay together; a longer stretch than a
 * line without any place to break is broken anywhere, unless glued. */
struct lines typeset_spans(struct typesetter *typesetter, const struct span *spans, size_t count, double width,
                           double indent);
struct lines typeset_wrapped(struct typesetter *typesetter, const struct style *style, struct text text, double width);
/* On one line, at its own size. */
struct lines typeset_single(struct typesetter *typesetter, const struct style *style, struct text text, double width);
/* On one line if it fits down to size `smallest`, else wrapped at the largest size of at most `most_lines` lines; `fits`
 * is false where even `smallest` does not do. */
struct lines typeset_column(struct typesetter *typesetter, const struct style *style, struct text text, double width,
                            double smallest, size_t most_lines);

/* In as few lines as fit, all about as long: a last line of one letter is none. `fits` as above. */
struct lines typeset_balanced(struct typesetter *typesetter, const struct style *style, struct text text, double width,
                              size_t most_lines);

/* The widest part of an unbroken text that no line may end within: a word, a number, a glued name. */
double line_longest_part(const struct line *line);

/* On one line, made smaller down to size `smallest` and then cut, with … at its end. */
struct line typeset_cut(struct typesetter *typesetter, const struct style *style, struct text text, double width,
                        double smallest);

/* Spreads a wrapped paragraph's lines to `width` each, but the last and such as would become too wide apart; the first
 * is `indent` shorter. */
void lines_justify(struct lines *lines, double width, double indent);

#endif
