/* What `verify` says on standard output: a verdict, and below it what the thing tells of itself. */
#ifndef BIWU_VERDICT_H
#define BIWU_VERDICT_H

#include "public_key.h"
#include "session.h"
#include "style.h"

enum { VERDICT_ROWS_MOST = 8 };

struct verdict {
    struct session *session;
    struct text names[VERDICT_ROWS_MOST], values[VERDICT_ROWS_MOST];
    size_t count;
};

struct verdict verdict_of(struct session *session);
/* Nothing for an empty value. */
void verdict_add(struct verdict *verdict, struct message name, struct text value);
/* By its fingerprint; NULL: none. */
void verdict_add_key(struct verdict *verdict, const struct public_key *signer);
void verdict_print(struct verdict *verdict, enum tint tint, struct message what);

#endif
