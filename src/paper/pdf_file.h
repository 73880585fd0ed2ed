/* The PDF container: pages, forms and embedded fonts become objects of one file. */
#ifndef BIWU_PDF_FILE_H
#define BIWU_PDF_FILE_H

#include "canvas.h"
#include "glyph_font.h"

/* What goes into the file. */
struct pdf_parts {
    const struct canvas *canvas;
    const struct glyph_font *fonts; /* by face; unused ones have no face */
    size_t font_count;
    const struct document_title *title;
};

/* The file's bytes, in `arena`; false and a fault with libharu's first error code otherwise. */
bool pdf_file_write(const struct pdf_parts *parts, struct arena *arena, struct arena scratch, struct text *bytes,
                    struct faults *faults);

#endif
