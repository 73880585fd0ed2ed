/* A whole file in memory. */
#ifndef BIWU_BYTES_H
#define BIWU_BYTES_H

#include "fault.h"

/* Larger files are refused at the door. */
#define BYTES_MOST_RULES    ((size_t)1 << 20) /* contest.yaml: 1 MiB */
#define BYTES_MOST_TEMPLATE ((size_t)1 << 20) /* a template of certificates, sentences for paper: 1 MiB */
#define BYTES_MOST_PICTURE  ((size_t)1 << 26) /* a picture in one: 64 MiB */
#define BYTES_MOST_TABLE    ((size_t)1 << 31) /* a table: 2 GiB, some 50 million marks */
#define BYTES_MOST_WORKBOOK ((size_t)1 << 28) /* a workbook, which is compressed: 256 MiB */

/* Reads the file at `path` into `arena`, at most `most` bytes of it. False with one fault where that cannot be done: a
 * missing file, a folder or a device, a link to itself, a file that is too large are errors; what the system refuses is a failure.
 * `path` stays in the fault's place, so it must live as long as the faults. */
bool bytes_read(const char *path, size_t most, struct arena *arena, struct faults *faults, struct text *bytes);

/* What became of a file. */
enum bytes_reading {
    BYTES_READ,
    BYTES_MISSING,
    BYTES_FOLDER,
    BYTES_NOT_PLAIN, /* a pipe or device, which may never end */
    BYTES_TOO_LARGE,
    BYTES_GREW,    /* while it was read */
    BYTES_REFUSED, /* by the system */
};

/* As bytes_read(), and reports nothing; errno says why the system refuses or misses it. */
enum bytes_reading bytes_try(const char *path, size_t most, struct arena *arena, struct text *bytes);

/* Reports why a file was not read, at the place in another one that calls it `name`. */
void bytes_report_named(enum bytes_reading reading, struct text name, size_t most, struct place place,
                        struct faults *faults);

#endif
