/* One slip of a judge: what it says, how high it is, and how it is drawn. Measures are points. */
#ifndef BIWU_BLANK_SLIP_H
#define BIWU_BLANK_SLIP_H

#include "document.h"

struct blank_slip {
    const struct round *round;
    struct text panel, seat; /* the judge's; seat: its number in the panel */
    size_t sector;           /* in contest.sectors */
    size_t contestant;       /* INDEX_NONE: number and name are written in */
    size_t number, count;    /* which of the judge's slips, from 1 */
    size_t first, end;       /* the criteria on this slip, [first, end) */
};

/* The widths and texts that all slips of a round share. */
struct slip_form {
    const struct round *round;
    struct lines *names, *hints; /* one a criterion */
    double *heights;             /* beside them */
    bool has_hints;
    struct lines occasion;  /* contest, level and place */
    struct lines *headings; /* round and sector, one a sector */
    double heading;         /* how high both are */
};

struct slip_form slip_form_of(struct document *document, const struct round *round);
/* How high a slip with the criteria [first, end) is; the sum stands on the last. */
double slip_height(const struct slip_form *form, size_t first, size_t end);
/* Draws it, `top` below the upper edge of the page. */
void slip_draw(struct document *document, const struct slip_form *form, const struct blank_slip *slip, double top,
               double height);

#endif
