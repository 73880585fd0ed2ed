/* Numbers of certificates: given with the result that was signed, and each for good. Who keeps an award through a correction keeps
 * its number; a number that was taken back is never given again, but to the same award of the same holder. */
#ifndef BIWU_ISSUED_H
#define BIWU_ISSUED_H

#include "index.h"
#include "moves.h"

struct issued_certificate {
    size_t number; /* from 1 */
    enum placed kind;
    struct text holder; /* a contestant's id; the name of a team or unit */
    struct text award;
    bool is_recalled; /* no certificate of the result has it any more */
};

struct issued {
    struct issued_certificate *items; /* all that ever had a number */
    size_t count, capacity;
};

/* Giving numbers to the certificates of a result, one after the other in their order. */
struct issuing {
    struct arena *arena;
    struct index known; /* holder and award to a place in `issued` */
    struct issued issued;
    size_t highest;
};

/* `former` is what was issued before; NULL: nothing. Its texts are borrowed. */
struct issuing issuing_after(const struct issued *former, struct arena *arena);
/* The number that it had, or the next that none ever had. */
size_t issuing_number(struct issuing *issuing, enum placed kind, struct text holder, struct text award);

#endif
