/* A whole file in memory. */
#ifndef BIWU_BYTES_H
#define BIWU_BYTES_H

#include "fault.h"

/* Larger files are refused at the door. */
#define BYTES_MOST_RULES    ((size_t)1 << 20) /* contest.yaml: 1 MiB */
#define BYTES_MOST_TABLE    ((size_t)1 << 31) /* a table: 2 GiB, some 50 million marks */
#define BYTES_MOST_WORKBOOK ((size_t)1 << 28) /* a workbook, which is compressed: 256 MiB */

/* Reads the file at `path` into `arena`, at most `most` bytes of it. False with one fault where that cannot be done: a
 * missing file, a folder or a device, a link to itself, a file that is too large are errors; what the system refuses is a failure.
 * `path` stays in the fault's place, so it must live as long as the faults. */
bool bytes_read(const char *path, size_t most, struct arena *arena, struct faults *faults, struct text *bytes);

#endif
