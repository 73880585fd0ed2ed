/* A picture on the terminal that standard output is, drawn anew in place of the former. */
#ifndef BIWU_SCREEN_H
#define BIWU_SCREEN_H

#include "fault.h"

struct screen {
    struct text document; /* lines */
    struct text notes;    /* lines below it */
    struct text status;   /* the last line */
};

/* What the window has no room for is left out, and how much that is stands in its place: of the notes what goes over
 * half of it, of the document what goes over the rest. False, reported, where standard output has gone. */
bool screen_draw(const struct screen *screen, struct arena scratch, struct faults *faults);

#endif
