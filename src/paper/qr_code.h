/* QR codes on paper, which phones and cameras read. */
#ifndef BIWU_QR_CODE_H
#define BIWU_QR_CODE_H

#include "canvas.h"

/* What a code of 109 modules holds, where a seventh of it may be lost. Drawn 22 mm wide, as on all our papers, its modules
 * are 0.2 mm wide: finer ones few phones read. */
enum { QR_CODE_MOST_BYTES = 855 };

/* The white that must stay around a code, whatever lies there, in modules. */
enum { QR_CODE_QUIET = 4 };

/* Draws `text`, UTF-8, in black on white, `size` wide and high, its upper left corner at (x, y), and the white around it. A text of
 * 300 bytes makes 69 modules: the white is then size / 17 wide, and never more than size / 5. Draws nothing where the text
 * is empty. Needs no more than QR_CODE_MOST_BYTES. */
void qr_code_draw(struct canvas *canvas, struct text text, double x, double y, double size);

#endif
