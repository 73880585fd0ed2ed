/* An archive by its path: reading it, and computing its result again. */
#ifndef BIWU_ARCHIVE_FILE_H
#define BIWU_ARCHIVE_FILE_H

#include "archive.h"
#include "session.h"

/* Reads and checks its form, signature and hashes; false and faults otherwise. The files live in `arena`. */
bool archive_file_read(const char *path, struct arena *arena, struct arena scratch, struct faults *faults,
                       struct archive *archive);
/* The files of its contest folder, by their names within that. */
struct container archive_file_contest(const struct archive *archive, struct arena *arena);

/* Computes the result from those files, in a folder of this user alone that is removed again, and compares what it gives with
 * standings.json, standings.csv and manifest.json. Whether all is the same; errors otherwise. The session then holds the
 * contest and which revision it is; `unread` names the files of the contest folder from which no result is computed. */
bool archive_file_recompute(struct session *session, const char *path, const struct archive *archive,
                            struct texts *unread);

#endif
