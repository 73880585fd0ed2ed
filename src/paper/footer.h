/* What stands at the foot of every page: the result's check, whether it is signed, page x of y. */
#ifndef BIWU_FOOTER_H
#define BIWU_FOOTER_H

#include "canvas.h"
#include "edition.h"
#include "wording.h"

/* Whether the result is official: by which revision of which day, or that nobody has signed it. In `arena`. */
struct text footer_state(enum language language, const struct edition *edition, struct arena *arena);

/* Draws it on the pages from `first` on, once all are there; they count as pages 1, 2 … The state has a line of its own
 * where a page is too narrow for one. */
void footers_draw(struct canvas *canvas, struct typesetter *typesetter, size_t first, enum language language,
                  const struct edition *edition);

#endif
