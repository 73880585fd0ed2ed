/* Names in the cells of a row, looked up in the contest. What is not found is reported and gives INDEX_NONE; see
 * `struct intake` for when it is not reported. */
#ifndef BIWU_LOOKUPS_H
#define BIWU_LOOKUPS_H

#include "rows.h"
#include "tables.h"

/* By id or unique name; an empty cell is a fault. */
size_t lookup_contestant(struct intake *intake, const struct row *row, size_t column);
size_t lookup_judge(struct intake *intake, const struct row *row, size_t column);
/* By id or name. An empty cell means the only round, and is a fault where there are several; so with criteria. */
size_t lookup_round(struct intake *intake, const struct row *row, size_t column);
size_t lookup_criterion(struct intake *intake, const struct row *row, size_t column, size_t round);

/* Reports that a round has no criterion of this name. */
void report_unknown_criterion(const struct round *round, struct text written, struct place place, struct arena scratch,
                              struct faults *faults);
/* All rounds, or all criteria of one, by their ids, for hints. */
struct text rounds_listed(const struct rules *rules, struct arena *arena);
struct text criteria_listed(const struct round *round, struct arena *arena);

#endif
