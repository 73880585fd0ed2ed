/* styles.xml of a workbook: the number format of each cell style. */
#ifndef BIWU_XLSX_STYLES_H
#define BIWU_XLSX_STYLES_H

#include "xlsx_format.h"
#include "xlsx_part.h"

struct xlsx_styles {
    struct arena *arena;
    struct xlsx_format *formats; /* one a cell style */
    size_t count, capacity;
};

/* Reads the part; `arena` holds what it gives. False with one fault where it cannot be read. */
bool xlsx_styles_read(const struct xlsx_package *package, const char *part, struct arena *arena,
                      struct xlsx_styles *styles);
/* The format of a cell style; a plain number for one that is not there. */
struct xlsx_format xlsx_styles_format(const struct xlsx_styles *styles, size_t style);

#endif
