/* What the name of a file of marks says: 登台述评.csv, 登台述评-工作成效.csv. */
#ifndef BIWU_MARKS_NAME_H
#define BIWU_MARKS_NAME_H

#include "index.h"
#include "rules.h"

struct marks_name {
    struct text stem;      /* the name without its folder and its ending */
    size_t round;          /* INDEX_NONE: it names none */
    struct text criterion; /* an id or a name as contest.yaml has it; empty: it names none */
    bool is_ambiguous;     /* it can be read in two ways: round and criterion are not set */
};

/* Reads the name of the file at `path`: an id or name of a round, of one of its criteria behind it, and anything behind
 * that, such as a sector or a number. Between them stand -, –, —, _ or blanks. Full-width forms and ASCII case do not
 * matter. Of several ways to read it the one that explains most of it holds. Where `names_round` is false because the
 * round is known otherwise, a criterion may stand alone. */
struct marks_name marks_name_read(const struct rules *rules, const char *path, bool names_round, struct arena scratch);

/* The name that is meant to be a round's, for hints: the id or name of one that is near the stem; empty where none is. */
struct text marks_name_nearest_round(const struct rules *rules, struct text stem, struct arena scratch);

/* A text with full-width forms made plain and ASCII letters made small, to compare names by. */
struct text name_folded(struct text name, struct arena *arena);

#endif
