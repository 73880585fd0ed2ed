/* Contest and sheets -> standings: the one path that every door takes. Derived, never stored. */
#ifndef BIWU_STANDINGS_H
#define BIWU_STANDINGS_H

#include "award.h"
#include "blockers.h"
#include "outlook.h"
#include "teams.h"

struct standing {
    struct placing placing;
    size_t award; /* in rules.awards, or INDEX_NONE */
    struct promotion promotion;
    struct outlooks outlooks; /* while sheets are pending */
};

struct unranked {
    size_t contestant;
    const struct result *result;  /* NULL where the contestant is not competing */
    const struct message *reason; /* why a competing one has no rank, else NULL. words_write_message() writes it */
};

struct sector_standings {
    size_t sector;            /* in contest.sectors */
    struct standing *ranking; /* by rank, equal ones in contestants.csv order */
    size_t ranking_count;
    struct unranked *unranked; /* in contestants.csv order */
    size_t unranked_count;
    struct award_outcome *outcomes; /* one an award; of those per contest standings.outcomes tells */
};

struct standings {
    const struct contest *contest;
    const struct sheets *sheets;
    struct sector_standings *sectors; /* as contest.sectors */
    size_t sector_count;
    struct award_outcome *outcomes; /* one an award, of those that are given per contest */
    struct teams_ranking teams;
    size_t pending;           /* sheets of competing contestants that are expected and not here */
    size_t without_final;     /* competing contestants whom the rules give no final score */
    bool is_complete;         /* neither is there */
    struct blockers blockers; /* what must be settled before the result can be official */
    bool is_official;         /* set by who knows of revisions; standings_of() does not */
    struct result *results;   /* one a contestant of the contest */
};

/* Computes everything; what it keeps lives in `arena`. What
 * keeps the result from being official is reported as warnings. */
struct standings standings_of(const struct contest *contest, const struct sheets *sheets, struct arena *arena,
                              struct arena scratch, struct faults *faults);

/* Whether sheets of the round that are not here are waited for: the contestant competes, has entered the round, and no
 * word stands there in place of scores. */
bool standings_wait_for(const struct standings *standings, size_t round, size_t contestant);

/* The standing of a contestant, or NULL for one who is unranked; *sector is set in both cases. */
const struct standing *standings_find(const struct standings *standings, size_t contestant,
                                      const struct sector_standings **sector);

#endif
