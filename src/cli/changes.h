/* What has changed in a file of a contest since a revision kept its copy. */
#ifndef BIWU_CHANGES_H
#define BIWU_CHANGES_H

#include "encoding.h"

struct changed_file {
    const char *path, *copy; /* NULL: there is none any more, or was none */
    bool is_copy_lost;       /* it is not as it was signed: nothing can be compared with it */
    enum encoding encoding;  /* of --encoding, now and then */
    struct text revision;    /* "001" */
};

/* A warning for each cell of a table, or line of another text, that is not what it was: at its place, old → new. Rows that
 * have come or gone are told by line. Paths must live as long as the faults. */
void changes_tell(const struct changed_file *file, struct arena scratch, struct faults *faults);

#endif
