/* Whether the result that a code tells is the one that holds, by the revisions of contest folders. */
#ifndef BIWU_SUCCESSION_H
#define BIWU_SUCCESSION_H

#include "attestation.h"
#include "session.h"

/* Looks the result up in all folders that the request names, if any, and says where it holds: on standard output, unless
 * errors were reported before. Where another has taken its place in any of them, or no revision has it, that is an error; of
 * copies of one contest the one that goes on longest counts, in whatever order they are named. */
void succession_tell(struct session *session, const struct attestation *attestation);

#endif
