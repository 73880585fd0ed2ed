/* The contest that `biwu new` makes a folder of: rules, and people from lists or made up. */
#ifndef BIWU_NEW_CONTEST_H
#define BIWU_NEW_CONTEST_H

#include "outputs.h"
#include "session.h"

/* contest.yaml as it will stand in the folder. */
struct new_rules {
    struct text bytes;
    struct text file; /* what faults call it */
    const char *path; /* where it is from; NULL: a preset */
};

/* The rules that the request asks for. False, having said so, where there are no rules of that name. */
bool new_rules_find(struct session *session, struct new_rules *rules);

/* Reads the rules and the lists of the request into session->contest, which is then complete, and makes its empty sheets.
 * False, with faults, where something does not fit together. */
bool new_contest_read(struct session *session, struct new_rules *rules);

/* What goes into the folder, and into its folder of scores. */
void new_contest_outputs(struct session *session, const struct new_rules *rules, struct outputs *tables,
                         struct outputs *grids);

#endif
