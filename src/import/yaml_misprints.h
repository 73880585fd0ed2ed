/* What a Chinese keyboard puts into YAML: full-width colons, commas and brackets; and tabs. libyaml complains about
 * them in words and places that lead astray. */
#ifndef BIWU_YAML_MISPRINTS_H
#define BIWU_YAML_MISPRINTS_H

#include "fault.h"

/* Looks through the lines up to `last_line`, where libyaml gave up, and reports each misprint at its place; false where
 * there is none. */
bool yaml_misprints_report(struct text utf8, struct text file, size_t last_line, struct faults *faults);

/* The same for a key that came out whole, as in { digits：2 }: `place` is where it begins. */
bool yaml_misprint_report_key(struct text key, struct place place, struct faults *faults);

#endif
