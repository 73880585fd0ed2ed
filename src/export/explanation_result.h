/* The last part of an explanation: rank, ties, awards with their cuts, promotion. */
#ifndef BIWU_EXPLANATION_RESULT_H
#define BIWU_EXPLANATION_RESULT_H

#include "explanation.h"
#include "explanation_steps.h"

/* Writes the lines of one who is ranked in the sector. */
void telling_ranked(struct telling *telling, const struct standings *standings, const struct sector_standings *sector,
                    const struct standing *standing);

#endif
