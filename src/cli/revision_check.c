#include "revision_check.h"

#include "signers.h"

bool revision_check(struct session *session, struct faults *faults)
{
    size_t grave = faults_grave(faults);
    for (size_t kind = 0; kind < BLOCKER_COUNT; kind++)
        if (kind != BLOCKER_PROTEST)
            faults_join(faults, &session->standings.blockers.of[kind], SEVERITY_ERROR);
    signers_check(session, &session->official.revision, faults);
    return faults_grave(faults) == grave;
}
