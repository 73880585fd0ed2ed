#include "folders.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

static void report(struct faults *faults, struct place place)
{
    int error = errno;
    if (error == ENOENT)
        faults_add(faults, SEVERITY_ERROR, place, MESSAGE("there is no such folder"), NO_HINT);
    else if (error == ENOTDIR)
        faults_add(faults, SEVERITY_ERROR, place, MESSAGE("this is not a folder"), NO_HINT);
    else if (error == ELOOP)
        faults_add(faults, SEVERITY_ERROR, place, MESSAGE("this link leads back to itself"),
                   MESSAGE("put the folder that is meant in its place"));
    else if (error == EACCES)
        faults_add(faults, SEVERITY_FAILURE, place, MESSAGE("you are not allowed to read this folder"), NO_HINT);
    else
        faults_add(faults, SEVERITY_FAILURE, place,
                   MESSAGE("this folder cannot be read: {1}", text_from_c(strerror(error))), NO_HINT);
}

static int in_byte_order(const void *left, const void *right)
{
    const char *const *a = left, *const *b = right;
    return strcmp(*a, *b);
}

/* False with errno set where the system fails half way. */
static bool take_names(DIR *opened, struct arena *arena, struct folder *folder)
{
    const struct dirent *entry;
    while (errno = 0, (entry = readdir(opened)) != NULL) {
        if (entry->d_name[0] == '.')
            continue;
        if (folder->count == FOLDERS_MOST_NAMES) {
            errno = EOVERFLOW;
            return false;
        }
        ARENA_RESERVE_ONE(arena, folder->names, folder->count, folder->capacity);
        folder->names[folder->count++] = text_to_c(arena, text_from_c(entry->d_name));
    }
    return errno == 0;
}

bool folder_list(const char *path, struct arena *arena, struct faults *faults, struct folder *folder)
{
    struct place place = {.file = text_from_c(path)};
    *folder = (struct folder){.path = path};
    DIR *opened = opendir(path);
    if (!opened) {
        report(faults, place);
        return false;
    }
    bool is_read = take_names(opened, arena, folder);
    if (!is_read)
        report(faults, place);
    closedir(opened);
    if (folder->count > 1)
        qsort(folder->names, folder->count, sizeof *folder->names, in_byte_order);
    return is_read;
}

bool folder_has(const struct folder *folder, struct text name)
{
    for (size_t i = 0; i < folder->count; i++)
        if (text_equal(text_from_c(folder->names[i]), name))
            return true;
    return false;
}

const char *folder_path(const char *folder, struct text name, struct arena *arena)
{
    struct sink path = sink_in(arena);
    sink_c(&path, folder);
    if (path.length > 0 && path.bytes[path.length - 1] != '/')
        sink_byte(&path, '/');
    sink_text(&path, name);
    return text_to_c(arena, sink_written(&path));
}
