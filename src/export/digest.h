/* SHA-256 of bytes, as text. */
#ifndef BIWU_DIGEST_H
#define BIWU_DIGEST_H

#include "text.h"

/* 64 lower-case hexadecimal digits, in `arena`. */
struct text digest_of(struct text bytes, struct arena *arena);

#endif
