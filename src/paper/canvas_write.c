/* The second pass: the characters used become fonts, and all of it a file. */
#include "canvas.h"
#include "font_cutting.h"
#include "pdf_file.h"

bool canvas_write(const struct canvas *canvas, const struct document_title *title, struct arena *arena,
                  struct arena scratch, struct text *pdf_bytes, struct faults *faults)
{
    struct font_cutting cutting;
    if (!font_cutting_begin(&cutting, canvas, &scratch, faults))
        return false;
    struct pdf_parts parts = {.canvas = canvas, .cutting = &cutting, .title = title};
    bool is_written = pdf_file_write(&parts, arena, scratch, pdf_bytes, faults);
    return font_cutting_end(&cutting, faults) && is_written;
}
