/* An .xlsx workbook as records. */
#ifndef BIWU_XLSX_RECORDS_H
#define BIWU_XLSX_RECORDS_H

#include "records.h"

/* Reads the first sheet of the workbook in `raw` that is a table and is not hidden, and hands each of its rows that is
 * not blank to `take`. Line and column of a place are the row and the number of the column; what keeps a cell from being
 * read stands in the record (defects.h). Another sheet that is not empty is a warning. A file that is no workbook, or a
 * damaged one, is one error; rows that stand before the damage have been handed over by then. `file` must live as long as
 * the faults. */
void xlsx_records_read(struct text raw, struct text file, struct arena scratch, struct faults *faults, record_fn *take,
                       void *context);

#endif
