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

/* Two checksums side by side. They tell files apart, and are no protection. */
uint64_t checksum(struct text bytes);

#endif
