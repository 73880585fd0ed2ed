/* `verify FILE`: whether an archive is what was sealed, by whom, and whether its result is right. */
#ifndef BIWU_ARCHIVE_CHECK_H
#define BIWU_ARCHIVE_CHECK_H

#include "session.h"

/* Reports what is wrong as faults, and says on standard output what it is where nothing is. */
void archive_check(struct session *session, const char *path);

#endif
