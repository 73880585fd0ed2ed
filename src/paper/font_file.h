/* A font file that contest.yaml names, before it is opened. */
#ifndef BIWU_FONT_FILE_H
#define BIWU_FONT_FILE_H

#include "fault.h"

#define FONT_FILE_MOST_BYTES ((size_t)1 << 28) /* 256 MiB: collections for Chinese have some 100 */

/* False, and a fault at `place`, where the path is that of a folder, a pipe, a device or too large a file; `wish` is what
 * contest.yaml calls it. True where there is nothing. */
bool font_file_may_be_opened(struct text path, struct text wish, struct place place, struct arena *arena,
                             struct faults *faults);
/* Whether there is a file that may be read. */
bool font_file_is_there(struct text path, struct arena *arena);

#endif
