/* Whether the result that a code tells is the one that holds, by the revisions of contest folders. */
#ifndef BIWU_SUCCESSION_H
#define BIWU_SUCCESSION_H

#include "attestation.h"
#include "session.h"

/* Looks the result up in the folders that the request names, if any, and says where it holds: on standard output, unless
 * errors were reported before. Where another has taken its place, or no revision has it, that is an error. */
void succession_tell(struct session *session, const struct attestation *attestation);

#endif
