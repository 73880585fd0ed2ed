/* Which state of the result a document shows. */
#ifndef BIWU_EDITION_H
#define BIWU_EDITION_H

#include "issued.h"

enum { EDITION_HASH_DIGITS = 12 }; /* printed */

struct edition {
    struct text
        hash; /* of the result, hexadecimal; its first EDITION_HASH_DIGITS are printed. Empty: the document shows none */
    size_t revision;             /* of the official result, from 1; 0: it is not official */
    struct text day;             /* on which that was signed: 2023-10-26 */
    struct text code;            /* what the QR code of a result as a whole says; empty: it has none */
    const struct issued *issued; /* with the newest official result; NULL: there is none */
    struct text signer;          /* fingerprint of the key that signed the code; empty: nobody has */
};

#endif
