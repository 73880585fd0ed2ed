/* sharedStrings.xml of a workbook: the texts that its cells name by number. */
#ifndef BIWU_XLSX_STRINGS_H
#define BIWU_XLSX_STRINGS_H

#include "xlsx_part.h"
#include "xlsx_text.h"

struct xlsx_string {
    struct text text; /* trimmed */
    enum defect defect;
};

struct xlsx_strings {
    struct arena *arena;
    struct xlsx_string *items;
    size_t count, capacity;
};

/* Reads the part; `arena` holds what it gives. Rich text is joined; readings above hanzi (rPh) are left out. False with
 * one fault where it cannot be read. */
bool xlsx_strings_read(const struct xlsx_package *package, const char *part, struct arena *arena,
                       struct xlsx_strings *strings);

#endif
