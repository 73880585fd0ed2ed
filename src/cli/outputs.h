/* The files of one command, all made in memory before the first is written. */
#ifndef BIWU_OUTPUTS_H
#define BIWU_OUTPUTS_H

#include "file_names.h"
#include "files.h"

struct outputs {
    struct arena *arena;
    struct file *files;
    size_t count, capacity;
    struct file_names names;
};

struct outputs outputs_in(struct arena *arena);
void outputs_add(struct outputs *outputs, struct text name, struct text bytes);

/* Writes them into `folder`, which is made where it is missing, and their paths to standard output, a line each. */
bool outputs_write(const struct outputs *outputs, const char *folder, struct arena scratch, struct faults *faults);
/* The paths alone. */
bool outputs_list(const struct outputs *outputs, const char *folder, struct arena scratch, struct faults *faults);

#endif
