/* Whether the official results of a contest, its revisions and the records of its stages, are still as they were signed.
 * Nobody but the one after it vouches for a manifest or a record. */
#ifndef BIWU_CHAIN_H
#define BIWU_CHAIN_H

#include "revision.h"

/* All of their files, byte by byte. */
struct chain {
    struct whole_file *files; /* revisions/001/manifest.json … revisions/stages/001/stage.json, in no certain order */
    size_t count, capacity;
};

/* Whether a file of a revision is there, with the bytes that its manifest names. */
bool chain_has_file(const char *folder, size_t number, const struct revision_file *file, struct arena scratch);

/* Reads all of them into `arena`. A fault of this severity for each, by its path, that is gone or was changed; false where there is one. With
 * `chain` NULL nothing is kept, and `arena` is the caller's to take back. What is kept has names that an archive can hold. */
bool chain_read(const char *folder, enum severity severity, struct arena *arena, struct faults *faults,
                struct chain *chain);

#endif
