/* libharu's objects while one file is made: for the files that write PDF, and none else. */
#ifndef BIWU_PDF_OBJECTS_H
#define BIWU_PDF_OBJECTS_H

#include <hpdf.h>

#include "deflate.h"
#include "pdf_file.h"

struct pdf_series;
struct pdf_contents;

/* libharu's handles and ours while one file is made. libharu remembers only its last error: the first is kept here. */
struct pdf_file {
    const struct pdf_parts *parts;
    struct arena scratch;
    HPDF_Doc haru;
    HPDF_Dict resources, fonts;
    const struct pdf_series *pages; /* their objects in the file */
    struct pdf_series *series;      /* the last one begun */
    struct pdf_contents *contents;  /* once they are begun */
    struct sink bytes;              /* the file itself */
    uint64_t fingerprint;           /* of all streams so far: the file's identifier, once all are written */
    uint64_t words;                 /* of the metadata, to the same end */
    HPDF_STATUS first_error;
};

/* What a stream's bytes are, by the name of the filter that unpacks them. */
#define PDF_DEFLATED "FlateDecode"
/* The entries of a stream object that tell its filter (NULL: none) and length; and its bytes, behind the entries. */
void pdf_sink_length(struct sink *entries, const char *filter, size_t length);
HPDF_STATUS pdf_write_stream(HPDF_Stream stream, struct text bytes);

/* The hash of a stream's bytes, as they stand in the file, goes into its identifier. */
void pdf_fingerprint(struct pdf_file *file, uint64_t hash);
/* A picture; NULL after an error. */
HPDF_Dict pdf_add_picture(struct pdf_file *file, const struct picture *picture);
/* A new stream object, of bytes that may be packed already, and then stay in use; a new dictionary that others refer to,
 * and one of a type; a string. NULL after an error. */
HPDF_Dict pdf_add_stream(struct pdf_file *file, struct text bytes);
HPDF_Dict pdf_add_packed(struct pdf_file *file, struct packed packed);
HPDF_Dict pdf_add_object(struct pdf_file *file);
/* The entries of a new dictionary, as they will stand in the file, in place of any others. `entries` stays in use. */
void pdf_write_entries(struct pdf_file *file, HPDF_Dict dictionary, struct text entries);
HPDF_Dict pdf_add_dictionary(struct pdf_file *file, const char *type);
HPDF_Binary pdf_new_utf16(struct pdf_file *file, struct text text);

/* "595.28", to a hundredth; "[0 0 595.28 841.89]". */
void pdf_sink_real(struct sink *sink, double number);
void pdf_sink_reals(struct sink *sink, const double *numbers, size_t count);
void pdf_add_reals(HPDF_Array array, const double *numbers, size_t count);

/* The embedded fonts, behind all else: they may still be in the cutting. */
void pdf_add_fonts(struct pdf_file *file);

#endif
