/* What lies under the texts of certificates, drawn as lines and areas of our own design. */
#ifndef BIWU_BACKGROUNDS_H
#define BIWU_BACKGROUNDS_H

#include "canvas.h"
#include "template.h"

/* On coloured paper to the edge of the sheet. */
void background_draw(struct canvas *canvas, enum template_background background, double width, double height);

/* The drawings, on paper that is coloured already. */
void background_draw_fret(struct canvas *canvas, double width, double height);
void background_draw_honour(struct canvas *canvas, double width, double height);
void background_draw_modern(struct canvas *canvas, double width, double height);

#endif
