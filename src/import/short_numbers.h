/* Numbers one behind the other, each in as few bytes as it needs: seven bits a byte, the lowest first, the eighth bit tells
 * that another byte follows. */
#ifndef BIWU_SHORT_NUMBERS_H
#define BIWU_SHORT_NUMBERS_H

#include <stdint.h>

enum { SHORT_NUMBER_MOST = 10 }; /* bytes */

/* Both give the byte behind the number. */
static inline unsigned char *short_number_write(unsigned char *to, uint64_t number)
{
    for (; number >= 0x80; number >>= 7)
        *to++ = (unsigned char)(number | 0x80);
    *to++ = (unsigned char)number;
    return to;
}

static inline const unsigned char *short_number_read(const unsigned char *from, uint64_t *number)
{
    *number = 0;
    for (unsigned shift = 0;; shift += 7) {
        *number |= (uint64_t)(*from & 0x7f) << shift;
        if ((*from++ & 0x80) == 0)
            return from;
    }
}

#endif
