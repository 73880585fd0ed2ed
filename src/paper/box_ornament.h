/* Two fine lines and a lozenge between them, in the middle of a template's box. */
#ifndef BIWU_BOX_ORNAMENT_H
#define BIWU_BOX_ORNAMENT_H

#include "canvas.h"
#include "template.h"

void box_ornament_draw(const struct template_box *box, const double offset[2], struct canvas *canvas);

#endif
