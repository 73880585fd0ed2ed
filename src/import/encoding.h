/* The bytes of a text file as UTF-8: the one door for all encodings. */
#ifndef BIWU_ENCODING_H
#define BIWU_ENCODING_H

#include "fault.h"

enum encoding {
    ENCODING_UNTOLD, /* the file itself has to tell */
    ENCODING_UTF8,
    ENCODING_UTF16, /* in either order of bytes: its NUL bytes tell, and without any it is little-endian */
    ENCODING_UTF16LE,
    ENCODING_UTF16BE,
    ENCODING_GB18030, /* GBK and GB2312 are parts of it */
};

struct encoding_name {
    struct text name;
    enum encoding encoding;
};
/* What users call them, in small letters. */
extern const struct encoding_name encoding_names[];
extern const size_t encoding_name_count;

/* The text of `raw` without byte order mark, borrowed from it or in `arena`. A mark tells the encoding; without one it is
 * `asked`, and where that is ENCODING_UNTOLD, what encoding_evidence.h says. A warning is added where that may well be
 * wrong. False with one error where it is no text, another kind of file, a byte that the encoding does not have, a
 * control character; or where it is Big5 by all appearance and nobody has named its encoding.
 *
 * In all of them the characters that GB18030 once had among the private ones are their present ones. */
bool encoding_as_utf8(struct text raw, enum encoding asked, struct text file, struct arena *arena,
                      struct faults *faults, struct text *utf8);

/* Whether these lines are UTF-8 for certain and stay as they are. Where all lines of a file are, encoding_as_utf8() gives
 * the file without its byte order mark, as long as the user has not named another encoding. */
bool encoding_is_plain(struct text lines);

#define ENCODING_UTF8_MARK TEXT("\xEF\xBB\xBF")

#endif
