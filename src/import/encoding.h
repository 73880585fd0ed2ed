/* The bytes of a text file as UTF-8.
 *
 * This is the one door for all encodings. Today it lets UTF-8 pass, with or without a byte order mark, and says clearly
 * what else came. */
#ifndef BIWU_ENCODING_H
#define BIWU_ENCODING_H

#include "fault.h"

/* The text of `raw`, borrowed from it, without byte order mark. False with one error where it is no UTF-8 text: another
 * encoding, a spreadsheet's own format, or a NUL byte. */
bool encoding_as_utf8(struct text raw, struct text file, struct faults *faults, struct text *utf8);

#endif
