/* Files of a version that comes after this one: they are sound, and another reads them. */
#ifndef BIWU_LATER_FORMAT_H
#define BIWU_LATER_FORMAT_H

#include "fault.h"

/* Whether JSON of biwu tells a higher `format` than `known`. */
bool later_format_of_json(struct text bytes, size_t known);
/* Whether the first line is `start` and a higher number than `known`: "biwu archive 2". */
bool later_format_of_line(struct text bytes, struct text start, uint64_t known);

/* What is said of them, and the hint. */
#define LATER_FORMAT      MESSAGE("this is of no format that this version of biwu knows")
#define LATER_FORMAT_HINT MESSAGE("a later version of biwu has written it, and reads it")

#endif
