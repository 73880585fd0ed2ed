/* `check --format json`: all that is wrong or missing, for other programs. */
#ifndef BIWU_CHECK_JSON_H
#define BIWU_CHECK_JSON_H

#include "standings.h"
#include "style.h"

/* {"contest", "complete", "errors", "warnings", "faults": [{"severity": "error" | "warning", "file", "line", "column",
 * "message", "hint"}], "counted": [{"file", "message", "count"}], "pending": [{"round", "judge", "contestants"}]}
 *
 * Keys are left out where they do not apply: line and column of a fault of a whole file, hint, judge of method given;
 * contest and pending where `standings` is NULL, which is so where there are errors. `counted` are the kinds of fault
 * that came more often than they are listed. Messages are in the language of `style`. */
struct text check_json(const struct standings *standings, const struct faults *faults, const struct style *style,
                       struct arena *arena, struct arena scratch);

#endif
