/* A mapping of contest.yaml along its table of keys. */
#ifndef BIWU_YAML_KEYS_H
#define BIWU_YAML_KEYS_H

#include "yaml_values.h"

/* Fills the zeroed struct at `into` from `mapping`, or with defaults alone where that is NULL. Reports every key that
 * is unknown, doubled, missing or holds what it should not; such keys keep their default. What that leaves in doubt is
 * added to filling->doubts. */
void yaml_keys_fill(struct filling *filling, const struct key_table *table, const struct node *mapping, void *into);

#endif
