/* Small signs that are told apart by their shape, also where a copier knows no colours. Measures are points. */
#ifndef BIWU_SYMBOL_H
#define BIWU_SYMBOL_H

#include "canvas.h"

enum symbol {
    SYMBOL_NONE,
    SYMBOL_STAR, /* of five points */
    SYMBOL_DISC,
    SYMBOL_RING,
};

/* Draws it around a point, of the size of a disc of this radius. */
void symbol_draw(struct canvas *canvas, enum symbol symbol, double x, double y, double radius, uint32_t colour);

#endif
