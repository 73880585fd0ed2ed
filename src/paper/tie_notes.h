/* What decided between equal scores, as sentences under a ranking. */
#ifndef BIWU_TIE_NOTES_H
#define BIWU_TIE_NOTES_H

#include "standings.h"

/* One sentence a group that a tie key parted, and again for each key that parted a part of it: the score they share, the
 * key, each one's value with digits up to the first that differs; a decision with its reasons and signers. */
struct texts tie_notes_of(const struct standings *standings, const struct sector_standings *sector,
                          struct arena *arena);

#endif
