#include "key_file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "later_format.h"

enum { KEY_FILE_MOST_BYTES = 4096 };

static struct place place_of(const char *path, size_t line, struct faults *faults)
{
    return (struct place){.file = text_copy(faults->arena, text_from_c(path)), .line = line};
}

bool key_file_is_there(const char *path)
{
    struct stat found;
    return lstat(path, &found) == 0;
}

/* ---- writing ---- */

static bool report_taken(const char *path, struct faults *faults)
{
    faults_add(faults, SEVERITY_ERROR, place_of(path, 0, faults), MESSAGE("there is a key already: it is not replaced"),
               MESSAGE("biwu key show shows it; to have another, move the file away first, and keep it"));
    return false;
}

bool key_file_is_free(const char *path, struct faults *faults)
{
    return !key_file_is_there(path) || report_taken(path, faults);
}

static bool write_new(int folder, const char *name, struct text bytes)
{
    int descriptor = openat(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return false;
    ssize_t written = write(descriptor, bytes.bytes, bytes.length);
    errno = written >= 0 && (size_t)written < bytes.length ? ENOSPC : errno;
    bool is_written = written == (ssize_t)bytes.length && fsync(descriptor) == 0;
    int error = errno;
    bool is_closed = close(descriptor) == 0;
    errno = is_written ? errno : error;
    return is_written && is_closed;
}

/* Some file systems cannot sync a folder; the link itself has held. */
static bool sync_folder(int folder)
{
    return fsync(folder) == 0 || errno == EINVAL;
}

/* A link, unlike a rename, takes nobody's place. */
static bool write_beside(int folder, const char *temporary, const char *name, struct text bytes)
{
    unlinkat(folder, temporary, 0); /* of a run that was killed */
    bool is_written = write_new(folder, temporary, bytes) && linkat(folder, temporary, folder, name, 0) == 0;
    int error = errno;
    unlinkat(folder, temporary, 0);
    errno = error;
    return is_written && sync_folder(folder);
}

bool key_file_write(const char *path, const struct sealed_key *sealed, struct arena scratch, struct faults *faults)
{
    const char *name = strrchr(path, '/') + 1;
    struct sink temporary = sink_in(&scratch);
    sink_c(&temporary, name);
    sink_c(&temporary, ".new");
    const char *beside = text_to_c(&scratch, sink_written(&temporary));
    const char *parent = text_to_c(&scratch, (struct text){path, (size_t)(name - path)});
    struct text bytes = sealed_key_text(sealed, &scratch);

    int folder = open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    /* Or two that run at once would take each other's temporary for one that was left. */
    if (folder >= 0)
        flock(folder, LOCK_EX);
    bool is_written = folder >= 0 && write_beside(folder, beside, name, bytes);
    int error = errno;
    if (folder >= 0)
        close(folder);
    if (!is_written && error == EEXIST && key_file_is_there(path))
        return report_taken(path, faults);
    if (!is_written)
        faults_add(faults, SEVERITY_FAILURE, place_of(path, 0, faults),
                   MESSAGE("the key cannot be written: {1}", text_from_c(strerror(error))), NO_HINT);
    return is_written;
}

/* ---- reading ---- */

static bool fail(const char *path, int error, struct faults *faults)
{
    if (error == ENOENT && !key_file_is_there(path))
        faults_add(faults, SEVERITY_ERROR, place_of(path, 0, faults), MESSAGE("there is no signing key yet"),
                   MESSAGE("biwu key new makes one"));
    else
        faults_add(faults, SEVERITY_FAILURE, place_of(path, 0, faults),
                   MESSAGE("the key cannot be read: {1}", text_from_c(strerror(error))), NO_HINT);
    return false;
}

static bool refuse(const char *path, size_t line, struct faults *faults)
{
    faults_add(faults, SEVERITY_ERROR, place_of(path, line, faults),
               MESSAGE("this is no key that biwu has written, or it is damaged"),
               MESSAGE("put its copy back, or move it away and make a new one with biwu key new"));
    return false;
}

static bool is_private_file(int descriptor, const char *path, struct faults *faults)
{
    struct stat found;
    if (fstat(descriptor, &found) != 0)
        return fail(path, errno, faults);
    if (!S_ISREG(found.st_mode))
        return refuse(path, 0, faults);
    if ((found.st_mode & 077) == 0)
        return true;
    struct text shown = text_from_c(path);
    faults_add(faults, SEVERITY_ERROR, place_of(path, 0, faults),
               MESSAGE("others may read or write this key: it is not used"),
               MESSAGE("chmod 600 {1}; if others may have had it for long, make a new one", shown));
    return false;
}

bool key_file_read(const char *path, struct arena scratch, struct sealed_key *sealed, struct faults *faults)
{
    char *bytes = ARENA_ARRAY(&scratch, char, KEY_FILE_MOST_BYTES);
    size_t line;
    int descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC); /* a pipe would let us wait */
    if (descriptor < 0)
        return fail(path, errno, faults);
    bool is_good = is_private_file(descriptor, path, faults);
    ssize_t length = is_good ? read(descriptor, bytes, KEY_FILE_MOST_BYTES) : 0;
    int error = errno;
    close(descriptor);
    if (!is_good)
        return false;
    if (length < 0)
        return fail(path, error, faults);
    struct text written = {bytes, (size_t)length};
    if (!later_format_of_line(written, TEXT("biwu signing key "), SEALED_KEY_FORMAT))
        return sealed_key_from_text(written, sealed, &line) || refuse(path, line, faults);
    faults_add(faults, SEVERITY_ERROR, place_of(path, 1, faults), LATER_FORMAT, LATER_FORMAT_HINT);
    return false;
}
