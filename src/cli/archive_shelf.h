/* A folder of archives, with its index: below $XDG_CACHE_HOME, since the folder may be of others, or not be written to. */
#ifndef BIWU_ARCHIVE_SHELF_H
#define BIWU_ARCHIVE_SHELF_H

#include "archive_index.h"
#include "session.h"

/* Opens the index over all files of `folder` and the folders in it whose names end in .biwu, brought up to date; paths in it
 * are those within the folder. An archive that is damaged, or a folder in it that cannot be listed, is told and is not
 * in it. False and a fault where the folder itself cannot be listed. Close the index in either case. */
bool archive_shelf_open(struct session *session, const char *folder, struct archive_index *index);

#endif
