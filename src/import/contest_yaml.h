/* contest.yaml -> rules. */
#ifndef BIWU_CONTEST_YAML_H
#define BIWU_CONTEST_YAML_H

#include "rules.h"

/* Reads the file at `path` into *rules, whose lists and texts live in `arena`. Every fault is reported; what has one,
 * or is absent, has its default. Where there was none, rules_complete() comes next. `path` must live as long as the
 * rules and the faults. */
void contest_yaml_read(const char *path, struct arena *arena, struct arena scratch, struct faults *faults,
                       struct rules *rules);

#endif
