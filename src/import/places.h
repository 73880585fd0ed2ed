/* From a byte of a text to its line and column. */
#ifndef BIWU_PLACES_H
#define BIWU_PLACES_H

#include "fault.h"

/* The place of byte `at` (0..text.length) of `text`, whose first byte stands at `start`. Lines end with LF, CRLF or a
 * lone CR; columns count code points from 1, malformed bytes one each. */
struct place place_of_byte(struct place start, struct text text, size_t at);

#endif
