#include "backgrounds.h"

#include <stddef.h>

static void (*const drawings[])(struct canvas *canvas, double width, double height) = {
    [BACKGROUND_NONE] = NULL,
    [BACKGROUND_FRET] = background_draw_fret,
    [BACKGROUND_HONOUR] = background_draw_honour,
    [BACKGROUND_MODERN] = background_draw_modern,
};

void background_draw(struct canvas *canvas, enum template_background background, double width, double height)
{
    double beyond = canvas_surface(canvas)->bleed;
    if (!drawings[background])
        return;
    canvas_fill_box(canvas, -beyond, -beyond, width + 2 * beyond, height + 2 * beyond, TEMPLATE_WARM_WHITE);
    drawings[background](canvas, width, height);
}
