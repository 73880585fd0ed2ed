/* The revision that `finalise` is to write. */
#ifndef BIWU_NEXT_REVISION_H
#define BIWU_NEXT_REVISION_H

#include "signers.h"

struct next_revision {
    struct session *session;
    const char *folder;
    struct text inputs_before;   /* digest of the inputs */
    struct text result;          /* the result hash: set it once the standings are there */
    struct signers signers;      /* set them, too */
    struct moves moves;          /* whom it has moved, once it is written */
    struct issued issued_before; /* the certificates of the one before it, likewise */
};

/* Before the contest is read: takes the digest of its inputs. */
void next_revision_begin(struct next_revision *next);

/* Writes it, of the session's standings, behind the session's newest revision, and makes it that. False, reported, where
 * that failed, somebody else was faster, or an input is not what it was at the beginning: nothing is written then. */
bool next_revision_write(struct next_revision *next);

#endif
