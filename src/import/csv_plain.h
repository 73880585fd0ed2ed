/* Lines of a CSV text that need no parser: no quote stands in or before them, and they end as lines do. Most of what offices
 * keep is such lines, and splitting them takes a third of the time that libcsv takes. */
#ifndef BIWU_CSV_PLAIN_H
#define BIWU_CSV_PLAIN_H

#include "csv_row.h"

/* Takes such lines from the present record on, up to the first that is none, or is for libcsv to refuse; that one is the
 * present record then. The records are those that libcsv gives. */
void csv_plain_take(struct csv_reading *reading);

#endif
