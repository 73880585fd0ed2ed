/* A contest folder -> a contest and its sheets. */
#ifndef BIWU_CONTEST_FOLDER_H
#define BIWU_CONTEST_FOLDER_H

#include "encoding.h"
#include "sheets.h"

/* Reads the folder: contest.yaml, judges.csv, contestants.csv, the optional tables, and the scores folder's files in
 * byte order of their names. Everything that is wrong is reported, as far as it is no mere consequence of another
 * fault: where it is not known for certain which rounds or which people there are, marks are checked against what is.
 *
 * `encoding` is that of text files without a byte order mark; ENCODING_UNTOLD lets each tell by itself.
 *
 * True where there is no error and no failure: *contest and *sheets are complete then and live in `arena`; *sheets
 * points to *contest, which must stay where it is. `scratch` is of another region. Files are named in faults as
 * FOLDER/name. */
bool contest_folder_read(const char *folder, enum encoding encoding, struct arena *arena, struct arena scratch,
                         struct faults *faults, struct contest *contest, struct sheets *sheets);

/* The rules and the contestants alone, of a contest that need not have judges yet. True where they have no error and no
 * failure: *contest then lives in `arena` and is not completed. */
bool contest_folder_read_contestants(const char *folder, enum encoding encoding, struct arena *arena,
                                     struct arena scratch, struct faults *faults, struct contest *contest);

#endif
