/* The names in a folder. */
#ifndef BIWU_FOLDERS_H
#define BIWU_FOLDERS_H

#include "fault.h"

enum { FOLDERS_MOST_NAMES = 100000 };

struct folder {
    const char *path;
    const char **names; /* in byte order, without those that begin with a point */
    size_t count, capacity;
};

/* Lists the folder at `path`; false with one fault where that cannot be done. The names live in `arena`. */
bool folder_list(const char *path, struct arena *arena, struct faults *faults, struct folder *folder);
bool folder_has(const struct folder *folder, struct text name);
/* "FOLDER/name", as a user would type it. */
const char *folder_path(const char *folder, struct text name, struct arena *arena);

#endif
