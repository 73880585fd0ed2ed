/* Control characters: but for those that end lines and part columns they never stand in text, and would reach
 * terminals. */
#ifndef BIWU_CONTROLS_H
#define BIWU_CONTROLS_H

#include "text.h"

/* The byte at which the first control character stands, C0, DEL or C1, that is none of tab, LF and CR; false where there
 * is none. `utf8` is well-formed. */
bool controls_find(struct text utf8, size_t *at);

#endif
