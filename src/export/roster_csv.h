/* A list of contestants as CSV, to be the contestants.csv of another contest. */
#ifndef BIWU_ROSTER_CSV_H
#define BIWU_ROSTER_CSV_H

#include "csv_page.h"

struct roster_row {
    struct text id, name, sector;
    struct text unit, title, county; /* may be empty */
};

/* Columns id,name,sector, and of unit,title,county those that are not empty in every row. */
struct text roster_csv(const struct roster_row *rows, size_t count, enum csv_reader reader, struct arena *arena);

#endif
