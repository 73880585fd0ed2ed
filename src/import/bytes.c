#include "bytes.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void report_system(struct faults *faults, struct place place)
{
    int error = errno;
    if (error == ENOENT || error == ENOTDIR)
        faults_add(faults, SEVERITY_ERROR, place, MESSAGE("there is no such file"), NO_HINT);
    else if (error == ELOOP)
        faults_add(faults, SEVERITY_ERROR, place, MESSAGE("this link leads back to itself"),
                   MESSAGE("put the file that is meant in its place"));
    else if (error == EACCES || error == EPERM)
        faults_add(faults, SEVERITY_FAILURE, place, MESSAGE("you are not allowed to read this file"),
                   MESSAGE("ask its owner for the right to read it, or copy it"));
    else
        faults_add(faults, SEVERITY_FAILURE, place,
                   MESSAGE("this file cannot be read: {1}", text_from_c(strerror(error))), NO_HINT);
}

static void report_too_large(struct faults *faults, struct place place, size_t most)
{
    char digits[32];
    size_t at = sizeof digits;
    for (size_t rest = most; rest > 0; rest /= 10)
        digits[--at] = (char)('0' + rest % 10);
    faults_add(
        faults, SEVERITY_ERROR, place,
        MESSAGE("this file is too large: at most {1} bytes are read", (struct text){digits + at, sizeof digits - at}),
        MESSAGE("is it the right file?"));
}

/* Whether what was opened is a plain file of a size that is read. */
static bool is_readable(const struct stat *status, size_t most, struct place place, struct faults *faults)
{
    if (S_ISDIR(status->st_mode)) {
        faults_add(faults, SEVERITY_ERROR, place, MESSAGE("this is a folder, and a file is expected here"), NO_HINT);
        return false;
    }
    if (!S_ISREG(status->st_mode)) {
        faults_add(faults, SEVERITY_ERROR, place, MESSAGE("this is not a plain file"), NO_HINT);
        return false;
    }
    if ((uintmax_t)status->st_size > most) {
        report_too_large(faults, place, most);
        return false;
    }
    return true;
}

/* Fills `block` until the file ends or the room does; -1 where the system fails. */
static ssize_t fill(int descriptor, char *block, size_t room)
{
    size_t filled = 0;
    while (filled < room) {
        ssize_t got = read(descriptor, block + filled, room - filled);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return -1;
        if (got == 0)
            break;
        filled += (size_t)got;
    }
    return (ssize_t)filled;
}

static bool read_opened(int descriptor, size_t most, struct place place, struct arena *arena, struct faults *faults,
                        struct text *bytes)
{
    struct stat status;
    if (fstat(descriptor, &status) != 0) {
        report_system(faults, place);
        return false;
    }
    if (!is_readable(&status, most, place, faults))
        return false;

    /* One byte more than the file has: it stays empty, unless somebody is writing. */
    size_t size = (size_t)status.st_size;
    char *block = arena_take_unset(arena, size + 1);
    ssize_t filled = fill(descriptor, block, size + 1);
    if (filled < 0) {
        report_system(faults, place);
        return false;
    }
    if ((size_t)filled > size) {
        faults_add(faults, SEVERITY_FAILURE, place, MESSAGE("this file grew while it was read"),
                   MESSAGE("try again when nobody writes to it"));
        return false;
    }
    *bytes = (struct text){block, (size_t)filled};
    return true;
}

bool bytes_read(const char *path, size_t most, struct arena *arena, struct faults *faults, struct text *bytes)
{
    struct place place = {.file = text_from_c(path)};
    /* O_NONBLOCK: a pipe of that name must not hold us up. */
    int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0) {
        report_system(faults, place);
        return false;
    }
    bool is_read = read_opened(descriptor, most, place, arena, faults, bytes);
    close(descriptor);
    return is_read;
}
