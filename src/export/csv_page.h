/* A page of CSV as it grows: rows of cells, lines that end in LF, a cell in quotes where it must be. */
#ifndef BIWU_CSV_PAGE_H
#define BIWU_CSV_PAGE_H

#include "text.h"

enum csv_reader {
    CSV_FOR_PROGRAMS,    /* plain */
    CSV_FOR_SPREADSHEET, /* a BOM first; text cells that begin with = + - @ get an apostrophe before them, so that no
                            spreadsheet takes a name for a formula */
};

struct csv_page {
    enum csv_reader reader;
    struct sink sink;
    bool is_row_begun;
};

/* An empty page that grows in `arena`. */
struct csv_page csv_page_for(enum csv_reader reader, struct arena *arena);
/* The next cell: our own words and numbers, as they are. */
void csv_page_cell(struct csv_page *page, struct text cell);
/* The next cell: words from a contest, guarded for spreadsheets. */
void csv_page_words(struct csv_page *page, struct text cell);
void csv_page_end_row(struct csv_page *page);
/* All of it so far. */
struct text csv_page_written(const struct csv_page *page);

#endif
