/* Short texts from files in their plain form: for numbers, states and headers, never for names. */
#ifndef BIWU_PLAIN_H
#define BIWU_PLAIN_H

#include "text.h"

/* Longer texts are no number, state or header. */
enum { PLAIN_MOST_BYTES = 64 };

struct plain {
    char bytes[PLAIN_MOST_BYTES];
    size_t length;
};

/* `written` without blanks around it, full-width forms (U+FF01-FF5E, U+3000) made plain. False where that is longer
 * than PLAIN_MOST_BYTES; *plain then holds the front of it. */
bool plain_from_text(struct text written, struct plain *plain);
/* Borrowed from `plain`. */
struct text plain_text(const struct plain *plain);

/* Whether they are equal but for the case of ASCII letters. */
bool text_is_word(struct text a, struct text b);
bool text_contains(struct text text, struct text part);

enum { SHOWN_CHARACTERS = 40, SHOWN_MOST_BYTES = 4 * SHOWN_CHARACTERS };

struct shown {
    char bytes[SHOWN_MOST_BYTES];
};

/* The front of a text from a file, short enough for a message and on one line; lives as long as the block. */
#define SHOWN(written) shown_in(&(struct shown){{0}}, (written))
struct text shown_in(struct shown *shown, struct text written);

#endif
