/* What faults of contest.yaml leave in doubt: what is not in doubt is still checked, so that one fault does not hide
 * others, and what is in doubt is not, so that no fault brings others with it. */
#ifndef BIWU_DOUBTS_H
#define BIWU_DOUBTS_H

#include "rule_table.h"

/* Bits of a set. */
enum doubt {
    DOUBT_NOTHING = 0,
    DOUBT_MARKS = 1,   /* which rounds and criteria there are, and the marks they take */
    DOUBT_WEIGHTS = 2, /* the rounds' weights and how they are combined */
    DOUBT_AWARDS = 4,
    DOUBT_EVERYTHING = DOUBT_MARKS | DOUBT_WEIGHTS | DOUBT_AWARDS,
};

/* What a fault in the value of this key may leave in doubt; within sections that of all keys around it holds, too. */
unsigned doubts_in_key(const struct key_table *table, struct text name);

/* What a key that `table` does not have may leave in doubt. */
unsigned doubts_in_unknown_key(const struct key_table *table);

#endif
