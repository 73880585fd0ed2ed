/* What parted equal finals, as one line a placing. */
#ifndef BIWU_TIE_LINE_H
#define BIWU_TIE_LINE_H

#include "standings.h"
#include "style.h"

/* Writes "tie at 91.96, parted by …: A 91.963 before B 91.961" about a placing with a tie, against those below it in
 * `sector`, or where there are none, "… after" those above that do not tell of it themselves. Writes nothing where
 * others have told all. Values have digits up to the first that differs. */
void tie_line_write(struct sink *sink, const struct standings *standings, const struct sector_standings *sector,
                    size_t position, const struct style *style, struct arena scratch);

/* "… A 91.963 against B 91.961": what one key (a note of the placing) parted a contestant from, whoever else tells of
 * it. */
void tie_line_write_note(struct sink *sink, const struct standings *standings, const struct placing *placing,
                         const struct tie_note *note, const struct style *style, struct arena scratch);

#endif
