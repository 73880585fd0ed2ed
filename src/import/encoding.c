#include "encoding.h"

#include "controls.h"
#include "conversion.h"
#include "encoding_evidence.h"
#include "gb18030_doubts.h"
#include "gb18030_editions.h"
#include "places.h"
#include "plain.h"

#define SAVE_AS_UTF8 MESSAGE("save it as UTF-8; in a spreadsheet choose “CSV UTF-8”")
#define SAVE_OR_TELL                                                                                                   \
    MESSAGE("save it as UTF-8 (in a spreadsheet choose “CSV UTF-8”), or name its encoding with --encoding")

const struct encoding_name encoding_names[] = {
    {TEXT_INIT("utf-8"), ENCODING_UTF8},       {TEXT_INIT("utf-16"), ENCODING_UTF16},
    {TEXT_INIT("utf-16le"), ENCODING_UTF16LE}, {TEXT_INIT("utf-16be"), ENCODING_UTF16BE},
    {TEXT_INIT("gb18030"), ENCODING_GB18030},  {TEXT_INIT("gbk"), ENCODING_GB18030},
    {TEXT_INIT("gb2312"), ENCODING_GB18030},
};
const size_t encoding_name_count = sizeof encoding_names / sizeof *encoding_names;

/* A file on its way to UTF-8. */
struct decoding {
    struct text raw; /* without its mark */
    struct place start;
    struct told_encoding told;
    struct arena *arena;
    struct faults *faults;
    struct text utf8; /* as far as it went */
    size_t bad_at;    /* byte of `raw` where it stopped */
};

/* ---- what else comes as a file ---- */

/* Reports a file that tells by its first bytes that it is no text. */
static bool is_foreign(struct text raw, struct place place, struct faults *faults)
{
    const struct {
        struct text start;
        struct message what;
    } signatures[] = {
        {TEXT("PK\x03\x04"), MESSAGE("this is an .xlsx workbook or a zip archive, not a text file")},
        {TEXT("\xD0\xCF\x11\xE0"), MESSAGE("this is an old .xls workbook or an encrypted one, not a text file")},
    };
    for (size_t i = 0; i < sizeof signatures / sizeof *signatures; i++)
        if (text_starts_with(raw, signatures[i].start)) {
            faults_add(faults, SEVERITY_ERROR, place, signatures[i].what, SAVE_AS_UTF8);
            return true;
        }
    return false;
}

/* ---- which encoding ---- */

/* The encoding of the byte order mark, which is cut off; ENCODING_UNTOLD where there is none. */
static enum encoding take_mark(struct text *raw)
{
    static const struct encoding_name marks[] = {
        {TEXT_INIT("\xEF\xBB\xBF"), ENCODING_UTF8},
        {TEXT_INIT("\xFF\xFE"), ENCODING_UTF16LE},
        {TEXT_INIT("\xFE\xFF"), ENCODING_UTF16BE},
        {TEXT_INIT("\x84\x31\x95\x33"), ENCODING_GB18030},
    };
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (text_starts_with(*raw, marks[i].name)) {
            raw->bytes += marks[i].name.length;
            raw->length -= marks[i].name.length;
            return marks[i].encoding;
        }
    return ENCODING_UNTOLD;
}

static struct told_encoding tell(struct text *raw, enum encoding asked)
{
    enum encoding marked = take_mark(raw);
    if (marked != ENCODING_UNTOLD)
        return (struct told_encoding){marked, EVIDENCE_MARK};
    if (asked == ENCODING_UNTOLD)
        return encoding_evidence_of(*raw);
    return (struct told_encoding){asked == ENCODING_UTF16 ? encoding_order_of_utf16(*raw) : asked, EVIDENCE_ASKED};
}

/* ---- bytes that the encoding does not have ---- */

static struct text encoding_title(enum encoding encoding)
{
    if (encoding == ENCODING_UTF8)
        return TEXT("UTF-8");
    return encoding == ENCODING_GB18030 ? TEXT("GB18030") : TEXT("UTF-16");
}

static struct message not_in_encoding(struct told_encoding told, struct text byte)
{
    struct text title = encoding_title(told.encoding);
    switch (told.evidence) {
    case EVIDENCE_MARK:
        return MESSAGE("the byte {1} is no {2} here, which the file's first bytes announce", byte, title);
    case EVIDENCE_ASKED:
        return MESSAGE("the byte {1} is no {2} here, which --encoding asks for", byte, title);
    case EVIDENCE_NUL_BYTES:
        return MESSAGE("the byte {1} is no {2} here, as which the file was read because of its NUL bytes", byte, title);
    case EVIDENCE_MOST_OF_IT:
        return MESSAGE("the byte {1} is no {2} here, though most of the file is", byte, title);
    default:
        return MESSAGE("the byte {1} is no {2} here, as which the file was read because it is no UTF-8", byte, title);
    }
}

enum { LONGEST_CHARACTER = 4 };

static void report_bad_byte(const struct decoding *decoding)
{
    unsigned char byte = (unsigned char)decoding->raw.bytes[decoding->bad_at];
    char shown[] = {'0', 'x', "0123456789ABCDEF"[byte >> 4], "0123456789ABCDEF"[byte & 0xF], '\0'};
    struct message hint = SAVE_OR_TELL;
    if (decoding->told.evidence == EVIDENCE_ASKED)
        hint = MESSAGE("files may differ: leave out --encoding, or save this one as UTF-8 with a BOM");
    else if (decoding->raw.length - decoding->bad_at < LONGEST_CHARACTER)
        hint = MESSAGE("it is the file's end: is the file cut off? Copy or save it again");
    faults_add(decoding->faults, SEVERITY_ERROR, place_of_byte(decoding->start, decoding->utf8, decoding->utf8.length),
               not_in_encoding(decoding->told, text_from_c(shown)), hint);
}

/* ---- doubts ---- */

/* The first characters beyond ASCII that stand together, for a reader to judge; *place is where. */
static struct text first_beyond_ascii(const struct decoding *decoding, struct text utf8, struct place *place)
{
    enum { ENOUGH = 8 };
    size_t start = 0, characters = 0;
    while (start < utf8.length && (unsigned char)utf8.bytes[start] < 0x80)
        start++;
    struct text rest = {utf8.bytes + start, utf8.length - start};
    while (rest.length > 0 && (unsigned char)*rest.bytes >= 0x80 && characters++ < ENOUGH)
        text_next_character(&rest);
    *place = place_of_byte(decoding->start, utf8, start);
    return (struct text){utf8.bytes + start, (size_t)(rest.bytes - utf8.bytes) - start};
}

static void warn(const struct decoding *decoding, struct place place, struct message what, struct message hint)
{
    faults_add(decoding->faults, SEVERITY_WARNING, place, what, hint);
}

static void warn_of_two_ways(const struct decoding *decoding)
{
    struct place place;
    struct text seen = first_beyond_ascii(decoding, decoding->utf8, &place);
    struct text other = first_beyond_ascii(decoding, decoding->raw, &place);
    warn(decoding, place,
         MESSAGE("here stands “{1}” in GB18030, as which the file is read, or “{2}” in UTF-8: both are possible",
                 SHOWN(seen), SHOWN(other)),
         MESSAGE("if “{1}” is right, say --encoding utf-8, or save the file as UTF-8 with a BOM", SHOWN(other)));
}

/* False with an error where text that was taken for GB18030 is Big5 by all appearance; where that may be, or it may be
 * none for other reasons, that is a warning. */
static bool is_gb18030(const struct decoding *decoding)
{
    enum gb18030_doubt doubt = gb18030_doubt_of(decoding->raw);
    if (doubt == GB18030_LIKELY)
        return true;
    struct place place;
    struct text seen = first_beyond_ascii(decoding, decoding->utf8, &place);
    bool is_big5 = doubt != GB18030_MAYBE_OTHER;
    struct message what =
        is_big5
            ? MESSAGE("here stands “{1}”, reading GB18030; but the file seems to be Big5", SHOWN(seen))
            : MESSAGE("here stands “{1}”, reading GB18030; but the file seems to be in another encoding", SHOWN(seen));
    if (doubt == GB18030_SEEMS_BIG5) {
        faults_add(
            decoding->faults, SEVERITY_ERROR, place, what,
            MESSAGE("open the file in the program that shows it right, and save it as UTF-8; if it is GB18030 all "
                    "the same, say --encoding gb18030"));
        return false;
    }
    warn(decoding, place, what,
         MESSAGE("if that is right, all is well; if not, open the file in the program that shows it right, "
                 "and save it as UTF-8"));
    return true;
}

/* What nobody has told stands as far as it is not in doubt. */
static bool is_credible(const struct decoding *decoding)
{
    if (decoding->told.encoding != ENCODING_GB18030 || decoding->told.evidence == EVIDENCE_MARK ||
        decoding->told.evidence == EVIDENCE_ASKED)
        return true;
    if (decoding->told.evidence != EVIDENCE_TWO_WAYS)
        return is_gb18030(decoding);
    warn_of_two_ways(decoding);
    return true;
}

/* ---- the whole ---- */

/* Fills utf8 and bad_at, which is the file's length where all is well. False, reported, where the system cannot. */
static bool decode(struct decoding *decoding)
{
    enum encoding encoding = decoding->told.encoding;
    decoding->utf8 = decoding->raw;
    decoding->bad_at = decoding->raw.length;
    if (encoding == ENCODING_UTF8) {
        if (!text_is_utf8(decoding->raw, &decoding->bad_at))
            decoding->utf8.length = decoding->bad_at;
        return true;
    }
    if (convert_to_utf8(decoding->raw, encoding, decoding->arena, &decoding->utf8, &decoding->bad_at) !=
        CONVERSION_UNAVAILABLE)
        return true;
    faults_add(decoding->faults, SEVERITY_FAILURE, decoding->start,
               MESSAGE("this system cannot convert from {1}", encoding_title(encoding)), SAVE_AS_UTF8);
    return false;
}

/* Whether it is text to the end; else reports where it stops being one. */
static bool is_text(const struct decoding *decoding)
{
    size_t control_at;
    if (controls_find(decoding->utf8, &control_at)) {
        bool is_nul = decoding->utf8.bytes[control_at] == '\0';
        faults_add(decoding->faults, SEVERITY_ERROR, place_of_byte(decoding->start, decoding->utf8, control_at),
                   is_nul ? MESSAGE("there is a NUL byte here: this is not a plain text file")
                          : MESSAGE("there is a control character here: this is not a plain text file"),
                   SAVE_OR_TELL);
        return false;
    }
    if (decoding->bad_at == decoding->raw.length)
        return true;
    report_bad_byte(decoding);
    return false;
}

bool encoding_as_utf8(struct text raw, enum encoding asked, struct text file, struct arena *arena,
                      struct faults *faults, struct text *utf8)
{
    struct decoding decoding = {.start = {.file = file, .line = 1, .column = 1}, .arena = arena, .faults = faults};
    if (is_foreign(raw, decoding.start, faults))
        return false;
    decoding.told = tell(&raw, asked);
    decoding.raw = raw;
    if (!decode(&decoding) || !is_text(&decoding) || !is_credible(&decoding))
        return false;
    *utf8 = gb18030_as_present(decoding.utf8, arena);
    return true;
}

bool encoding_is_plain(struct text lines)
{
    size_t control_at;
    return encoding_evidence_of(lines).evidence == EVIDENCE_WELL_FORMED && !controls_find(lines, &control_at) &&
           gb18030_is_present(lines);
}
