/* Numbers as people write them, in cells and in contest.yaml. Full-width digits, points and blanks (U+FF01-FF5E,
 * U+3000) are read as their plain forms; nothing is guessed.
 *
 * Each reader reports what it cannot read at `place` and gives false. */
#ifndef BIWU_NUMBERS_H
#define BIWU_NUMBERS_H

#include "fault.h"
#include "points.h"

bool number_read_points(struct text written, struct place place, struct faults *faults, points *value);
/* Within [least, most]. */
bool number_read_points_within(struct text written, points least, points most, struct place place,
                               struct faults *faults, points *value);
bool number_read_integer_within(struct text written, int64_t least, int64_t most, struct place place,
                                struct faults *faults, int64_t *value);
/* Seconds, m:ss or h:mm:ss; fractions of a second are cut off. */
bool number_read_seconds(struct text written, struct place place, struct faults *faults, int64_t *seconds);

#endif
