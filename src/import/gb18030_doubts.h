/* Whether text that is well-formed GB18030 is likely to be it.
 *
 * Any Big5 text is well-formed GB18030, as is many a text in other encodings; what it says then is nonsense. */
#ifndef BIWU_GB18030_DOUBTS_H
#define BIWU_GB18030_DOUBTS_H

#include "text.h"

enum gb18030_doubt {
    GB18030_LIKELY,
    GB18030_SEEMS_BIG5, /* nearly all are the usual characters of Big5, and many are none of GB2312 */
    GB18030_MAYBE_BIG5, /* the same in so few characters that it may be chance */
    GB18030_MAYBE_OTHER, /* hardly a hanzi of GB2312, or letters and hanzi in one word, or rare hanzi for the most part */
};

/* Looks at the bytes: pairs of 81-FE and 40-7E or 80-FE. */
enum gb18030_doubt gb18030_doubt_of(struct text gb18030);

#endif
