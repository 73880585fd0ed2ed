/* Names of files made of words from a contest. */
#ifndef BIWU_FILE_NAMES_H
#define BIWU_FILE_NAMES_H

#include "text.h"

struct file_names {
    struct text *taken;
    size_t count, capacity;
};

/* START + word + END as a name that is safe in any folder (no slash, control character or leading dot; at most 200
 * bytes) and differs from all that this list has given before, by "-2", "-3" … where words are alike. */
struct text file_name_for(struct file_names *names, const char *start, struct text word, const char *end,
                          struct arena *arena);

/* Whether a name has this ending, ".csv" say, and more before it, in small or capital letters. */
bool file_name_ends_in(struct text name, struct text ending);

#endif
