/* Large CSV files piece by piece: all processors take records ahead, the calling thread joins the pieces in their order.
 *
 * That a piece begins with a record is known only when the one before it has ended with one; where a quote is open at a cut,
 * or a row is not well-formed, the rest of the file is read as one piece. Where something else is to be reported of a piece,
 * the calling thread takes that piece itself. So what is taken and reported is always what csv_records_read() gives. */
#ifndef BIWU_CSV_PIECES_H
#define BIWU_CSV_PIECES_H

#include "encoding.h"
#include "records.h"

/* How a file is cut and by how many threads it is read. */
struct csv_cutting {
    size_t least;        /* bytes of a file that is worth it */
    size_t most;         /* bytes of a file that is read at all */
    size_t usual;        /* bytes of a piece, about */
    size_t longest_line; /* across a cut */
    size_t threads;
};

/* Reads the CSV file at `path`, of which the user may have named the encoding, and hands each record that is not blank to
 * `take`, or to the piecework that stands for it, whose context is the same. False, with nothing taken and nothing reported,
 * where the file is for another reader: small, not plain UTF-8 to its end, with longer lines, or not to be read at all.
 * `path` must live as long as the faults. */
bool csv_pieces_read(const char *path, enum encoding encoding, const struct csv_cutting *cutting,
                     const struct piecework *work, struct arena scratch, struct faults *faults, record_fn *take,
                     void *context);

#endif
