/* A plain zip of stored files, which any tool opens and which has one form only: the same files are the same bytes.
 *
 * Files stand in byte order of their names, one behind the other, each stored as it is (method 0), dated 1980-01-01, of mode
 * 0644, without extra fields or comments; behind them the directory, and nothing else. What is read is built again and
 * compared byte by byte, so that no byte of a container can be another unnoticed. */
#ifndef BIWU_CONTAINER_H
#define BIWU_CONTAINER_H

#include "whole.h"

/* Beyond these a zip needs the fields of zip64. */
#define CONTAINER_MOST_BYTES ((size_t)UINT32_MAX - 1)
enum { CONTAINER_MOST_FILES = 0xFFFE, CONTAINER_MOST_NAME = 1024, CONTAINER_MOST_NAME_PART = 255 };

struct container {
    struct whole_file *files; /* in byte order of their names */
    size_t count;
};

/* Whether it is a name within a folder on every system: plain UTF-8 parts between single slashes, none of them . or .., no
 * backslash, no colon, no control characters and none that turn the direction of writing. */
bool container_name_is_sound(struct text name);

/* Puts the files in order. False where two have one name, or one has the name of another's folder; *twice is then that name. */
bool container_sort(struct container *container, struct text *twice);

/* Whether the files are few and small enough. */
bool container_fits(const struct container *container);
/* Needs sound names, sorted, and files that fit. */
struct text container_write(const struct container *container, struct arena *arena);

/* The files in `bytes`, borrowed from them; `path` is named in faults. False and an error that names the file in which something
 * is not as container_write() writes it. */
bool container_read(struct text bytes, struct text path, struct arena *arena, struct arena scratch,
                    struct faults *faults, struct container *container);

#endif
