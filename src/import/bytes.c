#include "bytes.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { DIGITS_MOST = 32 };

/* ---- reading ---- */

/* Whether what was opened is a plain file of a size that is read. */
static enum bytes_reading look_at(const struct stat *status, size_t most)
{
    if (S_ISDIR(status->st_mode))
        return BYTES_FOLDER;
    if (!S_ISREG(status->st_mode))
        return BYTES_NOT_PLAIN;
    return (uintmax_t)status->st_size > most ? BYTES_TOO_LARGE : BYTES_READ;
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

static enum bytes_reading read_opened(int descriptor, size_t most, struct arena *arena, struct text *bytes)
{
    struct stat status;
    if (fstat(descriptor, &status) != 0)
        return BYTES_REFUSED;
    enum bytes_reading reading = look_at(&status, most);
    if (reading != BYTES_READ)
        return reading;

    /* One byte more than the file has: it stays empty, unless somebody is writing. */
    size_t size = (size_t)status.st_size;
    char *block = arena_take_unset(arena, size + 1);
    ssize_t filled = fill(descriptor, block, size + 1);
    if (filled < 0)
        return BYTES_REFUSED;
    if ((size_t)filled > size)
        return BYTES_GREW;
    *bytes = (struct text){block, (size_t)filled};
    return BYTES_READ;
}

enum bytes_reading bytes_try(const char *path, size_t most, struct arena *arena, struct text *bytes)
{
    /* O_NONBLOCK: a pipe of that name must not hold us up. */
    int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0)
        return errno == ENOENT || errno == ENOTDIR ? BYTES_MISSING : BYTES_REFUSED;
    enum bytes_reading reading = read_opened(descriptor, most, arena, bytes);
    int error = errno;
    close(descriptor);
    errno = error;
    return reading;
}

/* ---- reports ---- */

/* By errno. */
static void report_refused(struct faults *faults, struct place place)
{
    int error = errno;
    if (error == ELOOP)
        faults_add(faults, SEVERITY_ERROR, place, MESSAGE("this link leads back to itself"),
                   MESSAGE("put the file that is meant in its place"));
    else if (error == EACCES || error == EPERM)
        faults_add(faults, SEVERITY_FAILURE, place, MESSAGE("you are not allowed to read this file"),
                   MESSAGE("ask its owner for the right to read it, or copy it"));
    else
        faults_add(faults, SEVERITY_FAILURE, place,
                   MESSAGE("this file cannot be read: {1}", text_from_c(strerror(error))), NO_HINT);
}

static struct text digits_of(size_t number, char digits[static DIGITS_MOST])
{
    size_t at = DIGITS_MOST;
    for (size_t rest = number; rest > 0; rest /= 10)
        digits[--at] = (char)('0' + rest % 10);
    return (struct text){digits + at, DIGITS_MOST - at};
}

static void report(struct faults *faults, struct place place, enum bytes_reading reading, size_t most)
{
    char digits[DIGITS_MOST];
    if (reading == BYTES_MISSING)
        faults_add(faults, SEVERITY_ERROR, place, MESSAGE("there is no such file"), NO_HINT);
    else if (reading == BYTES_FOLDER)
        faults_add(faults, SEVERITY_ERROR, place, MESSAGE("this is a folder, and a file is expected here"), NO_HINT);
    else if (reading == BYTES_NOT_PLAIN)
        faults_add(faults, SEVERITY_ERROR, place, MESSAGE("this is not a plain file"), NO_HINT);
    else if (reading == BYTES_TOO_LARGE)
        faults_add(faults, SEVERITY_ERROR, place,
                   MESSAGE("this file is too large: at most {1} bytes are read", digits_of(most, digits)),
                   MESSAGE("is it the right file?"));
    else if (reading == BYTES_GREW)
        faults_add(faults, SEVERITY_FAILURE, place, MESSAGE("this file grew while it was read"),
                   MESSAGE("try again when nobody writes to it"));
    else
        report_refused(faults, place);
}

bool bytes_read(const char *path, size_t most, struct arena *arena, struct faults *faults, struct text *bytes)
{
    enum bytes_reading reading = bytes_try(path, most, arena, bytes);
    if (reading != BYTES_READ)
        report(faults, (struct place){.file = text_from_c(path)}, reading, most);
    return reading == BYTES_READ;
}

void bytes_report_named(enum bytes_reading reading, struct text name, size_t most, struct place place,
                        struct faults *faults)
{
    char digits[DIGITS_MOST];
    if (reading == BYTES_FOLDER || reading == BYTES_NOT_PLAIN)
        faults_add(faults, SEVERITY_ERROR, place, MESSAGE("{1} is not a plain file", name),
                   MESSAGE("name a file, not a folder, pipe or device"));
    else if (reading == BYTES_TOO_LARGE)
        faults_add(faults, SEVERITY_ERROR, place,
                   MESSAGE("{1} is too large: at most {2} bytes are read", name, digits_of(most, digits)),
                   MESSAGE("is it the right file?"));
    else if (reading == BYTES_GREW)
        faults_add(faults, SEVERITY_FAILURE, place, MESSAGE("{1} grew while it was read", name),
                   MESSAGE("try again when nobody writes to it"));
    else
        faults_add(faults, SEVERITY_FAILURE, place,
                   MESSAGE("{1} cannot be read: {2}", name, text_from_c(strerror(errno))), NO_HINT);
}
