/* Rows of cells with their places, as every kind of table file gives them. */
#ifndef BIWU_RECORDS_H
#define BIWU_RECORDS_H

#include "fault.h"

/* Longer cells and wider rows are refused. */
enum { RECORDS_MOST_CELL_BYTES = 1 << 16, RECORDS_MOST_CELLS = 20000 };

struct record {
    const struct text *cells;     /* trimmed, of a text without the guard of formulas; borrowed until `take` returns */
    const uint32_t *starts;       /* beside them: the byte of `raw` at which each begins; NULL in a workbook */
    const unsigned char *defects; /* beside them: enum defect; NULL in a text, which has none */
    size_t count;                 /* at least one, and not all of them empty */
    struct place start;
    struct text raw;    /* as it stands in the file, without its line end */
    struct text behind; /* the file from there on; empty in a workbook */
    bool is_one_line;   /* no line ends within its quoted cells */
    bool is_cut_short;  /* the file ends within it: no line end follows */
};

/* Takes one record; what it keeps it must copy. `scratch` is free again when it returns. */
typedef void record_fn(void *context, const struct record *record, struct arena scratch);

/* Reads a CSV text and hands each record that is not blank to `take`, in their order. The separator (comma, semicolon
 * or tab) is told from the first line. A row that is not well-formed is reported and left out; reading goes on with the
 * next line. Nothing is allocated per cell or per row. `file` must live as long as the faults. */
void csv_records_read(struct text utf8, struct text file, struct arena scratch, struct faults *faults, record_fn *take,
                      void *context);

/* A part of a CSV text that begins with a record and ends with one, or with the text. */
struct csv_piece {
    struct text utf8;
    size_t offset;      /* of its first byte in the text */
    struct place start; /* of that byte */
    char separator;
};

/* The same for one piece; the place behind it, at which the next one starts. Where a record does not end with the piece, or
 * anything else is wrong with one, that is reported; with nothing reported, the records of all pieces of a text are those
 * that csv_records_read() gives. */
struct place csv_piece_read(const struct csv_piece *piece, struct arena scratch, struct faults *faults, record_fn *take,
                            void *context);

/* What other threads may do with the records of a piece before its turn comes. */
struct piecework {
    /* Something of its own for a thread to take records into, for one piece after the other of at most `room` bytes, and to
     * report in `faults` what is wrong with them. The calling thread makes it, in `arena`, when `take` of the table has had
     * the records before. NULL: those to come cannot be taken ahead yet. */
    void *(*begin)(void *context, size_t room, struct faults *faults, struct arena *arena);
    /* Empties it for the next piece. */
    void (*clear)(void *own);
    /* Takes a record of a piece that starts at line 1. */
    record_fn *take;
    /* Calling thread, in turn, where nothing was reported: does what the table's `take` would have done with the records
     * of a piece that starts at `start`. */
    void (*join)(void *context, void *own, struct place start, struct arena scratch);
};

/* Where a cell begins: its opening quote or its first character that is not blank. A cell that the record lacks is said
 * to stand at its end. In a workbook the column is the cell's number. */
struct place record_place(const struct record *record, size_t cell);

/* The same of a cell behind another of the same record, whose place is known: only what lies between them is counted.
 * `known` may be INDEX_NONE. */
struct place record_place_behind(const struct record *record, size_t known, struct place place, size_t cell);

/* The separator that is most often outside quotes in the first line that is not blank; a comma where there is none. */
char records_separator(struct text utf8);
/* Whether that line ends within the text, so that whatever follows has the same separator. */
bool records_first_line_ends(struct text utf8);

#endif
