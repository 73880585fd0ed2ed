/* All revisions of a contest folder and the records of its stages, byte by byte: the chain of its official results. */
#ifndef BIWU_HISTORY_H
#define BIWU_HISTORY_H

#include "revision.h"

struct history {
    struct whole_file *files; /* revisions/001/manifest.json … revisions/stages/001/stage.json, in no certain order */
    size_t count, capacity;
};

/* Reads them into `arena`. False and an error for each file that is missing or not what was signed, and for each revision and
 * stage that does not follow the one before by its hash. */
bool history_read(const char *folder, struct arena *arena, struct faults *faults, struct history *history);

#endif
