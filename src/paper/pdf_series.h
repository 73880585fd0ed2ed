/* Objects of one kind, by the thousand, with numbers that follow each other: pages, their contents, their structure.
 *
 * libharu would keep a dictionary of a kilobyte for each. Here one dictionary stands in its table under all the numbers,
 * and what each of them holds is written when its turn comes. */
#ifndef BIWU_PDF_SERIES_H
#define BIWU_PDF_SERIES_H

#include "pdf_objects.h"

/* Writes the entries of object `at`, which counts from 0, in the order of their numbers; a stream's bytes go to *stream.
 * Both live in `scratch`. */
typedef void pdf_series_fn(void *context, size_t at, struct sink *entries, struct packed *stream,
                           struct arena *scratch);

struct pdf_series {
    struct pdf_file *file;
    HPDF_Dict dictionary;
    size_t first, count;        /* numbers */
    struct pdf_series *earlier; /* of the same file */
    size_t written;
    struct packed stream; /* of the one that is being written */
    struct arena scratch;
    pdf_series_fn *write;
    void *context;
};

/* Takes `count` numbers. The series must stay where it is until pdf_series_end_all(). False after an error. */
bool pdf_series_begin(struct pdf_series *series, struct pdf_file *file, size_t count, pdf_series_fn *write,
                      void *context);

/* Before libharu frees its table, in which a series stands many times: takes them out, and frees each once. */
void pdf_series_end_all(struct pdf_file *file);

/* "12 0 R": a reference to object `at` of a series; to any object of libharu's. */
void pdf_series_refer(struct sink *sink, const struct pdf_series *series, size_t at);
void pdf_refer(struct sink *sink, HPDF_Dict object);

#endif
