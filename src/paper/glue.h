/* U+2060, word joiner, as glue: text that must not be broken between lines. */
#ifndef BIWU_GLUE_H
#define BIWU_GLUE_H

#include "text.h"

/* The text with glue between its letters, so that it is never broken: for names. */
struct text glue_text(struct text text, struct arena *arena);
/* Glued text that may be broken behind middle dots, hyphens and blanks after all: a last resort for long names. */
struct text glue_loosened(struct text glued, struct arena *arena);
/* Without any glue, as it was written. */
struct text glue_removed(struct text glued, struct arena *arena);
bool glue_holds(struct text text);

#endif
