/* SHA256SUMS and signature.txt of an archive. */
#ifndef BIWU_ARCHIVE_SIGNATURE_H
#define BIWU_ARCHIVE_SIGNATURE_H

#include "container.h"
#include "signing_key.h"

/* Whether SHA256SUMS tells the hash of a file of this name. */
bool archive_sums_cover(struct text name);
/* A line "HASH  NAME" of each file that it covers, as sha256sum(1) prints them, in the order of the container. */
struct text archive_sums(const struct container *container, struct arena *arena);

/* signature.txt:
 *     biwu archive 1
 *     key KEY
 *     signature SIGNATURE
 * base64url both; what is signed is that first line and then SHA256SUMS. */
struct text archive_signature(struct text sums, const struct signing_key *key, struct arena *arena);
/* Whether it is one of a later version, which signs otherwise. */
bool archive_signature_is_later(struct text written);
/* False where `written` is no such file, or the signature is of other sums; *signer is the key otherwise. */
bool archive_signature_holds(struct text written, struct text sums, struct arena scratch, struct public_key *signer);

#endif
