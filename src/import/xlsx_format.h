/* How a workbook shows a number, as far as that changes what a reader takes it for. */
#ifndef BIWU_XLSX_FORMAT_H
#define BIWU_XLSX_FORMAT_H

#include "text.h"

enum xlsx_format_kind {
    XLSX_FORMAT_NUMBER,  /* also with a currency, in thousands … : the stored number is meant */
    XLSX_FORMAT_PERCENT, /* shown as a hundred times itself */
    XLSX_FORMAT_DATE,    /* a date or a time of day */
    XLSX_FORMAT_TIME,    /* a length of time */
};

struct xlsx_format {
    enum xlsx_format_kind kind;
    unsigned zeros;                           /* of a number: "000" shows 7 as 007, and that as an id is meant */
    bool has_hours, has_minutes, has_seconds; /* of a time */
    bool is_elapsed;                          /* its first unit counts on: [h], [mm], [ss] */
};

/* By the number of a format that every spreadsheet knows without its being written down. */
struct xlsx_format xlsx_format_known(unsigned number);
/* By its code, such as `0.00`, `[h]:mm:ss` or `yyyy"年"m"月"`. */
struct xlsx_format xlsx_format_of_code(struct text code);

#endif
