/* One value of contest.yaml by the type of its key. */
#ifndef BIWU_YAML_VALUES_H
#define BIWU_YAML_VALUES_H

#include "doubts.h"
#include "yaml_tree.h"

/* Where values go and what is wrong with them. */
struct filling {
    struct arena *arena;  /* of the rules */
    struct arena scratch; /* another region */
    struct faults *faults;
    unsigned concerns; /* what a fault in the section that is being read may leave in doubt */
    unsigned doubts;   /* what the faults so far do leave in doubt */
    size_t weighed;    /* of faults, how many are grave and in `doubts` already */
};

/* Reads `value` by key->type into `base` + key->offset, for the types that do not hold sections. False where it does
 * not fit; that was reported, and what stood there is untouched. */
bool value_read(struct filling *filling, const struct key *key, const struct node *value, char *base);

/* What a key has where it is absent and has no default. `base` is all zero bytes otherwise. */
void value_clear(const struct key *key, char *base);

/* Reports a mapping's keys that came before. */
void mapping_report_doubled(struct filling *filling, const struct node *mapping);

/* ---- parts of value_read ---- */

typedef bool value_fn(struct filling *filling, const struct key *key, const struct node *value, char *base);
value_fn value_read_tie_keys, value_read_counts, value_read_band, value_read_bands;

/* Reports at `value` and gives false. */
bool value_report(struct filling *filling, const struct node *value, struct message what, struct message hint);
/* Whether `value` is a scalar; otherwise it is reported. */
bool value_is_scalar(struct filling *filling, const struct key *key, const struct node *value);
/* The row of key->choices called `name`, or NULL and a fault at `value` that lists those there are. */
const struct choice *value_choice(struct filling *filling, const struct key *key, const struct node *value,
                                  struct text name);

#endif
