/* The user's own sentences for paper: wording.txt in the contest folder. */
#ifndef BIWU_OWN_WORDING_H
#define BIWU_OWN_WORDING_H

#include "session.h"

struct fonts;

#define WORDING_FILE TEXT("wording.txt")

/* Where it would lie. */
const char *own_wording_path(struct session *session);
bool own_wording_is_there(struct session *session);
/* Puts its sentences in the place of the program's, or the program's back where there is no such file. Faults, and false,
 * for what is wrong with it; NULL for `fonts`: letters are not looked for. Before anything is printed. */
bool own_wording_read(struct session *session, const struct fonts *fonts);

#endif
