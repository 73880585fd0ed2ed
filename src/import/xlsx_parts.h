/* Which part of a workbook is what: its sheets in their order, its strings, its styles. */
#ifndef BIWU_XLSX_PARTS_H
#define BIWU_XLSX_PARTS_H

#include "xlsx_part.h"

struct xlsx_sheet_entry {
    struct text name;
    const char *part;
    bool is_hidden;
};

struct xlsx_parts {
    struct xlsx_sheet_entry *sheets; /* those that are tables, not charts */
    size_t count, capacity;
    const char *strings, *styles; /* NULL where it has none */
};

/* Follows the relations from the package's root to its parts; what it gives lives in `arena`. False with one fault where
 * the archive holds no workbook or a damaged one. */
bool xlsx_parts_find(const struct xlsx_package *package, struct arena *arena, struct xlsx_parts *parts);

#endif
