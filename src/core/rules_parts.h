/* rules_complete() in parts, each for its own noun. Private to core's rules. */
#ifndef BIWU_RULES_PARTS_H
#define BIWU_RULES_PARTS_H

#include "rules.h"

/* Criteria, panels, digits, times of one round. */
void rules_complete_round(const struct rules *rules, struct round *round, struct arena *arena, struct faults *faults);
/* Stages, and the weights of the rounds of each stretch; needs completed rounds. */
void rules_complete_stages(struct rules *rules, struct arena *arena, struct faults *faults);
/* Rounds, criteria, panels and columns that tie keys name, and the default key. */
void rules_complete_ties(struct rules *rules, struct arena *arena, struct faults *faults);
/* Awards, special awards, teams, promotion. */
void rules_complete_awards(struct rules *rules, struct faults *faults);
/* What a contest by rank sums cannot have. */
void rules_check_rank_sum(const struct rules *rules, struct faults *faults);

#endif
