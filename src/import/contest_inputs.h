/* The files that a contest is read from, byte by byte: what a revision keeps copies of. */
#ifndef BIWU_CONTEST_INPUTS_H
#define BIWU_CONTEST_INPUTS_H

#include "fault.h"

struct contest_input {
    struct text name; /* within the folder, with a slash: scores/marks.csv */
    const char *path;
    struct text bytes; /* once they are read */
    bool is_protests;  /* they are kept, and the result is not computed from them */
};

struct contest_inputs {
    struct contest_input *items; /* in byte order of the names */
    size_t count, capacity;
};

/* Finds contest.yaml, the tables and the files of marks that contest_folder_read() reads, and reads none. False and a fault
 * where a folder cannot be listed, or a name is no UTF-8. The list lives in `arena`, paths with the faults. */
bool contest_inputs_find(const char *folder, struct arena *arena, struct faults *faults, struct contest_inputs *inputs);
/* Reads the bytes of one into `arena`; false and a fault where that cannot be done. */
bool contest_input_read(struct contest_input *input, struct arena *arena, struct faults *faults);
/* Finds and reads them all. */
bool contest_inputs_read(const char *folder, struct arena *arena, struct faults *faults, struct contest_inputs *inputs);

#endif
