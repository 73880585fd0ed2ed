/* The structure tree of a tagged PDF. */
#ifndef BIWU_PDF_STRUCTURE_H
#define BIWU_PDF_STRUCTURE_H

#include "pdf_objects.h"

/* From the tags of the canvas's pages, which are file->pages. */
void pdf_add_structure(struct pdf_file *file);

#endif
