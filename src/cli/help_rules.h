/* `biwu help rules`: the keys of contest.yaml, from the table that its reader walks. */
#ifndef BIWU_HELP_RULES_H
#define BIWU_HELP_RULES_H

#include "style.h"

/* A table a section: key, what it takes, default, meaning; choices with their own meanings below it. */
void help_rules_write(struct sink *sink, const struct style *style, struct arena scratch);

#endif
