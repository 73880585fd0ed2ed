/* libharu's objects while one file is made: for the files that write PDF, and none else. */
#ifndef BIWU_PDF_OBJECTS_H
#define BIWU_PDF_OBJECTS_H

#include <hpdf.h>

#include "pdf_file.h"

struct libdeflate_compressor;

/* libharu's handles and ours while one file is made. libharu remembers only its last error: the first is kept here. */
struct pdf_file {
    const struct pdf_parts *parts;
    struct arena scratch;
    HPDF_Doc haru;
    struct libdeflate_compressor *compressor;
    HPDF_Dict resources;
    uint64_t fingerprint; /* of all streams: the file's identifier */
    HPDF_STATUS first_error;
};

/* Gives a stream object its bytes, deflated. */
void pdf_fill_stream(struct pdf_file *file, HPDF_Dict dictionary, struct text bytes);
/* A picture; NULL after an error. */
HPDF_Dict pdf_add_picture(struct pdf_file *file, const struct picture *picture);
/* A new stream object, deflated; a new dictionary that others refer to, and one of a type; a string. NULL after an
 * error. */
HPDF_Dict pdf_add_stream(struct pdf_file *file, struct text bytes);
HPDF_Dict pdf_add_object(struct pdf_file *file);
/* The entries of a new dictionary, as they will stand in the file, in place of any others. `entries` stays in use. */
void pdf_write_entries(struct pdf_file *file, HPDF_Dict dictionary, struct text entries);
HPDF_Dict pdf_add_dictionary(struct pdf_file *file, const char *type);
HPDF_Binary pdf_new_utf16(struct pdf_file *file, struct text text);

/* To a hundredth, so that the bytes are the same everywhere. */
HPDF_REAL pdf_rounded(double number);
void pdf_add_reals(HPDF_Array array, const double *numbers, size_t count);

/* An embedded font; NULL after an error. */
HPDF_Dict pdf_add_font(struct pdf_file *file, const struct glyph_font *font);

#endif
