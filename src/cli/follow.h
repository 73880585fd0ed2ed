/* --watch. */
#ifndef BIWU_FOLLOW_H
#define BIWU_FOLLOW_H

#include "job.h"

/* Does the job, and again whenever the contest's files have changed and are whole, until it is interrupted. Where they
 * have errors, or are being written, what was published last stands. Ends by itself where there is no contest to begin
 * with, the request does not fit it, or standard output has gone. */
enum exit_code follow(struct session *session, const struct job *job);

#endif
