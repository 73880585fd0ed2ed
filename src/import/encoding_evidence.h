/* Which encoding a text without byte order mark is in, by its bytes alone.
 *
 * In this order: NUL bytes as UTF-16 has them in ASCII characters mean UTF-16; what is well-formed UTF-8 is UTF-8; anything else is
 * GB18030. Between the last two there are two doubtful cases. Text that is nearly all UTF-8 of three bytes or more a
 * character is UTF-8 with a damaged place. Text that is well-formed UTF-8 with nothing but characters of two bytes is
 * well-formed GB18030, too, and all hanzi: it is taken as GB18030, unless each of these characters is a Latin letter in a
 * word that has plain ones, as in Müller. */
#ifndef BIWU_ENCODING_EVIDENCE_H
#define BIWU_ENCODING_EVIDENCE_H

#include "encoding.h"

enum evidence {
    EVIDENCE_MARK,      /* the byte order mark; not found here */
    EVIDENCE_ASKED,     /* the user says so; not found here */
    EVIDENCE_NUL_BYTES, /* UTF-16, in the order that is told */
    EVIDENCE_WELL_FORMED,
    EVIDENCE_MOST_OF_IT, /* UTF-8 with a damaged place */
    EVIDENCE_NO_UTF8,    /* GB18030 is what is left */
    EVIDENCE_TWO_WAYS,   /* GB18030 that could be UTF-8 */
};

struct told_encoding {
    enum encoding encoding; /* UTF-8, UTF-16 with its order, or GB18030 */
    enum evidence evidence;
};

struct told_encoding encoding_evidence_of(struct text raw);
/* The order of bytes of a text that is in UTF-16; little-endian where it does not tell. */
enum encoding encoding_order_of_utf16(struct text raw);

#endif
