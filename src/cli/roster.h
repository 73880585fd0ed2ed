/* Who is promoted out of several contests: what the next level's contestants.csv is made of. */
#ifndef BIWU_ROSTER_H
#define BIWU_ROSTER_H

#include "roster_csv.h"
#include "standings.h"

struct roster {
    struct arena *arena;
    struct roster_row *rows;
    struct text *folders; /* beside them: where each comes from */
    size_t count, capacity, folder_capacity;
};

struct roster roster_in(struct arena *arena);

/* Adds all who are promoted, sector by sector by rank. Nothing is borrowed: the contest may go. `folder` is the path
 * that its user gave. */
void roster_add(struct roster *roster, const struct standings *standings, const char *folder);

/* Puts the folder's name before every id that stands more than once: `红山区-07`. False, with an error each, where ids
 * are then still doubled, or the folder has no name that can be written. */
bool roster_settle_ids(struct roster *roster, struct faults *faults);

#endif
