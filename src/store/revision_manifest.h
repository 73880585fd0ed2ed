/* manifest.json of a revision, both ways: who signed what, which files, which certificates. */
#ifndef BIWU_REVISION_MANIFEST_H
#define BIWU_REVISION_MANIFEST_H

#include "issued.h"
#include "moves.h"

#define REVISION_INPUTS TEXT("inputs/")

enum { REVISION_FORMAT = 1 };

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

/* The manifest.json of a revision, in `arena`. `moves` are those since the former one. */
struct text revision_manifest(const struct revision *revision, const struct moves *moves, struct arena *arena);
/* False where the bytes are no manifest of revision `number`. All texts live in `arena`. */
bool revision_manifest_read(struct text bytes, size_t number, struct arena *arena, struct revision *revision);

#endif
