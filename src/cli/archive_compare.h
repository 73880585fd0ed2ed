/* Whether an archive tells the result that its files give. */
#ifndef BIWU_ARCHIVE_COMPARE_H
#define BIWU_ARCHIVE_COMPARE_H

#include "archive.h"
#include "session.h"

/* Compares what it tells of its result with the result that the session has computed from it: byte by byte what this version
 * wrote; what another wrote, by the result hash and by the values that both know. Errors, which name the file, for what is
 * another. */
void archive_compare(struct session *session, struct text path, const struct archive *archive);

/* By its manifest.json; empty where that is of a format that this version does not know. */
struct text archive_version(const struct archive *archive, struct arena *arena);
/* Whether this version has made it, so that its bytes can be compared. */
bool archive_is_of_this_version(const struct archive *archive, struct arena scratch);

#endif
