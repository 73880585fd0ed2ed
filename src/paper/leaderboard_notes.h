/* What stands under a sector's ranking: who goes on, special awards, ties that keys decided, awards that were not given,
 * vetoes, who is not ranked, how to protest. */
#ifndef BIWU_LEADERBOARD_NOTES_H
#define BIWU_LEADERBOARD_NOTES_H

#include "standings.h"

struct leaderboard_note {
    const char *label; /* a key of the wording; NULL: that of the note before goes on */
    struct text text;
};

struct leaderboard_notes {
    struct leaderboard_note *items;
    size_t count, capacity;
};

/* A paragraph each. */
struct leaderboard_notes leaderboard_notes(const struct standings *standings, const struct sector_standings *sector,
                                           struct arena *arena);

/* 优秀组织奖：甲街道（全员参赛）: all who got special awards, or those of one sector and its units; empty for none. */
struct text special_awards_text(const struct standings *standings, size_t sector, struct arena *arena);
/* Who goes on to the next level, and who is next in line; empty where the rules promote nobody. */
struct text promotion_text(const struct standings *standings, const struct sector_standings *sector,
                           struct arena *arena);

#endif
