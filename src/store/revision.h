/* An official result, as FOLDER/revisions/NNN holds it for good: who signed what, and copies of all that it was computed
 * from. docs/reference/revisions.md is the contract of its files. */
#ifndef BIWU_REVISION_H
#define BIWU_REVISION_H

#include "issued.h"
#include "moves.h"
#include "whole.h"

#define REVISIONS_FOLDER   TEXT("revisions")
#define REVISION_INPUTS    TEXT("inputs/")
#define REVISION_MANIFEST  TEXT("manifest.json")
#define REVISION_STANDINGS TEXT("standings.json")

enum { REVISION_MOST_MANIFEST_BYTES = 1 << 26, REVISION_MOST_STANDINGS_BYTES = 1 << 30 };

struct signer {
    struct text role, name;
};

/* A file of a revision's folder: inputs/scores/marks.csv, standings.json. */
struct revision_file {
    struct text name, sha256;
    size_t size;
};

struct revision {
    size_t number; /* from 1; 0: there is none */
    struct text contest, time, version;
    struct text encoding; /* of --encoding; empty: each file told its own */
    struct signer *signers;
    size_t signer_count;
    struct text result;          /* the result hash */
    struct text fingerprint;     /* of the inputs, by revision_fingerprint() */
    struct text reason;          /* why it follows another; empty in the first */
    struct text former;          /* SHA-256 of the manifest of the one before; empty in the first */
    struct issued issued;        /* certificates, up to this revision */
    struct revision_file *files; /* in byte order of their names */
    size_t file_count;
    struct text manifest; /* SHA-256 of its own manifest.json, which does not hold that */
};

/* Whether a file of this name is one from which the result was computed: one of inputs/, but for protests.csv and
 * protests.xlsx. */
bool revision_file_counts(struct text name);
/* SHA-256 of what sha256sum(1) prints of those, a line "HASH  NAME" each in byte order of their names within inputs/. */
struct text revision_fingerprint(const struct revision_file *files, size_t count, struct arena *arena);

/* The day of its time: 2023-10-26. */
struct text revision_day(const struct revision *revision);
/* "007" */
struct text revision_name(size_t number, struct arena *arena);
/* FOLDER/revisions/007/name */
const char *revision_path(const char *folder, size_t number, struct text name, struct arena *arena);

/* The manifest.json of a revision, in `arena`. `moves` are those since the former one. */
struct text revision_manifest(const struct revision *revision, const struct moves *moves, struct arena *arena);
/* False where the bytes are no manifest of revision `number`. All texts live in `arena`. */
bool revision_manifest_read(struct text bytes, size_t number, struct arena *arena, struct revision *revision);

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
