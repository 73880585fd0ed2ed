/* Which state of the result a document shows. */
#ifndef BIWU_EDITION_H
#define BIWU_EDITION_H

#include "text.h"

struct edition {
    struct text hash; /* of the result, hexadecimal; its first digits are printed. Empty: the document shows none */
    bool is_final;    /* finalised and signed */
};

#endif
