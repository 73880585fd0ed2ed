/* Files and standard output, written whole or not at all. */
#ifndef BIWU_FILES_H
#define BIWU_FILES_H

#include "fault.h"

/* A file to be: its name within a folder, which holds no slash, and all its bytes. */
struct file {
    struct text name, bytes;
};

/* Makes a folder and those above it where they are missing. False and one failure otherwise. */
bool folder_make(const char *path, struct faults *faults);

/* Writes all files into a folder that is there, replacing what has their names. Each goes to a temporary file beside it
 * first and to the disk; only when all have, they take their names, in the order given, so that a full disk or an
 * interruption changes nothing. Temporaries that a killed run left in the folder are removed. False and one failure
 * otherwise. */
bool files_write(const char *folder, const struct file *files, size_t count, struct arena scratch,
                 struct faults *faults);

/* The same for one file by its path. A path that is a device or pipe is written to directly; "-" is standard output. */
bool file_write(const char *path, struct text bytes, struct arena scratch, struct faults *faults);

/* Whether that is standard output: -, or one of the system's names of it. */
bool file_is_output(const char *path);

/* All bytes of a file; false where there is none or it cannot be read, which is no fault. */
bool file_read(const char *path, struct arena *arena, struct text *bytes);

/* Removes a plain file of a folder; its not being there is fine. False and a warning otherwise. */
bool file_remove(const char *folder, struct text name, struct arena scratch, struct faults *faults);

/* Writes to standard output. A reader that has gone away (biwu … | head) is a failure without words; others are
 * reported. */
bool output_write(struct text bytes, struct faults *faults);

#endif
