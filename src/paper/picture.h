/* A PNG or JPEG image, ready to go into PDF files.
 *
 * PDF/A knows neither transparency nor, in our files, inks: what is transparent in a PNG takes the colour of the paper, and
 * a JPEG of inks (CMYK) is refused. */
#ifndef BIWU_PICTURE_H
#define BIWU_PICTURE_H

#include "text.h"

struct picture {
    size_t width, height; /* in dots */
    bool is_grey;         /* else RGB */
    bool is_jpeg;         /* else deflated dots */
    struct text stream;
};

enum picture_reading {
    PICTURE_READ,
    PICTURE_UNKNOWN,   /* neither PNG nor JPEG */
    PICTURE_DAMAGED,   /* cut off, or not what the format allows */
    PICTURE_OF_INKS,   /* a JPEG in CMYK */
    PICTURE_TOO_LARGE, /* more than 100 million dots */
};

/* Reads the bytes of a file, which a JPEG borrows; a PNG's dots live in `arena`. `paper` is 0xRRGGBB. */
enum picture_reading picture_read(struct text bytes, uint32_t paper, struct arena *arena, struct arena scratch,
                                  struct picture *picture);

#endif
