/* What our colours mean: the colour space sRGB (IEC 61966-2-1) as an ICC profile, which PDF/A wants in the file. */
#ifndef BIWU_SRGB_PROFILE_H
#define BIWU_SRGB_PROFILE_H

#include "deflate.h"

/* A display profile of ICC version 2.1, as PDF 1.4 knows them: three primaries and one curve; always the same bytes.
 * Lives in `arena`. */
struct text srgb_profile(struct arena *arena);
/* The same as a stream, made once for all files: a quarter of the time that the rest of a small one takes. Needs
 * deflate_is_ready(). */
struct packed srgb_profile_packed(void);

#endif
