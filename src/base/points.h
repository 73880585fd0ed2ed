/* A decimal as written in a score sheet: an integer count of 1/10,000. No float, no locale. */
#ifndef BIWU_POINTS_H
#define BIWU_POINTS_H

#include <stdint.h>

#include "text.h"

/* In 1/10,000. Read values lie within ±POINTS_LIMIT, so that a million of them add up within 64 bits. */
typedef int64_t points;

#define POINTS_ONE         INT64_C(10000)
#define POINTS_ONE_HUNDRED (100 * POINTS_ONE)
#define POINTS_DIGITS      4
#define POINTS_LIMIT       (INT64_C(1000000) * POINTS_ONE)

enum points_reading {
    POINTS_READ,
    POINTS_NOT_A_NUMBER,
    POINTS_DECIMAL_COMMA,
    POINTS_TOO_MANY_DIGITS, /* more than four that are not zero behind the point */
    POINTS_TOO_LARGE,       /* beyond POINTS_LIMIT */
};

/* Reads all of `text`: an optional sign, digits, an optional point and digits; at least one digit. Nothing else: no
 * exponent, no blanks. Full-width forms are the caller's to fold. *value is set only by POINTS_READ. */
enum points_reading points_read(struct text text, points *value);

/* Plain decimal with at least `digits` (0..4) digits behind the point, more where the value needs them. */
void points_write(struct sink *sink, points value, int digits);

/* The same as a text in `arena`, with as many digits as the value needs. */
struct text points_text(struct arena *arena, points value);

#endif
