/* SHA-256 of bytes, as text. */
#ifndef BIWU_SHA256_H
#define BIWU_SHA256_H

#include "text.h"

enum { SHA256_DIGITS = 64 };

/* 64 lower-case hexadecimal digits, in `arena`. */
struct text sha256_text(struct text bytes, struct arena *arena);

#endif
