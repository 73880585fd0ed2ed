/* The file of a sealed key: mode 0600, never overwritten. */
#ifndef BIWU_KEY_FILE_H
#define BIWU_KEY_FILE_H

#include "fault.h"
#include "signing_key.h"

/* Whether anything has this path. */
bool key_file_is_there(const char *path);

/* False and a fault where something has it. */
bool key_file_is_free(const char *path, struct faults *faults);

/* Writes a new file, whole or not at all, and to the disk; `path` is a whole one, whose folder must be there. False and a
 * fault where that fails, or where something has that path by now. */
bool key_file_write(const char *path, const struct sealed_key *sealed, struct arena scratch, struct faults *faults);

/* False and a fault where there is no file, it is none of ours (a folder or a pipe, say), or others than its owner may read or write it. */
bool key_file_read(const char *path, struct arena scratch, struct sealed_key *sealed, struct faults *faults);

#endif
