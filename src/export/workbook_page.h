/* A workbook as it grows, sheet by sheet and row by row, through libxlsxwriter, which is used here and nowhere else.
 *
 * Text is always a string cell, whatever it begins with: no spreadsheet takes a name for a formula. */
#ifndef BIWU_WORKBOOK_PAGE_H
#define BIWU_WORKBOOK_PAGE_H

#include "fault.h"

/* A sheet has no more rows; more cells of a row are left aside. */
enum { WORKBOOK_PAGE_MOST_ROWS = 1 << 20, WORKBOOK_PAGE_MOST_COLUMNS = 256, WORKBOOK_PAGE_DIGITS = 5 };

enum workbook_look { LOOK_PLAIN, LOOK_STRONG, LOOK_FAINT, LOOK_TITLE, LOOK_HEADING, LOOK_COUNT };

struct workbook_page {
    struct arena *arena;
    struct lxw_workbook *workbook;
    struct lxw_worksheet *sheet;
    struct lxw_format *formats[LOOK_COUNT][WORKBOOK_PAGE_DIGITS + 1]; /* by digits; the last one shows all */
    void *file;
    int error, system_error; /* the first of the library's, and of the system's; 0 where none */
    struct text *names;
    size_t name_count, name_capacity;
    uint32_t row, heading_row;
    uint16_t column, columns; /* of the present row; of the widest so far */
    size_t widths[WORKBOOK_PAGE_MOST_COLUMNS];
};

struct workbook_about {
    struct text title, subject;
    struct text date; /* 2023-10-26 becomes the day on which it says it was made; others are left aside */
};

/* Begins a workbook; `arena` is used until it ends, and what lies there must stay. The same input gives the same bytes at any time. */
void workbook_page_begin(struct workbook_page *page, const struct workbook_about *about, struct arena *arena);

/* Begins a sheet. Its name is made one that spreadsheets allow: 31 characters at the most, none of []:*?/\, no
 * apostrophe at its ends, and none that another sheet has. */
void workbook_page_sheet(struct workbook_page *page, struct text name);
/* The next cell of the row. */
void workbook_page_text(struct workbook_page *page, struct text text, enum workbook_look look);
/* The same: a plain decimal as a number that is shown with `digits` (0…4, or less than 0: as many as it has). */
void workbook_page_number(struct workbook_page *page, struct text decimal, int digits, enum workbook_look look);
void workbook_page_end_row(struct workbook_page *page);
/* A row that stays in sight, as those above it do, and at the top of each printed page. */
void workbook_page_end_heading(struct workbook_page *page);

/* All of it, in the page's arena. False with one failure where the system or the library fails; the page is released in any
 * case. */
bool workbook_page_end(struct workbook_page *page, struct faults *faults, struct text *bytes);

#endif
