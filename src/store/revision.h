/* An official result, as FOLDER/revisions/NNN holds it for good: who signed what, and copies of all that it was computed
 * from. docs/reference/revisions.md is the contract of its files. */
#ifndef BIWU_REVISION_H
#define BIWU_REVISION_H

#include "revision_manifest.h"
#include "whole.h"

#define REVISIONS_FOLDER   TEXT("revisions")
#define REVISION_MANIFEST  TEXT("manifest.json")
#define REVISION_STANDINGS TEXT("standings.json")

enum { REVISION_MOST_MANIFEST_BYTES = 1 << 26, REVISION_MOST_STANDINGS_BYTES = 1 << 30 };

/* The day of its time: 2023-10-26. */
struct text revision_day(const struct revision *revision);
/* "007" */
struct text revision_name(size_t number, struct arena *arena);
/* FOLDER/revisions/007/name */
const char *revision_path(const char *folder, size_t number, struct text name, struct arena *arena);

/* The number of the newest revision, 0 where there is none. */
size_t revisions_count(const char *folder, struct arena scratch);
/* The one of this number. False and a warning where its manifest cannot be read, or is none. */
bool revision_read(const char *folder, size_t number, struct arena *arena, struct faults *faults,
                   struct revision *revision);

/* Writes the manifest and these files as the next revision; sets revision->manifest. */
enum whole_outcome revision_write(const char *folder, struct revision *revision, const struct moves *moves,
                                  const struct whole_file *files, size_t count, struct arena *arena,
                                  struct arena scratch, struct faults *faults);

/* Where everybody stands by a document of `rank --format json`; special awards of a contestant are joined to the award.
 * False where it is none. */
bool placements_read(struct text standings_json, struct arena *arena, struct placements *placements);

#endif
