/* Preloaded: sends the process STOP_SIGNAL when it calls the function STOP_CALL for the STOP_AT-th time. */
#include <fcntl.h>
#include <signal.h>
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
