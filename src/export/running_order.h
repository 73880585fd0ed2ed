/* The running order that a published seed gives: everybody can compute it again.
 *
 * Who takes part by contestants.csv gets a digest, the SHA-256 of the seed, a NUL byte and the contestant's id. Within a
 * sector they appear in ascending order of the digests, numbered from 1: each sector is on stage by itself. */
#ifndef BIWU_RUNNING_ORDER_H
#define BIWU_RUNNING_ORDER_H

#include "contest.h"
#include "style.h"

struct drawn {
    size_t contestant;
    struct text digest; /* 64 lower-case hexadecimal digits */
};

struct running_order {
    const struct contest *contest;
    struct text seed;
    struct drawn *drawn; /* sector by sector as contest.sectors, by number within them */
    size_t count;
    int64_t *numbers; /* one a contestant of the contest; 0: withdrawn, absent or disqualified, and not drawn */
};

/* Needs a contest whose contestants have been added; it may have no judges yet. */
struct running_order running_order_of(const struct contest *contest, struct text seed, struct arena *arena);

/* Columns draw,id,name,sector,unit. */
struct text running_order_csv(const struct running_order *order, struct arena *arena, struct arena scratch);

/* The title, the seed, and a table a sector. Needs a UTF-8 LC_CTYPE. */
struct text running_order_table(const struct running_order *order, const struct style *style, struct arena *arena,
                                struct arena scratch);

#endif
