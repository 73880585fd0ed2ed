/* contest.yaml -> rules. */
#ifndef BIWU_CONTEST_YAML_H
#define BIWU_CONTEST_YAML_H

#include "doubts.h"
#include "encoding.h"

/* Reads the file at `path`, whose encoding is that which the user names, if any, into *rules, whose lists and texts live in `arena`. Every fault is reported; what has one,
 * or is absent, has its default. Gives the set of what that leaves in doubt; rules_complete_known() comes next. `path`
 * must live as long as the rules and the faults. */
unsigned contest_yaml_read(const char *path, enum encoding encoding, struct arena *arena, struct arena scratch,
                           struct faults *faults, struct rules *rules);
/* The same of a text that is not in a file of its own; `file` is what faults call it. */
unsigned contest_yaml_read_text(struct text utf8, struct text file, struct arena *arena, struct arena scratch,
                                struct faults *faults, struct rules *rules);

/* rules_complete() on what is not in doubt; the rest is left out. Where it is not certain which marks there may be, or
 * the rounds do not fit together, no rounds are left. */
void rules_complete_known(struct rules *rules, unsigned doubts, struct arena *arena, struct arena scratch,
                          struct faults *faults);

#endif
