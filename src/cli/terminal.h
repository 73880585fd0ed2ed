/* What the streams are connected to: colour and size. */
#ifndef BIWU_TERMINAL_H
#define BIWU_TERMINAL_H

#include "style.h"

/* The style for a file descriptor: colour and a width only where it is a terminal; no colour where NO_COLOR is set to
 * anything or TERM is dumb. Texts in the user's language. */
struct style terminal_style(int descriptor);
/* Columns of the terminal, 0 where it is none or does not tell. */
size_t terminal_width(int descriptor);
/* Its rows, 0 likewise. */
size_t terminal_height(int descriptor);
/* Whether the cursor can be moved: a terminal that is not dumb. */
bool terminal_is_drawable(int descriptor);

#endif
