/* Numbers of certificates: given with the result that was signed, and each for good. A certificate that reads the same after a
 * correction keeps its number; one that was taken back is never given again, but to that same certificate. */
#ifndef BIWU_ISSUED_H
#define BIWU_ISSUED_H

#include "index.h"
#include "moves.h"

/* What tells one certificate from another. */
enum issued_text {
    ISSUED_ID,   /* a contestant's */
    ISSUED_NAME, /* of the contestant, team or unit */
    ISSUED_UNIT, /* a contestant's */
    ISSUED_SECTOR,
    ISSUED_MEMBERS, /* a team's */
    ISSUED_AWARD,
    ISSUED_TEXTS
};

struct issued_certificate {
    size_t number;       /* from 1 */
    struct text printed; /* the number as it was printed; empty: it was not */
    enum placed kind;
    struct text of[ISSUED_TEXTS]; /* empty where there is none */
    bool is_recalled;             /* the result has it no more */
};

struct issued {
    struct issued_certificate *items; /* all that ever had a number */
    size_t count, capacity;
};

/* Certificates that read the same, one after the other: places in `issued`, INDEX_NONE behind the last. */
struct issued_alike {
    size_t following;
    size_t untaken, last; /* known of the first of them */
};

/* Giving numbers to the certificates of a result, one after the other in their order. */
struct issuing {
    struct arena *arena;
    struct index known;         /* kind and texts to the first of those that read the same */
    struct issued_alike *alike; /* of each that was issued */
    size_t alike_capacity;
    struct issued issued;
    size_t highest;
};

/* `former` is what was issued before; NULL: nothing. Its texts are borrowed. */
struct issuing issuing_after(const struct issued *former, struct arena *arena);
/* Finds the certificate of this kind and these texts, the next of them where several read alike, or gives it the next number that
 * none ever had; valid until the next is taken. */
struct issued_certificate *issuing_take(struct issuing *issuing, enum placed kind, const struct text of[ISSUED_TEXTS]);

#endif
