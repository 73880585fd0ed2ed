#include "encoding.h"

#include <string.h>

#include "places.h"

#define SAVE_AS_UTF8 MESSAGE("save it as UTF-8; in a spreadsheet choose “CSV UTF-8”")

/* What another kind of file begins with, and what to say about it. */
struct signature {
    struct text start;
    struct message what;
};

/* Reports a file that tells by its first bytes that it is something else. */
static bool is_foreign(struct text raw, struct place place, struct faults *faults)
{
    const struct signature signatures[] = {
        {TEXT("PK\x03\x04"), MESSAGE("this is an .xlsx workbook or a zip archive, not a text file")},
        {TEXT("\xD0\xCF\x11\xE0"), MESSAGE("this is an old .xls workbook or an encrypted one, not a text file")},
        {TEXT("\xFF\xFE"), MESSAGE("this text is in UTF-16, and UTF-8 is expected")},
        {TEXT("\xFE\xFF"), MESSAGE("this text is in UTF-16, and UTF-8 is expected")},
    };
    for (size_t i = 0; i < sizeof signatures / sizeof *signatures; i++)
        if (text_starts_with(raw, signatures[i].start)) {
            faults_add(faults, SEVERITY_ERROR, place, signatures[i].what, SAVE_AS_UTF8);
            return true;
        }
    return false;
}

bool encoding_as_utf8(struct text raw, struct text file, struct faults *faults, struct text *utf8)
{
    struct text mark = TEXT("\xEF\xBB\xBF");
    struct place start = {file, 1, 1};
    size_t bad_at;

    if (is_foreign(raw, start, faults))
        return false;
    if (text_starts_with(raw, mark)) {
        raw.bytes += mark.length;
        raw.length -= mark.length;
    }
    const char *nul = raw.length > 0 ? memchr(raw.bytes, '\0', raw.length) : NULL;
    if (nul) {
        faults_add(faults, SEVERITY_ERROR, place_of_byte(start, raw, (size_t)(nul - raw.bytes)),
                   MESSAGE("there is a NUL byte here: this is not a UTF-8 text file"), SAVE_AS_UTF8);
        return false;
    }
    if (!text_is_utf8(raw, &bad_at)) {
        faults_add(faults, SEVERITY_ERROR, place_of_byte(start, raw, bad_at),
                   MESSAGE("this is not UTF-8 text from here on; it may be GBK, as older spreadsheets save it"),
                   SAVE_AS_UTF8);
        return false;
    }
    *utf8 = raw;
    return true;
}
