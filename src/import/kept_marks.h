/* The marks of a piece of a file, read ahead of their turn and kept until they may be taken in. They are kept as short
 * numbers: what one thread writes and another reads goes from processor to processor, and that took as long as all the
 * reading when a mark was kept as it is. */
#ifndef BIWU_KEPT_MARKS_H
#define BIWU_KEPT_MARKS_H

#include "sheets.h"

struct kept_marks {
    unsigned char *numbers, *end;
    size_t line, row; /* of the last one, within the piece from 1 */
};

/* Room in `arena` for so many, which is not touched before it is used. */
struct kept_marks kept_marks_for(size_t most, struct arena *arena);
void kept_marks_clear(struct kept_marks *kept);

/* Keeps a mark of a piece that starts at line 1, not before those that are kept already. Its place's file is not kept. */
void kept_marks_add(struct kept_marks *kept, const struct mark *mark, bool has_judge);

typedef void kept_mark_fn(void *context, const struct mark *mark, bool has_judge);
/* Hands them on as they came, but as those of a piece that starts at `start`. */
void kept_marks_take(const struct kept_marks *kept, struct place start, kept_mark_fn *take, void *context);

#endif
