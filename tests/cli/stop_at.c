/* Preloaded: sends the process STOP_SIGNAL when it calls the function STOP_CALL for the STOP_AT-th time. Of open()
 * only the calls with a path that ends in STOP_PATH count. */
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static void stop_at(const char *call)
{
    static int calls;
    const char *wanted = getenv("STOP_CALL"), *number = getenv("STOP_AT"), *signal = getenv("STOP_SIGNAL");
    if (wanted && number && signal && strstr(wanted, call) && ++calls == atoi(number))
        raise(atoi(signal));
}

int open(const char *path, int flags, ...)
{
    const char *end = getenv("STOP_PATH");
    size_t length = strlen(path), wanted = end ? strlen(end) : 0;
    if (wanted > 0 && length >= wanted && strcmp(path + length - wanted, end) == 0)
        stop_at("open");
    va_list rest;
    va_start(rest, flags);
    int mode = flags & O_CREAT ? va_arg(rest, int) : 0;
    va_end(rest);
    return openat(AT_FDCWD, path, flags, mode);
}

int rename(const char *from, const char *to)
{
    stop_at("rename");
    return renameat(AT_FDCWD, from, AT_FDCWD, to);
}

int unlink(const char *path)
{
    stop_at("unlink");
    return unlinkat(AT_FDCWD, path, 0);
}

int fsync(int descriptor)
{
    stop_at("fsync");
    return (int)syscall(SYS_fsync, descriptor);
}
