#include "key_file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

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

static bool write_new(const char *path, struct text bytes)
{
    int descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
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

bool key_file_write(const char *path, const struct sealed_key *sealed, struct arena scratch, struct faults *faults)
{
    struct sink beside = sink_in(&scratch);
    sink_c(&beside, path);
    sink_c(&beside, ".new");
    const char *temporary = text_to_c(&scratch, sink_written(&beside));
    unlink(temporary); /* of a run that was killed */
    /* A link, unlike a rename, takes nobody's place. */
    bool is_written = write_new(temporary, sealed_key_text(sealed, &scratch)) && link(temporary, path) == 0;
    int error = errno;
    unlink(temporary);
    if (!is_written)
        faults_add(faults, SEVERITY_FAILURE, place_of(path, 0, faults),
                   MESSAGE("the key cannot be written: {1}", text_from_c(strerror(error))), NO_HINT);
    return is_written;
}

/* ---- reading ---- */

static bool fail(const char *path, int error, struct faults *faults)
{
    if (error == ENOENT)
        faults_add(faults, SEVERITY_ERROR, place_of(path, 0, faults), MESSAGE("there is no signing key yet"),
                   MESSAGE("biwu key new makes one"));
    else
        faults_add(faults, SEVERITY_FAILURE, place_of(path, 0, faults),
                   MESSAGE("the key cannot be read: {1}", text_from_c(strerror(error))), NO_HINT);
    return false;
}

static bool is_private(int descriptor, const char *path, struct faults *faults)
{
    struct stat found;
    if (fstat(descriptor, &found) != 0)
        return fail(path, errno, faults);
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
    int descriptor = open(path, O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return fail(path, errno, faults);
    bool is_good = is_private(descriptor, path, faults);
    ssize_t length = is_good ? read(descriptor, bytes, KEY_FILE_MOST_BYTES) : 0;
    int error = errno;
    close(descriptor);
    if (!is_good)
        return false;
    if (length < 0)
        return fail(path, error, faults);
    if (sealed_key_from_text((struct text){bytes, (size_t)length}, sealed, &line))
        return true;
    faults_add(faults, SEVERITY_ERROR, place_of(path, line, faults),
               MESSAGE("this is no key that biwu has written, or it is damaged"),
               MESSAGE("put its copy back, or move it away and make a new one with biwu key new"));
    return false;
}
