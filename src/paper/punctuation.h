/* Full-width punctuation that is half blank: by GB/T 15834 it gives that half up at a line's ends and beside its like. */
#ifndef BIWU_PUNCTUATION_H
#define BIWU_PUNCTUATION_H

#include <stddef.h>
#include <stdint.h>

enum blank_half {
    BLANK_HALF_NONE,
    BLANK_HALF_FIRST, /* of what opens: 《 */
    BLANK_HALF_LAST,  /* of what closes or pauses: 》 ， */
};

/* A number below PUNCTUATION_MOST for each mark; PUNCTUATION_MOST for any other character. */
enum { PUNCTUATION_MOST = 32 };
size_t punctuation_number(uint32_t code_point);

/* Of which half it can do without, where a font draws nothing there. */
enum blank_half punctuation_blank_half(size_t number);
uint32_t punctuation_code_point(size_t number);

#endif
