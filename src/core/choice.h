/* A rule's words: a table of the values that one key of contest.yaml takes. The reader, `biwu help rules`, the
 * documentation and the engine read the same rows. */
#ifndef BIWU_CHOICE_H
#define BIWU_CHOICE_H

#include "text.h"

struct choice {
    struct text name; /* as written in contest.yaml */
    int value;        /* the enumerator */
    const char *help; /* English, translatable */
};

struct choices {
    const struct choice *items;
    size_t count;
};

/* The row with this name, or NULL. */
const struct choice *choice_find(const struct choices *choices, struct text name);
/* The name of a value that the table holds. */
struct text choice_name(const struct choices *choices, int value);

#endif
