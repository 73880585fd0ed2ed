/* What to do with a folder that `biwu new` has made. */
#ifndef BIWU_NEW_ADVICE_H
#define BIWU_NEW_ADVICE_H

#include "session.h"

/* Says it on standard error, since standard output lists the files: which rules were taken unasked, what is made up and how
 * it is replaced, and the commands that come next. */
void new_advice_tell(const struct session *session, const char *folder);

#endif
