/* The parts of an .xlsx workbook: XML files in a zip archive. libzip and expat are used here and nowhere else. */
#ifndef BIWU_XLSX_PART_H
#define BIWU_XLSX_PART_H

#include "fault.h"

/* Larger parts are refused once they are unpacked that far, and, beyond XLSX_FREE_BYTES, those that unpack to more than
 * XLSX_MOST_RATIO times what they take in the archive: no spreadsheet writes such. */
#define XLSX_MOST_SHEET   ((size_t)1 << 30)
#define XLSX_MOST_STRINGS ((size_t)1 << 28)
#define XLSX_MOST_SMALL   ((size_t)1 << 24)
#define XLSX_FREE_BYTES   ((size_t)1 << 24)
enum { XLSX_MOST_RATIO = 250 };

struct zip;

struct xlsx_package {
    struct zip *zip;
    struct text file; /* its name, for faults */
    struct faults *faults;
};

/* Opens the archive in `bytes`, which must stay until it is closed. False with one fault where it is none. */
bool xlsx_package_open(struct xlsx_package *package, struct text bytes, struct text file, struct faults *faults);
void xlsx_package_close(struct xlsx_package *package);
/* Whether it holds this part; names differ by more than the case of letters. */
bool xlsx_package_has(const struct xlsx_package *package, const char *part);
/* Reports an error of the whole file. */
void xlsx_package_report(const struct xlsx_package *package, struct message what, struct message hint);

/* What a part is read by. Names of elements come without the prefix of their namespace. */
struct xlsx_reader {
    bool (*open)(void *context, const char *element, const char **attributes); /* false: enough, stop here */
    void (*close)(void *context, const char *element);                         /* may be NULL */
    void (*text)(void *context, struct text text);                             /* may be NULL; comes in pieces */
};

/* Reads a part, at most `most` bytes of it. False with one fault where it is missing, damaged, too large, no well-formed
 * XML, or has a document type (no workbook has one, and entities are hidden in such). */
bool xlsx_part_read(const struct xlsx_package *package, const char *part, size_t most, const struct xlsx_reader *reader,
                    void *context);

/* The value of an attribute, whatever its prefix; NULL where it is not there. */
const char *xlsx_attribute(const char **attributes, const char *name);

#endif
