/* Which template the certificates of a contest are drawn from. */
#ifndef BIWU_CERTIFICATE_TEMPLATE_H
#define BIWU_CERTIFICATE_TEMPLATE_H

#include "session.h"
#include "template.h"

/* Finds it and reads it, into the session's kept memory; false and a fault otherwise. */
bool certificate_template_read(struct session *session, struct template *template);

#endif
