/* What a command does with a contest, in two halves: everything is made before anything is written. Done once, or with
 * --watch again whenever the contest's files have changed. */
#ifndef BIWU_JOB_H
#define BIWU_JOB_H

#include "session.h"

struct job {
    /* Makes all of it in memory, of the session's standings; EXIT_USAGE where the request does not fit the contest, which
     * has then been said. Other trouble is in the session's faults. */
    enum exit_code (*make)(struct session *session, void *what);
    /* Writes what was made. False, reported, where that failed. */
    bool (*publish)(struct session *session, void *what);
    void *what;
    /* What is published, for a job of one text, which is not published again unchanged; else NULL. */
    const struct text *document;
    /* It is for people at a terminal: with --watch drawn in place of the former. */
    bool is_picture;
};

/* Reads the contest folder that the request names first, and does the job, as the request says. */
enum exit_code job_do(struct session *session, const struct job *job);

#endif
