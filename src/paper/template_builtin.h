/* The templates that the program brings: templates/certificates/, embedded when the library is built.
 *
 * NAME.txt is for contests in Chinese, NAME.en.txt for those in English. */
#ifndef BIWU_TEMPLATE_BUILTIN_H
#define BIWU_TEMPLATE_BUILTIN_H

#include "contest.h"

/* The bytes of a template by its name; false where there is none in this language. */
bool template_find_builtin(struct text name, enum language language, struct text *bytes);
/* The nearest name, for hints; empty where none is near. */
struct text template_nearest_builtin(struct text name, enum language language, struct arena scratch);
/* All names of a language: "award, honour". */
struct text template_list_builtin(enum language language, struct arena *arena);

#endif
