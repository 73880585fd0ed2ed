/* The drawn frame of a certificate: warm white paper, a deep red line, fine gold ones, a fret in each corner. */
#ifndef BIWU_CERTIFICATE_BORDER_H
#define BIWU_CERTIFICATE_BORDER_H

#include "canvas.h"

/* Records it as a form of this size and gives the form's number. */
size_t certificate_border_form(struct canvas *canvas, double width, double height);

#endif
