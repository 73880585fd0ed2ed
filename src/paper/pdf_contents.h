/* The contents of pages, encoded and deflated: in documents of many pages by several threads, ahead of being written. */
#ifndef BIWU_PDF_CONTENTS_H
#define BIWU_PDF_CONTENTS_H

#include "ahead.h"
#include "pdf_series.h"

/* Where some pages' contents lie until they are written. */
struct contents_slot;

struct pdf_contents {
    struct pdf_series series;
    struct pdf_file *file;
    struct contents_slot *slots; /* NULL: each page is made when it is written */
    struct ahead ahead;
    size_t slot; /* of the page that was written last */
};

/* Takes a number for each page. The contents must stay where they are until pdf_contents_end(). False after an error. */
bool pdf_contents_begin(struct pdf_contents *contents, struct pdf_file *file);
/* Once the file is written, or will not be. */
void pdf_contents_end(struct pdf_contents *contents);

#endif
