/* The rounds of one contestant as a table for the slip. */
#ifndef BIWU_SLIP_ROUNDS_H
#define BIWU_SLIP_ROUNDS_H

#include "round_facts.h"

/* Needs one who competes. A row a round that the contestant has entered: sheets that counted, what was set aside, what the panel made of them,
 * what was added or taken, the score. */
struct table slip_rounds(const struct round_facts *rounds, size_t contestant, struct arena *arena);

#endif
