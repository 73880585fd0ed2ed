/* Whether the revisions of a contest are still as they were signed. Nobody but the one after it vouches for a manifest. */
#ifndef BIWU_CHAIN_H
#define BIWU_CHAIN_H

#include "revision.h"

/* Whether a file of a revision is there, with the bytes that its manifest names. */
bool chain_has_file(const char *folder, size_t number, const struct revision_file *file, struct arena scratch);
/* Warns, by its path, of each file of the revisions up to `newest` that is gone or was changed, manifests included. */
void chain_check(const char *folder, size_t newest, struct arena scratch, struct faults *faults);

#endif
