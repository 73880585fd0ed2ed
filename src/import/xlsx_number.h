/* The numbers of a workbook. It stores binary floating point, written with up to 17 digits: 19.99 is there as
 * 19.989999999999998. The first 15 significant digits, rounded, are what was typed and what a spreadsheet shows; they
 * are taken from the digits as they are written, without floating point and without a locale. */
#ifndef BIWU_XLSX_NUMBER_H
#define BIWU_XLSX_NUMBER_H

#include "text.h"
#include "xlsx_format.h"

/* Writes the number as a plain decimal without exponent, with at least `zeros` digits before the point. False, with
 * nothing written, where it is no number or has more than 21 digits before the point or 30 zeros behind it. */
bool xlsx_number_write(struct sink *sink, struct text written, unsigned zeros);

enum xlsx_time { XLSX_TIME_SHOWN, XLSX_TIME_NEGATIVE, XLSX_TIME_LONG, XLSX_TIME_HIDDEN };

/* Writes a number of days (0.354…) as the format shows it: "8:30", "0:08:30", "510"; fractions of a second are cut
 * off. Nothing is written for a negative time, one of a day or more, and one of which the format hides a part. */
enum xlsx_time xlsx_number_write_time(struct sink *sink, struct text written, const struct xlsx_format *format);

#endif
