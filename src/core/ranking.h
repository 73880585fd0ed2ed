/* Order within a sector by the published final, tie keys, ranks (rules.md 4). */
#ifndef BIWU_RANKING_H
#define BIWU_RANKING_H

#include "score.h"

/* A run of placings, by position from 0. */
struct run {
    size_t first, end;
};

/* One whom a key parted from a placing, with the note of that one about the same split. */
struct tie_rival {
    size_t contestant;
    const struct tie_note *note;
};

/* Why a placing stands above or below others with the same published final. */
struct tie_note {
    struct tie_note *earlier; /* the key before that parted it from others; NULL: none */
    struct run parted, kept;  /* the tied run that the key split, and the part of it that this one fell into */
    size_t key;               /* in rules.ties */
    size_t turn;              /* of a key of several values, the one that parted */
    struct tie_value value;
    struct tie_rival *against; /* those that this key parted from it, in their final order: the nearest ones above and
                                  below, TIE_AGAINST_EACH_WAY at the most */
    size_t against_count;
};

/* Keeps tie notes small where thousands are tied. */
enum { TIE_AGAINST_EACH_WAY = 10 };

struct placing {
    size_t contestant;
    const struct result *result;
    size_t rank;          /* from 1; shared by those that no key parts */
    struct tie_note *tie; /* of the last key that parted it from others; NULL: none did */
};

/* Sorts `placings` (contestant and result set, in contestants.csv order; every result has a final), those who came
 * further first, and fills in rank and tie. */
void ranking_assign(const struct sheets *sheets, struct placing *placings, size_t count, struct arena *arena,
                    struct arena scratch);

/* The order of two placings by all that decides it, but for head-to-head, which asks who else is tied: < 0 where `a` is
 * before `b`, 0 where they share a rank. */
int ranking_compare(const struct sheets *sheets, const struct placing *a, const struct placing *b);

#endif
