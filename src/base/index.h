/* From a text to a number: ids and names to their places in an array. */
#ifndef BIWU_INDEX_H
#define BIWU_INDEX_H

#include "text.h"

#define INDEX_NONE SIZE_MAX
/* The text stands for more than one number. */
#define INDEX_AMBIGUOUS (SIZE_MAX - 1)

struct index_entry {
    const char *bytes; /* the key, borrowed; NULL: a free entry */
    uint32_t length, hash;
    size_t number;
};

/* Open addressing; all zero bytes but for the arena are an empty index. Keys are shorter than 4 GiB. */
struct index {
    struct arena *arena;
    struct index_entry *entries;
    size_t count, capacity;
};

struct index index_in(struct arena *arena);
/* The number known for `key`, INDEX_NONE or INDEX_AMBIGUOUS. */
size_t index_find(const struct index *index, struct text key);
/* Makes room for so many keys at once. */
void index_expect(struct index *index, size_t count);
/* Makes `key` stand for `number`; where it stands for another one already it becomes ambiguous. */
void index_add(struct index *index, struct text key, size_t number);
/* The known key nearest to `key` by edits, for hints; an empty text where none is near (at most a third of its
 * characters, and at least one, may differ), or where keys of several numbers are equally near: 05 among 01, 02, 03. */
struct text index_nearest(const struct index *index, struct text key, struct arena scratch);

#endif
