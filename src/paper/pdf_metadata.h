/* What a PDF says of itself, as PDF/A-1b wants it: title, author, subject, language, what its colours mean, and that it
 * is PDF/A. */
#ifndef BIWU_PDF_METADATA_H
#define BIWU_PDF_METADATA_H

#include "pdf_objects.h"

/* Writes the Info dictionary, the same in XMP, the output intent and the identifier, which follows from all streams of
 * the file. No date is told: the clock would make the same document another file each time. */
void pdf_add_metadata(struct pdf_file *file);

#endif
