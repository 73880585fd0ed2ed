/* What each cell in the header of a file of marks may mean. A name may mean several things; which of them holds is
 * the shape's to say. */
#ifndef BIWU_MARKS_MEANING_H
#define BIWU_MARKS_MEANING_H

#include "columns.h"
#include "tables.h"

struct meaning {
    size_t column;         /* in marks_format, or INDEX_NONE */
    size_t person;         /* in contestants_format, of those that are compared with it, or INDEX_NONE */
    bool is_total;         /* 总分, 备注 and the like, which no shape reads */
    size_t judge;          /* by id or name; INDEX_NONE, or INDEX_AMBIGUOUS for a name that several have */
    struct text criterion; /* the id or name of one in any round, as contest.yaml has it; empty: of none */
};

/* One a cell of the header; they live in `arena`. Names are found as they stand, else but for full-width forms and ASCII
 * case, where that leaves one. */
struct meaning *meanings_of(const struct contest *contest, const struct record *header, struct arena *arena);

/* Whether it has no meaning at all; a cell without a header has none either. */
bool meaning_is_unknown(const struct meaning *meaning);
/* Whether it means something beside a judge or a criterion in every shape that has a column a judge or a criterion. */
bool meaning_is_column(const struct meaning *meaning);

/* How well a cell names a contestant, and a judge: 3 by an id, 2 by either, 1 by a name, 0 not at all. Of several the
 * best is the one by which rows are found. */
int meaning_contestant_rank(const struct meaning *meaning, struct text cell);
int meaning_judge_rank(const struct meaning *meaning, struct text cell);

#endif
