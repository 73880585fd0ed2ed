/* Who gets a certificate: winners of awards by sector and rank, then special awards in the order of the rules. */
#ifndef BIWU_CERTIFICATE_LIST_H
#define BIWU_CERTIFICATE_LIST_H

#include "standings.h"

/* Whose certificates; INDEX_NONE: no matter which. */
struct certificate_choice {
    size_t sector; /* in contest.sectors; a unit belongs to none */
    size_t award;  /* in rules.awards, or behind them, from rules.award_count on, in rules.specials */
    size_t contestant;
    struct text unit; /* with bytes: only what this unit was given */
    size_t teams;     /* not 0: the teams of the ranks up to this one instead, or `unit` among them, and nobody else */
};
#define CERTIFICATES_ALL                                                                                               \
    {                                                                                                                  \
        INDEX_NONE, INDEX_NONE, INDEX_NONE, {0}, 0                                                                     \
    }

struct certificate {
    size_t number;     /* from 1, over all of the contest; teams come last */
    size_t award;      /* as in a choice; INDEX_NONE: a team's rank */
    size_t contestant; /* INDEX_NONE: the unit */
    struct text unit;
    const struct standing *standing; /* for which it is; NULL: a special award */
    const struct team *team;         /* of the team standings; NULL: it is of no team */
    struct place place;              /* whose line of the input it shows, for faults */
};

struct certificate_list {
    const struct certificate *items;
    size_t count;
};

struct certificate_list certificate_list_of(const struct standings *standings, const struct certificate_choice *choice,
                                            struct arena *arena);

/* Whether a certificate is the first of the list for its contestant or unit. */
bool certificate_is_first(const struct certificate_list *list, size_t number);

struct text certificate_award(const struct rules *rules, size_t award);

#endif
