/* How text for people at a terminal is written: their language, colour, width.
 *
 * A message is written in English in the code and marked for the catalogue by MESSAGE(…), or by N_ where it stands
 * outside a message. */
#ifndef BIWU_STYLE_H
#define BIWU_STYLE_H

#include "fault.h"

/* The English text in the user's language, or the same pointer where there is no translation. */
typedef const char *translate_fn(const char *english);

/* Marks a text for the catalogue; it is translated where it is written. */
#define N_(english) english

struct style {
    translate_fn *translate;
    bool is_coloured; /* ANSI sequences are wanted */
    size_t width;     /* columns of the terminal; 0: no limit */
};

enum tint { TINT_PLAIN, TINT_BOLD, TINT_DIM, TINT_GOOD, TINT_NOTE, TINT_BAD, TINT_COUNT };

/* The sequence that begins a tint, for libraries; NULL for TINT_PLAIN. */
const char *tint_sequence(enum tint tint);

/* The translated message with its arguments. */
void style_write(struct sink *sink, const struct style *style, struct message message);
/* The same between the sequences of a tint, where colour is wanted. */
void style_write_tinted(struct sink *sink, const struct style *style, enum tint tint, struct message message);
void style_begin(struct sink *sink, const struct style *style, enum tint tint);
void style_end(struct sink *sink, const struct style *style, enum tint tint);
/* The translated message as a text of its own. */
struct text style_text(struct arena *arena, const struct style *style, struct message message);

#endif
