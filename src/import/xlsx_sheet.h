/* A worksheet of a workbook as records: one a row that is not blank, hidden rows too. */
#ifndef BIWU_XLSX_SHEET_H
#define BIWU_XLSX_SHEET_H

#include "xlsx_strings.h"
#include "xlsx_styles.h"

struct xlsx_book {
    struct xlsx_package package;
    struct xlsx_strings strings;
    struct xlsx_styles styles;
};

/* Hands each row to `take`. A record is at least as wide as the first one: spreadsheets do not write the empty cells at a
 * row's end. Of merged cells the first holds the value. False with one fault where the part cannot be read; what is wrong
 * with a cell stands in the record. */
bool xlsx_sheet_read(const struct xlsx_book *book, const char *part, struct arena scratch, record_fn *take,
                     void *context);

/* Whether no cell of the sheet holds anything; also where it cannot be read, which is reported. */
bool xlsx_sheet_is_empty(const struct xlsx_book *book, const char *part);

#endif
