/* One door in front of all table files: CSV text and workbooks give the same records. */
#ifndef BIWU_TABLE_FILE_H
#define BIWU_TABLE_FILE_H

#include "encoding.h"
#include "records.h"

/* Whether a file of this name is read as a workbook: it ends in .xlsx. */
bool table_file_is_workbook(struct text name);

/* Reads the table at `path` and hands each record that is not blank to `take`, in their order: of a workbook the rows of
 * the sheet that xlsx_records_read() chooses, else the lines of a CSV text. What is wrong with the file is reported.
 * `path` must live as long as the faults. Where there is piecework, which has the same context, other threads may take the
 * records of a large CSV text ahead. */
void table_file_read(const char *path, enum encoding encoding, const struct piecework *work, struct arena scratch,
                     struct faults *faults, record_fn *take, void *context);

#endif
