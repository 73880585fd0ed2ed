/* Running text whose last line is not a letter or two alone. */
#ifndef BIWU_PARAGRAPH_H
#define BIWU_PARAGRAPH_H

#include "typeset.h"

/* Wrapped at `width`, the first line indented by `indent`; where the last line would be too short, the others are a
 * little shorter. Chinese is spread to the full width. */
struct lines paragraph_of(struct typesetter *typesetter, const struct span *spans, size_t count, double width,
                          double indent, bool is_spread);

#endif
