/* Bytes deflated, in zlib's form, as streams of a PDF are. */
#ifndef BIWU_DEFLATE_H
#define BIWU_DEFLATE_H

#include "text.h"

/* Makes the calling thread ready. False where there is no memory for it: then it cannot deflate. */
bool deflate_is_ready(void);
/* A stream as it will stand in a file. */
struct packed {
    struct text bytes;
    bool is_deflated;
};

/* Deflated, or as it is where it is so short that nothing would be gained; in `arena`. Needs deflate_is_ready(). */
struct packed packed_of(struct text bytes, struct arena *arena);
/* Deflated, however short. Lives in `arena`, of which it takes deflated_room(); needs deflate_is_ready(). */
struct text deflated(struct text bytes, struct arena *arena);
size_t deflated_room(size_t length);

/* Bytes deflated as small as they come, for a place within many streams: other blocks may stand before and behind. False
 * where there is no memory for it. */
bool deflated_within(struct text bytes, struct text *packed, struct arena *arena);
/* A stream whose bytes from `from` to `to` are deflated already, by deflated_within(). What is before them, at most 65,535
 * bytes, stays as it is. Needs deflate_is_ready(). */
struct text deflated_around(struct text bytes, size_t from, size_t to, struct text within, struct arena *arena);

/* Two checksums side by side. They tell files apart, and are no protection. */
uint64_t checksum(struct text bytes);

#endif
