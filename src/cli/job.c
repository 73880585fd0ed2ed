#include "job.h"

#include "follow.h"

static enum exit_code do_once(struct session *session, const struct job *job)
{
    if (!session_read(session))
        return session_exit(session);
    enum exit_code made = job->make(session, job->what);
    if (made == EXIT_USAGE)
        return made;
    if (made == EXIT_FINE)
        job->publish(session, job->what);
    return session_close(session);
}

enum exit_code job_do(struct session *session, const struct job *job)
{
    if (session->request.values[OPTION_WATCH])
        return follow(session, job);
    return do_once(session, job);
}
