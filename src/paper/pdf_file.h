/* The PDF container: pages, forms and embedded fonts become objects of one file. */
#ifndef BIWU_PDF_FILE_H
#define BIWU_PDF_FILE_H

#include "canvas.h"
#include "font_cutting.h"

/* What goes into the file. */
struct pdf_parts {
    const struct canvas *canvas;
    struct font_cutting *cutting; /* begun; waited for before outlines are written */
    const struct document_title *title;
};

/* The file's bytes, in `arena`; false and a fault with libharu's first error code otherwise. */
bool pdf_file_write(const struct pdf_parts *parts, struct arena *arena, struct arena scratch, struct text *bytes,
                    struct faults *faults);

#endif
