/* What an archive of an official result holds, made in memory. */
#ifndef BIWU_SEALING_H
#define BIWU_SEALING_H

#include "archive.h"
#include "session.h"

/* Of the contest folder that the session has read, whose result must be official: its inputs, what its certificates and fonts
 * are taken from, its revisions, the standings, all PDFs and manifest.json, in the session's kept memory. False, reported,
 * where something fails. `key` becomes the one to sign with, NULL where there is none or it is not wanted. */
bool sealing_gather(struct session *session, struct container *container, const struct signing_key **key);

#endif
