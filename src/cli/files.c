#include "files.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "crew.h"
#include "folders.h"
#include "interruptions.h"
#include "temporaries.h"

static bool fail(struct faults *faults, const char *path, int error)
{
    bool is_full = error == ENOSPC || error == EDQUOT;
    struct place place = {.file = text_copy(faults->arena, text_from_c(path))};
    faults_add(faults, SEVERITY_FAILURE, place, MESSAGE("cannot write: {1}", text_from_c(strerror(error))),
               is_full ? MESSAGE("every file is whole, new or as it was; make room and try again") : NO_HINT);
    return false;
}

/* ---- bytes to a descriptor ---- */

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

bool output_write(struct text bytes, struct faults *faults)
{
    if (write_all(STDOUT_FILENO, bytes))
        return true;
    if (errno == EPIPE) {
        faults->by_severity[SEVERITY_FAILURE]++;
        return false;
    }
    int error = errno;
    faults_add(faults, SEVERITY_FAILURE, (struct place){0},
               MESSAGE("cannot write to standard output: {1}", text_from_c(strerror(error))), NO_HINT);
    return false;
}

/* ---- folders ---- */

bool folder_make(const char *path, struct faults *faults)
{
    char *parent = strdup(path);
    bool is_made = parent != NULL;
    for (char *c = parent; is_made && *c; c++) {
        if (*c != '/' || c == parent)
            continue;
        *c = '\0';
        is_made = mkdir(parent, 0777) == 0 || errno == EEXIST;
        *c = '/';
    }
    is_made = is_made && (mkdir(path, 0777) == 0 || errno == EEXIST);
    int error = errno;
    free(parent);

    struct stat found;
    if (is_made && stat(path, &found) == 0 && !S_ISDIR(found.st_mode))
        return fail(faults, path, ENOTDIR);
    return is_made || fail(faults, path, error);
}

static bool sync_folder(const char *folder)
{
    int descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    /* Some file systems cannot sync a folder; the rename itself has held. */
    bool is_synced = fsync(descriptor) == 0 || errno == EINVAL;
    return close(descriptor) == 0 && is_synced;
}

/* ---- whole files ---- */

struct pending_file {
    const char *path, *temporary;
};

/* The mode of the file that will be replaced, or what the umask leaves of 0666. */
static int open_temporary(const struct pending_file *file)
{
    struct stat former;
    int descriptor = open(file->temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor >= 0 && stat(file->path, &former) == 0)
        (void)!fchmod(descriptor, former.st_mode & 07777); /* a file system without modes keeps its own */
    return descriptor;
}

/* Writes the bytes beside the place they will take; leaves nothing behind where that fails, and errno. */
static bool write_temporary(const struct pending_file *file, struct text bytes)
{
    struct stat former;
    if (stat(file->path, &former) == 0 && S_ISDIR(former.st_mode)) {
        errno = EISDIR;
        return false;
    }
    int descriptor = open_temporary(file);
    if (descriptor < 0)
        return false;
    bool is_written = write_all(descriptor, bytes) && fsync(descriptor) == 0;
    int error = errno;
    if (close(descriptor) != 0 && is_written) {
        is_written = false;
        error = errno;
    }
    if (!is_written)
        unlink(file->temporary);
    errno = error;
    return is_written;
}

static void drop_temporaries(const struct pending_file *files, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        unlink(files[i].temporary);
}

/* What a thread could not write. */
struct failed_file {
    size_t at;
    int error; /* 0: it has written its share */
};

struct writing {
    const struct pending_file *pending;
    const struct file *files;
    const struct interruptions *interruptions;
    struct failed_file failed[CREW_MOST]; /* by share */
};

static void write_share(void *context, size_t share, size_t first, size_t end)
{
    struct writing *writing = context;
    for (size_t i = first; i < end && writing->failed[share].error == 0; i++) {
        bool is_written = write_temporary(&writing->pending[i], writing->files[i].bytes);
        if (!is_written || interruptions_came(writing->interruptions))
            writing->failed[share] = (struct failed_file){i, is_written ? EINTR : errno};
    }
}

/* Writes all the temporaries, or none where that fails or an interruption comes. */
static bool write_temporaries(struct pending_file *pending, const struct file *files, size_t count,
                              const struct interruptions *interruptions, struct faults *faults)
{
    enum { FILES_MANY = 64 }; /* fewer are written before a thread has begun */
    struct writing writing = {.pending = pending, .files = files, .interruptions = interruptions};
    crew_share(count, count < FILES_MANY ? 1 : crew_processors(), write_share, &writing);
    for (size_t i = 0; i < CREW_MOST; i++) {
        if (writing.failed[i].error == 0)
            continue;
        drop_temporaries(pending, 0, count);
        return fail(faults, pending[writing.failed[i].at].path, writing.failed[i].error);
    }
    return true;
}

static bool name_temporaries(const struct pending_file *pending, size_t count, struct faults *faults)
{
    for (size_t i = 0; i < count; i++) {
        if (rename(pending[i].temporary, pending[i].path) != 0) {
            int error = errno;
            drop_temporaries(pending, i, count);
            return fail(faults, pending[i].path, error);
        }
    }
    return true;
}

bool files_write(const char *folder, const struct file *files, size_t count, struct arena scratch,
                 struct faults *faults)
{
    struct pending_file *pending = ARENA_ARRAY(&scratch, struct pending_file, count);
    for (size_t i = 0; i < count; i++)
        pending[i] =
            (struct pending_file){folder_path(folder, files[i].name, &scratch), temporary_path(folder, i, &scratch)};

    temporaries_sweep(folder);
    struct interruptions interruptions = interruptions_hold();
    bool is_written = write_temporaries(pending, files, count, &interruptions, faults) &&
                      name_temporaries(pending, count, faults) && (sync_folder(folder) || fail(faults, folder, errno));
    interruptions_release(&interruptions);
    return is_written;
}

/* ---- one file ---- */

static bool write_directly(const char *path, struct text bytes, struct faults *faults)
{
    int descriptor = open(path, O_WRONLY | O_CLOEXEC);
    bool is_written = descriptor >= 0 && write_all(descriptor, bytes);
    int error = errno;
    if (descriptor >= 0 && close(descriptor) != 0 && is_written) {
        is_written = false;
        error = errno;
    }
    return is_written || fail(faults, path, error);
}

bool file_is_output(const char *path)
{
    struct stat named, output;
    if (strcmp(path, "-") == 0 || strcmp(path, "/dev/stdout") == 0)
        return true;
    bool is_descriptor = strncmp(path, "/dev/", strlen("/dev/")) == 0 || strncmp(path, "/proc/", strlen("/proc/")) == 0;
    return stat(path, &named) == 0 && (is_descriptor || !S_ISREG(named.st_mode)) &&
           fstat(STDOUT_FILENO, &output) == 0 && named.st_dev == output.st_dev && named.st_ino == output.st_ino;
}

bool file_write(const char *path, struct text bytes, struct arena scratch, struct faults *faults)
{
    struct stat found;
    if (file_is_output(path))
        return output_write(bytes, faults);
    bool is_there = stat(path, &found) == 0;
    if (is_there && !S_ISREG(found.st_mode) && !S_ISDIR(found.st_mode))
        return write_directly(path, bytes, faults);

    /* Through symbolic links to the file itself, so that the link stays one. */
    char *resolved = is_there ? realpath(path, NULL) : NULL;
    const char *target = resolved ? text_to_c(&scratch, text_from_c(resolved)) : path;
    free(resolved);
    const char *slash = strrchr(target, '/');
    struct text folder = slash ? (struct text){target, (size_t)(slash - target) + 1} : TEXT(".");
    struct file file = {text_from_c(slash ? slash + 1 : target), bytes};
    if (file.name.length == 0)
        return fail(faults, path, EISDIR);
    return files_write(text_to_c(&scratch, folder), &file, 1, scratch, faults);
}

bool file_read(const char *path, struct arena *arena, struct text *bytes)
{
    FILE *stream = fopen(path, "rbe");
    if (!stream)
        return false;
    struct sink sink = sink_in(arena);
    char block[1 << 16];
    size_t length;
    while ((length = fread(block, 1, sizeof block, stream)) > 0)
        sink_text(&sink, (struct text){block, length});
    bool is_read = !ferror(stream);
    fclose(stream);
    *bytes = sink_written(&sink);
    return is_read;
}

bool file_remove(const char *folder, struct text name, struct arena scratch, struct faults *faults)
{
    const char *path = folder_path(folder, name, &scratch);
    if (unlink(path) == 0 || errno == ENOENT || errno == EISDIR)
        return true;
    int error = errno;
    struct place place = {.file = text_copy(faults->arena, text_from_c(path))};
    faults_add(faults, SEVERITY_WARNING, place,
               MESSAGE("cannot remove what the last run left: {1}", text_from_c(strerror(error))), NO_HINT);
    return false;
}
