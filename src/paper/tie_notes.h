/* What decided between equal scores, as sentences under a ranking. */
#ifndef BIWU_TIE_NOTES_H
#define BIWU_TIE_NOTES_H

#include "standings.h"

/* One sentence a group that a tie key parted, and again for each key that parted a part of it: the score they share, the
 * key, each one's value with digits up to the first that differs; a decision with its reasons and signers. */
struct texts tie_notes_of(const struct standings *standings, const struct sector_standings *sector,
                          struct arena *arena);

/* The keys that placed one contestant among those with the same published score, in their order, and how many those are
 * (*others, without the contestant); empty where there are none, or no key parted them. */
struct text tie_keys_of(const struct standings *standings, const struct placing *placing, size_t *others,
                        struct arena *arena);

/* All keys of the rules, in their order. */
struct text tie_keys_of_rules(const struct rules *rules, struct arena *arena);

#endif
