/* The archive of an official result, as the files of a container: docs/reference/archive.md is its contract.
 *
 *     README.txt  SHA256SUMS  contest/…  documents/…  manifest.json  signature.txt  standings.csv  standings.json
 *
 * SHA256SUMS tells the hash of every file but itself and signature.txt, and signature.txt signs SHA256SUMS. */
#ifndef BIWU_ARCHIVE_H
#define BIWU_ARCHIVE_H

#include "container.h"
#include "revision.h"
#include "rules.h"
#include "signing_key.h"

#define ARCHIVE_README        TEXT("README.txt")
#define ARCHIVE_SUMS          TEXT("SHA256SUMS")
#define ARCHIVE_SIGNATURE     TEXT("signature.txt")
#define ARCHIVE_MANIFEST      TEXT("manifest.json")
#define ARCHIVE_STANDINGS     TEXT("standings.json")
#define ARCHIVE_STANDINGS_CSV TEXT("standings.csv")
#define ARCHIVE_CONTEST       TEXT("contest/")
#define ARCHIVE_DOCUMENTS     TEXT("documents/")

struct archive {
    struct container container; /* all files */
    bool is_signed;
    struct public_key signer; /* where it is signed */
};

/* What README.txt says, in Chinese, and at the end in English. */
extern const struct text archive_readme;

/* The manifest.json of an archive that version `version` makes of this official result. */
struct text archive_manifest(const struct rules *rules, const struct revision *revision, struct text version,
                             struct arena *arena);
/* Whether an archive of another version tells the same of its result: each key that both know, and the revision among them. */
bool archive_manifest_agrees(struct text manifest, struct text other);
/* The version that a manifest.json tells; empty where it is none, or of a later format. */
struct text archive_manifest_version(struct text manifest, struct arena *arena);

/* Puts README.txt, SHA256SUMS and, unless `key` is NULL, signature.txt to the other files, all in order, in `arena`. False and an
 * error where a name is no sound one, or all of it is larger than an archive can be; `path` is named in it. */
bool archive_complete(struct container *container, const struct signing_key *key, struct text path, struct arena *arena,
                      struct faults *faults);

/* Reads one that anybody may have made: its form, the signature, every hash. The files are borrowed from `bytes`. False and an
 * error for every file that is not what was sealed. */
bool archive_read(struct text bytes, struct text path, struct arena *arena, struct arena scratch, struct faults *faults,
                  struct archive *archive);

/* The file of this name, NULL where there is none. */
const struct whole_file *archive_find(const struct archive *archive, struct text name);

#endif
