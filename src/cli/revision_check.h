/* Whether an official revision is one that `finalise` writes. Nobody vouches for the newest: it may have been made by hand. */
#ifndef BIWU_REVISION_CHECK_H
#define BIWU_REVISION_CHECK_H

#include "session.h"

/* Of the session's newest revision, which its result is of: whether it is signed in each role, by those who may, and nothing
 * blocks the result but protests, which may have come later. Errors otherwise. */
bool revision_check(struct session *session, struct faults *faults);

#endif
