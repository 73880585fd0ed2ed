/* What is said after numbers of certificates were printed. */
#ifndef BIWU_NUMBERS_NOTE_H
#define BIWU_NUMBERS_NOTE_H

#include "session.h"

/* That they may still change, where the result is not official. */
void numbers_note(const struct session *session);
/* The same where certificates bear them. */
void numbers_note_of_certificates(const struct session *session);

#endif
