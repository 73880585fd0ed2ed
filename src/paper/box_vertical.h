/* Lines that go down: hanzi upright below each other, Latin letters and figures lying. */
#ifndef BIWU_BOX_VERTICAL_H
#define BIWU_BOX_VERTICAL_H

#include "placed_lines.h"

/* Places the letters of a line, typeset as a vertical one, around the middle `x`, from `y` down. */
void box_vertical_place(const struct line *line, double x, double y, bool begins, struct typesetter *typesetter,
                        struct placed_lines *placed);

#endif
