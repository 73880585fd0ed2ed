/* Which state of the result a document shows. */
#ifndef BIWU_EDITION_H
#define BIWU_EDITION_H

#include "text.h"

struct edition {
    struct text hash;   /* of the result, hexadecimal; its first digits are printed. Empty: the document shows none */
    bool is_final;      /* finalised and signed */
    struct text code;   /* what the QR code of a result as a whole says; empty: it has none */
    struct text signer; /* fingerprint of the key that signed the code; empty: nobody has */
};

#endif
