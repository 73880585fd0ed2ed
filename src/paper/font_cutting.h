/* The fonts of one document. Their codes are there at once, so that pages can be written while other threads still cut their
 * outlines. */
#ifndef BIWU_FONT_CUTTING_H
#define BIWU_FONT_CUTTING_H

#include "canvas.h"
#include "crew.h"
#include "glyph_font.h"

struct font_cutting {
    const struct canvas *canvas;
    struct glyph_font *fonts;    /* by face; unused ones have no face */
    size_t count;                /* of faces */
    struct font_making *makings; /* by thread */
    atomic_size_t begun, cut;    /* faces that somebody has taken on */
    struct crew_sharing sharing;
    bool is_over;
};

/* Begins with the fonts of what was drawn. False and a fault where one cannot be had; else font_cutting_end() must
 * follow. */
bool font_cutting_begin(struct font_cutting *cutting, const struct canvas *canvas, struct arena *scratch,
                        struct faults *faults);

/* Until they are whole. May be called again. */
void font_cutting_wait(struct font_cutting *cutting);

/* Waits, and tells the font that could not be cut: false and a fault. */
bool font_cutting_end(struct font_cutting *cutting, struct faults *faults);

#endif
