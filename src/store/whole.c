#include "whole.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    MODE_FOLDER = 0777,
    MODE_FILE = 0444,
    MODE_EDITABLE = 0666,
    MODE_BITS = 07777,
    MOST_OPEN_FOLDERS = 16,
    DIGITS = 3,
    MOST_DIGITS = 4
};

static const struct text start = TEXT_INIT(".biwu-"), end = TEXT_INIT("-0.tmp");

const char *whole_path(const char *folder, struct text name, struct arena *arena)
{
    struct sink path = sink_in(arena);
    sink_c(&path, folder);
    if (path.length > 0 && path.bytes[path.length - 1] != '/')
        sink_byte(&path, '/');
    sink_text(&path, name);
    return text_to_c(arena, sink_written(&path));
}

static enum whole_outcome fail(struct faults *faults, const char *path, int error)
{
    struct place place = {.file = text_copy(faults->arena, text_from_c(path))};
    bool is_full = error == ENOSPC || error == EDQUOT;
    faults_add(faults, SEVERITY_FAILURE, place, MESSAGE("cannot write: {1}", text_from_c(strerror(error))),
               is_full ? MESSAGE("nothing was changed; make room and try again") : NO_HINT);
    return WHOLE_FAILED;
}

/* ---- numbers ---- */

struct text whole_name(size_t number, struct arena *arena)
{
    struct sink name = sink_in(arena);
    sink_padded(&name, number, DIGITS);
    return sink_written(&name);
}

/* 0 where it is none: 001 to 999, and 1000 to 9999. A day, 20231026, is none. */
static size_t number_of(const char *name)
{
    size_t length = strlen(name);
    bool is_number = length >= DIGITS && length <= MOST_DIGITS && strspn(name, "0123456789") == length;
    return is_number && (length == DIGITS || name[0] != '0') ? strtoul(name, NULL, 10) : 0;
}

size_t whole_newest(const char *parent)
{
    DIR *opened = opendir(parent);
    const struct dirent *entry;
    size_t newest = 0;
    while (opened && (entry = readdir(opened)) != NULL) {
        size_t number = number_of(entry->d_name);
        newest = number > newest ? number : newest;
    }
    if (opened)
        closedir(opened);
    return newest;
}

/* ---- what killed processes left ---- */

static const char *temporary_path(const char *parent, struct arena *arena)
{
    struct sink name = sink_in(arena);
    sink_text(&name, start);
    sink_integer(&name, getpid());
    sink_text(&name, end);
    return whole_path(parent, sink_written(&name), arena);
}

/* The process of a temporary name, 0 where it is none. */
static long process_of(const char *name)
{
    struct text written = text_from_c(name);
    if (!text_starts_with(written, start) || name[start.length] < '1' || name[start.length] > '9')
        return 0;
    char *behind;
    errno = 0;
    long process = strtol(name + start.length, &behind, 10);
    return errno == 0 && process <= INT_MAX && strcmp(behind, end.bytes) == 0 ? process : 0;
}

static bool is_gone(long process)
{
    return process == getpid() || (kill((pid_t)process, 0) != 0 && errno == ESRCH);
}

static int remove_one(const char *path, const struct stat *status, int kind, struct FTW *walk)
{
    (void)status, (void)kind, (void)walk;
    return remove(path);
}

static void remove_all(const char *path)
{
    nftw(path, remove_one, MOST_OPEN_FOLDERS, FTW_DEPTH | FTW_PHYS);
}

static void sweep(const char *parent, struct arena scratch)
{
    DIR *opened = opendir(parent);
    const struct dirent *entry;
    while (opened && (entry = readdir(opened)) != NULL) {
        long process = process_of(entry->d_name);
        if (process > 0 && is_gone(process))
            remove_all(whole_path(parent, text_from_c(entry->d_name), &scratch));
    }
    if (opened)
        closedir(opened);
}

/* ---- to the disk ---- */

static bool sync_folder(const char *path)
{
    int descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    /* Some file systems cannot sync a folder. */
    bool is_synced = fsync(descriptor) == 0 || errno == EINVAL;
    int error = errno;
    close(descriptor);
    errno = error;
    return is_synced;
}

static bool write_all(int descriptor, struct text bytes)
{
    while (bytes.length > 0) {
        ssize_t written = write(descriptor, bytes.bytes, bytes.length);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        bytes.bytes += written;
        bytes.length -= (size_t)written;
    }
    return true;
}

static bool write_file(const char *path, const struct whole_file *file, bool is_lasting)
{
    mode_t mode = file->is_editable ? MODE_EDITABLE : MODE_FILE;
    int descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    if (descriptor < 0)
        return false;
    bool is_written = write_all(descriptor, file->bytes) && (!is_lasting || fsync(descriptor) == 0);
    int error = errno;
    if (close(descriptor) != 0 && is_written)
        return false;
    errno = error;
    return is_written;
}

/* The folders of a file's name, where they are missing. */
static bool make_folders(const char *folder, struct text name, struct arena scratch)
{
    for (size_t i = 0; i < name.length; i++)
        if (name.bytes[i] == '/' &&
            mkdir(whole_path(folder, (struct text){name.bytes, i}, &scratch), MODE_FOLDER) != 0 && errno != EEXIST)
            return false;
    return true;
}

static int sync_one(const char *path, const struct stat *status, int kind, struct FTW *walk)
{
    (void)status, (void)walk;
    return kind != FTW_DP || sync_folder(path) ? 0 : -1;
}

static bool fill_folder(const char *folder, const struct whole_file *files, size_t count, bool is_lasting,
                        struct arena scratch)
{
    if (mkdir(folder, MODE_FOLDER) != 0)
        return false;
    for (size_t i = 0; i < count; i++)
        if (!make_folders(folder, files[i].name, scratch) ||
            !write_file(whole_path(folder, files[i].name, &scratch), &files[i], is_lasting))
            return false;
    return !is_lasting || nftw(folder, sync_one, MOST_OPEN_FOLDERS, FTW_DEPTH | FTW_PHYS) == 0;
}

/* With those above it, for the disk too where they are new. */
static bool make_parent(const char *parent, struct arena scratch)
{
    const char *slash = strrchr(parent, '/');
    bool is_made = mkdir(parent, MODE_FOLDER) == 0;
    if (!is_made && errno == ENOENT && slash && slash > parent) {
        struct text above = {parent, (size_t)(slash - parent)};
        is_made = make_parent(text_to_c(&scratch, above), scratch) && mkdir(parent, MODE_FOLDER) == 0;
    }
    if (!is_made)
        return errno == EEXIST;
    return sync_folder(whole_path(parent, TEXT(".."), &scratch));
}

/* Who has shut a folder off from others gets it back so. Its owner may write, or nothing of it could be removed again. */
static void take_mode(const char *temporary, const char *replaced)
{
    struct stat former;
    if (stat(replaced, &former) == 0 && S_ISDIR(former.st_mode))
        (void)!chmod(temporary, (former.st_mode & MODE_BITS) | S_IRWXU); /* a file system without modes keeps its own */
}

enum whole_outcome whole_folder_write(const char *parent, struct text name, const struct whole_file *files,
                                      size_t count, struct arena scratch, struct faults *faults)
{
    const char *place = whole_path(parent, name, &scratch), *temporary = temporary_path(parent, &scratch);
    if (!make_parent(parent, scratch))
        return fail(faults, parent, errno);
    sweep(parent, scratch);
    if (!fill_folder(temporary, files, count, true, scratch)) {
        int error = errno;
        remove_all(temporary);
        return fail(faults, place, error);
    }
    take_mode(temporary, place);
    /* A folder that holds anything is not replaced. */
    if (rename(temporary, place) != 0) {
        int error = errno;
        remove_all(temporary);
        return error == ENOTEMPTY || error == EEXIST || error == ENOTDIR ? WHOLE_TAKEN : fail(faults, place, error);
    }
    return sync_folder(parent) ? WHOLE_WRITTEN : fail(faults, parent, errno);
}

bool whole_folder_lend(const char *path, const struct whole_file *files, size_t count, struct arena scratch,
                       struct faults *faults)
{
    return fill_folder(path, files, count, false, scratch) || fail(faults, path, errno) == WHOLE_WRITTEN;
}

/* ---- reading ---- */

bool whole_file_read(const char *path, size_t most, struct arena *arena, struct text *bytes)
{
    struct stat found;
    int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0)
        return false;
    bool is_plain = fstat(descriptor, &found) == 0 && S_ISREG(found.st_mode) && (uintmax_t)found.st_size <= most;
    size_t size = is_plain ? (size_t)found.st_size : 0, length = 0;
    char *block = arena_take_unset(arena, size + 1);
    ssize_t got = 1;
    while (is_plain && got > 0 && length < size) {
        got = read(descriptor, block + length, size - length);
        length += got > 0 ? (size_t)got : 0;
    }
    bool is_cut = is_plain && got >= 0 && length < size; /* by somebody meanwhile */
    int error = !is_plain ? EINVAL : is_cut ? EIO : errno;
    close(descriptor);
    errno = error;
    *bytes = (struct text){block, length};
    return is_plain && got >= 0 && length == size;
}
