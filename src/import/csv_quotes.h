/* Where the cells in quotes of a CSV text begin and end. */
#ifndef BIWU_CSV_QUOTES_H
#define BIWU_CSV_QUOTES_H

#include "text.h"

/* The byte of the quote that closes the cell opened by the one at `opening`, or the text's end. */
size_t csv_closing_quote(struct text csv, size_t opening);

/* The byte of the quote that opened the cell in which byte `at` of a row lies, or `at` where it is in none. */
size_t csv_opening_quote(struct text row, char separator, size_t at);

#endif
