/* What keeps a cell of a workbook from being read. It is reported where its column is read: in a column that nobody
 * reads, such as a sheet's own mean of marks that are still to come, it is no fault. */
#ifndef BIWU_DEFECTS_H
#define BIWU_DEFECTS_H

#include "records.h"

enum defect {
    DEFECT_NONE,
    DEFECT_ERROR_VALUE,    /* #N/A, #DIV/0! … stands in the cell's text */
    DEFECT_WITHOUT_RESULT, /* a formula whose result was not stored */
    DEFECT_DATE,           /* a number that is shown as a date or as a time of day */
    DEFECT_LONG_TIME,      /* a time of a day or more */
    DEFECT_HIDDEN_TIME,    /* a time that is shown without its seconds or its hours */
    DEFECT_PERCENT,        /* a number that is shown as a hundred times itself */
    DEFECT_CONTROL,        /* a control character in its text */
    DEFECT_LONG,           /* more than RECORDS_MOST_CELL_BYTES */
    DEFECT_COUNT
};

/* Whether a cell of the record can be read; reports why not. */
bool record_cell_is_sound(const struct record *record, size_t cell, struct faults *faults);

#endif
