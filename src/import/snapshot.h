/* What the files of a contest folder look like from outside, without reading them. */
#ifndef BIWU_SNAPSHOT_H
#define BIWU_SNAPSHOT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>

#include "text.h"

struct snapshot {
    uint64_t digest; /* of names, inodes, sizes and times */
    size_t files;    /* 0 also where the folder cannot be listed */
    time_t newest;   /* when one of them was last written */
};

/* Of contest.yaml, the tables and everything in scores/: the files that contest_folder_read() reads. Links are
 * followed. And of other files that a contest may need: `besides` has their paths, a NUL behind each. */
struct snapshot snapshot_of(const char *folder, struct text besides, struct arena scratch);
/* Whether nothing has been written, added, removed or put in another's place in between, as far as the file system's
 * clock can tell. */
bool snapshot_equal(const struct snapshot *a, const struct snapshot *b);

#endif
