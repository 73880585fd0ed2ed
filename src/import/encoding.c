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

/* Without branches, so that the compiler takes many bytes at a time. */
static unsigned is_control(unsigned char byte)
{
    return (byte == 0x7F) | ((byte < 0x20) & (byte != '\t') & (byte != '\n') & (byte != '\r'));
}

enum { BLOCK = 64 };

static bool block_holds_control(const char *bytes)
{
    unsigned char found = 0;
    for (size_t i = 0; i < BLOCK; i++)
        found |= (unsigned char)is_control((unsigned char)bytes[i]);
    return found;
}

/* Control characters never stand in text, but for those that end lines and part columns: they would reach terminals. */
static bool holds_control(struct text raw, size_t *at)
{
    for (*at = 0; *at + BLOCK <= raw.length && !block_holds_control(raw.bytes + *at);)
        *at += BLOCK;
    for (; *at < raw.length; ++*at)
        if (is_control((unsigned char)raw.bytes[*at]))
            return true;
    return false;
}

/* The same for U+0080 to U+009F, in a text that is known for UTF-8. */
static bool holds_long_control(struct text utf8, size_t *at)
{
    const char *end = utf8.bytes + utf8.length, *lead = utf8.bytes;
    while (lead < end && (lead = memchr(lead, 0xC2, (size_t)(end - lead))) != NULL) {
        *at = (size_t)(lead++ - utf8.bytes);
        if ((unsigned char)*lead < 0xA0)
            return true;
    }
    return false;
}

bool encoding_as_utf8(struct text raw, struct text file, struct faults *faults, struct text *utf8)
{
    struct text mark = TEXT("\xEF\xBB\xBF");
    struct place start = {.file = file, .line = 1, .column = 1};
    size_t bad_at;

    if (is_foreign(raw, start, faults))
        return false;
    if (text_starts_with(raw, mark)) {
        raw.bytes += mark.length;
        raw.length -= mark.length;
    }
    if (holds_control(raw, &bad_at)) {
        faults_add(faults, SEVERITY_ERROR, place_of_byte(start, raw, bad_at),
                   raw.bytes[bad_at] == '\0'
                       ? MESSAGE("there is a NUL byte here: this is not a UTF-8 text file")
                       : MESSAGE("there is a control character here: this is not a plain text file"),
                   SAVE_AS_UTF8);
        return false;
    }
    if (!text_is_utf8(raw, &bad_at)) {
        faults_add(faults, SEVERITY_ERROR, place_of_byte(start, raw, bad_at),
                   MESSAGE("this is not UTF-8 text from here on; it may be GBK, as older spreadsheets save it"),
                   SAVE_AS_UTF8);
        return false;
    }
    if (holds_long_control(raw, &bad_at)) {
        faults_add(faults, SEVERITY_ERROR, place_of_byte(start, raw, bad_at),
                   MESSAGE("there is a control character here: this is not a plain text file"), SAVE_AS_UTF8);
        return false;
    }
    *utf8 = raw;
    return true;
}
