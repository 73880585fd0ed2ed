/* Whether an archive tells the result that its files give. */
#ifndef BIWU_ARCHIVE_COMPARE_H
#define BIWU_ARCHIVE_COMPARE_H

#include "archive.h"
#include "session.h"

/* Compares its standings.json, standings.csv and manifest.json, and the standings.json of its revisions, with the result that
 * the session has computed from it: byte by byte what this version wrote; what another wrote, by the result hash and by the
 * values that both know, but not standings.csv. Errors, which name the file, for what is another. */
void archive_compare(struct session *session, struct text path, const struct archive *archive);

/* Whether this version has made it, so that its bytes can be compared. */
bool archive_is_of_this_version(const struct archive *archive, struct arena scratch);

#endif
