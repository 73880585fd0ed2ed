/* Folders that appear whole and for good, or not at all: nothing that has a name already is replaced.
 *
 * What is to appear is made beside its place under the name .biwu-PID-0.tmp, all of it brought to the disk, and then
 * named by a rename, which every file system does at once. What a killed process of this machine has left under such a name, the next one removes. */
#ifndef BIWU_WHOLE_H
#define BIWU_WHOLE_H

#include "fault.h"

struct whole_file {
    struct text name, bytes; /* within the folder, with slashes: inputs/scores/marks.csv */
    bool is_editable;        /* else nobody may write to it */
};

enum whole_outcome {
    WHOLE_WRITTEN,
    WHOLE_TAKEN,  /* the name was given to something else meanwhile; nothing was written, and nothing is reported */
    WHOLE_FAILED, /* nothing was written, and a failure reported */
};

/* Makes PARENT/name of these files; PARENT too where it is missing. An empty folder that is there is replaced, and its mode kept. */
enum whole_outcome whole_folder_write(const char *parent, struct text name, const struct whole_file *files,
                                      size_t count, struct arena scratch, struct faults *faults);
/* Makes a folder of these files for the time being: nothing waits for the disk, and what a failure leaves is the caller's to remove. */
bool whole_folder_lend(const char *path, const struct whole_file *files, size_t count, struct arena scratch,
                       struct faults *faults);
/* Such folders are numbered: 001, 002 … 9999. */
struct text whole_name(size_t number, struct arena *arena);
/* The highest number that a name in `parent` has, 0 where none has one. */
size_t whole_newest(const char *parent);

/* All bytes of a file, at most `most`; false where there is none or it cannot be read, with errno. */
bool whole_file_read(const char *path, size_t most, struct arena *arena, struct text *bytes);

/* "FOLDER/name" */
const char *whole_path(const char *folder, struct text name, struct arena *arena);

#endif
