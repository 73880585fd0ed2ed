/* Whether a mistaken -o would write over what the contest is read from. */
#ifndef BIWU_OVERWRITING_H
#define BIWU_OVERWRITING_H

#include "session.h"

/* Whether -o names an operand, an input of a contest folder that is one, what would be read as one, or a file among its revisions.
 * Says that it is wrong usage. What fills in contestants.csv may write over that of the folder. */
bool overwriting_is_refused(struct session *session, bool fills_contestants);

#endif
