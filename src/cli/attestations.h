/* What the QR codes of a session's papers say. */
#ifndef BIWU_ATTESTATIONS_H
#define BIWU_ATTESTATIONS_H

#include "certificate_list.h"
#include "session.h"

/* Who signs, and of which result. */
struct attester {
    struct session *session;
    struct text hash;
    const struct signing_key *key; /* NULL: nobody */
    bool has_long_title;           /* and a warning of it */
};

/* Of the result as a whole, in `arena`. Empty, with a warning, where the title of the contest leaves no room in a code. */
struct text attestation_of_result(struct attester *attester, struct arena *arena);

/* Fills in the codes of a list, which live in `arena`; empty, with a warning, where one has no room. Needs
 * attestation_of_result() before. */
void attestations_add(struct attester *attester, struct certificate_list *list, struct arena *arena);

#endif
