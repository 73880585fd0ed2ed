/* Who signs a result: --signed ROLE=NAME, once for each role that the rules' `sign` names. */
#ifndef BIWU_SIGNERS_H
#define BIWU_SIGNERS_H

#include "revision.h"
#include "session.h"

struct signers {
    struct signer *items; /* in the order of the rules' roles */
    size_t count;
};

/* Reads the options of the request against the contest. Everything that is wrong with them is reported as an error: a role
 * that is unknown, given twice or lacking, an empty name, one person in two roles, a contestant. False then. */
bool signers_read(struct session *session, struct faults *faults, struct signers *signers);

/* The same of a revision that is there already. */
bool signers_check(struct session *session, const struct revision *revision, struct faults *faults);

/* Whether the same people signed in the same roles. */
bool signers_equal(const struct signers *signers, const struct revision *revision);

#endif
