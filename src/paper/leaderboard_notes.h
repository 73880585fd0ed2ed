/* What stands under a ranking: ties, prizes not given, who is not ranked, how to protest. */
#ifndef BIWU_LEADERBOARD_NOTES_H
#define BIWU_LEADERBOARD_NOTES_H

#include "standings.h"

/* At least one sentence, the last of them about protests. */
struct texts leaderboard_notes(const struct standings *standings, const struct sector_standings *sector,
                               struct arena *arena);

#endif
