/* The files that a contest is read from, byte by byte: what a revision keeps copies of. */
#ifndef BIWU_CONTEST_INPUTS_H
#define BIWU_CONTEST_INPUTS_H

#include "fault.h"

struct contest_input {
    struct text name; /* within the folder, with a slash: scores/marks.csv */
    struct text bytes;
    bool is_protests; /* they are kept, and the result is not computed from them */
};

struct contest_inputs {
    struct contest_input *items; /* in byte order of the names */
    size_t count, capacity;
};

/* contest.yaml, the tables and the files of marks that contest_folder_read() reads. False and a fault where one cannot be
 * read, or has a name that is no UTF-8. Everything but the faults lives in `arena`. */
bool contest_inputs_read(const char *folder, struct arena *arena, struct faults *faults, struct contest_inputs *inputs);

#endif
