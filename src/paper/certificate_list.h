/* Who gets a certificate: winners of awards by sector and rank, then special awards in the order of the rules. */
#ifndef BIWU_CERTIFICATE_LIST_H
#define BIWU_CERTIFICATE_LIST_H

#include "issued.h"
#include "standings.h"

/* Whose certificates; INDEX_NONE: no matter which. */
struct certificate_choice {
    size_t sector; /* in contest.sectors; a unit belongs to none */
    size_t award;  /* in rules.awards, or behind them, from rules.award_count on, in rules.specials */
    size_t contestant;
    size_t teams; /* not 0: the teams of the ranks up to this one instead, and nobody else */
};
#define CERTIFICATES_ALL                                                                                               \
    {                                                                                                                  \
        INDEX_NONE, INDEX_NONE, INDEX_NONE, 0                                                                          \
    }

struct certificate {
    size_t number; /* from 1, over all of the contest; teams come last, and what a correction has brought behind them */
    struct text printed; /* the number as it is printed; empty: it is not */
    size_t award;        /* as in a choice; INDEX_NONE: a team's rank */
    size_t contestant;   /* INDEX_NONE: the unit */
    struct text unit;
    const struct standing *standing; /* for which it is; NULL: a special award */
    const struct team *team;         /* of the team standings; NULL: it is of no team */
    struct place place;              /* whose line of the input it shows, for faults */
    struct text code;                /* what its QR code says; empty: it has none yet */
};

struct certificate_list {
    struct certificate *items;
    size_t count;
};

/* `former`: what was issued with the newest revision, NULL: nothing. */
struct certificate_list certificate_list_of(const struct standings *standings, const struct certificate_choice *choice,
                                            const struct issued *former, struct arena *arena);
/* What is issued with the standings, of all teams too. */
struct issued certificates_issue(const struct standings *standings, const struct issued *former, struct arena *arena);

/* A list for each contestant or unit that has a certificate, in the order of their first ones; *count is how many. */
struct certificate_list *certificates_by_holder(const struct certificate_list *list, const struct contest *contest,
                                                size_t *count, struct arena *arena, struct arena scratch);

#endif
