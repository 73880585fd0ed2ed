/* Other encodings into UTF-8, through the system's iconv. */
#ifndef BIWU_CONVERSION_H
#define BIWU_CONVERSION_H

#include "encoding.h"

enum conversion {
    CONVERSION_DONE,
    CONVERSION_STOPPED,     /* at bytes that the encoding does not have */
    CONVERSION_UNAVAILABLE, /* the system does not know the encoding */
};

/* Converts `raw`, in UTF-16LE, UTF-16BE or GB18030. *utf8, in `arena`, is what could be converted, and *converted the
 * number of bytes that it stands for. */
enum conversion convert_to_utf8(struct text raw, enum encoding encoding, struct arena *arena, struct text *utf8,
                                size_t *converted);

#endif
