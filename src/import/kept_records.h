/* The records of a piece of CSV text, read ahead of their turn and kept until somebody takes them. */
#ifndef BIWU_KEPT_RECORDS_H
#define BIWU_KEPT_RECORDS_H

#include "records.h"

struct kept_record {
    size_t cell_start;    /* of its first cell among all */
    uint32_t count, line; /* line within the piece, from 1 */
    uint32_t row, start;  /* row within the piece, from 1; its first byte */
    uint32_t length;
    bool is_one_line, is_cut_short;
};

struct kept_records {
    struct text utf8;  /* the piece, borrowed */
    bool are_sound;    /* the piece ends with a record, and there is nothing to report of any */
    struct place next; /* where the next piece starts, if this one did at line 1 */
    struct kept_record *records;
    size_t count;
    struct text *cells;
    uint32_t *starts; /* beside cells */
    size_t cell_count;
    char *copies; /* of cells that do not stand in the piece as they are */
    size_t copied;
    struct arena records_arena, faults_arena; /* for reading */
};

/* Room for pieces of at most `room` bytes, which is not touched before it is used. */
struct kept_records kept_records_for(size_t room, struct arena *arena);

/* Reads a piece, whose bytes must live as long as its records are wanted, in place of what was kept before. May run in any
 * thread. */
void kept_records_read(struct kept_records *kept, const struct csv_piece *piece);

/* Hands the records to `take`, those of a piece that starts at `start`, and gives the place behind it. */
struct place kept_records_take(const struct kept_records *kept, struct place start, struct arena scratch,
                               record_fn *take, void *context);

#endif
